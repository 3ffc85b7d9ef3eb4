"""A copy of the open workshop in another place, such as a stick: whole, read back, and never over somebody's work."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import DiskTrouble, Expected, FileTrouble
from facilitator.store.backup import backups_of_path
from facilitator.store.log_tables import change_group, change_session
from facilitator.workshop.places import Places
from facilitator.workshop.safe_write import safely_written
from facilitator.workshop.same_file import is_same
from facilitator.workshop.scratch import scratch
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from facilitator.workshop.reader import Reader

WHY = "copied"
_PIECE = 1 << 20
_IN_USE = ("-wal", "-lock")
Done = dict[str, int]
"""How many steps of each session of work a file has."""


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy that was read back and found whole: where it is, and when it was made by this laptop's clock."""

    path: Path
    made_at: datetime


def copy_to(
    workshop: Workshop, path: Path, places: Places, going_on: Callable[[float], None] = lambda _part: None
) -> CopyMade:
    """Make a copy of an open workshop at `path`, or bring the copy that is there up to date.

    A checked backup is made on this laptop first; its bytes are written under a passing name, put on the disk, read
    back and compared, and only then given the name. `going_on` hears the part that is done (0 to 1) and may raise
    Cancelled. Raises FileTrouble when `path` is the workshop itself, another workshop, or a copy with work in it that
    this one lacks, and DiskTrouble when the disk is full or gone; then what was there is as before.
    """
    if not path.parent.is_dir():
        raise DiskTrouble("The place for the copy is gone. Put the stick back, or choose another place, and try again.")
    if path.exists():
        _check_may_replace(workshop, path, places)
    source = workshop.back_up(WHY)
    size = max(source.stat().st_size, 1)
    written = hashlib.sha256()
    with safely_written(path, looked_over=lambda part: _compare(part, written.hexdigest(), size, going_on)) as target:
        with contextlib.suppress(OSError):
            Path(target.name).chmod(0o600)  # as private as the workshop itself
        with source.open("rb") as file:
            while piece := file.read(_PIECE):
                target.write(piece)
                written.update(piece)
                going_on(target.tell() / size / 2)
    return CopyMade(path, datetime.now())


def last_backup(path: Path, places: Places) -> datetime | None:
    """When the newest backup on this laptop of the workshop at `path` was made, without opening it."""
    return max((backup.made_at for backup in backups_of_path(places.backups, path)), default=None)


def _check_may_replace(workshop: Workshop, path: Path, places: Places) -> None:
    """Let only a copy of this very workshop be replaced, and only when it has nothing that this one lacks."""
    if is_same(path, workshop.path):
        raise FileTrouble("That is the workshop itself. Please choose another folder, or a stick, for the copy.")
    if any(path.with_name(path.name + end).exists() for end in _IN_USE):
        raise FileTrouble(f"{path.name} there is open, or was not closed. Close it, or choose another folder.")
    file_id, done = _look_into(path, places, workshop.passphrase)
    if file_id != workshop.file_id:
        raise FileTrouble(f"{path.name} there is another workshop. Please choose another folder for the copy.")
    ours = workshop.read(_done)
    if any(ours.get(sid, 0) < steps for sid, steps in done.items()):
        raise FileTrouble(
            f"{path.name} there has changes that this laptop does not have. It was left as it is. "
            "Please choose another folder for the copy."
        )


def _look_into(path: Path, places: Places, passphrase: str) -> tuple[uuid.UUID, Done]:
    """Which workshop a file is, and how much of it: read from a copy, because opening may write."""
    try:
        with scratch(places) as folder:
            copy = Path(shutil.copy(path, folder))
            with Workshop.open(copy, Places(folder, places.device), passphrase=passphrase) as there:
                return there.file_id, there.read(_done)
    except OSError as error:
        raise DiskTrouble(
            f"{path.name} there cannot be read. Put the stick back, or choose another place, and try again."
        ) from error
    except Expected as error:
        raise FileTrouble(
            f"There is a file called {path.name} already, and it is no copy of this workshop. "
            "Please choose another folder."
        ) from error


def _done(reader: Reader) -> Done:
    steps = (
        sa.select(change_session.c.sid, sa.func.max(change_group.c.n))
        .select_from(change_session.join(change_group, change_group.c.session == change_session.c.id))
        .group_by(change_session.c.sid)
    )
    return {row[0]: row[1] for row in reader.rows(steps)}


def _compare(part: Path, expected: str, size: int, going_on: Callable[[float], None]) -> None:
    read, done = hashlib.sha256(), 0
    with part.open("rb") as file:
        _forget(file.fileno())
        while piece := file.read(_PIECE):
            read.update(piece)
            done += len(piece)
            going_on(0.5 + done / size / 2)
    if read.hexdigest() != expected:
        raise DiskTrouble("The disk did not keep the copy as it was written. Choose another place, and try again.")


def _forget(handle: int) -> None:
    """Read from the disk itself and not from what the system still remembers, where it lets us ask for that."""
    with contextlib.suppress(OSError, AttributeError):
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
