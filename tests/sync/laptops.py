"""A laptop with its file: opened when it is first asked something, closed when others want the file."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.board import Note
from facilitator.sync.merging import merge
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.workshop import Workshop
from tests.workshop.random_changes import State, state_of

if TYPE_CHECKING:
    from facilitator.domain.change import Change, Effects
    from facilitator.store.session import Clock
    from facilitator.sync.merged import Merged
    from facilitator.workshop.places import Places
    from facilitator.workshop.queries.conflicts import Conflict

BOARD = uuid.UUID(int=1)


class Laptop:
    """One copy of the workshop and whoever works on it."""

    def __init__(self, path: Path, places: Places) -> None:
        self.path = path
        self.places = places
        self._open: Workshop | None = None
        self.clock: Clock = lambda: 1_790_000_000_000

    @property
    def workshop(self) -> Workshop:
        if self._open is None:
            self._open = Workshop.open(self.path, self.places, clock=self.clock)
        return self._open

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def does(self, *changes: Change) -> Effects:
        return [self.workshop.apply(change) for change in changes][-1]

    def merges(self, *others: Laptop) -> Merged:
        for other in others:
            other.close()
        return merge(self.workshop, [other.path for other in others], self.places)

    def texts(self) -> list[str]:
        return sorted(note.text for note in self.workshop.read(lambda reader: reader.find(Note)))

    def state(self) -> State:
        return state_of(self.workshop)

    def conflicts(self) -> list[Conflict]:
        return self.workshop.read(conflicts)
