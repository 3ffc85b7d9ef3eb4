"""Fields for a time of day, a length and a day, which read what people write: 9.30, 930, 9am; 14 Jan."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale, Qt, Signal

from facilitator.domain.said_times import read_clock, read_day, read_minutes
from facilitator.ui.parts.form_side import Line


class Said(Line):
    """A line whose words are read. Words that cannot be read stay in it; `unread` carries what to say of them."""

    unread = Signal(str)

    def read(self, words: str) -> str | None:
        """What the words mean in the form the file keeps, or None."""
        raise NotImplementedError

    def sentence(self) -> str:
        """What to say of words that mean nothing."""
        raise NotImplementedError

    def value(self) -> str:
        words = super().value()
        found = self.read(words)
        return words if found is None else found

    def is_read(self) -> bool:
        """Whether the words mean something, or there are none."""
        return self.read(super().value()) is not None

    def keep(self) -> None:
        if self.is_read():
            value = self.value()
            super().keep()
            self.put(value)
        else:
            self.unread.emit(self.sentence())


class ClockLine(Said):
    """A time of day. `near` (HH:MM) says which half of the day is meant where nobody says it."""

    def __init__(self, name: str, hint: str = "") -> None:
        self.near = ""
        super().__init__(name, hint)

    def read(self, words: str) -> str | None:
        return read_clock(words, self.near)

    def sentence(self) -> str:
        return self.tr("That is not a time of day. Write it such as 9:30 or 2 pm.")


class LengthLine(Said):
    """How long something takes, kept as the digits of its minutes."""

    def read(self, words: str) -> str | None:
        minutes = read_minutes(words)
        return None if minutes is None else str(minutes)

    def sentence(self) -> str:
        return self.tr("That is not a length. Write it such as 15, or 1 h 30.")


class DayLine(Said):
    """A day; without a year it is the next one that comes."""

    def __init__(self, name: str, hint: str = "") -> None:
        self._day = ""
        super().__init__(name, hint)

    def read(self, words: str) -> str | None:
        shown = self._day and words == _short(self._day)
        return self._day if shown else read_day(words, datetime.date.today().isoformat())

    def put(self, value: str) -> None:
        self._day = value
        super().put(_short(value) or value)

    def sentence(self) -> str:
        return self.tr("That is not a day. Write it such as 14 Jan.")


def _short(date: str) -> str:
    """A day (YYYY-MM-DD) as it stands in a field, such as "Thu 14 Jan 2027"; empty when none is set."""
    day = QDate.fromString(date, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "ddd d MMM yyyy") if day.isValid() else ""
