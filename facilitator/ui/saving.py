"""What the rail says about saving: "Saved on this laptop" only when everything that was asked for is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from facilitator.ui.rail import Rail
    from facilitator.ui.store_thread import StoreThread

SLOW = 300  # milliseconds before the window says that it is still saving


class Saving(QObject):
    """Follows the store thread. `settled` says that everything it was asked for is done."""

    settled = Signal()

    def __init__(self, store: StoreThread, rail: Rail) -> None:
        super().__init__(store)
        self._rail = rail
        self._read_only: bool | None = None
        self._slow = QTimer(self, interval=SLOW, singleShot=True)
        self._slow.timeout.connect(lambda: rail.show_state(self.tr("Saving …"), self.tr("Saving")))
        store.waiting.connect(self._wait)

    def begin(self, *, read_only: bool) -> None:
        """A workshop is open now."""
        self._read_only = read_only
        self._say()

    def end(self) -> None:
        """No workshop is open any more."""
        self._read_only = None

    def _wait(self, waiting: bool) -> None:
        if waiting:
            self._slow.start()
        else:
            self._slow.stop()
            self._say()
            self.settled.emit()

    def _say(self) -> None:
        if self._read_only:
            self._rail.show_state(self.tr("For reading only"), self.tr("To read"))
        elif self._read_only is not None:
            self._rail.show_state(self.tr("Saved on this laptop"), self.tr("Saved"))
