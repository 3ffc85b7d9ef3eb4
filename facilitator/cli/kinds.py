"""What the rows of each table are called, many of them or one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.cli.say import one_of, short

if TYPE_CHECKING:
    from facilitator.workshop.queries.conflict_view import ConflictView, DoubleNumber, Found

KINDS = {
    "session": "sessions",
    "activity": "blocks of a session",
    "participant": "people",
    "attendance": "arrivals",
    "consent": "answers about consent",
    "connection": "links between people",
    "room_table": "tables",
    "seat": "seats",
    "story": "stories",
    "quote": "quotes",
    "insight": "insights",
    "board": "boards",
    "theme": "themes",
    "note": "notes",
    "poll": "votes",
    "option": "options of votes",
    "ballot": "ballots",
    "idea": "ideas",
    "prototype": "prototypes",
    "trial": "try-outs",
    "feedback": "pieces of feedback",
    "decision": "decisions",
}
"""What is said to have come in a merge; the rest goes with these and is not counted for itself."""
_ONE = {"option": "option of a vote", "programme": "programme"}


def where(found: Found | ConflictView) -> str:
    """A row by the words that people know it by: "note “Tea for all” on “What would help?”"."""
    table = found.ref.table
    kind = _ONE.get(table) or one_of(KINDS.get(table, table))
    about = f" “{short(found.about)}”" if found.about else ""
    if table == "ballot":
        about = f" {found.about}"
    within = f" on “{short(found.within)}”" if found.within else ""
    return f"{kind}{about}{within}"


def read_twice(double: DoubleNumber) -> str:
    """A ballot that two laptops counted, and not the same, and what to do about it."""
    return (
        f"Ballot {double.number} of “{short(double.within)}” was counted on two laptops, and not the same. Take the "
        "sheet and count it once more: at Votes type its number and press F2."
    )
