"""The line under the programme's title: which of its sessions comes next, and where it is held."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop


def read_next(workshop: Workshop) -> SessionItem | None:
    """The session of today or the next one, else the first; nothing when none is planned. Runs on the store thread."""
    from facilitator.workshop.queries.sessions import next_up, sessions

    def read(reader: Reader) -> SessionItem | None:
        every = sessions(reader)
        return next_up(every, date.today().isoformat()) if every else None

    return workshop.read(read)


def words_of(session: SessionItem | None) -> str:
    """Session 3 of 4 · Community hall."""
    if session is None:
        return ""
    turn = QCoreApplication.translate("session", "Session {number} of {of}").format(
        number=session.number, of=session.of
    )
    return " · ".join(filter(None, (turn, session.place)))
