"""Remove a row's words for good: blank every value the log holds of it, but for what the row cannot be without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.store.codec import blanked
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED, change, change_name

if TYPE_CHECKING:
    from facilitator.domain.schema import TableShape


def blank_row_in_log(connection: sa.Connection, shape: TableShape, key: int) -> None:
    """Blank a row's logged values. What the row is part of, and that it is deleted or redacted, stays."""
    kept = [
        DELETED,
        REDACTED,
        INSERTED,
        *(column.name for column in shape.columns.values() if column.kept_when_redacted),
    ]
    names = sa.select(change_name.c.id).where(change_name.c.name.in_(kept))
    connection.execute(sa.update(change).where(change.c.row == key, change.c.col.not_in(names)).values(value=None))
    inserted = sa.select(change_name.c.id).where(change_name.c.name == INSERTED).scalar_subquery()
    whole_rows = sa.select(change.c.session, change.c.seq, change.c.value).where(
        change.c.row == key, change.c.col == inserted
    )
    for session, seq, value in connection.execute(whole_rows).all():
        where = (change.c.session == session, change.c.seq == seq)
        connection.execute(sa.update(change).where(*where).values(value=blanked(shape, value)))
