"""Reading the built example in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.people import Participant
from facilitator.domain.row import Row
from facilitator.domain.voting import Poll
from facilitator.workshop.queries.voting import poll_result

if TYPE_CHECKING:
    from facilitator.domain.tally import PollResult
    from facilitator.workshop.workshop import Workshop

M = TypeVar("M", bound=Row)


def every(workshop: Workshop, model: type[M]) -> list[M]:
    return workshop.read(lambda reader: reader.find(model))


def in_order(workshop: Workshop, model: type[M]) -> list[M]:
    return sorted(every(workshop, model), key=lambda row: getattr(row, "position"))  # noqa: B009 (any model that has one)


def result(workshop: Workshop, question: str) -> PollResult:
    poll = next(poll for poll in every(workshop, Poll) if poll.question == question)
    found = workshop.read(lambda reader: poll_result(reader, poll.id))
    assert found is not None
    return found


def people(workshop: Workshop) -> list[Participant]:
    return [person for person in every(workshop, Participant) if person.kind == "participant"]
