"""The whole workshop as one JSON value, for programs: every table's rows as they are, but for what is withheld."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.schema import TableShape, shapes, table_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.reader import Reader

FORMAT = "facilitator"
WORDS = {
    "note": ("text", "translation", "photo"),
    "option": ("text",),
    "feedback": ("text", "translation"),
}
"""The columns that are blank when the row is withheld. An option is when its note is."""

Document = dict[str, object]


def json_document(reader: Reader, format_version: int, file_id: uuid.UUID) -> Document:
    """The workshop as JSON holds it: rows sorted by id, ids as text. The log and the secret key are not in it."""
    return {
        "format": FORMAT,
        "format_version": format_version,
        "file_id": str(file_id),
        "tables": {name: _rows(reader, shape) for name, shape in shapes().items()},
    }


def _rows(reader: Reader, shape: TableShape) -> list[Document]:
    table = shape.table
    withheld = _withheld(reader, shape)
    words = WORDS.get(shape.name, ())
    names = [column.name for column in table.columns]
    found = reader.rows(sa.select(table).order_by(table.c.id))
    return [_row(dict(zip(names, row, strict=True)), withheld, words) for row in found]


def _row(values: dict[str, Any], withheld: Callable[[dict[str, Any]], bool], words: tuple[str, ...]) -> Document:
    blank = dict.fromkeys(words, "") if withheld(values) else {}
    return {name: str(value) if isinstance(value, uuid.UUID) else value for name, value in (values | blank).items()}


def _withheld(reader: Reader, shape: TableShape) -> Callable[[dict[str, Any]], bool]:
    """Says of a row whether its words must not leave."""
    if shape.name == "option":
        note = table_of(Note)
        notes = {row_id for (row_id,) in reader.rows(sa.select(note.c.id).where(note.c.withheld))}
        return lambda row: row["note_id"] in notes
    return lambda row: bool(row.get("withheld"))
