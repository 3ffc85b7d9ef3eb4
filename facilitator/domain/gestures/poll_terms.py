"""What is said before a vote, so that nobody votes in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Set

if TYPE_CHECKING:
    import uuid


def set_terms(
    poll_id: uuid.UUID, *, consequence: str = "", answered_by: str = "", answer_date: str = "", dots: int = 5
) -> Change:
    """Say what a vote's result will do, who answers for it by which day (YYYY-MM-DD), and how many dots people have."""
    values = {"consequence": consequence, "answered_by": answered_by, "answer_date": answer_date, "dots": dots}
    return Change("poll-terms", (Set("poll", poll_id, values),))
