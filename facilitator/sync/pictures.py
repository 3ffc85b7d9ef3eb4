"""The pictures that rows speak of and this file lacks, out of another one; none beside, so that what was removed for
good does not come back out of an older copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.attachment import LARGEST, STARTS, Attachment
from facilitator.domain.schema import shapes
from facilitator.store.attachments import keep

if TYPE_CHECKING:
    import sqlalchemy as sa

_SPOKEN_OF = " UNION ".join(
    f"SELECT {column.name} AS name FROM main.{shape.name} WHERE {column.name} <> ''"
    for shape in shapes().values()
    for column in shape.columns.values()
    if column.picture
)
_MISSING = f"""
SELECT a.hash FROM ({_SPOKEN_OF}) spoken JOIN received.attachment a ON a.hash = spoken.name
WHERE spoken.name NOT IN (SELECT hash FROM main.attachment) ORDER BY a.hash
"""
_ANY = "SELECT 1 FROM received.attachment WHERE hash NOT IN (SELECT hash FROM main.attachment) LIMIT 1"
_ONE = "SELECT kind, data FROM received.attachment WHERE hash = ? AND length(data) <= ?"


def missing_here(connection: sa.Connection) -> set[str]:
    """The names of pictures that our rows speak of and this file lacks."""
    query = f"SELECT name FROM ({_SPOKEN_OF}) WHERE name NOT IN (SELECT hash FROM main.attachment)"
    return {row[0] for row in connection.exec_driver_sql(query)}


def missing(connection: sa.Connection) -> list[str]:
    """The names of pictures that our rows speak of and only the other file has."""
    if connection.exec_driver_sql(_ANY).first() is None:
        return []  # most often so, and then no row of ours, of which there may be a hundred thousand, is looked at
    return [row[0] for row in connection.exec_driver_sql(_MISSING)]


def bring(connection: sa.Connection) -> tuple[int, int]:
    """Take them in; how many came, and how many were left out because they are not what their name says."""
    wanted = missing(connection)
    came = 0
    for name in wanted:
        row = connection.exec_driver_sql(_ONE, (name, LARGEST)).first()
        one = Attachment(*row) if row else None
        if one is not None and one.hash == name and one.data.startswith(STARTS.get(one.kind, b"\x00")):
            keep(connection, [one])
            came += 1
    return came, len(wanted) - came
