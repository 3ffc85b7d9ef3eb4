"""In which language the next notes are written: one key goes from one to the next. Words that look like another one
are asked about, and nothing is decided for anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator.domain.languages import language_name
from facilitator.domain.scripts import likeliest_of, propose
from facilitator.ui.boards.outline_wanted import HERE
from facilitator.ui.parts.widgets import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.ui.store_thread import StoreThread


class LanguageButton(QPushButton):
    """Shows the language of the next notes, or asks whether it is another one while such words are typed."""

    def __init__(self) -> None:
        super().__init__()
        self._here: list[str] = [HERE]
        self._used: list[str] = []
        self._marked = self._asking = self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key does the same
        self.clicked.connect(lambda: self.turn(1))
        self._show()

    def read(self, store: StoreThread) -> None:
        """Read the languages in use."""
        from facilitator.workshop.queries.spoken import languages_here

        store.submit(lambda workshop: workshop.read(languages_here), self.show_languages)

    def show_languages(self, codes: Sequence[str]) -> None:
        """Go through these from now on; the marked one stays."""
        self._here = list(dict.fromkeys([*codes, HERE, *filter(None, [self._marked])]))

    def code(self) -> str:
        """The language of the next note; empty while nobody said it, or while the words look like another one."""
        return "" if self._asking else self._marked

    def asking(self) -> str:
        """The language that is asked about, or nothing."""
        return self._asking

    def look_at(self, words: str) -> None:
        """Ask about the language of these words when they do not look like the marked one."""
        self._words = words
        asking = propose(words, self._marked, [*self._used, *self._here], HERE)
        if asking != self._asking:
            self._asking = asking
            self._show()

    def turn(self, by: int) -> None:
        """Say yes to what is asked, or to what the letters in the bar look like while nothing is marked; else go so
        many languages on. After the last comes none.
        """
        likeliest = "" if self._marked else likeliest_of(self._words, [*self._used, *self._here], HERE)
        if self._asking or likeliest:
            self._marked = self._asking or likeliest
        else:
            codes = ["", *self._here]
            at = codes.index(self._marked) if self._marked in codes else 0
            self._marked = codes[(at + by) % len(codes)]
        self._asking = ""
        if self._marked:
            self._used = [self._marked, *(code for code in self._used if code != self._marked)]
        self._show()

    def _show(self) -> None:
        name = language_name(self._marked) if self._marked else self.tr("Language")
        if self._asking:
            asked = language_name(self._asking)
            self.setText(self.tr("{language}?  Alt+L").format(language=asked))
            self.setAccessibleName(self.tr("Is this {language}? Alt+L says yes").format(language=asked))
        else:
            self.setText(f"{name}  Alt+L")
            self.setAccessibleName(
                self.tr("Written in {language}").format(language=name)
                if self._marked
                else self.tr("Nobody has said the language")
            )
        explain(self, self.tr("The language of the next notes: Alt+L goes to the next one, Alt+Shift+L back"))
        self.setProperty("asks", bool(self._asking))
        self.style().unpolish(self)
        self.style().polish(self)
