"""What is still loose when a session ends, and what was promised: asked before people go home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.programme import Activity
from facilitator.domain.prototypes import Decision
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Poll
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.queries.read_twice import read_twice
from facilitator.workshop.queries.sessions import sessions
from facilitator.workshop.queries.twice import typed_twice

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator

    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

_note, _poll, _decision, _ballot, _activity = (table_of(one) for one in (Note, Poll, Decision, Ballot, Activity))
_IN_SIGHT = ~_note.c.withheld
_LATEST = "9999-99-99"


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """One kind of thing that is still open, with the rows to go to, in order; there is none without a row.

    code             what the rows are
    unread           notes that are a picture only: nobody has typed what is on it
    face-down        notes of a private round that was not opened
    parked           notes that were laid aside for later
    ballots-out      votes on paper of which ballots are out and not back
    unowned          decisions to keep or change something, without who does it or by when
    unanswered       votes without who will answer to the people who voted, or by when
    two-versions     rows that say different things on two laptops, once for each thing there is to choose
    read-twice       ballots that were counted on two laptops, and not the same
    typed-twice      rows that were typed on two laptops and may be one
    """

    code: str
    rows: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody said they would do: a decision, or the answer to a vote. `by_when` is a day or empty."""

    id: uuid.UUID
    what: str
    who: str
    by_when: str


@dataclass(frozen=True, slots=True)
class Closing:
    """What is loose, what was promised (the soonest first), and the session to come that promises go to; None when
    there is no later one in the plan.
    """

    loose: tuple[LooseEnd, ...]
    promises: tuple[Promise, ...]
    next_session: SessionItem | None


def closing(reader: Reader, today: str) -> Closing:
    """Look at the workshop as people leave, on `today` (YYYY-MM-DD)."""
    return Closing(tuple(_loose(reader)), tuple(promises(reader)), _next(reader, today))


def promises(reader: Reader) -> list[Promise]:
    """Who does what by when, the soonest first."""
    decided = reader.find(Decision, _decision.c.outcome.in_(("keep", "change")), order_by=(_decision.c.position,))
    asked = reader.find(Poll, order_by=(_poll.c.position,))
    found = [Promise(one.id, one.what, one.who, one.by_when) for one in decided if one.what.strip()]
    found += [Promise(one.id, one.question, one.answered_by, one.answer_date) for one in asked if one.question.strip()]
    kept = [one for one in found if one.who.strip() or one.by_when]
    return sorted(kept, key=lambda one: one.by_when or _LATEST)


def block_called(reader: Reader, session_id: uuid.UUID, title: str) -> Activity | None:
    """The first block of a session that has this title."""
    found = reader.find(
        Activity,
        _activity.c.session_id == session_id,
        _activity.c.title == title,
        order_by=(_activity.c.position,),
    )
    return found[0] if found else None


def first_position(reader: Reader, session_id: uuid.UUID) -> float | None:
    """Where the first block of a session stands; None when it has none."""
    query = sa.select(sa.func.min(_activity.c.position)).where(_activity.c.session_id == session_id)
    return reader.rows(query)[0][0]


def _loose(reader: Reader) -> Iterator[LooseEnd]:
    no_words = _note.c.text == ""
    asked: dict[str, sa.Select[uuid.UUID]] = {
        "unread": sa.select(_note.c.id).where(_IN_SIGHT, _note.c.photo != "", no_words).order_by(_note.c.position),
        "face-down": sa.select(_note.c.id).where(_IN_SIGHT, _note.c.face_down).order_by(_note.c.position),
        "parked": sa.select(_note.c.id).where(_IN_SIGHT, _note.c.parked).order_by(_note.c.position),
        "ballots-out": _votes_with_ballots_out(),
        "unowned": sa.select(_decision.c.id)
        .where(_decision.c.outcome.in_(("keep", "change")), (_decision.c.who == "") | (_decision.c.by_when == ""))
        .order_by(_decision.c.position),
        "unanswered": sa.select(_poll.c.id)
        .where(_poll.c.state != "draft", (_poll.c.answered_by == "") | (_poll.c.answer_date == ""))
        .order_by(_poll.c.position),
    }
    for code, query in asked.items():
        rows = tuple(row_id for (row_id,) in reader.rows(query))
        if rows:
            yield LooseEnd(code, rows)
    if torn := tuple(one.cell.id for one in conflicts(reader)):
        yield LooseEnd("two-versions", torn)
    if differ := tuple(one.id for one in read_twice(reader)):
        yield LooseEnd("read-twice", differ)
    if twice := tuple(one.keep.id for one in typed_twice(reader)):
        yield LooseEnd("typed-twice", twice)


def _votes_with_ballots_out() -> sa.Select[uuid.UUID]:
    out = sa.select(_ballot.c.poll_id).where(_ballot.c.channel == "paper", _ballot.c.state == "issued")
    return sa.select(_poll.c.id).where(_poll.c.state == "open", _poll.c.id.in_(out)).order_by(_poll.c.position)


def _next(reader: Reader, today: str) -> SessionItem | None:
    """The first session after today; one without a day comes last."""
    later = [one for one in sessions(reader) if one.date > today or not one.date]
    return min(later, key=lambda one: one.date or _LATEST) if later else None
