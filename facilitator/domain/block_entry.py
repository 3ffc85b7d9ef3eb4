"""A block of the plan typed in one line: `Welcome 15`, `Break 15 at 11:05`, `Welcome 15 "Who is new?"`.

The title comes first; then how long it takes; `at` and a time hold it there; what is to be said stands in quotation
marks at the end. A time at the very beginning holds it too, but in a list whose lines begin with times, as a running
order from elsewhere does, those only tell how long each block takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.said_times import CLOCK, LENGTH, read_clock, read_minutes
from facilitator.domain.schedule import minutes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

USUAL = 10
"""How many minutes a block takes where nothing is said."""

LONGEST = 2_000
"""Characters. A longer line is no block of a plan, and is not searched for times, which would take long."""

TELLING = 4
"""How many words of a title may tell its kind; what comes later is about something else."""

_PROMPT = re.compile(r"(?P<rest>.*\d.*?|)\s*[\"“„«](?P<prompt>[^\"“”«»]+)[\"”“»]?", re.S)
_HELD = re.compile(rf"(?P<rest>.*?)(?:\bat\s|@)\s?(?P<clock>{CLOCK})", re.I | re.S)
_LENGTH = re.compile(rf"(?P<rest>.*?)(?:^|[\s,;(·|–—-])(?P<length>{LENGTH})\)?", re.I | re.S)
_FIRST = re.compile(
    r"(?P<clock>\d{1,2}[:.]\d{2}(?:\s?[ap]m)?)(?:\s?[-–—]\s?(?P<end>\d{1,2}[:.]\d{2}(?:\s?[ap]m)?))?\s*[-–—:·|]?\s+(?P<rest>.*)",
    re.I | re.S,
)
_EDGES = " \t,;:·|–—-"

_KINDS = {
    "break": "break lunch coffee tea dinner prayer prayers",
    "vote": "vote voting dots choose",
    "brainstorm": "brainstorm brainstorming ideas",
    "group": "group grouping themes cluster sort",
    "stories": "story stories insight insights listen",
    "prototype": "prototype prototyping role rehearse storyboard mock-up trial",
    "relationships": "introductions icebreaker connections relationships",
    "purpose": "purpose aims why",
    "close": "close closing goodbye thanks feedback",
    "welcome": "welcome hello arrival",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """How a line was understood. `minutes` is None where no length was said; `fixed_start` is HH:MM or empty."""

    title: str
    minutes: int | None = None
    fixed_start: str = ""
    kind: str = "other"
    prompt: str = ""

    @property
    def length(self) -> int:
        """How many minutes it takes."""
        return USUAL if self.minutes is None else self.minutes


def read_block(line: str, near: str = "") -> BlockEntry | None:
    """How a line is understood; None where it has no title. `near` (HH:MM) is a time the block will not be far from."""
    first, rest = _first(line, near)
    entry = _read(rest, near)
    return replace(entry, fixed_start=entry.fixed_start or first[0]) if entry else None


def read_blocks(lines: Iterable[str], near: str = "") -> tuple[BlockEntry, ...]:
    """How the lines of a list are understood; lines without a title are left out."""
    split = [_first(line, near) for line in lines]
    if sum(bool(first[0]) for first, _ in split) < 2:
        entries = [read_block(line, near) for line in lines]
        return tuple(entry for entry in entries if entry)
    found = [(first, entry) for first, rest in split if (entry := _read(rest, near))]
    after = [first[0] for first, _ in found[1:]] + [""]
    return tuple(
        replace(entry, minutes=entry.minutes if entry.minutes is not None else _between(first[0], first[1] or follows))
        for (first, entry), follows in zip(found, after, strict=True)
    )


def kind_of(title: str) -> str:
    """What kind of block a title speaks of, by its first English words; `other` when none tells."""
    words = re.findall(r"[a-z]+(?:-[a-z]+)?", title.casefold())[:TELLING]
    return next((_KIND_OF[word] for word in words if word in _KIND_OF), "other")


def _read(text: str, near: str) -> BlockEntry | None:
    if len(text) > LONGEST:
        return BlockEntry(" ".join(text.split()))
    rest, prompt, held, minutes = text.strip(), "", "", None
    if found := _PROMPT.fullmatch(rest):
        rest, prompt = found["rest"].strip(_EDGES), found["prompt"].strip()
    if (found := _HELD.fullmatch(rest)) and (clock := read_clock(found["clock"], near)):
        rest, held = found["rest"].strip(_EDGES), clock
    if (found := _LENGTH.fullmatch(rest)) and (length := read_minutes(found["length"])) is not None:
        rest, minutes = found["rest"].strip(_EDGES + "("), length
    title = " ".join(rest.split())
    return BlockEntry(title, minutes, held, kind_of(title), prompt) if title else None


def _first(line: str, near: str) -> tuple[Sequence[str], str]:
    """The times a line begins with (when it begins, when it ends; empty where not said), and the rest of it."""
    found = _FIRST.fullmatch(line.strip()) if len(line) <= LONGEST else None
    if found is None:
        return ("", ""), line
    begins = read_clock(found["clock"], near) or ""
    ends = read_clock(found["end"] or "", begins or near) or ""
    return (begins, ends), found["rest"] if begins else line


def _between(begins: str, ends: str) -> int | None:
    """How many minutes lie between two times, where the second is the later one."""
    if not begins or not ends:
        return None
    minutes = minutes_of(ends) - minutes_of(begins)
    return minutes if minutes > 0 else None
