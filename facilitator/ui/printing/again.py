"""Three buttons that tick for you: only the document one is at, only what changed since it was printed, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.parts.widgets import button, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class Again(QWidget):
    """`pressed` carries the deed that was asked for; the names are those in deeds.py."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.this_button = self._button(
            "only-this", self.tr("Only this"), self.tr("Tick only this document: Ctrl+Shift+O")
        )
        self.changed_button = self._button(
            "only-changed",
            self.tr("What changed"),
            self.tr("Tick only what says something else than when it was printed: Ctrl+Shift+D"),
        )
        self.all_button = self._button(
            "all-again", self.tr("All"), self.tr("Tick all that the session needs: Ctrl+Shift+A")
        )
        self.setLayout(row(self.this_button, self.changed_button, None, self.all_button, gap=6))

    def buttons(self) -> tuple[QPushButton, ...]:
        """The three, in order."""
        return self.this_button, self.changed_button, self.all_button

    def show_state(self, *, alone: bool, changed: bool, usual: bool) -> None:
        """Whether the document is ticked alone already, whether anything changed, and whether all is ticked."""
        self.this_button.setEnabled(not alone)
        self.changed_button.setEnabled(changed)
        self.all_button.setEnabled(not usual)

    def _button(self, deed: str, words: str, about: str) -> QPushButton:
        return button(words, lambda: self.pressed.emit(deed), about=about)
