"""A passphrase for a workshop file: asked for on opening, and the same for its backups on this laptop.

There is no way around it. Whoever has forgotten it has lost the file, and so have we (docs/decisions/0017).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, Expected, NotFound
from facilitator.domain.passphrase import must_be_long_enough
from facilitator.store.backup import backups_in
from facilitator.store.identify import looks_encrypted
from facilitator.store.rekey import rekey
from facilitator.workshop.scratch import scratch
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.places import Places


@dataclass(frozen=True, slots=True)
class LockedAway:
    """What was written anew: how many backups, and those that could not be and still open as before."""

    backups: int
    left: tuple[Path, ...]


def is_locked_away(path: Path) -> bool:
    """Whether a file looks like an encrypted workshop. Raises NotFound."""
    if not path.is_file():
        raise NotFound(f"There is no file {path}. Please check the name.")
    return looks_encrypted(path)


def set_passphrase(path: Path, places: Places, old: str, new: str) -> LockedAway:
    """Give a closed workshop a passphrase, another one, or none (empty), and its backups on this laptop too.

    Raises BadInput for one that is too short, NeedsPassphrase when `old` is not the present one, ReadOnly when it is
    open elsewhere, DiskTrouble; then it is as before. Copies on sticks stay as they are.
    """
    if new:
        must_be_long_enough(new)
    if "\x00" in new:
        raise BadInput("A passphrase cannot have a NUL in it.")
    with Workshop.open(path, places, passphrase=old) as workshop:
        folder = places.backups / workshop.file_id.hex
    rekey(path, places.device.name, places.backups, old, new)
    backups = [backup.path for backup in backups_in(folder)]
    left = tuple(backup for backup in backups if not _rekeyed(backup, places, old, new))
    return LockedAway(len(backups) - len(left), left)


def _rekeyed(backup: Path, places: Places, old: str, new: str) -> bool:
    """Its own backups, made where an older one is brought up to date first, go with the folder."""
    try:
        with scratch(places) as folder:
            rekey(backup, places.device.name, folder, old, new)
    except Expected:
        return False
    return True
