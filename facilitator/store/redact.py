"""Remove a row's words for good: blank every value the log holds of it, but for what the row cannot be without, wipe
what is left of them on the disk, and find the copies that still have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import FileTrouble
from facilitator.store.codec import blanked
from facilitator.store.connect import connect, disconnect
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED, change, change_name, change_row
from facilitator.store.trouble import in_plain_words

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable
    from pathlib import Path

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


def anything_removed(connection: sa.Connection) -> bool:
    """Whether any row of this file was ever removed for good."""
    named = sa.select(change_name.c.id).where(change_name.c.name == REDACTED)
    return connection.execute(sa.select(sa.literal(1)).where(change.c.col.in_(named)).limit(1)).first() is not None


def wiped(connection: sa.Connection) -> bool:
    """Rewrite the file and empty the write-ahead log, so that nothing of what was removed is left on a free page.

    False when the disk has no room for it, or when another program reads at this moment and so keeps the log.
    """
    try:
        with in_plain_words():
            connection.exec_driver_sql("VACUUM")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
    except FileTrouble:
        return False
    return not busy


def still_has(path: Path, row_ids: Iterable[uuid.UUID], passphrase: str = "") -> bool:
    """Whether a copy has the words of any of these rows, or cannot be asked."""
    ids = [row_id.bytes for row_id in row_ids]
    removed = sa.select(change.c.row).join(change_name, change_name.c.id == change.c.col)
    words = sa.select(sa.literal(1)).where(
        change_row.c.uuid.in_(ids), change_row.c.id.not_in(removed.where(change_name.c.name == REDACTED))
    )
    try:
        with in_plain_words():
            connection = connect(path, write=False, passphrase=passphrase)
            try:
                return connection.execute(words.limit(1)).first() is not None
            finally:
                disconnect(connection)
    except FileTrouble:
        return True
