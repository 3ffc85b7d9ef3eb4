"""What kind of place a file lies in: this laptop's own disk, a stick, a share, or a folder that a service copies away.

A database must not be worked on in the last three: a stick is pulled out, a share does not lock, and a service copies
a file while it is being written (faults.md, R15).
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Literal

Place = Literal["own-disk", "stick", "share", "cloud"]

_MOUNTS = Path("/proc/self/mountinfo")
_SHARES = re.compile(r"nfs4?|cifs|smb3|smbfs|9p|afs|ncpfs|(fuse\.)?davfs|fuse\.(sshfs|gvfsd-fuse|rclone|s3fs)")
_OF_STICKS = frozenset(("vfat", "exfat", "msdos", "ntfs", "ntfs3", "fuseblk", "hfsplus", "udf"))
_WHERE_STICKS_ARE = ("/media", "/run/media", "/Volumes")
_OWN = ("/", "/boot", "/boot/efi", "/efi", "/home")
_CLOUD = re.compile(
    r"(dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|nextcloud|owncloud|box( sync)?"
    r"|pcloud ?drive|mega(sync)?|syncthing|seafile)( ?[-(].*)?",
    re.IGNORECASE,
)
"""The folders' own names as these services make them; "OneDrive - The Council" is one of them."""
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".sync", ".owncloudsync.log", ".nextcloudsync.log")
"""What such services leave in the folder that they copy."""


def place_of(path: Path) -> Place:
    """The kind of place of a file, which need not exist. Whatever cannot be told is this laptop's own disk."""
    whole = Path(os.path.realpath(path))
    if _is_copied_away(whole):
        return "cloud"
    if sys.platform == "win32":
        return _place_on_windows(whole)
    if _is_below(whole, _WHERE_STICKS_ARE):
        return "stick"
    try:
        return _place_by_mounts(whole, _MOUNTS.read_text("utf-8", errors="surrogateescape"))
    except OSError:
        return "own-disk"


def _is_copied_away(path: Path) -> bool:
    return any(_CLOUD.fullmatch(folder.name) or _has_mark(folder) for folder in path.parents)


def _has_mark(folder: Path) -> bool:
    return any((folder / mark).exists() for mark in _MARKS)


def _is_below(path: Path, folders: tuple[str, ...]) -> bool:
    return any(Path(folder) in path.parents for folder in folders)


def _place_by_mounts(path: Path, mounts: str) -> Place:
    """By the file system that is mounted nearest above (proc_pid_mountinfo(5))."""
    nearest, kind = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        parts, said = before.split(" "), after.split(" ")
        where = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), parts[4]) if len(parts) > 4 else ""
        if where and len(where) >= len(nearest) and (Path(where) == path or Path(where) in path.parents):
            nearest, kind = where, said[0]
    if _SHARES.fullmatch(kind) and nearest != "/":  # a whole system that runs from elsewhere has nothing nearer
        return "share"
    return "stick" if kind in _OF_STICKS and nearest not in _OWN else "own-disk"


def _place_on_windows(path: Path) -> Place:
    """By the drive: 2 is one that can be taken out, 4 is somewhere in the network (GetDriveTypeW)."""
    if sys.platform != "win32":
        return "own-disk"
    import ctypes

    if path.drive.startswith("\\\\"):
        return "share"
    kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
    return "stick" if kind == 2 else "share" if kind == 4 else "own-disk"
