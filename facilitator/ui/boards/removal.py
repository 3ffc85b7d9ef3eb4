"""Removing notes for good takes two presses: the first says in the strip what it means, the second does it. Then the
backups here that still have the words can be rewritten by a third.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.change import RowRef
from facilitator.domain.gestures.board import remove_notes_for_good
from facilitator.ui.parts.held_backups import HeldBackups

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.domain.change import Effects
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Held:
    """The notes that go, those that were made one with them among them, and the backups that have their words."""

    notes: tuple[uuid.UUID, ...]
    backups: tuple[Path, ...]


class Removal(QObject):
    """The question stands for the notes it was asked of, and only while the strip still shows it."""

    def __init__(self, store: StoreThread, view: BoardViews, notice: Notice) -> None:
        super().__init__(view)
        self._store, self._list, self._notice = store, view, notice
        self._asked: frozenset[uuid.UUID] = frozenset()
        self._question = ""
        self._backups = HeldBackups(self, store, notice)

    def press(self) -> None:
        """Ask, or do it when that was just asked of the same notes."""
        ids = frozenset(note.id for note in self._list.chosen_notes())
        if not ids:
            return
        if ids == self._asked and self._notice.is_saying(self._question):
            self._remove(ids)
        else:
            self._store.submit(lambda workshop: _held(workshop, ids), lambda held: self._ask(ids, held))

    def _ask(self, ids: frozenset[uuid.UUID], held: Held) -> None:
        if ids != frozenset(note.id for note in self._list.chosen_notes()):
            return
        if len(ids) == 1:
            asked = self.tr("Remove this note for good? This cannot be undone. Press Ctrl+Delete again to do it.")
        else:
            asked = self.tr("Remove {count} notes for good? This cannot be undone. Press Ctrl+Delete again to do it.")
        self._asked = ids
        self._question = f"{asked.format(count=len(ids))} {self._copies(held.backups)}"
        self._notice.say(self._question, warn=True, do=self.tr("Remove for good"), act=lambda: self._remove(ids))

    def _remove(self, ids: frozenset[uuid.UUID]) -> None:
        self._asked, self._question = frozenset(), ""
        held: list[Held] = []

        def remove(workshop: Workshop) -> Effects:
            from facilitator.workshop.queries.board import what_hangs_on

            hanging = workshop.read(lambda reader: what_hangs_on(reader, ids))
            effects = workshop.apply(remove_notes_for_good(ids, hanging))
            held.append(_held(workshop, ids))
            return effects

        def removed(effects: Effects) -> None:
            said = " ".join(filter(None, (self.tr("Removed for good."), self._left_on_disk(effects))))
            if held[0].backups:
                self._backups.offer(said, held[0].backups, [RowRef("note", one) for one in held[0].notes])
            else:
                self._notice.say(f"{said} {self._copies(())}", warn=effects.remains)

        self._notice.hide()
        self._store.change(remove, removed)

    def _left_on_disk(self, effects: Effects) -> str:
        if not effects.remains:
            return ""
        return self.tr("The words could not be wiped off the disk yet. Close this workshop here to wipe them.")

    def _copies(self, backups: Sequence[Path]) -> str:
        """Where else on this laptop the words are, and what can be done about it."""
        if not backups:
            return self.tr("No backup on this laptop holds the words.")
        one = self.tr("1 backup on this laptop holds the words, too. You can take them out of it afterwards.")
        many = self.tr("{count} backups on this laptop hold the words, too. You can take them out of these afterwards.")
        return one if len(backups) == 1 else many.format(count=len(backups))


def _held(workshop: Workshop, ids: frozenset[uuid.UUID]) -> Held:
    from facilitator.workshop.queries.happened import merged_into

    every = (*ids, *workshop.read(lambda reader: merged_into(reader, ids)))
    return Held(every, tuple(backup.path for backup in workshop.backups_holding(every)))
