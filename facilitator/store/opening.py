"""Making a workshop file and opening one: identify, look over, lock, connect, migrate, in this order and nothing
before its turn.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from facilitator.domain.errors import FileTrouble, NotAWorkshop
from facilitator.store import layout
from facilitator.store.backup import Backup, back_up, backups_of_path
from facilitator.store.check import problems
from facilitator.store.connect import connect, disconnect, fold_into_one_file, passphrase_of, roll_back
from facilitator.store.gate import pass_gate, refuse_strangers
from facilitator.store.identify import APPLICATION_ID, bytes_in, identify, was_open
from facilitator.store.limits import tables_beyond_limits
from facilitator.store.lock import Holder, WriterLock
from facilitator.store.log_tables import file_key
from facilitator.store.migrate import MIGRATIONS, Migration, file_format, migrate
from facilitator.store.redact import anything_removed, wiped
from facilitator.store.trouble import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite writes beside a file that is open."""
_CLOSED_TO_US = (errno.EACCES, errno.EPERM, errno.EROFS)


@dataclass(slots=True)
class Opened:
    """An open file. `lock` is None when it is read only, and `notices` then says why. `path` is where the file itself
    lies, links followed.
    """

    connection: sa.Connection
    lock: WriterLock | None
    notices: list[str]
    path: Path


def create_file(path: Path, device_name: str) -> Opened:
    """Make an empty workshop file. Raises FileTrouble when the path is taken or cannot be written."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise FileTrouble(f"{path} is there already. Please choose another name; nothing was changed.") from None
    except OSError as error:
        raise FileTrouble(f"{path} cannot be made ({error.strerror}). Please choose another folder.") from None
    file = path.resolve()
    try:
        return _fill(file, device_name)
    except BaseException:
        for end in ("", *COMPANIONS):
            with contextlib.suppress(OSError):
                file.with_name(file.name + end).unlink(missing_ok=True)
        raise


def open_file(
    path: Path,
    device_name: str,
    backups_root: Path,
    migrations: Sequence[Migration] = MIGRATIONS,
    passphrase: str = "",
) -> Opened:
    """Open a workshop file for writing, or for reading when somebody else writes or the place is read only.

    Raises NotFound, NotAWorkshop, NeedsPassphrase, NewerFile, DiskTrouble or FileTrouble; a file that is refused is
    not touched.
    """
    newest = max((step.version for step in migrations), default=layout.FORMAT)
    try:
        identify(path, newest, passphrase)
        return _open(path.resolve(), device_name, backups_root, migrations, newest, passphrase)
    except NotAWorkshop as error:
        raise type(error)(str(error) + _offer(backups_of_path(backups_root, path))) from error


def close_file(connection: sa.Connection, path: Path, *, write: bool) -> None:
    """Let go of a file, and leave one file when nobody else has it open."""
    passphrase = passphrase_of(connection)
    try:
        if write:
            roll_back(connection)
            with in_plain_words():
                fold_into_one_file(connection)
    finally:
        disconnect(connection)
        if not write:
            _fold_after_the_writer(path, passphrase)


def _open(
    path: Path, device_name: str, backups_root: Path, migrations: Sequence[Migration], newest: int, passphrase: str
) -> Opened:
    _refuse_links_beside(path)
    lock, notices = _take_lock(path, device_name)
    crashed = lock is not None and _has_log(path)
    bereft = lock is not None and not crashed and was_open(path)
    try:
        pass_gate(path, newest, alone=lock is not None, passphrase=passphrase)
        if crashed:
            _refuse_a_log_that_does_not_fit(path, passphrase)
        with in_plain_words():
            connection = connect(path, write=lock is not None, passphrase=passphrase)
        try:
            with in_plain_words():
                if file_format(connection) < newest:
                    notices += _bring_up_to_date(connection, path, backups_root, migrations, write=lock is not None)
                _check_what_it_says(connection, path)
        except BaseException:
            with contextlib.suppress(DBAPIError):
                roll_back(connection)
            disconnect(connection)
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    if crashed:
        if anything_removed(connection):
            wiped(connection)
        notices.append("This workshop was not closed last time. Everything that was stored is here.")
    if bereft:
        notices.append(
            f"This workshop was not closed last time, and {path.name}-wal, which had the newest of it, is gone from "
            f"beside it. The last that was stored may be missing.{_offer(backups_of_path(backups_root, path))}"
        )
    return Opened(connection, lock, notices, path)


def _fill(path: Path, device_name: str) -> Opened:
    lock, notices = _take_lock(path, device_name)
    if lock is None:
        raise FileTrouble(f"{path} cannot be made here. Please choose another folder.")
    try:
        with in_plain_words():
            connection = connect(path, write=True)
            try:
                _lay_out(connection)
            except BaseException:
                disconnect(connection)
                raise
    except BaseException:
        lock.release()
        raise
    return Opened(connection, lock, notices, path)


def _lay_out(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    layout.create(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={layout.FORMAT}")
    connection.execute(sa.insert(file_key), {"id": 1, "key": secrets.token_bytes(32)})
    connection.exec_driver_sql("COMMIT")


def _take_lock(path: Path, device_name: str) -> tuple[WriterLock | None, list[str]]:
    if not os.access(path, os.W_OK):
        return None, ["This file is read only, so you can look at it but not change it. Save a copy to work on it."]
    lock = WriterLock(path)
    try:
        if lock.take(device_name):
            return lock, []
    except OSError as error:
        return None, [_why_no_lock(lock, error)]
    holder = lock.holder()
    return None, [f"This workshop is already open{_where(holder, device_name)}."]


def _where(holder: Holder | None, device_name: str) -> str:
    """In which window it is open, since when on this laptop's clock, and what can be done here."""
    look = "You can look at it here; what is written there appears"
    if holder is None:
        return f". {look}"
    here = holder.device_name == device_name
    place = "in another window on this laptop" if here else f"on {holder.device_name}"
    try:
        since = f" since {datetime.fromisoformat(holder.since).astimezone():%H:%M}"
    except (ValueError, OverflowError, OSError):  # whoever else wrote it
        since = ""
    return f" {place}{since}. {look}"


def _why_no_lock(lock: WriterLock, error: OSError) -> str:
    if error.errno in _CLOSED_TO_US and not lock.path.exists():
        return "This folder is read only, so you can look at the workshop but not change it. Save a copy to work on it."
    return (
        f"{lock.path.name}, which keeps two people from writing at once, cannot be used here ({error.strerror}). "
        "You can look at the workshop but not change it. Save a copy in another folder to work on it."
    )


def _refuse_links_beside(path: Path) -> None:
    """SQLite writes to what lies beside a file under these names, so a link there would spoil what it points to."""
    for end in COMPANIONS:
        if path.with_name(path.name + end).is_symlink():
            raise NotAWorkshop(
                f"{path.name}{end} beside it is a link to somewhere else, so it is not safe to open. "
                "It has been left as it is."
            )


def _has_log(path: Path) -> bool:
    return bytes_in(path.with_name(path.name + "-wal")) > 0


def _refuse_a_log_that_does_not_fit(path: Path, passphrase: str) -> None:
    """SQLite takes any write-ahead log that is whole in itself, and one of another file, or of this one at another day,
    makes a mixture that is whole to SQLite too. Only our own log tells. Looked at by a reader, because whoever writes
    folds the log in when it leaves.
    """
    with in_plain_words():
        connection = connect(path, write=False, passphrase=passphrase)
        try:
            fits = file_format(connection) != layout.FORMAT or not problems(connection)
        finally:
            disconnect(connection)
    if not fits:
        raise NotAWorkshop(
            f"{path.name}-wal beside it is not the one that belongs to {path.name}, or is damaged. Both have been left "
            "as they are. Recover what is left of it, or use a backup."
        )


def _fold_after_the_writer(path: Path, passphrase: str) -> None:
    """The writer could not fold its log into the file while we were reading. If it closed meanwhile, do it now; if it
    crashed, leave everything to whoever opens the file next.
    """
    lock = WriterLock(path)
    if not path.with_name(path.name + "-wal").exists() or _has_log(path):
        return
    with contextlib.suppress(OSError, FileTrouble):
        if lock.take(""):
            try:
                with in_plain_words():
                    close_file(connect(path, write=True, passphrase=passphrase), path, write=True)
            finally:
                lock.release()


def _bring_up_to_date(
    connection: sa.Connection, path: Path, backups_root: Path, migrations: Sequence[Migration], *, write: bool
) -> list[str]:
    if not write:
        raise FileTrouble(
            f"{path.name} was made by an older Facilitator and must be opened for writing once. "
            "Please copy it to this laptop first."
        )
    back_up(connection, backups_root / folder_name(connection), path, "before-migration")

    def verify() -> None:
        if file_format(connection) == layout.FORMAT:
            refuse_strangers(
                path, layout.strangers(connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master"))
            )

    migrate(connection, migrations, verify)
    return [
        "This workshop was made by an older Facilitator and has been brought up to date. A backup from before is kept."
    ]


def _check_what_it_says(connection: sa.Connection, path: Path) -> None:
    roots, keys = connection.exec_driver_sql("SELECT (SELECT count(*) FROM programme), count(*) FROM file_key").one()
    if not roots or not keys:
        raise NotAWorkshop(f"{path.name} is damaged: it does not say which workshop it is. It has been left as it is.")
    if tables_beyond_limits(connection):
        raise NotAWorkshop(f"{path.name} is damaged: it says what cannot be. It has been left as it is.")


def folder_name(connection: sa.Connection) -> str:
    """The backups' folder of a file: the id of its root row, or "unnamed" when it has none. Never anything else that
    a file may say, because it becomes a part of a path.
    """
    found = connection.exec_driver_sql("SELECT id FROM programme ORDER BY rowid LIMIT 1").scalar()
    try:
        return uuid.UUID(hex=str(found)).hex
    except ValueError:
        return "unnamed"


def _offer(backups: list[Backup]) -> str:
    if not backups:
        return ""
    newest = max(backups, key=lambda backup: backup.made_at)
    return f" Its newest backup is from {newest.made_at:%d %B %Y, %H:%M}: {newest.path}"
