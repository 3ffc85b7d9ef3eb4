"""A bundle is what leaves a laptop: one file that holds the whole workshop and that nobody can read but those it is for
(design.md, "SQLite itself": a workshop file that was cut short can pass SQLite's own check; a bundle cannot).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, DiskFull, DiskTrouble, FileTrouble
from facilitator.domain.passphrase import must_be_long_enough
from facilitator.domain.typed_key import typed_key
from facilitator.store.room import did_not_fit
from facilitator.sync.bundle_format import PIECE, Packing
from facilitator.sync.bundle_opening import check_opens
from facilitator.sync.merged import nobody_waits
from facilitator.workshop.safe_write import safely_written

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from facilitator.sync.merged import Progress
    from facilitator.workshop.workshop import Workshop

ENDING = ".bundle"
WHY = "bundled"


@dataclass(frozen=True, slots=True)
class For:
    """Who can open a bundle: the holders of these public keys, or whoever knows the passphrase; age knows no bundle
    for both. Raises BadInput for neither, for both, for a mistyped key, and for a passphrase that is too short.
    """

    keys: tuple[str, ...] = ()
    passphrase: str = ""

    def __post_init__(self) -> None:
        """Hold it against what a bundle can be made for."""
        if bool(self.keys) == bool(self.passphrase):
            raise BadInput("Say who the bundle is for: either the public keys of people, or a passphrase.")
        if self.passphrase:
            must_be_long_enough(self.passphrase)
        for key in self.keys:
            typed_key(key)


@dataclass(frozen=True, slots=True)
class BundleMade:
    """A bundle that was read back and found to be what was written. `size` is in bytes."""

    path: Path
    size: int
    backup: Path


def make_bundle(workshop: Workshop, path: Path, whom: For, progress: Progress = nobody_waits) -> BundleMade:
    """Write the open workshop to a new bundle. A checked backup is made on this laptop first, and what is in the bundle
    is that. Its bytes are put on the disk under a passing name, read back from there, opened where we can, and only
    then given the name.

    Raises FileTrouble when the path is taken (another bundle cannot be looked into, so it may be somebody's only one),
    DiskFull when it does not fit, DiskTrouble when no backup can be made first, or the disk is gone or does not keep
    what it is given, and Cancelled when `progress` does. Then nothing is left under that name.
    """
    if not path.parent.is_dir():
        raise DiskTrouble(
            f"There is no folder {path.parent} for the bundle. Put the stick back, or choose another place, then again."
        )
    if path.is_dir():
        raise FileTrouble(f"{path} is a folder. Name a file in it for the bundle, such as {path / 'hall.bundle'}.")
    if path.exists():
        raise FileTrouble(f"{path.name} is there already. It was left as it is; choose another name for the bundle.")
    backup = workshop.back_up(WHY)
    target, half = _Counting(), backup.stat().st_size

    def reading(done: int, size: int) -> None:
        progress(half + half * done // size, 2 * half)

    def looked_over(part: Path) -> None:
        if _read_back(part, reading) != (target.size, target.hash.digest()):
            raise DiskTrouble("The disk did not keep the bundle as it was written. Choose another place, then again.")
        if whom.passphrase:
            check_opens(part, whom.passphrase)

    try:
        with safely_written(path, looked_over) as file:
            target.file = file
            packing = Packing(backup, lambda done, _: progress(done, 2 * half))
            (_seal_for_keys if whom.keys else _seal_by_passphrase)(packing, target, whom)
    except DiskFull as error:
        raise DiskFull(
            f"{did_not_fit(f'The bundle {path.name}', path.parent, half)} Make room there, or choose another stick or "
            "folder, then try again. Nothing half written was left, and the workshop is as it was."
        ) from error
    return BundleMade(path, target.size, backup)


class _Counting:
    """Writes on, and remembers how much and what it was."""

    def __init__(self) -> None:
        self.file: BinaryIO | None = None
        self.hash = hashlib.sha256()
        self.size = 0
        self.trouble: BaseException | None = None

    def write(self, data: bytes, /) -> int:
        """Write some bytes."""
        try:
            if self.file is not None:
                self.file.write(data)
        except BaseException as trouble:
            self.trouble = trouble
            raise
        self.hash.update(data)
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """The file is put on the disk when it is whole."""


def _seal_for_keys(packing: Packing, target: _Counting, whom: For) -> None:
    from pyrage import EncryptError, encrypt_io, x25519

    recipients = [x25519.Recipient.from_str(typed_key(key)) for key in whom.keys]
    try:
        encrypt_io(packing, target, recipients)
    except (EncryptError, OSError):
        for trouble in (packing.trouble, target.trouble):
            if trouble is not None:
                raise trouble from None
        raise


def _seal_by_passphrase(packing: Packing, target: _Counting, whom: For) -> None:
    """All at once, because that is how the library has it."""
    from pyrage import passphrase

    target.write(passphrase.encrypt(packing.read(), whom.passphrase))


def _read_back(part: Path, progress: Progress) -> tuple[int, bytes]:
    """How long a file on the disk is, and its SHA-256: from the disk itself, where the system lets us ask for that."""
    found, size, length = hashlib.sha256(), 0, max(part.stat().st_size, 1)
    with part.open("rb") as file:
        with contextlib.suppress(OSError, AttributeError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        progress(0, length)
        while piece := file.read(PIECE):
            found.update(piece)
            size += len(piece)
            progress(size, length)
    return size, found.digest()
