"""A board made so small that no word can be read: dabs of colour in clusters, a cluster for each theme."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

Dab = tuple[float, float, int]
"""A note in the picture: the left and the top edge as shares of its width and height, and its colour (1 to 7)."""

MOST = 40
ACROSS, DOWN = 4, 2
"""How many clusters stand beside and below each other."""
WIDE, HIGH = 3, 2
"""How many notes stand beside and below each other in a cluster."""
GAP = 0.5
"""The space between clusters, in notes."""
_STEP_X, _STEP_Y = 1 / (ACROSS * WIDE + (ACROSS - 1) * GAP), 1 / (DOWN * HIGH + (DOWN - 1) * GAP)
DAB = (0.86 * _STEP_X, 0.84 * _STEP_Y)
"""How wide and high a dab is, as shares of the picture; drawn so, none touches another or the edge."""


def thumbnail(notes: Sequence[tuple[uuid.UUID | None, int]]) -> tuple[Dab, ...]:
    """The dabs for notes, given as (theme id or None, colour) with those of a theme together; at most `MOST`."""
    themes: list[list[int]] = [[colour for _, colour in run] for _, run in groupby(notes, key=lambda note: note[0])]
    clusters = _clusters(themes[: ACROSS * DOWN])
    return tuple(
        (round(x, 4), round(y, 4), colour)
        for turn, cluster in enumerate(clusters)
        for x, y, colour in _placed(turn, cluster)
    )[:MOST]


def _clusters(themes: list[list[int]]) -> list[list[int]]:
    """A cluster for each theme, and one more for the largest for as long as there is room."""
    room, size = ACROSS * DOWN, WIDE * HIGH
    shares = [1] * len(themes)
    while sum(shares) < room:
        left = [len(theme) - size * share for theme, share in zip(themes, shares, strict=True)]
        if max(left, default=0) <= 0:
            break
        shares[left.index(max(left))] += 1
    return [
        theme[start : start + size]
        for theme, share in zip(themes, shares, strict=True)
        for start in range(0, min(len(theme), size * share), size)
    ]


def _placed(turn: int, cluster: Sequence[int]) -> list[Dab]:
    left = (turn % ACROSS) * (WIDE + GAP)
    top = (turn // ACROSS) * (HIGH + GAP)
    return [
        ((left + place % WIDE) * _STEP_X, (top + place // WIDE) * _STEP_Y, colour)
        for place, colour in enumerate(cluster)
    ]
