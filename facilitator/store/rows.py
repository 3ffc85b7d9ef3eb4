"""The plain tables as the log leaves them: putting a row in, taking it out, and asking whether something still points
to it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.schema import TableShape, referrers

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from facilitator.domain.change import Value


def insert_rows(connection: sa.Connection, shape: TableShape, rows: Sequence[Mapping[str, Value]]) -> None:
    """Put whole rows, ids among them, into their table."""
    connection.execute(_insert(shape.table), rows)


def update_row(connection: sa.Connection, shape: TableShape, row_id: uuid.UUID, values: Mapping[str, Value]) -> None:
    """Write some cells of a row that is in its table; nothing happens to one that is not."""
    connection.execute(_update(shape.table), {**values, "row_id": row_id})


def delete_row(connection: sa.Connection, shape: TableShape, row_id: uuid.UUID) -> None:
    """Take a row out of its table."""
    connection.execute(_delete(shape.table), {"row_id": row_id})


def is_present(connection: sa.Connection, shape: TableShape, row_id: uuid.UUID) -> bool:
    """Whether a row stands in its table."""
    return connection.execute(_present(shape.table), {"row_id": row_id}).first() is not None


def is_needed(connection: sa.Connection, table: str, row_id: uuid.UUID) -> bool:
    """Whether any row that stands in its table points to this one."""
    return any(connection.execute(query, {"row_id": row_id}).first() is not None for query in _pointing_to(table))


@cache
def _insert(table: sa.Table) -> sa.Insert:
    return sa.insert(table)


@cache
def _update(table: sa.Table) -> sa.Update:
    return sa.update(table).where(table.c.id == sa.bindparam("row_id"))


@cache
def _delete(table: sa.Table) -> sa.Delete:
    return sa.delete(table).where(table.c.id == sa.bindparam("row_id"))


@cache
def _present(table: sa.Table) -> sa.Select[Any]:
    return sa.select(sa.literal(1)).where(table.c.id == sa.bindparam("row_id"))


@cache
def _pointing_to(table: str) -> tuple[sa.Select[Any], ...]:
    return tuple(
        sa.select(sa.literal(1))
        .select_from(shape.table)
        .where(shape.table.c[column.name] == sa.bindparam("row_id"))
        .limit(1)
        for shape, column in referrers(table)
    )
