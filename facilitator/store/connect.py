"""Opening SQLite the safe way: a bundled, recent SQLite; write-ahead log; every commit on the disk; nothing trusted
that the file says of itself.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from facilitator.domain.errors import FileTrouble
from facilitator.store.identify import is_plain
from facilitator.store.look_over import address

if TYPE_CHECKING:
    from pathlib import Path

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can lose a commit when a write-ahead log is reset (sqlite.org/wal.html, "the WAL-reset bug")."""

_EVERY = (
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA busy_timeout=5000",
)
_WRITER = (
    "PRAGMA cache_size=-32768",  # 32 MB at most: rows have random ids, so a large merge touches pages everywhere
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",  # macOS: a commit is on the disk, not only on its way there; nothing elsewhere
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
)


def check_sqlite(version: tuple[int, ...]) -> None:
    """Refuse to write with an SQLite that is known to lose data; raises FileTrouble."""
    if version < OLDEST_SQLITE:
        found, needed = (".".join(map(str, numbers)) for numbers in (version, OLDEST_SQLITE))
        raise FileTrouble(
            f"This computer's SQLite is {found}, which can lose work. "
            f"Please install Facilitator again; it brings {needed} or later."
        )


def connect(path: Path, *, write: bool, create: bool = False, passphrase: str = "") -> sa.Connection:
    """One connection to a workshop file, transactions begun by hand. The passphrase is for a file that is encrypted; a
    plain one does not mind it.

    A path that does not exist stays that way unless `create` is given. Raises OperationalError from SQLite as it is.
    """
    check_sqlite(dbapi2.sqlite_version_info)
    mode = "rwc" if create else "rw" if write else "ro"
    where = address(path.resolve().as_posix(), mode)

    key = passphrase if passphrase and not (path.exists() and is_plain(path)) else ""

    def creator() -> dbapi2.Connection:
        file = dbapi2.connect(where, uri=True, isolation_level=None, check_same_thread=False, cached_statements=512)
        try:
            for pragma in (*(_unlocking(key) if key else ()), *_EVERY, *(_WRITER if write else ())):
                file.execute(pragma)
        except BaseException:
            file.close()
            raise
        return file

    engine = sa.create_engine("sqlite://", creator=creator, module=dbapi2, poolclass=StaticPool, hide_parameters=True)
    return engine.connect().execution_options(isolation_level="AUTOCOMMIT", passphrase=passphrase)


def passphrase_of(connection: sa.Connection) -> str:
    """What an open file was opened with, so that what is copied from it is as closed to others."""
    return str(connection.get_execution_options().get("passphrase", ""))


def _unlocking(key: str) -> tuple[str, ...]:
    """SQLCipher takes its key first of all. A wrong one is told by us, not on standard error."""
    return "PRAGMA cipher_log_level=NONE", f"PRAGMA key={quoted(key)}"


def quoted(text: str) -> str:
    """A text as SQL has it; SQLCipher takes a key in no other way."""
    return "'" + text.replace("'", "''") + "'"


def keep_a_log_beside(connection: sa.Connection) -> None:
    """Write commits to a write-ahead log from here on: quicker, and others can read meanwhile. Not before the first
    Change, so that looking at a file leaves its bytes alone. Somebody who reads just now may prevent it; commits are
    as safe without.
    """
    with contextlib.suppress(OperationalError):
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")


def fold_into_one_file(connection: sa.Connection) -> None:
    """Fold the write-ahead log into the file and do without one from here on, so that what is left after closing is
    one file, which also opens where nothing can be written. Somebody who still reads keeps the log alive; they fold
    it when they close.
    """
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with contextlib.suppress(OperationalError):
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")


def disconnect(connection: sa.Connection) -> None:
    """Let go of the file."""
    connection.close()
    connection.engine.dispose()


def in_transaction(connection: sa.Connection) -> bool:
    """Whether a transaction is open on the file itself (SQLite ends one by itself on some errors)."""
    return bool(connection.connection.driver_connection.in_transaction)  # type: ignore[union-attr]


def roll_back(connection: sa.Connection) -> None:
    """Undo whatever the open transaction did; nothing when there is none."""
    if connection.invalidated:
        # Ctrl+C in the middle of a statement: SQLAlchemy has closed the file, and SQLite has so taken the transaction
        # back. The next statement opens it again.
        connection.rollback()
    elif in_transaction(connection):
        connection.exec_driver_sql("ROLLBACK")
