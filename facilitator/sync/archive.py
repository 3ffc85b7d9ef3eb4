"""The office's archive in SQLite: many workshops in one file, with the same tables and the same log as each of them.

Rows are known by random ids, so workshops do not get in each other's way; which session of work belongs to which
workshop stands in a table of its own. What is particular to SQLite is here and in `union` and `projection`; `office`
asks for nothing but what `Archive` offers.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Self

import sqlalchemy as sa

from facilitator.domain.errors import FileTrouble, NotAWorkshop, NotFound
from facilitator.store import layout
from facilitator.store.connect import connect, disconnect, fold_into_one_file, keep_a_log_beside, roll_back
from facilitator.store.identify import ARCHIVE_ID
from facilitator.store.lock import WriterLock
from facilitator.store.look_over import address
from facilitator.store.migrate import MIGRATIONS, file_format, migrate
from facilitator.store.redact import wiped
from facilitator.store.trouble import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

_HEADER = 72
_ROOM = ("PRAGMA cache_size=-65536", "PRAGMA wal_autocheckpoint=8192")
"""64 MB of its pages in memory, and up to 32 MB beside it before they are folded in: rows have random ids, so that each
workshop that comes touches pages all over the file.
"""

ARCHIVE = sa.MetaData()

archive_session = sa.Table(
    "archive_session",
    ARCHIVE,
    sa.Column("sid", sa.Text, primary_key=True),
    sa.Column("workshop", sa.Text, nullable=False, index=True),
)
"""Which workshop (32 hexadecimal digits) a session of work in the log belongs to."""

archive_file = sa.Table(
    "archive_file",
    ARCHIVE,
    sa.Column("hash", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("workshop", sa.Text, nullable=False),
    sa.Column("received_at", sa.Text, nullable=False),
    sa.Column("groups", sa.Integer, nullable=False),
)
"""Each file that came in: the SHA-256 of its bytes, its name, its workshop, when, and how many gestures its log has."""


class Archive:
    """An open archive. One at a time writes to it."""

    def __init__(self, connection: sa.Connection, path: Path, lock: WriterLock) -> None:
        self._connection = connection
        self._lock = lock
        self._closed = False
        self.path = path

    @classmethod
    def create(cls, path: Path, device_name: str) -> Self:
        """Make an empty archive. Raises FileTrouble when the path is taken or cannot be written."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise FileTrouble(f"{path} is there already. It was left as it is; choose another name.") from None
        except OSError as error:
            raise FileTrouble(f"{path} cannot be made ({error.strerror}). Choose another folder.") from None
        try:
            return cls(*_opened(path.resolve(), device_name, _lay_out))
        except BaseException:  # an empty file would stand in the way of the next try
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, device_name: str) -> Self:
        """Open an archive. Raises NotFound, NotAWorkshop for another kind of file, FileTrouble when it is in use."""
        _identify(path)
        return cls(*_opened(path.resolve(), device_name, _bring_up_to_date))

    @contextlib.contextmanager
    def snapshot(self) -> Generator[sa.Connection]:
        """Read, all of it from one moment."""
        with in_plain_words():
            self._connection.exec_driver_sql("BEGIN")
            try:
                yield self._connection
            finally:
                roll_back(self._connection)

    @contextlib.contextmanager
    def alongside(self, copy: Path, passphrase: str = "") -> Generator[sa.Connection]:
        """Another file, whole, safe and of our format, as the schema `received`, to read only."""
        with in_plain_words():
            where = address(copy.resolve().as_posix(), "ro")
            self._connection.exec_driver_sql("ATTACH ? AS received KEY ?", (where, passphrase))
        try:
            yield self._connection
        finally:
            roll_back(self._connection)
            self._connection.exec_driver_sql("DETACH received")

    def take_in(self, work: Callable[[sa.Connection], bool]) -> bool:
        """Let `work` write, all or nothing. It says whether it removed words for good; the answer is whether traces of
        them remain.
        """
        connection = self._connection
        try:
            with in_plain_words():
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
                removed = work(connection)
                connection.exec_driver_sql("COMMIT")
        finally:
            roll_back(connection)
        return removed and not wiped(connection)

    def close(self) -> None:
        """Let go of it, and leave one file. Closing again does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            roll_back(self._connection)
            with in_plain_words():
                fold_into_one_file(self._connection)
        finally:
            disconnect(self._connection)
            self._lock.release()

    def __enter__(self) -> Self:
        """Use it in a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


def _opened(
    path: Path, device_name: str, prepare: Callable[[sa.Connection], None]
) -> tuple[sa.Connection, Path, WriterLock]:
    lock = WriterLock(path)
    try:
        if not lock.take(device_name):
            raise FileTrouble(f"{path.name} is in use by another program here. Try again when that has ended.")
    except OSError as error:
        raise FileTrouble(f"{path.name} cannot be written to ({error.strerror}). Choose another folder.") from None
    try:
        with in_plain_words():
            connection = connect(path, write=True)
            try:
                prepare(connection)
                keep_a_log_beside(connection)
                for pragma in _ROOM:
                    connection.exec_driver_sql(pragma)
            except BaseException:
                disconnect(connection)
                raise
    except BaseException:
        lock.release()
        raise
    return connection, path, lock


def _lay_out(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql(f"PRAGMA application_id={ARCHIVE_ID}")
    layout.create(connection)
    ARCHIVE.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(f"PRAGMA user_version={layout.FORMAT}")
    connection.exec_driver_sql("COMMIT")


def _bring_up_to_date(connection: sa.Connection) -> None:
    if file_format(connection) < layout.FORMAT:
        migrate(connection, MIGRATIONS, lambda: None)


def _identify(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        raise NotFound(f"There is no archive {path}. `facilitator office init` makes one.") from None
    except OSError as error:
        raise NotAWorkshop(f"{path.name} cannot be read ({error.strerror}).") from None
    if int.from_bytes(header[68:72]) != ARCHIVE_ID:
        raise NotAWorkshop(f"{path.name} is no archive of Facilitator. It has been left as it is.")
    if int.from_bytes(header[60:64]) > layout.FORMAT:
        raise NotAWorkshop(f"{path.name} was made by a newer Facilitator. Update this one, then try again.")
