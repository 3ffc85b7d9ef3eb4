"""Which ballots and feedback forms a session needs, and how many of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.programme import Activity, Programme
from facilitator.domain.prototypes import Decision, Prototype, Trial
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll
from facilitator.workshop.giving_out import enough, paper_ballots

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader

_activity, _decision, _poll, _prototype, _trial = map(table_of, (Activity, Decision, Poll, Prototype, Trial))

CLOSED = "A vote of this session is closed, so its ballots are not in the pack."


@dataclass(frozen=True, slots=True)
class SessionPapers:
    """The votes of a session with the numbers of their ballots, and the forms: for which prototypes (or, with the
    programme's own id, for one without a name), and how many of each. `left_out` says what is not here, and why.
    """

    ballots: dict[uuid.UUID, tuple[int, ...]]
    forms: frozenset[uuid.UUID]
    form_copies: int
    left_out: tuple[str, ...]

    @property
    def ballot_count(self) -> int:
        """How many ballots there are in all."""
        return sum(map(len, self.ballots.values()))

    @property
    def form_count(self) -> int:
        """How many feedback forms there are in all."""
        return len(self.forms) * self.form_copies


def session_papers(
    reader: Reader, session_id: uuid.UUID, copies: int | None = None, usual: int | None = None
) -> SessionPapers:
    """What a session needs; `copies` of each, else as many ballots as are out, else `usual` or enough for all.

    Numbers of ballots are those `giving_out.give_out` would print; those that are new are not given out by asking.
    """
    ballots: dict[uuid.UUID, tuple[int, ...]] = {}
    left_out: dict[str, None] = {}
    for poll in _polls(reader, session_id):
        if poll.state == "closed":
            left_out[CLOSED] = None
            continue
        try:
            ballots[poll.id] = paper_ballots(reader, poll.id, copies, usual).numbers
        except NothingToPrint as nothing:
            left_out[str(nothing)] = None
    return SessionPapers(ballots, _forms(reader, session_id), copies or usual or enough(reader), tuple(left_out))


def _polls(reader: Reader, session_id: uuid.UUID) -> list[Poll]:
    """The votes of the session's activities, and those open or to come that belong to no activity at all."""
    used = reader.rows(sa.select(_activity.c.poll_id, _activity.c.session_id).where(_activity.c.poll_id.is_not(None)))
    here = {poll for poll, session in used if session == session_id}
    anywhere = {poll for poll, _ in used}
    every = reader.find(Poll, order_by=(_poll.c.position, _poll.c.question))
    return [poll for poll in every if poll.id in here or (poll.id not in anywhere and poll.state != "closed")]


def _forms(reader: Reader, session_id: uuid.UUID) -> frozenset[uuid.UUID]:
    """What is tried out in the session: what its trials name, else, where its plan has a try-out, the latest version
    of every idea that was not dropped, else a form without a name.
    """
    tried = reader.rows(sa.select(_trial.c.prototype_id).where(_trial.c.session_id == session_id))
    if tried:
        return frozenset(prototype for (prototype,) in tried)
    if not reader.count(Activity, _activity.c.session_id == session_id, _activity.c.kind == "prototype"):
        return frozenset()
    return going_on(reader)


def going_on(reader: Reader) -> frozenset[uuid.UUID]:
    """The latest version of every idea that was not dropped, or the programme's own id where none was built at all."""
    dropped = {one.idea_id for one in reader.find(Decision, _decision.c.outcome == "drop")}
    latest = {one.idea_id: one.id for one in reader.find(Prototype, order_by=(_prototype.c.version,))}
    alive = {prototype for idea, prototype in latest.items() if idea not in dropped}
    return frozenset(alive if latest else {reader.find(Programme)[0].id})
