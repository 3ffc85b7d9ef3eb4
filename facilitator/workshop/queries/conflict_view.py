"""What was written differently on two laptops, with enough around it to choose: what it is about, and who wrote what
when. For the facilitator's own screen.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.may_be_shown import NameInTheRoom, may_be_shown
from facilitator.domain.schema import shapes
from facilitator.store.replay import row_states
from facilitator.store.session import row_key
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.queries.consent import consents
from facilitator.workshop.queries.read_twice import read_twice
from facilitator.workshop.queries.twice import same_numbers, typed_twice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.change import RowRef, Value
    from facilitator.workshop.queries.conflicts import Conflict, Version
    from facilitator.workshop.queries.twice import LooksTheSame
    from facilitator.workshop.reader import Reader

SAYS_WHAT_IT_IS = {
    "note": "text",
    "theme": "name",
    "board": "question",
    "poll": "question",
    "option": "text",
    "ballot": "number",
    "story": "title",
    "quote": "text",
    "insight": "statement",
    "idea": "name",
    "prototype": "name",
    "decision": "what",
    "feedback": "text",
    "session": "title",
    "activity": "title",
    "room_table": "name",
    "programme": "title",
}
"""The column by which people know a row."""

PERSON = "participant"


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version: `value` as it stands in the cell, `words` where it points to something with a name of its own. `at`
    is ISO 8601 in UTC. `deleted` is the version in which it is gone; `column` is what was written.
    """

    value: Value
    words: str
    column: str
    deleted: bool
    device_name: str
    at: str


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One thing to choose. `about` is what the row says now, or said last when it is taken away, `within` what it is
    part of; either may be empty.
    """

    id: str
    ref: RowRef
    column: str
    about: str
    within: str
    versions: tuple[VersionView, ...]


@dataclass(frozen=True, slots=True)
class TwiceView:
    """Something that was typed on two laptops and looks like one, by the words people know it by."""

    pair: LooksTheSame
    about: str


@dataclass(frozen=True, slots=True)
class DoubleNumber:
    """A number that two laptops gave out: of ballots, options or versions of what is called `within`. Of "mark" it is
    the number of a ballot that both counted, and not the same.
    """

    table: str
    number: int
    within: str


@dataclass(frozen=True, slots=True)
class Found:
    """A row to be looked for: what it says (nothing when it is withheld from the room), and what it is part of."""

    ref: RowRef
    about: str
    within: str


@dataclass(frozen=True, slots=True)
class Apart:
    """All that is to be put right after laptops were apart."""

    conflicts: tuple[ConflictView, ...]
    twice: tuple[TwiceView, ...]
    numbers: tuple[DoubleNumber, ...]


def apart(reader: Reader) -> Apart:
    """Everything there is to choose, to join and to know of."""
    naming = _Naming(reader)
    within = {"ballot": "poll", "option": "poll", "prototype": "idea"}
    return Apart(
        conflict_views(reader),
        tuple(TwiceView(pair, naming.of(pair.keep.table, pair.keep.id)) for pair in typed_twice(reader)),
        (
            *ballots_read_twice(reader),
            *(
                DoubleNumber(one.table, one.number, naming.of(within[one.table], one.part_of))
                for one in same_numbers(reader)
            ),
        ),
    )


def ballots_read_twice(reader: Reader) -> tuple[DoubleNumber, ...]:
    """Ballots that two laptops counted, and not the same."""
    naming = _Naming(reader)
    return tuple(DoubleNumber("mark", one.number, naming.of("poll", one.poll_id)) for one in read_twice(reader))


def conflict_views(reader: Reader) -> tuple[ConflictView, ...]:
    """Everything there is to choose, the oldest row first."""
    naming = _Naming(reader)
    return tuple(_view(naming, one) for one in conflicts(reader))


def found(reader: Reader, refs: Iterable[RowRef]) -> tuple[Found, ...]:
    """Where these rows are to be found."""
    naming = _Naming(reader)
    return tuple(Found(ref, naming.openly(ref.table, ref.id), naming.around(ref.table, ref.id)) for ref in refs)


def _view(naming: _Naming, conflict: Conflict) -> ConflictView:
    return ConflictView(
        id=conflict.id,
        ref=conflict.ref,
        column=conflict.column,
        about=naming.of(conflict.ref.table, conflict.ref.id),
        within=naming.around(conflict.ref.table, conflict.ref.id),
        versions=tuple(_version(naming, conflict.ref.table, version) for version in conflict.versions),
    )


def _version(naming: _Naming, table: str, version: Version) -> VersionView:
    column = shapes()[table].columns.get(version.column)
    points_to = column.refers_to if column else None
    words = naming.of(points_to, version.value) if points_to and isinstance(version.value, uuid.UUID) else ""
    return VersionView(version.value, words, version.column, version.deleted, version.device_name, version.at)


class _Naming:
    """Says by what words people know a row."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._people = consents(reader).people

    def of(self, table: str, row_id: uuid.UUID) -> str:
        """What a row says of itself, or nothing."""
        if table == PERSON:
            person = self._people.get(row_id)
            return person.name if person and may_be_shown(NameInTheRoom(), "screen") else ""
        column = SAYS_WHAT_IT_IS.get(table)
        return str(self._cell(table, column, row_id) or "") if column else ""

    def openly(self, table: str, row_id: uuid.UUID) -> str:
        """What a row says of itself, unless it is withheld."""
        withheld = "withheld" in shapes()[table].columns and self._cell(table, "withheld", row_id)
        return "" if withheld else self.of(table, row_id)

    def around(self, table: str, row_id: uuid.UUID) -> str:
        """What the first row says that this one cannot be without."""
        for column in shapes()[table].references:
            if column.required and column.refers_to:
                above = self._cell(table, column.name, row_id)
                return self.of(column.refers_to, above) if isinstance(above, uuid.UUID) else ""
        return ""

    def _cell(self, table: str, column: str, row_id: uuid.UUID) -> object:
        there = shapes()[table].table
        found = self._reader.rows(sa.select(there.c[column]).where(there.c.id == row_id))
        return found[0][0] if found else self._last(column, row_id)

    def _last(self, column: str, row_id: uuid.UUID) -> object:
        """What a row that was taken away said last: whoever chooses whether it stays has to know which it is."""
        key = row_key(self._reader.connection, row_id)
        return None if key is None else row_states(self._reader.connection, [key])[key].values.get(column)
