"""What hangs on a row that is to be taken away: its parts, theirs, and what merely points to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.change import RowRef
from facilitator.domain.gestures.hanging import Hanging
from facilitator.domain.schema import referrers

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader


def hanging_on(reader: Reader, table: str, row_id: uuid.UUID) -> Hanging:
    """Everything that hangs on one row, over any number of steps."""
    parts: list[RowRef] = []
    ties: list[tuple[RowRef, str]] = []
    waiting, seen = [RowRef(table, row_id)], {RowRef(table, row_id)}
    while waiting:
        above = waiting.pop()
        for shape, column in referrers(above.table):
            query = sa.select(shape.table.c.id).where(shape.table.c[column.name] == above.id).order_by(shape.table.c.id)
            found = [RowRef(shape.name, one) for (one,) in reader.rows(query)]
            if column.required:
                new = [ref for ref in found if ref not in seen]
                seen.update(new)
                parts += new
                waiting += new
            else:
                ties += [(ref, column.name) for ref in found]
    return Hanging(tuple(reversed(parts)), tuple((ref, column) for ref, column in ties if ref not in seen))
