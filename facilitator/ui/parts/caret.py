"""A caret that stops blinking a few seconds after the last key: a blinking one wakes a laptop seven times a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STEADY_AFTER = 5_000  # milliseconds
BLINK = 1_060  # milliseconds for one blink, on and off


class Caret(QObject):
    """Blinks while somebody types into one of the fields it watches."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.steady = QTimer(self, interval=STEADY_AFTER, singleShot=True)
        self.steady.timeout.connect(lambda: QApplication.setCursorFlashTime(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.FocusIn}:
            if QApplication.cursorFlashTime() != BLINK:
                QApplication.setCursorFlashTime(BLINK)
            self.steady.start()
        return False


def caret() -> Caret:
    """The one caret of the app."""
    app = QCoreApplication.instance()
    assert app is not None
    return app.findChild(Caret) or Caret(app)


def calm(field: QWidget) -> None:
    """Let the caret of this field rest after the last key."""
    field.installEventFilter(caret())
