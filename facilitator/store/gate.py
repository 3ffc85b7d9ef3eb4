"""The gate every file passes before it is opened: looked over in a child process, then held against the list of what
may stand in a workshop.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from facilitator.domain.errors import DiskTrouble, NeedsPassphrase, NewerFile, NotAWorkshop
from facilitator.store import look_over
from facilitator.store.connect import connect, disconnect
from facilitator.store.identify import bytes_in, is_plain
from facilitator.store.layout import FORMAT, strangers
from facilitator.store.migrate import MIGRATIONS

_UNSEEN = "the look took too long or broke off"
_SECONDS = 20
_SECONDS_PER_MB = 0.5


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the child process saw."""

    format: int
    objects: list[tuple[str, str, str | None]]
    problems: list[str]


def pass_gate(path: Path, newest_format: int, *, alone: bool, passphrase: str = "") -> None:
    """Raise NotAWorkshop for a file that is damaged or holds what does not belong, NewerFile for one from the future;
    nothing is written. `alone` says that no other program has it open.

    An encrypted file is looked over here and not in a child process: nobody can have made it who does not know its
    passphrase, because each page is signed by it. Raises NeedsPassphrase when that is another one.
    """
    if not is_plain(path):
        seen = _look_encrypted(path, passphrase)
    elif alone and _has(path, "-journal"):
        seen = _look_settled(path)
    else:
        seen = _look(path, "immutable" if alone and not _has(path, "-wal") else "ro")
    odd = [name for kind, name, _ in seen.objects if kind not in ("table", "index")]
    if seen.format <= FORMAT and (seen.objects or not seen.problems):
        later = [statement for step in MIGRATIONS if step.version > seen.format for statement in step.statements]
        odd += strangers(seen.objects, later)
    refuse_strangers(path, odd)
    if seen.problems == [_UNSEEN]:
        raise NotAWorkshop(
            f"{path.name} could not be looked over: it is damaged, or this laptop is very busy. "
            "Please try once more. It has been left as it is."
        )
    if seen.problems:
        raise NotAWorkshop(f"{path.name} is damaged. It has been left as it is.{_about_the_log(path)}")
    if seen.format > newest_format:
        raise NewerFile(
            f"{path.name} was made by a newer Facilitator. "
            "Please update Facilitator on this laptop, then open it again."
        )


def refuse_strangers(path: Path, odd: list[str]) -> None:
    """Raise NotAWorkshop when anything stands in the file that does not belong there, or is missing."""
    if odd:
        raise NotAWorkshop(
            f"{path.name} is not made the way a workshop file is ({odd[0][:40]}), so it is not safe to open. "
            f"It has been left as it is.{_about_the_log(path)}"
        )


def _about_the_log(path: Path) -> str:
    """A backup that is put in the place of a file that was not closed does not fit the log that lies beside it."""
    if not _has(path, "-wal"):
        return ""
    return f" If you have put a backup in its place, move {path.name}-wal away too: it belongs to the file from before."


def _look_encrypted(path: Path, passphrase: str) -> _Seen:
    seen: dict[str, object] = {"format": 0, "objects": [], "problems": []}
    try:
        connection = connect(path, write=False, passphrase=passphrase)
        try:
            look_over.look_at(connection.connection.driver_connection, seen)  # type: ignore[arg-type]
        finally:
            disconnect(connection)
    except (DBAPIError, dbapi2.Error) as error:
        if "not a database" in str(error):
            raise NeedsPassphrase(
                f"That is not the passphrase of {path.name}, or its beginning is damaged. It has been left as it is."
            ) from None
        seen["problems"] = [type(error).__name__]
    return _as_seen(seen)


def _as_seen(said: dict[str, Any]) -> _Seen:
    return _Seen(
        int(said["format"]),
        [(str(kind), str(name), sql) for kind, name, sql in said["objects"]],
        [str(problem) for problem in said["problems"]],
    )


def _look_settled(path: Path) -> _Seen:
    """Look at a file whose last change broke off half-way: SQLite takes that change back when the file is next
    written to, so it is taken back in a copy first, and looked at there.
    """
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            shutil.copyfile(path, copy)
            shutil.copyfile(path.with_name(path.name + "-journal"), Path(folder) / "copy-journal")
            return _look(copy, "rw")
    except OSError as error:
        raise DiskTrouble(
            "This file was not closed last time, and there is no room to look at it. "
            "Please free some space on this laptop and try again."
        ) from error


def _look(path: Path, mode: str) -> _Seen:
    seconds = _SECONDS + _SECONDS_PER_MB * path.stat().st_size / look_over.MB
    try:
        done = subprocess.run(
            _command(path, mode),
            capture_output=True,
            timeout=seconds,
            check=False,
            stdin=subprocess.DEVNULL,
            creationflags=_no_console(),
        )
        return _as_seen(json.loads(done.stdout))
    except (subprocess.TimeoutExpired, ValueError, OSError):
        return _Seen(0, [], [_UNSEEN])


def _command(path: Path, mode: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--look-over", str(path), mode]
    return [sys.executable, "-I", "-S", str(Path(look_over.__file__)), str(path), mode]


def _has(path: Path, end: str) -> bool:
    """Whether SQLite has left anything of this kind beside a file."""
    return bytes_in(path.with_name(path.name + end)) > 0


def _no_console() -> int:
    return getattr(subprocess, "CREATE_NO_WINDOW", 0)
