"""Bringing in what was gathered elsewhere: read and stored on the store thread, shown and stopped from the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.ui.store_thread import Cancel

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.change import Effects
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop


class Importing(QObject):
    """One import."""

    def __init__(self, parent: QObject, store: StoreThread, notice: Notice) -> None:
        super().__init__(parent)
        self._store, self._notice = store, notice
        self._cancel = Cancel()

    def polis(self, folder: Path) -> None:
        """Bring in the folder of a Polis export as one Change, which one undo takes back."""
        notices: list[str] = []

        def bring_in(workshop: Workshop) -> Effects:
            from facilitator.exchange.polis import read_polis

            incoming = read_polis(folder)
            notices.extend(incoming.notices)
            self._cancel.check()
            return workshop.apply(incoming.change)

        def done(_effects: Effects) -> None:
            words = self.tr("The Polis folder is in. Undo takes it out again.")
            self._notice.say(" ".join([words, *notices]))
            self.deleteLater()

        self._notice.say(self.tr("Bringing in the Polis folder …"), do=self.tr("Stop"), act=self._cancel.set)
        self._store.change(bring_in, done, lambda _error: self.deleteLater())
