"""Times, lengths and days as people write them, read into the form the file keeps: 9.30, 9am, 930; 15, 1 h 30;
14 Jan.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from facilitator.domain.schedule import DAY, HOUR, clock_of, minutes_of

AFTERNOON_UNTIL = 7
"""An hour before this one, written without a nought in front, is of the afternoon: nobody meets at 2 in the night."""

CLOCK = r"(?:\d{1,2}\s?[:.h]\s?\d{2}|\d{3,4}|\d{1,2})(?:\s?[ap]\.?m\b\.?)?"
"""What a time of day looks like, for a larger pattern."""

LENGTH = (
    r"(?:\d+\s?h(?:ours?)?\b(?:\s?\d{1,2}\b(?:\s?m(?:in(?:ute)?s?)?\b\.?)?)?"
    r"|\d+(?:\s?(?:m|min|mins|minute|minutes)\b\.?)?)"
)
"""What a length looks like, for a larger pattern. It needs to be matched whatever the case of its letters."""

_CLOCK = re.compile(r"(\d{1,2})\s?[:.h]\s?(\d{2})\s?([ap])?\.?(?:m\.?)?|(\d{1,2}?)(\d{2})?\s?([ap])?\.?(?:m\.?)?", re.I)
_LENGTH = re.compile(r"(?:(\d{1,6})\s?h[a-z]*\.?\s?)?(?:(\d{1,6})\s?(?:m[a-z]*\.?)?)?", re.I)
_DAY = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{4}|\d{2})|\.)?")
_NAMED_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?", re.I)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_clock(text: str, near: str = "") -> str | None:
    """A time of day as HH:MM, empty for no words, None for words that are no time.

    Where it is not said which half of the day is meant, it is the one closer to `near` (HH:MM, such as the start of the
    session); without that, hours before 7 are of the afternoon.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    found = _CLOCK.fullmatch(words)
    if found is None:
        return None
    hours, minutes = found[1] or found[4], found[2] or found[5] or "00"
    half = (found[3] or found[6] or "").lower()
    hour, minute = int(hours), int(minutes)
    if minute >= HOUR or hour > (12 if half else 24) or (half and not hour) or hour * HOUR + minute > DAY:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour < 12 and not hours.startswith("0"):
        hour = _half(hour, minute, near)
    return clock_of(hour * HOUR + minute)


def read_minutes(text: str) -> int | None:
    """A length in minutes, such as that of "15", "15 min" or "1 h 30"; None where it is no length of at most a day."""
    found = _LENGTH.fullmatch(" ".join(text.split()))
    if found is None or not (found[1] or found[2]):
        return None
    minutes = int(found[1] or 0) * HOUR + int(found[2] or 0)
    return minutes if minutes <= DAY else None


def read_day(text: str, today: str) -> str | None:
    """A day as YYYY-MM-DD, empty for no words, None for words that are no day. Without a year it is the next such day
    from `today` (YYYY-MM-DD) on. The day comes before the month.
    """
    words = " ".join(text.split()).casefold()
    now = date.fromisoformat(today)
    if words in _WEEKDAYS or words in {day[:3] for day in _WEEKDAYS}:
        turn = next(turn for turn, day in enumerate(_WEEKDAYS) if day.startswith(words))
        return (now + timedelta((turn - now.weekday()) % 7)).isoformat()
    if words in {"today", "tomorrow"}:
        return (now + timedelta(words == "tomorrow")).isoformat()
    words = re.sub(rf"^(?:{'|'.join(f'{day[:3]}(?:{day[3:]})?' for day in _WEEKDAYS)})[.,]?\s+", "", words)
    return _dated(words, now) if words else ""


def _dated(words: str, now: date) -> str | None:
    if found := _ISO.fullmatch(words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY.fullmatch(words):
        return _coming(int(found[1]), int(found[2]), found[3], now)
    if found := _NAMED_DAY.fullmatch(words):
        month = found[2][:3]
        return _coming(int(found[1]), _MONTHS.index(month) + 1, found[3], now) if month in _MONTHS else None
    return None


def _coming(day: int, month: int, year: str | None, now: date) -> str | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _day(now.year, month, day)
    return found if found is not None and found >= now.isoformat() else _day(now.year + 1, month, day)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _half(hour: int, minute: int, near: str) -> int:
    if not near:
        return hour + 12 if hour < AFTERNOON_UNTIL else hour
    wanted, morning = minutes_of(near), hour * HOUR + minute
    return min(hour, hour + 12, key=lambda one: abs(one * HOUR + minute - wanted)) if morning != wanted else hour
