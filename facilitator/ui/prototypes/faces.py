"""How it felt: a face to press for each person who chose it, or the digits 1 to 4 while the row has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.ui.look.drawings import drawing
from facilitator.ui.parts.widgets import button, explain, row
from facilitator.ui.prototypes.feedback_words import FeedbackWords

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE = 28


class FaceRow(QWidget):
    """`rated` gives a face from 1 (sad) to 4 (glad); `left` says that somebody goes back to typing, and `typed` carries
    the letter they began with.
    """

    rated = Signal(int)
    left = Signal()
    typed = Signal(str)

    def __init__(self, *, may_press: bool = True) -> None:
        super().__init__()
        self._words = FeedbackWords(self).faces()
        self.buttons = {face: self._button(face, may_press=may_press) for face in self._words}
        self.setLayout(row(*self.buttons.values(), gap=6))
        self._draw()

    def show_counts(self, counts: Mapping[int, int]) -> None:
        """How many people chose each face."""
        for face, made in self.buttons.items():
            made.setText(f" {counts[face]}")
            made.setAccessibleName(f"{self._words[face]}: {counts[face]}")

    def enter(self) -> None:
        """Faces are counted now, by digits."""
        self.buttons[3].setFocus()

    def event(self, event: QEvent) -> bool:
        """Escape goes back to typing; the window has another use for it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self.left.emit()
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if digit.isdecimal() and int(digit) in self.buttons and self.isEnabled():
            self.rated.emit(int(digit))
        elif digit.isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.typed.emit(digit)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        for face, made in self.buttons.items():
            made.setIcon(drawing(f"face-{face}", SIZE, made))

    def _button(self, face: int, *, may_press: bool) -> QPushButton:
        made = button("0", lambda: self.rated.emit(face) if may_press else None)
        made.setIconSize(QSize(SIZE, SIZE))
        if may_press:
            about = self.tr("{feeling}: count one more person. Key {digit}, after Ctrl+R")
            explain(made, about.format(feeling=self._words[face], digit=face))
        else:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setFlat(True)
            explain(made, self._words[face])
        return made
