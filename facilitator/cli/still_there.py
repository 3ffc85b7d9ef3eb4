"""What is said of a person who was forgotten and whose name or words are still somewhere: after `erase`, and after a
merge that brought the forgetting from another laptop.
"""

from __future__ import annotations

from subprocess import list2cmdline
from typing import TYPE_CHECKING

from facilitator.cli.say import amount, note

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from facilitator.domain.change import RowRef

NAMED = 5


def erase_again(file: Path, person_id: uuid.UUID) -> str:
    """What to type so that the backups forget the person, too."""
    return list2cmdline(["facilitator", "erase", str(file), str(person_id), "--backups"])


def forget_in_backups(file: Path) -> str:
    """What to type so that the backups forget whatever was removed for good."""
    return list2cmdline(["facilitator", "backups", str(file), "--forget"])


def say_mentions(mentions: Sequence[RowRef]) -> None:
    """Where others wrote the name."""
    if not mentions:
        return
    more = f" and {len(mentions) - NAMED:,} more" if len(mentions) > NAMED else ""
    note(
        f"The name still stands in {amount(len(mentions), 'other places')}, perhaps of somebody else: "
        + ", ".join(f"{ref.table} {ref.id}" for ref in mentions[:NAMED])
        + more
        + ". Look at them and change the words."
    )


def say_held(backups: Sequence[Path], again: Iterable[str]) -> None:
    """Which backups still have it, and what to type."""
    if not backups:
        return
    note("Backups on this laptop that still hold them: " + ", ".join(str(path) for path in backups) + ".")
    for line in again:
        note(f"Forget them there too: {line}")
    note("Copies on sticks and other laptops forget at the next merge.")
