"""Clock times of a session: they follow from when it starts and how long each activity takes.

An activity held at a time of day stays there. Where what comes before it ends sooner there is a gap; where it runs
over there is a clash. Both are told, and nothing is moved to hide them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HOUR = 60
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Block:
    """A timed block as it is planned: minutes long, and the time of day (HH:MM) it is held at, or empty."""

    minutes: int
    fixed_start: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """When a block happens, in minutes after midnight; `ends` may lie on the next day.

    `gap` is how many minutes nothing is planned before it, `clash` how many the block before it would still need.
    """

    starts: int
    ends: int
    gap: int = 0
    clash: int = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """The slots of a session, one for each block. Where no time of day is `known`, they are counted from 0."""

    known: bool
    slots: tuple[Slot, ...]

    @property
    def starts(self) -> int:
        """When the first of it begins."""
        return min((slot.starts for slot in self.slots), default=0)

    @property
    def ends(self) -> int:
        """When the last of it ends."""
        return max((slot.ends for slot in self.slots), default=0)


def schedule(starts_at: str, blocks: Sequence[Block]) -> Schedule:
    """Place blocks in time, in their order.

    A block begins when the one before it ends, but never before the session does (`starts_at`, HH:MM), unless it is
    held at a time: then it begins at that time. Without `starts_at`, the first block that is held at a time says
    when the session starts.
    """
    opening = _opening(starts_at, blocks)
    slots: list[Slot] = []
    for block in blocks:
        free_from = slots[-1].ends if slots else None
        follows = (opening or 0) if free_from is None else max(free_from, opening or 0)
        starts = minutes_of(block.fixed_start) if block.fixed_start else follows
        waited_from = follows if free_from is None else free_from
        slots.append(
            Slot(
                starts,
                starts + block.minutes,
                gap=max(0, starts - waited_from),
                clash=0 if free_from is None else max(0, free_from - starts),
            )
        )
    return Schedule(opening is not None, tuple(slots))


def late(timed: Schedule, ends_at: str) -> int:
    """How many minutes a session goes on after its room has to be empty (`ends_at`, HH:MM, or empty). A room that has
    to be empty at a time before the session starts has to be so the next day.
    """
    if not ends_at or not timed.known or not timed.slots:
        return 0
    end = minutes_of(ends_at)
    return max(0, timed.ends - (end if end > timed.starts else end + DAY))


def minutes_of(clock: str) -> int:
    """Minutes after midnight of a time of day written HH:MM."""
    hours, minutes = clock.split(":")
    return int(hours) * HOUR + int(minutes)


def clock_of(minutes: int) -> str:
    """A time of day as HH:MM; past midnight it starts again at 00:00."""
    return f"{minutes % DAY // HOUR:02}:{minutes % HOUR:02}"


def _opening(starts_at: str, blocks: Sequence[Block]) -> int | None:
    if starts_at:
        return minutes_of(starts_at)
    before = 0
    for block in blocks:
        if block.fixed_start:
            return max(0, minutes_of(block.fixed_start) - before)
        before += block.minutes
    return None
