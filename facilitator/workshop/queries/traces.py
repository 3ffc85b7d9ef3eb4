"""Where a person, or a word, stands in rows and in the log of what rows once said: what forgetting has to reach."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, cast

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.change import RowRef, Value
from facilitator.domain.gestures.rights import Anew, Forgetting
from facilitator.domain.masking import masked, named_in
from facilitator.domain.schema import TableShape, referrers, shapes
from facilitator.store.log_tables import REDACTED, change, change_group, change_name, change_row
from facilitator.workshop.queries.board import what_hangs_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.workshop.reader import Reader

PERSON = "participant"
KEPT_AS_IT_IS = frozenset({"programme", PERSON, "poll", "option", "prototype"})
"""Rows that do not go on under another id: the file, other people, and what printed sheets are known by."""

_table_name, _column_name = change_name.alias("table_name"), change_name.alias("column_name")
_LOGGED = (
    sa.select(change_row.c.uuid, _table_name.c.name, _column_name.c.name, change.c.value)
    .join(change, change.c.row == change_row.c.id)
    .join(_table_name, _table_name.c.id == change_row.c.table)
    .join(_column_name, _column_name.c.id == change.c.col)
    .where(change.c.value.is_not(None))
)

_NOTES_REMOVED = "notes-remove-for-good"
_REMOVED = (
    sa.select(change_row.c.uuid, _table_name.c.name, change_group.c.code)
    .join(change, change.c.row == change_row.c.id)
    .join(change_group, change_group.c.id == change.c.grp)
    .join(_table_name, _table_name.c.id == change_row.c.table)
    .join(_column_name, _column_name.c.id == change.c.col)
    .where(_column_name.c.name == REDACTED)
)


def traces_of(reader: Reader, person_id: uuid.UUID, *, keep_words: bool = False) -> Forgetting:
    """What it takes to forget a person: their own rows, what is part of them, and the notes they said. With
    `keep_words` those notes go on as nobody's and without their picture. What was removed for good before is left out.
    """
    gone, anew = list[RowRef](), list[Anew]()
    notes = list[uuid.UUID]()
    for ref in ever_pointing_to(reader, person_id):
        note = reader.get(Note, ref.id) if ref.table == "note" else None
        if ref.table != "note" or note is None:
            gone.append(ref)
        elif note.participant_id == person_id and keep_words:
            anew.append(Anew(ref, cells_of(reader, ref) | {"participant_id": None, "photo": ""}))
        elif note.participant_id == person_id:
            notes.append(note.id)
    gone += [*what_hangs_on(reader, notes), *(RowRef("note", note_id) for note_id in notes)]
    return _settled(reader, [*gone, RowRef(PERSON, person_id)], anew)


def name_everywhere(reader: Reader, name: str) -> Forgetting:
    """What it takes to black a name out wherever it stands or once stood, but for rows that are `KEPT_AS_IT_IS`."""
    gone, anew = list[RowRef](), list[Anew]()
    for ref in _ever_saying(reader, name):
        if ref.table in KEPT_AS_IT_IS:
            continue
        values = cells_of(reader, ref)
        if values:
            anew.append(Anew(ref, _blacked_out(shapes()[ref.table], values, name)))
        else:
            gone.append(ref)
    return _settled(reader, gone, anew)


def mentions(reader: Reader, name: str, but_for: Iterable[RowRef] = ()) -> list[RowRef]:
    """The rows in use that say a name as whole words."""
    left_out = set(but_for)
    found = (RowRef(shape.name, row["id"]) for shape in shapes().values() for row in _saying(reader, shape, name))
    return [ref for ref in found if ref not in left_out]


def forgotten_people(reader: Reader) -> list[uuid.UUID]:
    """The people who were removed for good."""
    return sorted(ref.id for ref in removed_for_good(reader) if ref.table == PERSON)


def removed_for_good(reader: Reader) -> dict[RowRef, bool]:
    """Every row that was: whether somebody meant this note, or the row went because a person was forgotten or a name
    blacked out.
    """
    found: dict[RowRef, bool] = {}
    for raw, table, code in reader.rows(_REMOVED):
        ref = RowRef(table, uuid.UUID(bytes=raw))
        found[ref] = found.get(ref, False) or (code == _NOTES_REMOVED and table == "note")
    return found


def still_written(reader: Reader, refs: Iterable[RowRef]) -> list[RowRef]:
    """Those of the rows whose words the log still has, whether they are in use or were taken away."""
    query = _LOGGED.where(change_row.c.uuid.in_([ref.id.bytes for ref in refs]))
    return _not_yet_removed(reader, {_ref(row) for row in reader.rows(query)})


def ever_pointing_to(reader: Reader, person_id: uuid.UUID) -> list[RowRef]:
    """The rows whose log has the person's id, in a table that points to people."""
    tables = {shape.name for shape, _ in referrers(PERSON)}
    query = _LOGGED.where(_table_name.c.name.in_(tables), change.c.value.contains(person_id.hex))
    return _not_yet_removed(reader, {_ref(row) for row in reader.rows(query)})


def _ever_saying(reader: Reader, name: str) -> list[RowRef]:
    found = {_ref(row) for row in reader.rows(_LOGGED) if row[1] in shapes() and _says(row[1], row[2], row[3], name)}
    return _not_yet_removed(reader, found)


def _ref(row: Sequence[Any]) -> RowRef:
    return RowRef(row[1], uuid.UUID(bytes=row[0]))


def _not_yet_removed(reader: Reader, refs: set[RowRef]) -> list[RowRef]:
    query = sa.select(change_row.c.uuid).join(change, change.c.row == change_row.c.id)
    query = query.join(_column_name, _column_name.c.id == change.c.col).where(_column_name.c.name == REDACTED)
    removed = {uuid.UUID(bytes=row[0]) for row in reader.rows(query)}
    return sorted((ref for ref in refs if ref.id not in removed), key=lambda ref: (ref.table, ref.id))


def _says(table: str, column: str, logged: str, name: str) -> bool:
    value: object = json.loads(logged)
    words = cast("dict[str, object]", value) if isinstance(value, dict) else {column: value}
    written = wordy(table)
    return any(isinstance(said, str) and key in written and named_in(said, name) for key, said in words.items())


def _saying(reader: Reader, shape: TableShape, name: str) -> Iterator[dict[str, Any]]:
    written = wordy(shape.name)
    for row in reader.rows(sa.select(shape.table)):
        cells = cells_of_row(shape, row)
        if any(named_in(cells[column], name) for column in written):
            yield cells


def wordy(table: str) -> list[str]:
    """The columns that hold what people wrote."""
    return [
        name
        for name, column in shapes()[table].columns.items()
        if column.kind == "text" and not column.choices and not column.form and not column.picture
    ]


def cells_of(reader: Reader, ref: RowRef) -> dict[str, Value]:
    """A row's cells without its id; nothing when it is not in use."""
    shape = shapes()[ref.table]
    for row in reader.rows(sa.select(shape.table).where(shape.table.c.id == ref.id)):
        return {name: value for name, value in cells_of_row(shape, row).items() if name != "id"}
    return {}


def cells_of_row(shape: TableShape, row: Sequence[Any]) -> dict[str, Any]:
    """The cells of a row of a whole table, its id among them, by their names."""
    return dict(zip(shape.table.columns.keys(), row, strict=True))


def _blacked_out(shape: TableShape, values: dict[str, Value], name: str) -> dict[str, Value]:
    return values | {column: masked(str(values[column]), name) for column in wordy(shape.name)}


def _settled(reader: Reader, gone: list[RowRef], anew: list[Anew]) -> Forgetting:
    """With every row that points to one of them taken along or pointed elsewhere, so that nothing keeps it alive."""
    away = dict.fromkeys(gone)
    going_on = {one.old: one for one in anew if one.old not in away}
    moved: list[tuple[RowRef, str, uuid.UUID | None]] = []
    waiting = [*away, *going_on]
    while waiting:
        target = waiting.pop()
        to = going_on[target].new.id if target in going_on else None
        for ref, column, required in _pointing_to(reader, target):
            if ref in away or ref in going_on:
                continue
            if to is None and required:
                away[ref] = None
                waiting.append(ref)
            else:
                moved.append((ref, column, to))
    kept = tuple(_pointed_on(one, going_on, away) for one in going_on.values() if one.old not in away)
    return Forgetting(tuple(away), kept, tuple(move for move in moved if move[0] not in away))


def _pointing_to(reader: Reader, target: RowRef) -> Iterator[tuple[RowRef, str, bool]]:
    for shape, column in referrers(target.table):
        query = sa.select(shape.table.c.id).where(shape.table.c[column.name] == target.id)
        for (row_id,) in reader.rows(query):
            yield RowRef(shape.name, row_id), column.name, column.required


def _pointed_on(one: Anew, going_on: dict[RowRef, Anew], away: dict[RowRef, None]) -> Anew:
    """The row with what it points to itself as it goes on."""
    values = dict(one.values)
    for column in shapes()[one.old.table].references:
        target = values[column.name]
        if column.refers_to and isinstance(target, uuid.UUID):
            ref = RowRef(column.refers_to, target)
            values[column.name] = going_on[ref].new.id if ref in going_on else None if ref in away else target
    return Anew(one.old, values)
