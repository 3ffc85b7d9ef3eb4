"""One writer: an operating-system lock on a small file beside the workshop. The system lets go of it when the program
ends, however it ends, so a lock is never stale; a lock file without a lock only says that the last writer did not
close.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FAR = 1 << 30
"""The locked byte lies far behind the text, so that others may read who holds it: on Windows a locked byte cannot be
read.
"""
_OPENING = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
"""The lock file is written to, so a link in its place would spoil whatever file it points to."""
_LONGEST = 1_000
_TRIES = 10
"""The last holder may take the lock file away between our opening and locking it; then there is a new one to try."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file open for writing, as they wrote it down."""

    device_name: str
    process: int
    since: str


class WriterLock:
    """Held from `take` until `release` or the end of the program."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + "-lock")
        self._file: int | None = None

    def take(self, device_name: str) -> bool:
        """Try to become the writer. False when another program is; OSError when no lock can be made here."""
        for _ in range(_TRIES):
            file = self._open()
            try:
                if not _lock(file):
                    break
                if self._still_there(file):
                    self._file = file
                    _sign(file, device_name)
                    return True
            finally:
                if self._file is None:
                    os.close(file)
        return False

    def holder(self) -> Holder | None:
        """Who holds the lock, when that can be read."""
        try:
            with self.path.open(encoding="utf-8") as file:
                note = json.loads(file.read(_LONGEST))
            return Holder(str(note["device"]), int(note["process"]), str(note["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def release(self) -> None:
        """Let go and take the lock file away."""
        if self._file is None:
            return
        file, self._file = self._file, None
        with contextlib.suppress(OSError):
            if sys.platform != "win32" and self._still_there(file):
                self.path.unlink()
        os.close(file)
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self.path.unlink()

    def _open(self) -> int:
        file = os.open(self.path, _OPENING | _NO_LINKS, 0o600)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise OSError(errno.EINVAL, "not a file")
        return file

    def _still_there(self, file: int) -> bool:
        """False when the last holder took the file away between our opening and locking it. Windows lets nobody take
        away a file that is open, and does not number files the same way on every disk.
        """
        if sys.platform == "win32":
            return True
        try:
            here, there = os.fstat(file), self.path.stat()
        except FileNotFoundError:
            return False
        return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)


def _lock(file: int) -> bool:
    """Whether the lock was to be had. OSError when this disk knows no locks."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(file: int, device_name: str) -> None:
    """Write down who holds the lock. It holds without it, on a full disk too."""
    note = {"device": device_name, "process": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
    with contextlib.suppress(OSError):
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, json.dumps(note).encode())
