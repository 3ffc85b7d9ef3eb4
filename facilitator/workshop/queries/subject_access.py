"""Everything a workshop holds on one person, for that person: what stands in it now, what once stood, and where others
wrote their name. Source: the UK Information Commissioner's guidance on the right of access.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa

from facilitator.domain.change import RowRef
from facilitator.domain.masking import named_in
from facilitator.domain.people import Participant, Table
from facilitator.domain.programme import Session
from facilitator.domain.schema import shapes
from facilitator.store.log_tables import change, change_group, change_name, change_row, change_session
from facilitator.workshop.queries.traces import PERSON, cells_of, ever_pointing_to, mentions, wordy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.domain.attachment import Attachment
    from facilitator.workshop.reader import Reader

OTHERS = frozenset({"board_id", "theme_id", "position", "x", "y", "face_down"})
"""Columns that say nothing of a person."""

_column = change_name.alias("column_name")


@dataclass(frozen=True, slots=True)
class Held:
    """One row: its table, and what stands in it by column."""

    table: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Logged:
    """What was once written: when (ISO 8601, UTC), on which laptop, and what by column."""

    at: str
    device: str
    table: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class OnPerson:
    """All of it. Of other people it says no name."""

    name: str
    programme: str
    rows: tuple[Held, ...]
    past: tuple[Logged, ...]
    mentions: tuple[Held, ...]
    pictures: tuple[Attachment, ...]


def held_on(reader: Reader, person_id: uuid.UUID, programme: str) -> OnPerson:
    """Everything held on a person who is in the workshop."""
    person = reader.get(Participant, person_id)
    name = person.display_name if person else ""
    own = [RowRef(PERSON, person_id), *ever_pointing_to(reader, person_id)]
    naming = _Naming(reader, person_id)
    in_use = [(ref, cells) for ref in own if _is_theirs(cells := cells_of(reader, ref), ref, person_id)]
    names = {str(cells.get("photo") or "") for _, cells in in_use}
    pictures = (reader.picture(name) for name in sorted(names - {""}))
    return OnPerson(
        name=name,
        programme=programme,
        rows=tuple(Held(ref.table, naming.words(ref.table, cells)) for ref, cells in in_use),
        past=tuple(_past(reader, own, naming)),
        mentions=tuple(_mentions(reader, name, own)),
        pictures=tuple(picture for picture in pictures if picture),
    )


def _is_theirs(cells: dict[str, Any], ref: RowRef, person_id: uuid.UUID) -> bool:
    """A row that is in use and, if it is a note, still said by them."""
    return bool(cells) and (ref.table != "note" or cells["participant_id"] == person_id)


class _Naming:
    """Puts words for the ids in a row: "you", "somebody else", a session's day."""

    def __init__(self, reader: Reader, person_id: uuid.UUID) -> None:
        sessions = {one.id: " ".join(filter(None, (one.date, one.title))) for one in reader.find(Session)}
        tables = {one.id: one.name for one in reader.find(Table)}
        self._known = {**sessions, **tables, person_id: "you"}

    def words(self, table: str, cells: dict[str, Any]) -> dict[str, str]:
        """A row's cells as text, without those that say nothing."""
        said = {name: self._word(table, name, value) for name, value in cells.items() if name not in OTHERS}
        return {name: word for name, word in said.items() if word}

    def _word(self, table: str, name: str, value: object) -> str:
        column = shapes()[table].columns.get(name)
        if column is not None and column.refers_to and value:
            other = "somebody else" if column.refers_to == PERSON else column.refers_to.replace("_", " ")
            return self._known.get(value if isinstance(value, uuid.UUID) else uuid.UUID(str(value)), other)
        if isinstance(value, bool):
            return "yes" if value else ""
        return str(value) if value else ""


def _past(reader: Reader, own: Iterable[RowRef], naming: _Naming) -> Iterator[Logged]:
    tables = {ref.id: ref.table for ref in own}
    query = (
        sa.select(change_row.c.uuid, _column.c.name, change.c.value, change_group.c.at, change_session.c.device_name)
        .join(change, change.c.row == change_row.c.id)
        .join(_column, _column.c.id == change.c.col)
        .join(change_group, change_group.c.id == change.c.grp)
        .join(change_session, change_session.c.id == change_group.c.session)
        .where(change_row.c.uuid.in_([row_id.bytes for row_id in tables]), change.c.value.is_not(None))
        .order_by(change_group.c.hlc, change_session.c.sid, change.c.seq)
    )
    for raw_id, column, value, at, device in reader.rows(query):
        table, said = tables[uuid.UUID(bytes=raw_id)], json.loads(value)
        whole = cast("dict[str, Any]", said) if isinstance(said, dict) else {column: said}
        cells = naming.words(table, whole)
        if cells:
            yield Logged(at, device, table, cells)


def _mentions(reader: Reader, name: str, own: list[RowRef]) -> Iterator[Held]:
    for ref in mentions(reader, name, own) if name.strip() else ():
        cells = cells_of(reader, ref)
        written = {column: str(cells[column]) for column in wordy(ref.table)}
        yield Held(ref.table, {column: said for column, said in written.items() if named_in(said, name)})
