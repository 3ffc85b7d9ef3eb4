"""Writing a file so that there is either the old one or the whole new one, whatever the disk does meanwhile.

Every document, export, bundle and backup goes through here (faults.md, R3).
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from facilitator.domain.errors import DiskFull, DiskTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

T = TypeVar("T")

_DISK_FAULTS = {
    errno.ENOSPC: "The disk is full. Make some room, or choose another place, and try again.",
    errno.EDQUOT: "Your share of the disk is full. Make some room, or choose another place, and try again.",
    errno.EFBIG: "The file grew larger than this disk allows. Choose another place and try again.",
    errno.EIO: "The disk does not answer as it should. Choose another place and try again.",
    errno.EROFS: "This disk can only be read. Choose another place and try again.",
    errno.ENODEV: "The disk is gone. Put it back, or choose another place, and try again.",
    errno.ENXIO: "The disk is gone. Put it back, or choose another place, and try again.",
}
_NAME_FAULTS = {
    errno.ENOENT: "The folder for the new file does not exist. Make it first, or choose another one.",
    errno.ENOTDIR: "The folder for the new file does not exist. Make it first, or choose another one.",
    errno.EACCES: "The file may not be written there, or another program has it open. Close that, or go elsewhere.",
    errno.EPERM: "The file may not be written there, or another program has it open. Close that, or go elsewhere.",
    errno.ENAMETOOLONG: "The name of the file is too long. Choose a shorter one.",
    errno.EISDIR: "There is a folder of that name already. Choose another name for the file.",
}

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def safely_written(path: Path, looked_over: Callable[[Path], None] = lambda _part: None) -> Generator[BinaryIO]:
    """A file to write to, which takes the place of `path` when the block ends well and leaves no trace when it does
    not. `looked_over` is given what is on the disk before it gets its name, and raises when it is not right.

    Raises DiskFull when there is no room, DiskTrouble when the disk is gone or closed to us; then, and after any other
    error, the old file is intact.
    """
    final = Path(os.path.realpath(path))
    if final.is_dir():
        raise DiskTrouble(_NAME_FAULTS[errno.EISDIR])
    partial = final.with_name(f".{secrets.token_hex(8)}.part")
    try:
        file = _in_words(lambda: partial.open("xb"))
        try:
            with file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            looked_over(partial)
        except OSError as error:
            if error.errno in _DISK_FAULTS:
                raise _said(error, _DISK_FAULTS) from error
            raise
        _in_words(lambda: partial.replace(final))
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
    _sync_folder(final.parent)


def _in_words(act: Callable[[], T]) -> T:
    """Do something to a file by its name; what the system refuses is said in words."""
    try:
        return act()
    except OSError as error:
        faults = _DISK_FAULTS | _NAME_FAULTS
        if error.errno in faults:
            raise _said(error, faults) from error
        raise


def _said(error: OSError, faults: Mapping[int, str]) -> DiskTrouble:
    kind = DiskFull if error.errno in _FULL else DiskTrouble
    return kind(faults[error.errno or 0])


def _sync_folder(folder: Path) -> None:
    """Let the new name outlive a power cut: its folder is written too. Windows has no such call and needs none."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
