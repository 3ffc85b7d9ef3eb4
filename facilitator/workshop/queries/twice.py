"""What two laptops each wrote down while they were apart: the same person, story, table, board or theme typed on both,
and the same number given out on both. No merge decides by itself that two rows mean one thing, so the first are offered
for joining and the second are told.
"""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.change import Change, Delete, Edit, RowRef, Set, Value
from facilitator.domain.errors import BadChange
from facilitator.domain.find import folded
from facilitator.domain.schema import referrers, shapes
from facilitator.store.log_tables import INSERTED, change, change_name, change_row, change_session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.workshop.reader import Reader

SAME = {
    "participant": ("display_name",),
    "story": ("title", "body"),
    "room_table": ("name", "session_id"),
    "board": ("question",),
    "theme": ("name", "board_id"),
}
"""What has to be the same, but for capitals, accents and spaces, for two rows to look like one."""
NUMBERED = {"ballot": ("poll_id", "number"), "option": ("poll_id", "place"), "prototype": ("idea_id", "version")}
"""Rows that are counted within another."""
_NO_PAPER = ("screen", "hands", "passing", "tokens", "assisted")
"""Ballots on which no number is printed: that two have the same confuses nobody."""


@dataclass(frozen=True, slots=True)
class LooksTheSame:
    """Two rows, typed on two laptops, that look like one. `keep` is the one that was made first."""

    keep: RowRef
    other: RowRef


@dataclass(frozen=True, slots=True)
class SameNumber:
    """Rows of one vote or idea that have the same number, because each laptop went on counting by itself."""

    table: str
    part_of: uuid.UUID
    number: int
    rows: tuple[uuid.UUID, ...]


def typed_twice(reader: Reader) -> list[LooksTheSame]:
    """What may be joined, people first. Two that were typed on one laptop are left alone: whoever typed both knew."""
    found: list[LooksTheSame] = []
    for table in SAME:
        for alike in _alike(reader, table):
            made = _made_on(reader, alike)
            first, *others = sorted(alike, key=lambda row: (made[row][1], row))
            found += [
                LooksTheSame(RowRef(table, first), RowRef(table, other))
                for other in others
                if made[other][0] != made[first][0]
            ]
    return found


def same_numbers(reader: Reader) -> list[SameNumber]:
    """Paper ballots, options and versions whose number two rows have."""
    return [one for table, columns in NUMBERED.items() for one in _numbered(reader, table, *columns)]


def join_rows(reader: Reader, pair: LooksTheSame) -> Change:
    """Make one row of two: what points to the other points to the one that is kept, which is filled in where it says
    nothing. Raises BadChange when one of them is gone.
    """
    keep, other = _values(reader, pair.keep), _values(reader, pair.other)
    shape = shapes()[pair.keep.table]
    filled = {
        name: other[name]
        for name, column in shape.columns.items()
        if keep[name] == column.default and other[name] != column.default
    }
    edits: list[Edit] = [Set(pair.keep.table, pair.keep.id, filled)] if filled else []
    for referring, column in referrers(pair.keep.table):
        table = referring.table
        rows = reader.rows(sa.select(table.c.id).where(table.c[column.name] == pair.other.id).order_by(table.c.id))
        edits += [Set(referring.name, row[0], {column.name: pair.keep.id}) for row in rows]
    return Change("rows-join", (*edits, Delete(pair.other.table, pair.other.id)))


def _alike(reader: Reader, table: str) -> list[list[uuid.UUID]]:
    shape = shapes()[table]
    columns = [shape.table.c[name] for name in SAME[table]]
    by_words: dict[tuple[object, ...], list[uuid.UUID]] = {}
    said: sa.Select[Any] = sa.select(shape.table.c.id, *columns)
    for row in reader.rows(said):
        key = tuple(map(_compared, tuple(row[1:])))
        if key[0]:
            by_words.setdefault(key, []).append(row[0])
    return [rows for rows in by_words.values() if len(rows) > 1]


def _compared(value: object) -> object:
    return folded(value) if isinstance(value, str) else value


def _made_on(reader: Reader, rows: Iterable[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
    """The device each row was made on, and when that device had opened the file."""
    query = (
        sa.select(change_row.c.uuid, change_session.c.device, change_session.c.opened_at)
        .select_from(change_row)
        .join(change, change.c.row == change_row.c.id)
        .join(change_session, change_session.c.id == change.c.session)
        .where(
            change_row.c.uuid.in_([row.bytes for row in rows]),
            change.c.col.in_(sa.select(change_name.c.id).where(change_name.c.name == INSERTED)),
        )
    )
    return {uuid.UUID(bytes=raw): (device, at) for raw, device, at in reader.rows(query)}


def _numbered(reader: Reader, table: str, part_of: str, number: str) -> list[SameNumber]:
    rows = shapes()[table].table
    query = sa.select(rows.c[part_of], rows.c[number], rows.c.id).order_by(rows.c[part_of], rows.c[number], rows.c.id)
    if table == "ballot":
        query = query.where(rows.c.channel.not_in(_NO_PAPER))
    found = [(whole, turn, row) for whole, turn, row in reader.rows(query)]
    often = Counter((whole, turn) for whole, turn, _ in found)
    return [
        SameNumber(table, whole, turn, tuple(row for a, b, row in found if (a, b) == (whole, turn)))
        for (whole, turn), count in often.items()
        if count > 1
    ]


def _values(reader: Reader, ref: RowRef) -> dict[str, Value]:
    shape = shapes()[ref.table]
    columns = [shape.table.c[name] for name in shape.columns]
    rows = reader.rows(sa.select(*columns).where(shape.table.c.id == ref.id))
    if not rows:
        raise BadChange("One of the two has been taken away meanwhile.")
    return dict(zip(shape.columns, rows[0], strict=True))
