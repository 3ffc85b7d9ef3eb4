"""Whether every row keeps to what its columns may hold. A Change is held to that when it is applied; a file that was
damaged or made elsewhere is held to it when it is opened, so that nothing that reads it has to.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from facilitator.domain.schema import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from facilitator.domain.schema import TableShape


def tables_beyond_limits(connection: sa.Connection, among: str = "") -> list[str]:
    """The tables with a code that is none of its column's, or a number out of its bounds; only rows `among` the ids
    that a query gives for `{table}`, if there is one.
    """
    return [name for name, query in _queries(among) if connection.exec_driver_sql(query).first() is not None]


@cache
def _queries(among: str) -> tuple[tuple[str, str], ...]:
    """As text, because SQLAlchemy would take longer to put them together than SQLite to answer them."""
    limits = ((shape.name, " OR ".join(_beyond(shape))) for shape in shapes().values())
    which = f"id IN ({among}) AND" if among else ""
    return tuple(
        (name, f'SELECT 1 FROM "{name}" WHERE {which.format(table=name)} ({beyond}) LIMIT 1')
        for name, beyond in limits
        if beyond
    )


def _beyond(shape: TableShape) -> Iterator[str]:
    for name, column in shape.columns.items():
        if column.choices is not None:
            codes = ", ".join(f"'{code}'" for code in column.choices)
            yield f'"{name}" NOT IN ({codes})'
        if column.low is not None and column.high is not None:
            yield f'"{name}" NOT BETWEEN {column.low} AND {column.high}'
