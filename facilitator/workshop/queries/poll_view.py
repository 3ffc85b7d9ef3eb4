"""Everything the page of one vote shows, read at once. What a vote came to is read only when it is closed, so that
nothing on the way to the screen knows it before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.workshop.giving_out import enough
from facilitator.workshop.queries.board import BoardItem, boards
from facilitator.workshop.queries.entry import BallotBox, ballot_box
from facilitator.workshop.queries.poll_draft import PollDraft, poll_draft
from facilitator.workshop.queries.voting import poll_result

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.tally import PollResult
    from facilitator.workshop.reader import Reader


@dataclass(frozen=True, slots=True)
class PollView:
    """`result` is None until the vote is closed. `copies` is how many more ballots to offer: enough for the people
    expected, less those that are out already. `boards` are where options can come from.
    """

    box: BallotBox
    draft: PollDraft
    result: PollResult | None
    copies: int
    boards: tuple[BoardItem, ...]


def poll_view(reader: Reader, poll_id: uuid.UUID) -> PollView | None:
    """One vote as its page shows it, or None when there is no such vote."""
    box, draft = ballot_box(reader, poll_id), poll_draft(reader, poll_id)
    if box is None or draft is None:
        return None
    return PollView(
        box=box,
        draft=draft,
        result=poll_result(reader, poll_id) if box.state == "closed" else None,
        copies=max(1, enough(reader) - box.given_out),
        boards=tuple(boards(reader)),
    )
