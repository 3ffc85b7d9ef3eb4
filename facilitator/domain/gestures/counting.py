"""Gestures of counting beyond a ballot that says what it says: counts of hands and tokens, corrections, and opening a
vote again. Corrections and openings name their vote, so that the result can show them.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Delete, Edit, Insert, Set
from facilitator.domain.gestures.voting import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.domain.change import Value


def count_piles(poll_id: uuid.UUID, piles: Sequence[tuple[str, int, Mapping[uuid.UUID, int]]]) -> Change:
    """Count hands or tokens: each pile has its channel, a number and, by option id, how many; below zero for hands that
    disagree.

    A pile is one ballot of its channel. It is nobody's, and no more is known of it than its totals.
    """
    edits: list[Edit] = []
    for channel, number, totals in piles:
        ballot_id = uuid.uuid4()
        about: dict[str, Value] = {"poll_id": poll_id, "number": number, "channel": channel, "state": "counted"}
        edits += [Insert("ballot", ballot_id, about), *marks_of(ballot_id, totals)]
    total = sum(abs(value) for _, _, totals in piles for value in totals.values())
    tokens = any(channel == "tokens" for channel, _, _ in piles)
    return Change("tokens-count" if tokens else "hands-count", tuple(edits), {"tokens" if tokens else "hands": total})


def correct_ballot(
    poll_id: uuid.UUID, ballot_id: uuid.UUID, mark_ids: Iterable[uuid.UUID], values: Mapping[uuid.UUID, int] | None
) -> Change:
    """Count a ballot anew: its marks give way to these, or, without any, it is laid aside as spoilt. That it is counted
    is said again, so that the log tells this reading from one that had not seen the others.
    """
    state = "spoilt" if values is None else "counted"
    away = [Delete("mark", mark_id) for mark_id in mark_ids]
    edits = (Set("ballot", ballot_id, {"state": state}, again=True), *away, *marks_of(ballot_id, values or {}))
    return Change("ballot-correct", edits, {"poll": poll_id})


def reopen_poll(poll_id: uuid.UUID) -> Change:
    """Open a vote again that was closed."""
    return Change("poll-reopen", (Set("poll", poll_id, {"state": "open"}),), {"poll": poll_id})
