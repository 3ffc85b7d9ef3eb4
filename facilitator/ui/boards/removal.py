"""Removing notes for good takes two presses: the first says in the strip what it means, the second does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.gestures.board import remove_notes_for_good

if TYPE_CHECKING:
    import uuid
    from pathlib import Path

    from facilitator.domain.change import Effects
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop

NAMED = 3  # backups; more would fill the strip


class Removal(QObject):
    """The question stands for the notes it was asked of, and only while the strip still shows it."""

    def __init__(self, store: StoreThread, view: BoardViews, notice: Notice) -> None:
        super().__init__(view)
        self._store, self._list, self._notice = store, view, notice
        self._asked: frozenset[uuid.UUID] = frozenset()
        self._question = ""

    def press(self) -> None:
        """Ask, or do it when that was just asked of the same notes."""
        ids = frozenset(note.id for note in self._list.chosen_notes())
        if not ids:
            return
        if ids == self._asked and self._notice.is_saying(self._question):
            self._remove(ids)
        else:
            self._store.submit(lambda workshop: _backups(workshop, ids), lambda held: self._ask(ids, held))

    def _ask(self, ids: frozenset[uuid.UUID], held: list[Path]) -> None:
        if ids != frozenset(note.id for note in self._list.chosen_notes()):
            return
        if len(ids) == 1:
            asked = self.tr("Remove this note for good? This cannot be undone. Press Ctrl+Delete again to do it.")
        else:
            asked = self.tr("Remove {count} notes for good? This cannot be undone. Press Ctrl+Delete again to do it.")
        self._asked = ids
        self._question = f"{asked.format(count=len(ids))} {self._copies(held)}".strip()
        self._notice.say(self._question, warn=True, do=self.tr("Remove for good"), act=lambda: self._remove(ids))

    def _remove(self, ids: frozenset[uuid.UUID]) -> None:
        self._asked, self._question = frozenset(), ""
        held: list[Path] = []

        def remove(workshop: Workshop) -> Effects:
            from facilitator.workshop.queries.board import what_hangs_on

            hanging = workshop.read(lambda reader: what_hangs_on(reader, ids))
            effects = workshop.apply(remove_notes_for_good(ids, hanging))
            held.extend(_backups(workshop, ids))
            return effects

        def removed(effects: Effects) -> None:
            parts = (self.tr("Removed for good."), self._left_on_disk(effects), self._copies(held))
            self._notice.say(" ".join(filter(None, parts)), warn=bool(held) or effects.remains)

        self._notice.hide()
        self._store.change(remove, removed)

    def _left_on_disk(self, effects: Effects) -> str:
        if not effects.remains:
            return ""
        return self.tr("The words could not be wiped off the disk yet. Close this workshop here to wipe them.")

    def _copies(self, held: list[Path]) -> str:
        """Where the words still are on this laptop."""
        if not held:
            return self.tr("No backup on this laptop holds the words.")
        names = ", ".join(path.name for path in held[:NAMED])
        if len(held) > NAMED:
            names = self.tr("{names} and {count} more").format(names=names, count=len(held) - NAMED)
        words = self.tr("Backups on this laptop that still hold the words, in {folder}: {names}. Delete them there.")
        return words.format(folder=held[0].parent, names=names)


def _backups(workshop: Workshop, ids: frozenset[uuid.UUID]) -> list[Path]:
    from facilitator.workshop.queries.happened import merged_into

    every = (*ids, *workshop.read(lambda reader: merged_into(reader, ids)))
    return [backup.path for backup in workshop.backups_holding(every)]
