"""What Home shows of a workshop on its card: how far it has come, in numbers, and a small picture without words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note, Theme
from facilitator.domain.people import Participant
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.queries.consent import KEPT_BACK
from facilitator.workshop.queries.sessions import sessions
from facilitator.workshop.queries.thumbnail import Dab, thumbnail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

_note = table_of(Note)


class State(StrEnum):
    """How far a workshop has come. A card says one of these in words, unless cells with two versions wait."""

    EMPTY = "empty"
    """No session is planned and nothing is on a board."""
    GATHERING = "gathering"
    """There are notes, but no session is planned."""
    NOT_BEGUN = "not-begun"
    """Sessions are planned, none of them has a day."""
    NEXT_SESSION = "next-session"
    """The next session is on a day that is still to come, or today."""
    BETWEEN = "between"
    """Some sessions are behind us, and the next one has no day yet."""
    FINISHED = "finished"
    """Every session is behind us."""


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session that comes next: `number` (from 1) of `of`, its title, and its day (YYYY-MM-DD), or None where none
    is set.
    """

    number: int
    of: int
    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class HomeCard:
    """A workshop as a card. `people` counts participants, not supporters; `notes` without withheld ones; `conflicts`
    the cells with two versions; `ended` is the day of the last session held, or empty. `picture` holds at most 40 dabs.
    """

    title: str
    state: State
    next_session: NextSession | None
    ended: str
    people: int
    notes: int
    open_votes: int
    conflicts: int
    picture: tuple[Dab, ...]


def home_card(reader: Reader, today: str) -> HomeCard:
    """The card of a workshop, as things stand on `today` (YYYY-MM-DD). It holds nobody's name and no note's words."""
    every, notes = sessions(reader), reader.count(Note, ~KEPT_BACK)
    coming = _coming(every, today)
    return HomeCard(
        title=_title(reader),
        state=_state(every, coming, today, notes),
        next_session=NextSession(coming.number, coming.of, coming.title, coming.date or None) if coming else None,
        ended=max((one.date for one in every if one.date < today), default=""),
        people=reader.count(Participant, table_of(Participant).c.kind == "participant"),
        notes=notes,
        open_votes=reader.count(Poll, table_of(Poll).c.state == "open"),
        conflicts=len(conflicts(reader)),
        picture=_picture(reader),
    )


def _title(reader: Reader) -> str:
    return reader.rows(sa.select(table_of(Programme).c.title))[0][0]


def _coming(every: Sequence[SessionItem], today: str) -> SessionItem | None:
    """The next session that has a day, else the first without one after those that were held."""
    dated = [one for one in every if one.date >= today]
    return min(dated, key=lambda one: one.date) if dated else next((one for one in every if not one.date), None)


def _state(every: Sequence[SessionItem], coming: SessionItem | None, today: str, notes: int) -> State:
    if not every:
        return State.GATHERING if notes else State.EMPTY
    if coming is None:
        return State.FINISHED
    if coming.date:
        return State.NEXT_SESSION
    return State.BETWEEN if any(one.date for one in every) else State.NOT_BEGUN


def _picture(reader: Reader) -> tuple[Dab, ...]:
    """The fullest board as dabs of colour, a cluster for each theme."""
    seen = (~KEPT_BACK, _note.c.parked.is_(False))
    many = sa.func.count()
    fullest = reader.rows(
        sa.select(_note.c.board_id).where(*seen).group_by(_note.c.board_id).order_by(many.desc(), _note.c.board_id)
    )
    if not fullest:
        return ()
    theme = table_of(Theme)
    rows = reader.rows(
        sa.select(theme.c.id, _note.c.colour)
        .select_from(_note.outerjoin(theme, theme.c.id == _note.c.theme_id))
        .where(_note.c.board_id == fullest[0][0], *seen)
        .order_by(theme.c.position.is_(None), theme.c.position, theme.c.id, _note.c.position, _note.c.id)
    )
    return thumbnail([(theme_id, colour) for theme_id, colour in rows])
