"""Where a theme is typed: a name that exists takes the selected notes in, a new one makes the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Iterable


class ThemeForm(QWidget):
    """One field for two things: `grouped` carries the theme for the notes, `renamed` the other name of their
    theme; `begun` says that one is asked for.
    """

    grouped = Signal(str)
    renamed = Signal(str)
    taken_out = Signal()
    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._renaming = False
        self._name = ""
        self._words = label("", "small")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a theme, then Enter"))
        calm(self.field)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._done)
        self._out = button(self.tr("Take out"), self.taken_out.emit, about=self.tr("Take out of the theme: Ctrl+U"))
        self._rename = button(self.tr("Rename"), self.begin_renaming, about=self.tr("Rename the theme: Shift+F2"))
        self.setLayout(column(self._words, self.field, row(self._rename, self._out, None, gap=8), gap=4))
        self._ask_for(renaming=False)

    def show_themes(self, names: Iterable[str]) -> None:
        """The names that are completed."""
        self._known.setStringList(list(names))

    def show_theme(self, name: str) -> None:
        """The theme of the selected notes, or nothing when they are in none or in several."""
        self._name = name
        self._rename.setVisible(bool(name))
        self._out.setVisible(bool(name))
        if not self.field.hasFocus():
            self._ask_for(renaming=False)

    def begin_grouping(self) -> None:
        """Ask for the theme the notes belong to."""
        self._begin(renaming=False)

    def begin_renaming(self) -> None:
        """Ask for another name of the theme."""
        if self._name:
            self._begin(renaming=True)

    def _begin(self, *, renaming: bool) -> None:
        self._ask_for(renaming=renaming)
        self.field.setFocus()
        self.field.selectAll()
        self.begun.emit()

    def _ask_for(self, *, renaming: bool) -> None:
        self._renaming = renaming
        words = self.tr("New name of the theme") if renaming else self.tr("Theme  Ctrl+G")
        self._words.setText(words)
        self.field.setAccessibleName(words)
        self.field.setText(self._name)
        self.field.setCursorPosition(0)

    def _done(self) -> None:
        name = " ".join(self.field.text().split())
        if self._renaming and name:
            self.renamed.emit(name)
        elif name:
            self.grouped.emit(name)
        else:
            self.taken_out.emit()
