"""Giving out paper ballots: their numbers are stored before they are printed; printing them again stores nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import BadChange, NotFound, NothingToPrint
from facilitator.domain.gestures.voting import issue_ballots
from facilitator.domain.people import Participant
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Poll
from facilitator.workshop.queries.voting import candidates, polls

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Change
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

_ballot = table_of(Ballot)
WHEN_NOBODY_IS_LISTED = 30
SPARE_PERCENT = 15
"""So many more than the people expected, for those who walk in and for ballots spoilt by a slip of the pen."""


@dataclass(frozen=True, slots=True)
class PaperBallots:
    """The numbers to print, in order; `fresh` are those among them that nobody has yet."""

    numbers: tuple[int, ...]
    fresh: tuple[int, ...]


def give_out(
    workshop: Workshop, poll_id: uuid.UUID, copies: int | None = None, usual: int | None = None
) -> tuple[int, ...]:
    """The numbers of the ballots to print for a vote; those that are new are stored first, as one Change.

    `copies` is how many to print. Without it, all that are out and not back, or when none is, `usual` or else enough
    for the people expected. Raises NothingToPrint when there is nothing to choose from, or when new numbers would have
    to be given out for a vote that was held on paper and is closed, and what `Workshop.apply` raises.
    """
    planned = workshop.read(lambda reader: paper_ballots(reader, poll_id, copies, usual))
    if planned.fresh:
        workshop.apply(issue_ballots(poll_id, planned.fresh))
    return planned.numbers


def more_ballots(reader: Reader, poll_id: uuid.UUID, many: int) -> Change:
    """Give out so many more paper ballots, with the next numbers. Raises BadChange once the vote is closed."""
    poll = reader.get(Poll, poll_id)
    if poll is None:
        raise NotFound("That vote is not in this workshop any more.")
    if poll.state == "closed":
        raise BadChange("The vote is closed, so no more ballots are given out. Open it again first.")
    last = reader.rows(sa.select(sa.func.max(_ballot.c.number)).where(_ballot.c.poll_id == poll_id))[0][0] or 0
    return issue_ballots(poll_id, range(last + 1, last + 1 + many))


def polls_to_print(reader: Reader) -> list[uuid.UUID]:
    """The votes whose ballots are still of use, in order: those not closed, else all. Raises NothingToPrint."""
    every = polls(reader)
    if not every:
        raise NothingToPrint("There is no vote in this workshop yet, so there are no ballots. Add one first.")
    return [poll.id for poll in every if poll.state != "closed"] or [poll.id for poll in every]


def paper_ballots(
    reader: Reader, poll_id: uuid.UUID, copies: int | None = None, usual: int | None = None
) -> PaperBallots:
    """Which ballots `give_out` would print, and which of them it would have to give out first."""
    poll = reader.get(Poll, poll_id)
    if poll is None:
        raise NotFound("That vote is not in this workshop any more.")
    if not poll.blank_letters and all(option.hidden for option in candidates(reader, poll_id)):
        raise NothingToPrint("The vote has nothing to choose from yet. Add its options first.")
    query = sa.select(_ballot.c.number, _ballot.c.channel, _ballot.c.state).where(_ballot.c.poll_id == poll_id)
    taken = reader.rows(query)
    out = sorted({number for number, channel, state in taken if channel == "paper" and state == "issued"})
    wanted = copies if copies is not None else len(out) or usual or enough(reader)
    first = max((number for number, _, _ in taken), default=0) + 1
    fresh = tuple(range(first, first + max(0, wanted - len(out))))
    was_held = poll.state == "closed" and any(channel == "paper" and state != "issued" for _, channel, state in taken)
    if fresh and was_held:
        raise NothingToPrint("The vote is closed, so no more ballots are given out. Open it again first.")
    return PaperBallots((*out[:wanted], *fresh), fresh)


def enough(reader: Reader) -> int:
    """How many copies of a form to print: for the people expected and some to spare, else for a usual room."""
    expected = reader.count(Participant, table_of(Participant).c.kind == "participant")
    return with_spare(expected) if expected else WHEN_NOBODY_IS_LISTED


def with_spare(many: int) -> int:
    """So many and some to spare."""
    return many + -(-many * SPARE_PERCENT // 100)
