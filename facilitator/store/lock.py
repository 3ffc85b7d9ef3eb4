"""One writer: an operating-system lock on a small file beside the workshop. The system lets go of it when the program
ends, however it ends, so a lock is never stale; a lock file without a lock only says that the last writer did not
close.
"""

from __future__ import annotations

import json
import os
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
        """Try to become the writer. False when another program is; OSError when the folder cannot be written to."""
        file = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if not _lock(file) or not self._still_there(file):
            os.close(file)
            return False
        self._file = file
        note = {"device": device_name, "process": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, json.dumps(note).encode())
        return True

    def holder(self) -> Holder | None:
        """Who holds the lock, when that can be read."""
        try:
            note = json.loads(self.path.read_text("utf-8"))
            return Holder(str(note["device"]), int(note["process"]), str(note["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def release(self) -> None:
        """Let go and take the lock file away."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(file)
        if sys.platform == "win32":
            try:
                self.path.unlink(missing_ok=True)
            except OSError:
                return

    def _still_there(self, file: int) -> bool:
        """False when the last holder took the file away between our opening and locking it."""
        try:
            here, there = os.fstat(file), self.path.stat()
        except FileNotFoundError:
            return False
        return (here.st_ino, here.st_dev) == (there.st_ino, there.st_dev)


def _lock(file: int) -> bool:
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
