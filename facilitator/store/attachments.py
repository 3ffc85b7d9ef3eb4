"""The pictures of a file, outside the log and known by their hash, so that two laptops that hold the same one hold it
once and a merge has nothing to decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.attachment import LARGEST, STARTS, Attachment
from facilitator.domain.schema import shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ATTACHMENTS = sa.MetaData()

attachment = sa.Table(
    "attachment",
    ATTACHMENTS,
    sa.Column("hash", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
_too_large = sa.func.length(attachment.c.data) > LARGEST
_KEEP = sa.insert(attachment).prefix_with("OR IGNORE")


def keep(connection: sa.Connection, attachments: Iterable[Attachment]) -> None:
    """Put pictures in the file, in the caller's transaction; one that is there already stays as it is."""
    rows = [{"hash": one.hash, "kind": one.kind, "data": one.data} for one in attachments]
    if rows:
        connection.execute(_KEEP, rows)


def attached(connection: sa.Connection, name: str) -> Attachment | None:
    """A picture by its hash, or None when it is not in this file, or is larger than we would have kept: then the file
    was made elsewhere, perhaps to fill the memory.
    """
    query = sa.select(attachment.c.kind, attachment.c.data).where(attachment.c.hash == name, ~_too_large)
    row = connection.execute(query).first()
    return Attachment(*row) if row else None


def drop_unused(connection: sa.Connection, names: Iterable[str]) -> None:
    """Take away those of these pictures that no row speaks of any more, after words were removed for good."""
    for name in names:
        if name and not _is_used(connection, name):
            connection.execute(sa.delete(attachment).where(attachment.c.hash == name))


def damaged(connection: sa.Connection) -> Iterator[str]:
    """The names of pictures that are not what their name says."""
    yield from connection.execute(sa.select(attachment.c.hash).where(_too_large)).scalars()
    for name in connection.execute(sa.select(attachment.c.hash).where(~_too_large)).scalars().all():
        one = attached(connection, name)
        if one is None or one.hash != name or not one.data.startswith(STARTS.get(one.kind, b"\x00")):
            yield name


def _is_used(connection: sa.Connection, name: str) -> bool:
    columns = (
        shape.table.c[column.name] for shape in shapes().values() for column in shape.columns.values() if column.picture
    )
    used = (sa.select(sa.literal(1)).where(column == name).limit(1) for column in columns)
    return any(connection.execute(query).first() is not None for query in used)
