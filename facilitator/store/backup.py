"""Whole, verified copies of a workshop in a folder of this laptop, never beside the workshop itself."""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

from facilitator.domain.errors import DiskTrouble
from facilitator.store.connect import connect, disconnect, passphrase_of
from facilitator.store.identify import bytes_in
from facilitator.store.room import did_not_fit
from facilitator.store.trouble import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import sqlalchemy as sa

_NAME = re.compile(r"(\d{8}-\d{6})-\d+-([a-z-]+)\.workshop")
_ORIGIN = "origin.json"
NEWEST_KEPT = 10
DAYS_KEPT = 30
WEEKS_KEPT = 26
A_DAY = 24 * 60 * 60
"""Seconds. A part that is younger may be a backup that is being made."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: where it is, when it was made (this laptop's clock) and why."""

    path: Path
    made_at: datetime
    why: str


def back_up(connection: sa.Connection, folder: Path, origin: Path, why: str) -> Path:
    """Write a copy by VACUUM INTO, check it, put it on the disk, and only then give it its name. Raises DiskTrouble, or
    NotAWorkshop when the workshop itself is damaged.
    """
    try:
        backup = _written(connection, folder, why)
        (folder / _ORIGIN).write_text(json.dumps({"path": str(origin.resolve())}), "utf-8")
    except (OSError, DiskTrouble) as error:
        raise DiskTrouble(
            f"{did_not_fit('A backup on this laptop', folder, _size(origin))} Please make room on this laptop's own "
            "disk and try again. The workshop itself is as it was."
        ) from error
    return backup


def _written(connection: sa.Connection, folder: Path, why: str) -> Path:
    part = folder / f"{uuid.uuid4().hex}.part"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # as private as the workshop itself
        with in_plain_words():
            connection.exec_driver_sql("VACUUM INTO ?", (str(part),))
        _check(part, passphrase_of(connection))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        backup = _free_name(folder, why)
        part.replace(backup)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return backup


def _size(path: Path) -> int:
    """Bytes of a workshop and of the log beside it."""
    with contextlib.suppress(OSError):
        return sum(map(bytes_in, (path, path.with_name(f"{path.name}-wal"))))
    return 0


def _free_name(folder: Path, why: str) -> Path:
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    names = (folder / f"{stamp}-{n}-{why}.workshop" for n in count(1))
    return next(name for name in names if not name.exists())


def _check(part: Path, passphrase: str) -> None:
    with in_plain_words():
        copy = connect(part, write=False, passphrase=passphrase)
        try:
            whole = copy.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok"
        finally:
            disconnect(copy)
    if not whole:
        raise DiskTrouble("The disk did not keep the backup as it was written.")


def backups_in(folder: Path) -> list[Backup]:
    """The backups in a workshop's folder, newest first."""
    found = ((path, _NAME.fullmatch(path.name)) for path in folder.glob("*.workshop"))
    made = [Backup(path, datetime.strptime(match[1], "%Y%m%d-%H%M%S"), match[2]) for path, match in found if match]
    return sorted(made, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def backups_of_path(root: Path, path: Path) -> list[Backup]:
    """The backups of a file that cannot say who it is any more, found by where it was."""
    wanted = os.path.realpath(path)  # which bears links that go round in a circle, as Path.resolve does not
    return [
        backup
        for origin in root.glob(f"*/{_ORIGIN}")
        if _origin(origin) == wanted
        for backup in backups_in(origin.parent)
    ]


def prune(folder: Path) -> None:
    """Keep the newest backups, the last of each day for a month and of each week for half a year; of a backup that
    broke off, nothing.
    """
    keep = set(kept(backups_in(folder)))
    for backup in backups_in(folder):
        if backup not in keep:
            with contextlib.suppress(OSError):
                backup.path.unlink(missing_ok=True)
    for part in folder.glob("*.part*"):  # and what SQLite left beside it
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > A_DAY:
                part.unlink(missing_ok=True)


def kept(backups: Iterable[Backup]) -> list[Backup]:
    """Which backups to keep, of a list from the newest to the oldest."""
    backups = list(backups)
    last_of_day = {backup.made_at.date(): backup for backup in reversed(backups)}
    last_of_week = {backup.made_at.isocalendar()[:2]: backup for backup in reversed(backups)}
    days = sorted(last_of_day, reverse=True)[:DAYS_KEPT]
    weeks = sorted(last_of_week, reverse=True)[:WEEKS_KEPT]
    keep = {*backups[:NEWEST_KEPT], *(last_of_day[day] for day in days), *(last_of_week[week] for week in weeks)}
    return [backup for backup in backups if backup in keep]


def _origin(file: Path) -> str | None:
    try:
        return str(json.loads(file.read_text("utf-8"))["path"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
