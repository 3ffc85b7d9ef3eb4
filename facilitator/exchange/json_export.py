"""The whole workshop as one JSON value, for programs: every table's rows as they are, but for what may not leave."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.schema import TableShape, shapes
from facilitator.exchange.leaving import Leaving

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader

FORMAT = "facilitator"

Document = dict[str, object]


def json_document(reader: Reader, format_version: int, file_id: uuid.UUID) -> Document:
    """The workshop as JSON holds it: rows sorted by id, ids as text. The log and the secret key are not in it."""
    leaving = Leaving(reader)
    return {
        "format": FORMAT,
        "format_version": format_version,
        "file_id": str(file_id),
        "tables": {name: _rows(reader, shape, leaving) for name, shape in shapes().items()},
    }


def _rows(reader: Reader, shape: TableShape, leaving: Leaving) -> list[Document]:
    table = shape.table
    names = [column.name for column in table.columns]
    found = reader.rows(sa.select(table).order_by(table.c.id))
    allowed = (leaving.row(shape.name, dict(zip(names, row, strict=True))) for row in found)
    return [
        {name: str(value) if isinstance(value, uuid.UUID) else value for name, value in cells.items()}
        for cells in allowed
        if cells is not None
    ]
