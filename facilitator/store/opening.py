"""Making a workshop file and opening one: identify, look over, lock, connect, migrate, in this order and nothing
before its turn.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import FileTrouble, NotAWorkshop
from facilitator.store import layout
from facilitator.store.backup import Backup, back_up, backups_of_path
from facilitator.store.connect import connect, disconnect, roll_back
from facilitator.store.gate import pass_gate, refuse_strangers
from facilitator.store.identify import APPLICATION_ID, identify
from facilitator.store.lock import WriterLock
from facilitator.store.log_tables import file_key
from facilitator.store.migrate import MIGRATIONS, Migration, file_format, migrate
from facilitator.store.trouble import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(slots=True)
class Opened:
    """An open file. `lock` is None when it is read only, and `notices` then says why."""

    connection: sa.Connection
    lock: WriterLock | None
    notices: list[str]


def create_file(path: Path, device_name: str) -> Opened:
    """Make an empty workshop file. Raises FileTrouble when the path is taken or cannot be written."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise FileTrouble(f"{path} is there already. Please choose another name; nothing was changed.") from None
    except OSError as error:
        raise FileTrouble(f"{path} cannot be made ({error.strerror}). Please choose another folder.") from None
    try:
        return _fill(path, device_name)
    except BaseException:
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-lock"):
            path.with_name(name).unlink(missing_ok=True)
        raise


def open_file(path: Path, device_name: str, backups_root: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Opened:
    """Open a workshop file for writing, or for reading when somebody else writes or the place is read only.

    Raises NotFound, NotAWorkshop, NewerFile, DiskTrouble or FileTrouble; a file that is refused is not touched.
    """
    newest = max((step.version for step in migrations), default=layout.FORMAT)
    try:
        return _open(path, device_name, backups_root, migrations, newest)
    except NotAWorkshop as error:
        raise NotAWorkshop(str(error) + _offer(backups_of_path(backups_root, path))) from error


def _open(path: Path, device_name: str, backups_root: Path, migrations: Sequence[Migration], newest: int) -> Opened:
    identify(path, newest)
    lock, notices = _take_lock(path, device_name)
    crashed = lock is not None and path.with_name(path.name + "-wal").exists()
    try:
        pass_gate(path)
        with in_plain_words():
            connection = connect(path, write=lock is not None)
        try:
            if file_format(connection) < newest:
                notices += _bring_up_to_date(connection, path, backups_root, migrations, write=lock is not None)
        except BaseException:
            roll_back(connection)
            disconnect(connection)
            raise
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    if crashed:
        notices.append("This workshop was not closed last time. Everything that was stored is here.")
    return Opened(connection, lock, notices)


def _fill(path: Path, device_name: str) -> Opened:
    lock, notices = _take_lock(path, device_name)
    if lock is None:
        raise FileTrouble(f"{path} cannot be made here. Please choose another folder.")
    with in_plain_words():
        connection = connect(path, write=True)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        layout.create(connection)
        connection.exec_driver_sql(f"PRAGMA user_version={layout.FORMAT}")
        connection.execute(sa.insert(file_key), {"id": 1, "key": secrets.token_bytes(32)})
        connection.exec_driver_sql("COMMIT")
    return Opened(connection, lock, notices)


def _take_lock(path: Path, device_name: str) -> tuple[WriterLock | None, list[str]]:
    if not os.access(path, os.W_OK):
        return None, ["This file is read only, so you can look at it but not change it. Save a copy to work on it."]
    lock = WriterLock(path)
    try:
        if lock.take(device_name):
            return lock, []
    except OSError:
        return None, [
            "This folder is read only, so you can look at the workshop but not change it. Save a copy to work on it."
        ]
    holder = lock.holder()
    where = f" on {holder.device_name} since {holder.since[11:16]} UTC" if holder else ""
    return None, [f"This workshop is already open{where}. You can look at it here; what is written there appears."]


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

    with in_plain_words():
        migrate(connection, migrations, verify)
    return [
        "This workshop was made by an older Facilitator and has been brought up to date. A backup from before is kept."
    ]


def folder_name(connection: sa.Connection) -> str:
    """The backups' folder of a file: the id of its root row, or "unnamed" before it has one."""
    found = connection.exec_driver_sql("SELECT id FROM programme ORDER BY rowid LIMIT 1").scalar()
    return str(found) if found else "unnamed"


def _offer(backups: list[Backup]) -> str:
    if not backups:
        return ""
    newest = max(backups, key=lambda backup: backup.made_at)
    return f" Its newest backup is from {newest.made_at:%d %B %Y, %H:%M}: {newest.path}"
