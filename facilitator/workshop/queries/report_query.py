"""Reads what a report says beside its votes and boards: what was done, who came, what was tried and decided."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.disclosure import enough_to_tell, published
from facilitator.domain.letters import place_of
from facilitator.domain.people import Attendance, Participant
from facilitator.domain.programme import Programme
from facilitator.domain.prototypes import Decision
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.after_values import ReportIdea, ReportMore, ReportSession, ReportVersion, Said
from facilitator.workshop.queries.plan import plan
from facilitator.workshop.queries.prototypes import FACES, PILES, ideas, prototype_board
from facilitator.workshop.queries.sessions import sessions
from facilitator.workshop.queries.strands import decision_line, strands_of, tried_by
from facilitator.workshop.queries.thread import thread

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.disclosure import Published
    from facilitator.domain.tally import PollResult
    from facilitator.workshop.queries.prototypes import IdeaItem
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

_attendance, _participant, _decision = map(table_of, (Attendance, Participant, Decision))
SUPPORTER = "supporter"


def report_more(reader: Reader) -> ReportMore:
    """All of it, as far as there is something to say."""
    decided = reader.find(Decision, order_by=(_decision.c.position, _decision.c.by_when))
    tried = (_idea(reader, idea) for idea in ideas(reader))
    return ReportMore(
        purpose=reader.find(Programme)[0].purpose,
        sessions=tuple(_session(reader, session) for session in sessions(reader)),
        came=came_by_group(reader),
        ideas=tuple(idea for idea in tried if idea.versions),
        decisions=tuple(decision_line(one) for one in decided if one.what.strip()),
        thread=strands_of(reader, thread(reader, "report")),
    )


def came_by_group(reader: Reader) -> Published[str] | None:
    """How many different people came, by the group they come from; None where only their number may be told."""
    query = (
        sa.select(_participant.c.id, _participant.c.kind, _participant.c.stakeholder_group)
        .join(_attendance, _attendance.c.participant_id == _participant.c.id)
        .where(_attendance.c.arrived)
        .distinct()
    )
    groups = Counter(SUPPORTER if kind == SUPPORTER else group for _, kind, group in reader.rows(query))
    return published(groups) if groups else None


def told(result: PollResult) -> PollResult:
    """A vote as it may be told: where too few voted, its options without counts, in the order of the ballot."""
    if not result.ballots or enough_voted(result):
        return result
    bare = [replace(one, rank=None, score=0.0, counts=dict.fromkeys(one.counts, 0)) for one in result.options]
    return replace(result, options=tuple(sorted(bare, key=lambda one: (one.hidden, place_of(one.letter)))))


def enough_voted(result: PollResult) -> bool:
    """Whether so many voted that their counts show nobody's own vote. A pile of hands or tokens counts as many."""
    return enough_to_tell(result.ballots - result.piles + result.hands + result.tokens)


def _session(reader: Reader, session: SessionItem) -> ReportSession:
    came = sa.select(sa.func.count(sa.distinct(_attendance.c.participant_id)))
    here = came.where(_attendance.c.arrived, _attendance.c.session_id == session.id)
    planned = plan(reader, session.id)
    blocks = planned.blocks if planned else ()
    return ReportSession(
        number=session.number,
        title=session.title,
        day=session.date,
        place=session.place,
        purpose=planned.purpose if planned else "",
        came=reader.rows(here)[0][0],
        blocks=tuple((block.title, block.kind, block.minutes) for block in blocks if block.kind != "break"),
    )


def _idea(reader: Reader, idea: IdeaItem) -> ReportIdea:
    versions = (_version(reader, version.id, version.name or idea.name) for version in idea.versions)
    return ReportIdea(idea.name, idea.need, idea.who_for, idea.who_delivers, tuple(filter(None, versions)))


def _version(reader: Reader, prototype_id: uuid.UUID, name: str) -> ReportVersion | None:
    board = prototype_board(reader, prototype_id)
    if board is None:
        return None
    faces = tuple(board.faces[face] for face in FACES)
    return ReportVersion(
        name=name,
        version=board.version,
        form=board.form,
        description=board.description,
        to_learn=board.to_learn,
        tried=tried_by(board),
        faces=faces if enough_to_tell(sum(faces)) else (),
        piles=tuple(
            (
                pile,
                tuple(
                    Said(line.text, line.language, line.translation)
                    for line in board.piles[pile]
                    if line.text.strip() and not line.withheld
                ),
            )
            for pile in PILES
        ),
    )
