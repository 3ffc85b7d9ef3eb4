"""The words for days, times and the blocks of a session, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Qt

if TYPE_CHECKING:
    from facilitator.workshop.queries.sessions import SessionItem


def day_in_words(date: str, *, short: bool = False) -> str:
    """A day (YYYY-MM-DD) as people say it, such as "Thursday 14 January 2027" or "14 Jan"; empty when none is set."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM" if short else "dddd d MMMM yyyy") if day.isValid() else ""


class SessionWords(QObject):
    """What a session is called in a list, and when it is."""

    def name(self, session: SessionItem) -> str:
        """Short, for a list: its number, its day, or its title where there is no day."""
        number = self.tr("Session {number}").format(number=session.number)
        return f"{number} · {day_in_words(session.date, short=True) or session.title}"

    def when(self, session: SessionItem) -> str:
        """Its title, day and time."""
        parts = (session.title, day_in_words(session.date), session.starts_at, session.place)
        return " · ".join(part for part in parts if part)
