"""A caret that stops blinking a few seconds after the last key: a blinking one wakes a laptop seven times a second all
afternoon.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

STEADY_AFTER = 5_000  # milliseconds
BLINK = 1_060  # milliseconds for one blink, on and off


class _Caret(QObject):
    """Blinks while somebody types into one of the fields it watches."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steady = QTimer(self, interval=STEADY_AFTER, singleShot=True)
        self._steady.timeout.connect(lambda: QApplication.setCursorFlashTime(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.FocusIn}:
            if not self._steady.isActive():
                QApplication.setCursorFlashTime(BLINK)
            self._steady.start()
        return False


def calm(field: QWidget) -> None:
    """Let the caret of this field rest after the last key."""
    app = QCoreApplication.instance()
    assert app is not None
    caret = app.findChild(_Caret) or _Caret(app)
    field.installEventFilter(caret)
