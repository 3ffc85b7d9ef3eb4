"""Bringing in what other laptops gathered: their files are merged on the store thread, shown going on, and can be
stopped; then it is said what came.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import NeedsPassphrase
from facilitator.ui import files
from facilitator.ui.parts.held_backups import HeldBackups
from facilitator.ui.store_thread import Cancel
from facilitator.ui.together.words import NAMED, TogetherWords

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from facilitator.domain.change import Effects
    from facilitator.sync.merged import Merged
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.conflict_view import DoubleNumber, Found
    from facilitator.workshop.workshop import Workshop


class Bringing(QObject):
    """`brought` carries what a merge came to, a sentence a line; `locked` the files that wait for a passphrase,
    or none.
    """

    brought = Signal(object)
    locked = Signal(object)
    _went_on = Signal(int)

    def __init__(self, page: QWidget, store: StoreThread, notice: Notice) -> None:
        super().__init__(page)
        self._page, self._store, self._notice = page, store, notice
        self._words = TogetherWords(self)
        self._cancel = Cancel()
        self._asked_for = ""
        self._backups = HeldBackups(self, store, notice)
        self._went_on.connect(self._say_going_on)

    def begin(self) -> None:
        """Ask for files, and bring them in."""
        if paths := files.ask_others(self._page):
            self.bring_in(paths)

    def bring_in(self, paths: Sequence[Path], passphrase: str = "") -> None:
        """Bring these files in; locked ones are opened by this laptop's own key or the passphrase."""
        came: list[Merged] = []
        named: list[Found] = []
        ballots: list[DoubleNumber] = []
        cancel = self._cancel = Cancel()

        def merge_all(workshop: Workshop) -> Effects:
            from facilitator.sync.merging import merge
            from facilitator.sync.opener_here import opener_here
            from facilitator.sync.unpacked import all_unpacked
            from facilitator.workshop.places import Places
            from facilitator.workshop.queries.conflict_view import ballots_read_twice, found

            def going_on(done: int, of: int) -> None:
                cancel.check()
                self._went_on.emit(round(100 * done / max(of, 1)))

            places = Places.of_this_laptop()
            opener = replace(opener_here(places), passphrase=passphrase)
            with all_unpacked(paths, workshop, places, lambda _bundle: opener) as unpacked:
                came.append(merge(workshop, unpacked, places, going_on))
            named.extend(workshop.read(lambda reader: found(reader, came[0].still_there.mentions)))
            ballots.extend(workshop.read(ballots_read_twice))
            return came[0].effects

        def done(_effects: Effects) -> None:
            self._notice.take_back(self._asked_for)  # a passphrase may have been typed before the one before was tried
            left = came[0].still_there
            forgotten = self._words.forgotten(left, named)
            again = [self._words.double(one) for one in ballots[:NAMED]]
            lines = [*self._words.report(came[0]), *again, *forgotten]
            self.brought.emit(lines)
            if left.backups:  # the page says the rest, and stays
                said = " ".join(forgotten[: bool(left.people) + bool(left.notes)])
                self._backups.offer(said, left.backups, left.gone, notes=bool(left.notes))
            else:
                self._notice.say(" ".join(lines), warn=bool(came[0].conflicts or again or left.mentions))

        def refused(error: Exception) -> None:
            self._notice.hide()
            waits = isinstance(error, NeedsPassphrase)
            self._asked_for = str(error) if waits else ""
            self.locked.emit(list(paths) if waits else [])

        self._notice.take_back(self._asked_for)
        self._say_going_on(0)
        self._store.change(merge_all, done, refused)

    def _say_going_on(self, percent: int) -> None:
        self._notice.say(
            self.tr("Bringing in what the other laptops gathered … {percent} %").format(percent=percent),
            do=self.tr("Stop"),
            act=self._cancel.set,
        )
