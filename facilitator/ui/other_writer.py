"""A window that may only read looks now and then whether the one that writes has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from facilitator.ui.parts.page import Page
    from facilitator.ui.store_thread import StoreThread

LOOK_AGAIN = 1_000  # milliseconds


class OtherWriter(QObject):
    """Has the pages read everything again when the file has changed since the last look."""

    def __init__(self, store: StoreThread, pages: dict[str, Page]) -> None:
        super().__init__(store)
        self._store, self._pages = store, pages
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
                for page in self._pages.values():
                    page.reread()
            self._version = version

        self._store.submit(lambda workshop: workshop.data_version(), seen)
