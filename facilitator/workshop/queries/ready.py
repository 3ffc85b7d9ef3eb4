"""What a look at the workshop can tell about being ready for the next session. Only what helps on the day is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.people import Consent, Participant, Table
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Option, Poll
from facilitator.workshop.queries.home import NextSession
from facilitator.workshop.queries.plan import plan
from facilitator.workshop.queries.sessions import next_up, sessions

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator, Mapping

    from facilitator.workshop.queries.plan import BlockLine, Plan
    from facilitator.workshop.reader import Reader

_ballot, _option, _poll, _table = table_of(Ballot), table_of(Option), table_of(Poll), table_of(Table)
NEEDS_A_BOARD = ("brainstorm",)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `ok` says that all is well; `values` are what its sentence is made from.

    code             looked at when                       values
    session          always                               (none)
    day              there is a session                   date, starts_at (HH:MM), each perhaps empty
    blocks           there is a session                   blocks
    times            it has blocks                        late (minutes after the room has to be empty), clashes
    boards           a block is a brainstorm              missing (blocks without a board), title (of the first)
    votes            a block is a vote                    missing (blocks without a vote), title (of the first)
    options          a vote is still to be held           missing (votes with nothing to choose from), question
    ballots          a vote is still to be held           missing (votes with no ballot given out), question
    promises         a vote is still to be held           missing (no word on what follows, or who answers), question
    people           there is a session                   people
    consent          somebody is expected                 missing (people not asked about anything), people
    tables           people sit at tables                 tables, missing (tables without a name)
    """

    code: str
    ok: bool
    values: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Ready:
    """The session meant, None when there is none to come, and the checks in the order in which a person does them."""

    session: NextSession | None
    checks: tuple[Check, ...]


def ready(reader: Reader, today: str) -> Ready:
    """Look at the next session from `today` (YYYY-MM-DD) on; one without a day counts as still to come."""
    coming = [one for one in sessions(reader) if one.date >= today or not one.date]
    if not coming:
        return Ready(None, (Check("session", ok=False, values={}),))
    item = next_up([one for one in coming if one.date] or coming, today)
    planned = plan(reader, item.id)
    checks = tuple(_checks(reader, planned)) if planned else ()
    session = NextSession(item.number, item.of, item.title, item.date or None)
    return Ready(session, (Check("session", ok=True, values={}), *checks))


def _checks(reader: Reader, planned: Plan) -> Iterator[Check]:
    day: dict[str, str | int] = {"date": planned.date, "starts_at": planned.starts_at}
    yield Check("day", all(day.values()), day)
    yield Check("blocks", bool(planned.blocks), {"blocks": len(planned.blocks)})
    if planned.blocks:
        times: dict[str, str | int] = {"late": planned.late, "clashes": len(planned.clashes)}
        yield Check("times", not any(times.values()), times)
    yield from _attached("boards", [(one, one.board_id) for one in planned.blocks if one.kind in NEEDS_A_BOARD])
    yield from _attached("votes", [(one, one.poll_id) for one in planned.blocks if one.kind == "vote"])
    yield from _votes(reader, {one.poll_id for one in planned.blocks if one.poll_id})
    yield from _people(reader)
    yield from _tables(reader, planned)


def _attached(code: str, blocks: list[tuple[BlockLine, uuid.UUID | None]]) -> Iterator[Check]:
    without = [block.title for block, used in blocks if used is None]
    if blocks:
        yield Check(code, not without, {"missing": len(without), "title": without[0] if without else ""})


def _votes(reader: Reader, attached: set[uuid.UUID]) -> Iterator[Check]:
    """The votes of the session that are not closed, and any other that is open."""
    held = sa.or_(_poll.c.state == "open", sa.and_(_poll.c.id.in_(attached), _poll.c.state == "draft"))
    votes = reader.find(Poll, held, order_by=(_poll.c.position,))
    if not votes:
        return
    options = set(reader.rows(sa.select(_option.c.poll_id).where(_option.c.hidden.is_(False)).distinct()))
    paper = set(reader.rows(sa.select(_ballot.c.poll_id).where(_ballot.c.channel == "paper").distinct()))
    lacking = {
        "options": [poll.question for poll in votes if not poll.blank_letters and (poll.id,) not in options],
        "ballots": [poll.question for poll in votes if (poll.id,) not in paper],
        "promises": [poll.question for poll in votes if not (poll.consequence and poll.answered_by)],
    }
    for code, questions in lacking.items():
        yield Check(code, not questions, {"missing": len(questions), "question": questions[0] if questions else ""})


def _people(reader: Reader) -> Iterator[Check]:
    person = table_of(Participant)
    expected = {row[0] for row in reader.rows(sa.select(person.c.id).where(person.c.kind == "participant"))}
    yield Check("people", bool(expected), {"people": len(expected)})
    if expected:
        asked = {row[0] for row in reader.rows(sa.select(table_of(Consent).c.participant_id).distinct())}
        yield Check("consent", expected <= asked, {"missing": len(expected - asked), "people": len(expected)})


def _tables(reader: Reader, planned: Plan) -> Iterator[Check]:
    if any(block.group_format == "tables" for block in planned.blocks):
        names = [name for (name,) in reader.rows(sa.select(_table.c.name))]
        missing = sum(not name.strip() for name in names)
        yield Check("tables", bool(names) and not missing, {"tables": len(names), "missing": missing})
