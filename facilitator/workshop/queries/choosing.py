"""The Change that settles what was written differently: one version kept, a third one written, or both kept as two
notes. It replaces every version, so what is chosen on one laptop is chosen on all once they are merged.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.change import Change, Delete, Edit, Insert, Restore, Set, Value
from facilitator.domain.errors import BadInput
from facilitator.domain.schema import shapes
from facilitator.workshop.queries.conflicts import chosen_conflict

if TYPE_CHECKING:
    from facilitator.domain.schema import Column
    from facilitator.workshop.queries.conflicts import Conflict, Version
    from facilitator.workshop.reader import Reader

CODE = "version-choose"
_BESIDE = 24.0
"""How far the second of two notes lies from the first on the wall, in board units: neither hides the other."""


def keep_version(reader: Reader, name: str, number: int) -> Change:
    """Keep one version of a conflict, counted from 1 as they are listed. Raises NotFound, BadInput."""
    conflict = chosen_conflict(reader, name)
    if not 1 <= number <= len(conflict.versions):
        raise BadInput(f"There are {len(conflict.versions)} versions. Say which to keep, from 1.")
    return Change(CODE, _kept(conflict, conflict.versions[number - 1]))


def write_version(reader: Reader, name: str, words: str) -> Change:
    """Put words of one's own in the place of all versions. Raises NotFound, BadInput where no words can stand."""
    conflict = chosen_conflict(reader, name)
    column = next((one.column for one in reversed(conflict.versions) if not one.deleted), conflict.column)
    shape = shapes()[conflict.ref.table]
    if column not in shape.columns:
        raise BadInput("Here one of the versions has to be kept; there are no words to write.")
    edit = Set(conflict.ref.table, conflict.ref.id, {column: _read(shape.columns[column], words)})
    stays = (Restore(conflict.ref.table, conflict.ref.id),) if conflict.column not in shape.columns else ()
    return Change(CODE, (*stays, edit))


def keep_both(reader: Reader, name: str) -> Change:
    """Keep every version of what a note says, each on a note of its own. Raises NotFound, and BadInput for what is not
    the words of a note.
    """
    conflict = chosen_conflict(reader, name)
    if (conflict.ref.table, conflict.column) != ("note", "text"):
        raise BadInput("Only the words of a note can be kept twice. Keep one of the versions.")
    first, *others = conflict.versions
    made = [_another_note(reader, conflict, one, turn) for turn, one in enumerate(others, 1)]
    return Change(CODE, (*_kept(conflict, first), *made), {"notes": len(conflict.versions)})


def _kept(conflict: Conflict, version: Version) -> tuple[Edit, ...]:
    table, row_id = conflict.ref.table, conflict.ref.id
    if version.deleted:
        return (Delete(table, row_id),)
    kept = Set(table, row_id, {version.column: version.value})
    if conflict.column in shapes()[table].columns:
        return (kept,)
    chosen = (kept,) if version.column in shapes()[table].columns else ()
    return (Restore(table, row_id), *chosen)  # it stays, with these of several words that were written on it


def _another_note(reader: Reader, conflict: Conflict, version: Version, turn: int) -> Insert:
    """A note like the one there is, with another version's words, just beside it."""
    note = shapes()["note"].table
    row = reader.rows(sa.select(note).where(note.c.id == conflict.ref.id))[0]
    values: dict[str, Value] = dict(zip(note.columns.keys(), row, strict=True))
    del values["id"]
    beside = {name: _number(values[name]) + turn * _BESIDE if values[name] else 0.0 for name in ("x", "y")}
    return Insert("note", uuid.uuid4(), values | beside | {"text": version.value, "translation": ""})


def _number(value: Value) -> float:
    return value if isinstance(value, float) else 0.0


def _read(column: Column, words: str) -> Value:
    """Words as a column holds them. Raises BadInput."""
    try:
        read = {"text": str, "whole": int, "number": float}[column.kind]
        return read(words)
    except (KeyError, ValueError):
        raise BadInput("That cannot stand there. Keep one of the versions instead.") from None
