"""Typing up what was photographed: one picture after another, large above the field; the hands stay on the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.ui.boards.cut_out import WHOLE, CutOut
from facilitator.ui.look import tokens
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from PySide6.QtGui import QPixmap

    from facilitator.workshop.queries.board import NoteLine


class TypingUp(QWidget):
    """The queue. `typed` carries a note and its words, `reshaped` a note, the part of its picture to keep and by how
    many quarter turns it is to be turned; `wants` the hash of a picture, `left` that one goes back.
    """

    typed = Signal(object, str)
    reshaped = Signal(object, QRectF, int)
    wants = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._queue: list[NoteLine] = []
        self._head = label("", "title")
        self._crop = CutOut()
        self._crop.kept.connect(lambda part: self._reshape(part, 0))
        self._crop.left.connect(lambda: self.field.setFocus())
        self.field = QLineEdit()
        self.field.setObjectName("capture")
        self.field.setAccessibleName(self.tr("What the note in the picture says"))
        self.field.setPlaceholderText(self.tr("Type what it says, in its own language, then Enter"))
        calm(self.field)
        self.field.returnPressed.connect(self._keep)
        later = button(self.tr("Leave this one for later"), self._skip, about=self.tr("Down: the next picture"))
        back = button(self.tr("Back to the board"), self.left.emit, about=self.tr("Esc"))
        cut = button(
            self.tr("Cut out"), self._crop.begin, about=self.tr("Choose the part of the picture that is the note")
        )
        turn = button(self.tr("Turn"), lambda: self._reshape(WHOLE, 1), about=self.tr("Turn the picture to the right"))
        box = column(self._head, self._crop, self.field, row(later, cut, turn, None, back), gap=12)
        box.setContentsMargins(tokens.PAGE_MARGIN, 20, tokens.PAGE_MARGIN, 20)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.field)

    def show_notes(self, notes: Sequence[NoteLine]) -> None:
        """The notes that are only pictures so far, in the order of the queue: those left for later stay behind."""
        waiting = {note.id: note for note in notes if note.photo and not note.text}
        kept = [waiting.pop(note.id) for note in self._queue if note.id in waiting]
        self._queue = [*kept, *waiting.values()]
        self._show()

    def show_picture(self, name: str, picture: QPixmap) -> None:
        """A picture that was wanted."""
        if self._queue and self._queue[0].photo == name:
            self._crop.show_picture(picture)

    def give_back(self, words: str) -> None:
        """The words could not be stored: here they are again."""
        self.field.setText(words)

    def note(self) -> uuid.UUID | None:
        """The note whose picture is shown."""
        return self._queue[0].id if self._queue else None

    def event(self, event: QEvent) -> bool:
        """Escape leads back to the board here, whatever it means to the window."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._skip()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        count = len(self._queue)
        if not count:
            self.left.emit()
            return
        left = self.tr("1 picture to type up") if count == 1 else self.tr("{count} pictures to type up")
        self._head.setText(left.format(count=count))
        self.wants.emit(self._queue[0].photo)

    def _keep(self) -> None:
        words = self.field.text().strip()
        if words and self._queue:
            self.field.clear()
            self.typed.emit(self._queue[0], words)

    def _reshape(self, part: QRectF, turned: int) -> None:
        if self._queue:
            self.reshaped.emit(self._queue[0], part, turned)
        self.field.setFocus()

    def _skip(self) -> None:
        if len(self._queue) > 1:
            self._queue.append(self._queue.pop(0))
            self._show()
