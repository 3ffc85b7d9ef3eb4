"""The sessions of a programme, and the one that is meant: by its name, else the next one to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import NotFound, NothingToPrint
from facilitator.domain.programme import Session
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.naming import called

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.reader import Reader

_session = table_of(Session)


@dataclass(frozen=True, slots=True)
class SessionItem:
    """A session in a list: its turn among all (`number` from 1, `of` how many), its day and its start, if known."""

    id: uuid.UUID
    title: str
    date: str
    starts_at: str
    place: str
    number: int
    of: int

    @property
    def question(self) -> str:
        """What it is called by."""
        return self.title


def sessions(reader: Reader) -> list[SessionItem]:
    """Every session, in order."""
    found = reader.find(Session, order_by=(_session.c.position, _session.c.date))
    return [
        SessionItem(one.id, one.title, one.date, one.starts_at, one.place, number, len(found))
        for number, one in enumerate(found, 1)
    ]


def next_up(every: Sequence[SessionItem], today: str) -> SessionItem:
    """The next of some sessions from `today` (YYYY-MM-DD) on, else the first."""
    coming = [session for session in every if session.date >= today]
    return min(coming, key=lambda session: session.date) if coming else every[0]


def chosen_session(reader: Reader, name: str | None, today: str) -> SessionItem:
    """The session of this name, else the next one from `today` (YYYY-MM-DD) on, else the first. Raises NothingToPrint
    when there is none, and NotFound, listing what there is, when none is called that.
    """
    every = sessions(reader)
    if not every:
        raise NothingToPrint("There is no session in this workshop yet. Add one to the plan first.")
    if name is None:
        return next_up(every, today)
    found = called(every, name, "sessions")
    if len(found) > 1:
        ids = ", ".join(str(session.id) for session in found)
        raise NotFound(f"{len(found)} sessions have this very name. Name one by its id: {ids}.")
    return found[0]
