"""The program as the desktop sees it: macOS names no file on the command line, it asks the running app to open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Emits `asked_to_open` with the path of a file that the desktop hands over."""

    asked_to_open = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Take a file; anything else goes its way. Only events for the app itself come here, so nothing gets slower."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked_to_open.emit(Path(event.file()))
            return True
        return super().event(event)
