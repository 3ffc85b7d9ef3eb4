"""What a vote by agreement says at a glance: what most agree on, and what divides the room.

Both look only at statements that enough people voted on, so that a few voices do not stand for the room.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.tally import OptionResult

FEWEST = 5
SHOWN = 5
BOTH_SIDES = 0.2


def votes(option: OptionResult) -> int:
    """How many people voted on a statement, whatever they said."""
    return sum(option.counts.values())


def enough(options: Sequence[OptionResult]) -> int:
    """The votes a statement needs to be among the highlights: half of what is usual in this vote, five at least."""
    counted = [votes(option) for option in options if not option.hidden]
    return max(FEWEST, round(median(counted) / 2)) if counted else FEWEST


def common_ground(options: Sequence[OptionResult], most: int = SHOWN) -> tuple[OptionResult, ...]:
    """The statements with the largest share of agreement, more than half, from high to low; at most `most`."""
    agreed = [option for option in _heard(options) if option.score > 1 / 2]
    return tuple(sorted(agreed, key=lambda option: -option.score)[:most])


def divided(options: Sequence[OptionResult], most: int = SHOWN) -> tuple[OptionResult, ...]:
    """The statements where a fifth or more stand on either side, the most evenly split first; at most `most`."""
    split = [option for option in _heard(options) if _smaller_side(option) >= BOTH_SIDES]
    return tuple(sorted(split, key=lambda option: -_smaller_side(option))[:most])


def _heard(options: Sequence[OptionResult]) -> list[OptionResult]:
    needed = enough(options)
    return [option for option in options if not option.hidden and votes(option) >= needed]


def _smaller_side(option: OptionResult) -> float:
    return min(option.counts["agree"], option.counts["disagree"]) / votes(option)
