"""Moving one thing up or down a list that is kept in order by numbers, touching as few of them as can be."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

Place = tuple["uuid.UUID", float]
"""A row and its position."""


def moved(order: Sequence[Place], row_id: uuid.UUID, by: int) -> dict[uuid.UUID, float]:
    """The positions to write so that a row stands `by` places further down (up when negative), or as far as it can.

    `order` is the list as it is shown. Mostly the row alone gets a new number, between its new neighbours; when there
    is no number between them, all are numbered anew. Nothing when it stays where it is, or is not there.
    """
    ids = [one for one, _ in order]
    if row_id not in ids:
        return {}
    before = ids.index(row_id)
    after = min(max(before + by, 0), len(ids) - 1)
    if after == before:
        return {}
    ids.insert(after, ids.pop(before))
    positions = dict(order)
    above = positions[ids[after - 1]] if after else None
    below = positions[ids[after + 1]] if after + 1 < len(ids) else None
    between = _between(above, below)
    if between is not None and _in_order([*ids[:after], *ids[after + 1 :]], positions):
        return {row_id: between}
    return {one: float(turn) for turn, one in enumerate(ids, 1) if positions[one] != turn}


def after_last(order: Sequence[Place]) -> float:
    """The position of a new row below all others."""
    return max((position for _, position in order), default=0.0) + 1.0


def _between(above: float | None, below: float | None) -> float | None:
    if above is None:
        return None if below is None else below - 1.0
    if below is None:
        return above + 1.0
    middle = (above + below) / 2
    return middle if above < middle < below and math.isfinite(middle) else None


def _in_order(ids: Sequence[uuid.UUID], positions: dict[uuid.UUID, float]) -> bool:
    """Whether each stands before the next by its number alone."""
    return all(positions[one] < positions[other] for one, other in pairwise(ids))
