"""A window that may only read looks now and then whether the one that writes has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from facilitator.ui.shell import Window

LOOK_AGAIN = 1_000  # milliseconds


class OtherWriter(QObject):
    """Has everything read again when the file has changed since the last look."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._version: int | None = None
        self._timer = QTimer(self, interval=LOOK_AGAIN)
        self._timer.timeout.connect(self.look_again)

    def watch(self, *, on: bool) -> None:
        """Begin to look, or stop."""
        self._version = None
        self._timer.start() if on else self._timer.stop()

    def look_again(self) -> None:
        """Look once."""

        def seen(version: int) -> None:
            if self._version not in {None, version}:
                for page in self._window.pages.values():
                    page.reread()
                self._window.counting.read()
            self._version = version

        self._window.store.submit(lambda workshop: workshop.data_version(), seen)
