"""How much is at each station, in five small reads: said on the rail before anybody has been there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.board import Board
from facilitator.domain.people import Participant
from facilitator.domain.prototypes import Prototype
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll
from facilitator.workshop.queries.plan import plan
from facilitator.workshop.queries.sessions import next_up, sessions

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader

TABLES = {"session", "activity", "participant", "board", "poll", "prototype"}
"""What the counts are made of."""

_participant = table_of(Participant)


@dataclass(frozen=True, slots=True)
class RailCounts:
    """`minutes` is what the next session takes, and `people` are those who take part, without supporters."""

    minutes: int
    people: int
    boards: int
    polls: int
    versions: int


def rail_counts(reader: Reader, today: str) -> RailCounts:
    """The counts of a day (YYYY-MM-DD): the session meant is the next one to come, else the first."""
    every = sessions(reader)
    planned = plan(reader, next_up(every, today).id) if every else None
    return RailCounts(
        minutes=planned.lasts if planned and planned.blocks else 0,
        people=reader.count(Participant, _participant.c.kind == "participant"),
        boards=reader.count(Board),
        polls=reader.count(Poll),
        versions=reader.count(Prototype),
    )
