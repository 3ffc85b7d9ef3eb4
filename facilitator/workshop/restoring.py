"""The backups of a workshop on this laptop: a look inside, one written out to go on with, the drill that opens all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import DiskTrouble, Expected, FileTrouble, NeedsPassphrase, NotFound
from facilitator.store.backup import Backup, backups_in, backups_of_path
from facilitator.workshop.places import Places
from facilitator.workshop.queries.counts import counts
from facilitator.workshop.safe_write import safely_written
from facilitator.workshop.scratch import scratch
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping


@dataclass(frozen=True, slots=True)
class Inside:
    """What a backup holds: its title, how much of everything, when the last Change in it was made (UTC, as the log has
    it), and what is wrong with it, in sentences; nothing when it is whole.
    """

    backup: Backup
    title: str
    counts: Mapping[str, int]
    last_change: str
    problems: tuple[str, ...]


def backups_for(path: Path, places: Places) -> list[Backup]:
    """The backups of the workshop at `path`, newest first: by where it lies, which also finds those of a file that is
    gone or damaged, and by who it says it is, which finds those of one that was moved. Raises NotFound when there are
    none.
    """
    found = {backup.path: backup for backup in backups_of_path(places.backups, path)}
    if path.exists():
        try:
            with Workshop.open(path, places) as workshop:
                found |= {backup.path: backup for backup in backups_in(places.backups / workshop.file_id.hex)}
        except Expected:
            pass  # it is damaged, or not ours; where it lies has to do
    if not found:
        raise NotFound(f"There is no backup of {path.name} on this laptop.")
    return sorted(found.values(), key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def nth(backups: list[Backup], number: int) -> Backup:
    """A backup by its number in the list, from 1. Raises NotFound."""
    if not 1 <= number <= len(backups):
        raise NotFound(f"There is no backup {number}; they are numbered 1 to {len(backups)}, the newest first.")
    return backups[number - 1]


def look_inside(backup: Backup, places: Places, passphrase: str = "") -> Inside:
    """What a backup holds, read from a copy, because opening an older one brings it up to date. Raises NeedsPassphrase
    for one that is encrypted.
    """
    try:
        with _opened_copy(backup, places, passphrase) as workshop:
            last = workshop.history(1)
            return Inside(
                backup,
                workshop.title,
                workshop.read(counts),
                last[0].at if last else "",
                tuple(workshop.check()),
            )
    except (DiskTrouble, NeedsPassphrase):
        raise
    except Expected as error:
        return Inside(backup, "", {}, "", (str(error),))


def drill(backups: list[Backup], places: Places, passphrase: str = "") -> list[Inside]:
    """Open every backup and hold its tables, and so its counts, against its log. What does not open or does not match
    has problems.
    """
    return [look_inside(backup, places, passphrase) for backup in backups]


def restore(backup: Backup, to: Path, places: Places, passphrase: str = "") -> Path:
    """Write a copy of a backup to a new file to go on with; the backup and the workshop stay as they are.

    Raises FileTrouble when `to` is taken or the backup is not whole, DiskTrouble.
    """
    if to.exists():
        raise FileTrouble(f"{to} is there already. It was left as it is; choose another name to restore to.")
    found = look_inside(backup, places, passphrase)
    if found.problems:
        raise FileTrouble(f"This backup is not whole. Choose another one. {found.problems[0]}")
    said = backup.path.read_bytes()

    def looked_over(part: Path) -> None:
        if part.read_bytes() != said:
            raise DiskTrouble("The disk did not keep the copy as it was written. Choose another place, and try again.")

    with safely_written(to, looked_over) as file:
        file.write(said)
    return to


@contextmanager
def _opened_copy(backup: Backup, places: Places, passphrase: str) -> Generator[Workshop]:
    with scratch(places) as folder:
        copy = Path(shutil.copy(backup.path, folder))
        with Workshop.open(copy, Places(folder, places.device), passphrase=passphrase) as workshop:
            yield workshop
