"""What is said before a vote, so that nobody votes in the dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Delete, Set

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping

    from facilitator.domain.change import Value


def set_terms(
    poll_id: uuid.UUID, *, consequence: str = "", answered_by: str = "", answer_date: str = "", dots: int = 5
) -> Change:
    """Say what a vote's result will do, who answers for it by which day (YYYY-MM-DD), and how many dots people have."""
    values = {"consequence": consequence, "answered_by": answered_by, "answer_date": answer_date, "dots": dots}
    return Change("poll-terms", (Set("poll", poll_id, values),))


def edit_poll(poll_id: uuid.UUID, values: Mapping[str, Value]) -> Change:
    """Change some of what a vote says before it begins, by the columns of `Poll`."""
    return Change("poll-edit", (Set("poll", poll_id, values),))


def remove_poll(poll_id: uuid.UUID, option_ids: Iterable[uuid.UUID]) -> Change:
    """Take away a vote that was never begun, with its options."""
    return Change("poll-remove", (*(Delete("option", one) for one in option_ids), Delete("poll", poll_id)))
