"""A field where a language is typed by its English name: a few letters complete it, those in use first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from facilitator.domain.languages import LANGUAGES, code_of, language_name
from facilitator.ui.parts.form_side import Line

if TYPE_CHECKING:
    from collections.abc import Sequence


class LanguageField(Line):
    """Shows a language by its name; `kept` carries what was typed, which `code` puts into a code."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.setCompleter(completer)
        self.offer(())

    def offer(self, codes: Sequence[str]) -> None:
        """Complete to these first."""
        names = [language_name(code) for code in codes]
        self._names.setStringList(list(dict.fromkeys([*names, *(every[0] for every in LANGUAGES.values())])))

    @staticmethod
    def code(typed: str) -> str | None:
        """The code of what was typed: empty for nothing, None for a language we do not know."""
        return code_of(typed) if typed.strip() else ""
