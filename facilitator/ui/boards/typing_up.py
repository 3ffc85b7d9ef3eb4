"""Typing up what was photographed: one picture after another, large above the field; the hands stay on the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.queries.board import NoteLine


class Crop(QLabel):
    """A picture as large as there is room, never larger than twice itself."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(120)

    def show_picture(self, picture: QPixmap) -> None:
        """Show this one."""
        self._picture = picture
        self._fit()

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        if self._picture.isNull():
            self.setText(self.tr("This picture is not in the file."))
            return
        ratio = self.devicePixelRatioF()
        room = (self.size() * ratio).boundedTo(self._picture.size() * 2)
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = self._picture.scaled(QSize(room), Qt.AspectRatioMode.KeepAspectRatio, smooth)
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)


class TypingUp(QWidget):
    """The queue. `typed` carries a note and its words, `wants` the hash of a picture, `left` that one goes back."""

    typed = Signal(object, str)
    wants = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._queue: list[NoteLine] = []
        self._head = label("", "title")
        self._crop = Crop()
        self.field = QLineEdit()
        self.field.setObjectName("capture")
        self.field.setAccessibleName(self.tr("What the note in the picture says"))
        self.field.setPlaceholderText(self.tr("Type what it says, in its own language, then Enter"))
        calm(self.field)
        self.field.returnPressed.connect(self._keep)
        later = button(self.tr("Leave this one for later"), self._skip, about=self.tr("Down: the next picture"))
        back = button(self.tr("Back to the board"), self.left.emit, about=self.tr("Esc"))
        box = column(self._head, self._crop, self.field, row(later, None, back), gap=12)
        box.setContentsMargins(tokens.PAGE_MARGIN, 20, tokens.PAGE_MARGIN, 20)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setFocusProxy(self.field)

    def show_notes(self, notes: Sequence[NoteLine]) -> None:
        """The notes that are only pictures so far; where one is, is kept."""
        at = self._queue[0].id if self._queue else None
        waiting = [note for note in notes if note.photo and not note.text]
        start = next((turn for turn, note in enumerate(waiting) if note.id == at), 0)
        self._queue = waiting[start:] + waiting[:start]
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
        self._crop.setAccessibleName(self.tr("The picture of the note"))
        self.wants.emit(self._queue[0].photo)

    def _keep(self) -> None:
        words = self.field.text().strip()
        if words and self._queue:
            self.field.clear()
            self.typed.emit(self._queue[0], words)

    def _skip(self) -> None:
        if len(self._queue) > 1:
            self._queue.append(self._queue.pop(0))
            self._show()
