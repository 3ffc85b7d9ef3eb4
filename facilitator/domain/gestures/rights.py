"""Gestures that people have a right to: to be forgotten, and their name blacked out where others wrote it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Delete, Edit, Insert, Redact, RowRef, Set, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_ANEW = uuid.UUID("6f9d1c0e-2f3b-4e58-9a37-1d2f7c5b8e04")


@dataclass(frozen=True, slots=True)
class Anew:
    """A row that goes on under another id with other values, so that no history leads back to what it said."""

    old: RowRef
    values: Mapping[str, Value]

    @property
    def new(self) -> RowRef:
        """The row it goes on as: the same on every laptop, so that two that rewrite it do not make it twice."""
        return RowRef(self.old.table, uuid.uuid5(_ANEW, self.old.id.hex))


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What it takes to forget: rows that go for good, rows that go on anew, and cells that point elsewhere now."""

    gone: Sequence[RowRef] = ()
    anew: Sequence[Anew] = ()
    moved: Iterable[tuple[RowRef, str, uuid.UUID | None]] = ()


def forget_person(forgetting: Forgetting) -> Change:
    """Take a person out of rows, log and every later merge. Cannot be undone."""
    return _forget("person-forget", forgetting)


def black_out(forgetting: Forgetting) -> Change:
    """Black a name out where others wrote it, in rows, log and every later merge. Cannot be undone."""
    return _forget("name-black-out", forgetting)


def _forget(code: str, forgetting: Forgetting) -> Change:
    away = [*forgetting.gone, *(one.old for one in forgetting.anew)]
    made: list[Edit] = [Insert(one.new.table, one.new.id, one.values) for one in forgetting.anew]
    moved: list[Edit] = [Set(row.table, row.id, {column: to}) for row, column, to in forgetting.moved]
    blank: list[Edit] = [Redact(row.table, row.id) for row in away]
    taken: list[Edit] = [Delete(row.table, row.id) for row in away]
    return Change(code, (*made, *moved, *blank, *taken))
