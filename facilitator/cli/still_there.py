"""What is said of a person who was forgotten and whose name or words are still somewhere: after `erase`, and after a
merge that brought the forgetting from another laptop.
"""

from __future__ import annotations

from subprocess import list2cmdline
from typing import TYPE_CHECKING

from facilitator.cli.kinds import where
from facilitator.cli.say import amount, note

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from facilitator.workshop.queries.conflict_view import Found

NAMED = 5


def erase_again(file: Path, person_id: uuid.UUID) -> str:
    """What to type so that the backups forget the person, too."""
    return list2cmdline(["facilitator", "erase", str(file), str(person_id), "--backups"])


def forget_in_backups(file: Path) -> str:
    """What to type so that the backups forget whatever was removed for good."""
    return list2cmdline(["facilitator", "backups", str(file), "--forget"])


def mention(found: Found) -> dict[str, str]:
    """One of the places where the name stands, for a program: the row, its words (none when it is hidden from the
    room), and what it is part of.
    """
    return {"table": found.ref.table, "id": str(found.ref.id), "words": found.about, "within": found.within}


def say_mentions(mentions: Sequence[Found]) -> None:
    """Where others wrote the name."""
    if not mentions:
        return
    more = f" and {len(mentions) - NAMED:,} more" if len(mentions) > NAMED else ""
    note(
        f"The name still stands in {amount(len(mentions), 'other places')}, perhaps of somebody else: "
        + "; ".join(where(one) for one in mentions[:NAMED])
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
