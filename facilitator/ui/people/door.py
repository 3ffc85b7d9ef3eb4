"""The door: three letters of a name and Enter tick somebody; who is not on the list is written down in one more key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.typed_words import as_typed
from facilitator.ui.boards.capture_bar import CaptureField
from facilitator.ui.parts.widgets import button, column, label, row

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class DoorField(CaptureField):
    """Where the letters are typed. Escape takes them away."""

    walked_in = Signal()
    expected = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Escape here while something is typed; the window has another use for it."""
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in ENTER and event.modifiers() & SHIFT:
            self.walked_in.emit()
        elif event.key() in ENTER and event.modifiers() & CONTROL:
            self.expected.emit()
        else:
            super().keyPressEvent(event)


class Door(QWidget):
    """`typed` carries the letters as they come, `ticked` says that the chosen person is here; `walked_in` and
    `expected` carry the name of somebody who is not on the list, `pasted` many lines of them.
    """

    typed = Signal(str)
    ticked = Signal()
    walked_in = Signal(str)
    expected = Signal(str)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = DoorField()
        self.field.setAccessibleName(self.tr("Who is at the door?"))
        self.field.setAccessibleDescription(self.tr("Type three letters of a name, then Enter."))
        self.field.setPlaceholderText(self.tr("Who is at the door? Three letters, then Enter"))
        self.field.textChanged.connect(self.typed)
        self.field.returnPressed.connect(self.ticked)
        self.field.walked_in.connect(lambda: self._send(self.walked_in))
        self.field.expected.connect(lambda: self._send(self.expected))
        self.field.many.connect(self.pasted)
        self.here = button(self.tr("Is here  Enter"), self.ticked.emit, main=True)
        self.new = button(
            self.tr("Walked in  Shift+Enter"),
            lambda: self._send(self.walked_in),
            about=self.tr("Write down somebody who is not on the list. A first name is enough"),
        )
        self.add = button(
            self.tr("Expect  Ctrl+Enter"),
            lambda: self._send(self.expected),
            about=self.tr("Add somebody to the list who is not here yet"),
        )
        self._said = label("", "muted", wrap=True)
        line, below = row(self.field, self.here, gap=8), row(self._said, self.new, self.add, gap=8)
        for one in (line, below):
            one.setStretch(0, 1)
        self.setLayout(column(line, below, gap=8))

    def clear(self) -> None:
        """Take the letters away and stay ready for the next ones."""
        self.field.clear()
        self.field.setFocus()

    def give_back(self, words: str) -> None:
        """Put a name back that could not be stored."""
        self.field.setText(words)

    def say(self, words: str) -> None:
        """Say what came of it, to the eye and the ear."""
        self._said.setText(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def words(self) -> str:
        """What was said last."""
        return self._said.text()

    def _send(self, signal: SignalInstance) -> None:
        name = " ".join(as_typed(self.field.text()).split())
        if name:
            signal.emit(name)
        else:
            self.say(self.tr("Type the name first. A first name is enough."))
            self.field.setFocus()
