"""How a workshop stands, and whether all is ready for the day, in plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    from facilitator.ui.home.reading import Laptop
    from facilitator.ui.home.recents import Recent, State

ENOUGH_ROOM = 1_000_000_000  # bytes
A_WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was looked at: in few words, whether it is well, and what to do when it is not."""

    words: str
    ok: bool
    todo: str = ""


def day(iso: str) -> str:
    """A day without its year: 12 October."""
    known = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom).toString(known, "d MMMM")


def weekday(iso: str) -> str:
    """The name of a day: Thursday."""
    known = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom).toString(known, "dddd")


def sentence(state: State, today: date) -> str:
    """How a workshop stood when it was last open here."""
    if not state:
        return ""
    if conflicts := int(state.get("conflicts", 0)):
        if conflicts == 1:
            return _tr("One thing was changed on two laptops")
        return _tr("{count} things were changed on two laptops").format(count=conflicts)
    people = int(state.get("people", 0))
    counted = _tr("1 person") if people == 1 else _tr("{count} people").format(count=people) if people else ""
    return " · ".join(filter(None, (_stands(state, today), counted)))


def _stands(state: State, today: date) -> str:
    number, of, when = state.get("number", 0), state.get("of", 0), str(state.get("date", ""))
    match state.get("state"):
        case "empty":
            return _tr("Nothing is planned yet")
        case "gathering":
            notes = int(state.get("notes", 0))
            return _tr("1 note") if notes == 1 else _tr("{count} notes").format(count=notes)
        case "not-begun":
            return _tr("{count} sessions, no day yet").format(count=of) if of != 1 else _tr("1 session, no day yet")
        case "between":
            return _tr("Session {number} has no day yet").format(number=number)
        case "finished":
            return _tr("Finished on {day}").format(day=day(str(state.get("ended", ""))))
        case _:
            return _next(number, when, today)


def _next(number: str | int, when: str, today: date) -> str:
    away = days_to(when, today)
    if away is None or away < 0:
        return _tr("Session {number} was on {day}").format(number=number, day=day(when))
    if away == 0:
        return _tr("Session {number} is today").format(number=number)
    if away == 1:
        return _tr("Session {number} is tomorrow").format(number=number)
    return _tr("Session {number} is on {day}").format(number=number, day=weekday(when) if away < A_WEEK else day(when))


def days_to(when: str, today: date) -> int | None:
    """How many days off a day is, None when it is not a day."""
    try:
        return (date.fromisoformat(when) - today).days
    except ValueError:
        return None


def ready_for(state: State, today: date) -> str:
    """The question above the checks."""
    when = str(state.get("date", ""))
    away = days_to(when, today)
    if away is None or away < 0:
        return _tr("Ready for the day?")
    if away == 0:
        return _tr("Ready for today?")
    return _tr("Ready for {day}?").format(day=weekday(when) if away < A_WEEK else day(when))


def said_of_laptop(laptop: Laptop, *, fonts: bool, today: date) -> list[Said]:
    """What is seen on this laptop, without opening the workshop."""
    said = [_room(laptop.free), _backup(laptop.backed_up, today)] if laptop.here else [_not_here()]
    if laptop.here and not laptop.writable:
        todo = _tr("Nothing can be changed in it where it is. Copy it to your documents and open it there.")
        said.append(Said(_tr("The file can only be read"), ok=False, todo=todo))
    if laptop.printer is not None:
        todo = _tr("Plug the printer in and switch it on, or save the papers as PDF and print them elsewhere.")
        said.append(Said(_tr("Printer found") if laptop.printer else _tr("No printer seen"), laptop.printer, todo))
    if not fonts:
        todo = _tr("Some letters may not be shown or printed. Please install Facilitator again.")
        said.append(Said(_tr("Some scripts are missing"), ok=False, todo=todo))
    return said


def said_of_workshop(recent: Recent) -> list[Said]:
    """What the next session has and what it still needs, as it was when the workshop was last open."""
    known = {
        "session": (_tr("A session is planned"), _tr("No session is planned"), _tr("Add one at the station Plan.")),
        "day": (_tr("Its day is set"), _tr("No day or no start is set"), _tr("Set them at the station Plan.")),
        "blocks": (_tr("It has a plan"), _tr("It has no plan yet"), _tr("Add what happens in it at the station Plan.")),
        "times": (_tr("Its times fit"), _tr("Its times do not fit"), _tr("Look at the times at the station Plan.")),
        "boards": (
            _tr("Every brainstorm has a board"),
            _tr("A brainstorm has no board"),
            _tr("Give it one at the station Plan."),
        ),
        "votes": (
            _tr("Every vote in the plan is made"),
            _tr("A vote in the plan is not made yet"),
            _tr("Make it at the station Votes."),
        ),
        "options": (
            _tr("Every vote has its options"),
            _tr("A vote has nothing to choose from"),
            _tr("Add its options at the station Votes."),
        ),
        "ballots": (
            _tr("Ballots are printed"),
            _tr("Ballots are not printed yet"),
            _tr("Print them at the station Print."),
        ),
        "promises": (
            _tr("Every vote says what follows"),
            _tr("A vote does not say what follows"),
            _tr("Say at the station Votes what its result will do, and who answers by when."),
        ),
        "people": (
            _tr("People are listed"),
            _tr("Nobody is listed yet"),
            _tr("Add people, or bring in a list, at the station People."),
        ),
        "consent": (
            _tr("Everybody was asked for consent"),
            _tr("Some people were not asked for consent"),
            _tr("Ask them at the door, at the station People."),
        ),
        "tables": (
            _tr("Every table has a name"),
            _tr("Some tables have no name"),
            _tr("Name them at the station People."),
        ),
    }
    said = [(known[code], ok) for code, ok, _missing in recent.checks if code in known]
    return [Said(well if ok else wanting, ok, todo) for (well, wanting, todo), ok in said]


def _room(free: int) -> Said:
    words = _tr("{size} GB free on the disk").format(size=f"{free / 1e9:.1f}" if free < 10e9 else free // 10**9)
    return Said(words, free >= ENOUGH_ROOM, _tr("Delete what is not needed, or empty the bin, before the day."))


def _backup(made: datetime | None, today: date) -> Said:
    todo = _tr("A backup is made each time the workshop closes after a change. Open it, and close it again.")
    if made is None:
        return Said(_tr("No backup yet"), ok=False, todo=todo)
    away = (today - made.date()).days
    if away <= 0:
        return Said(_tr("Backed up today"), ok=True)
    words = _tr("Backed up yesterday") if away == 1 else _tr("Backed up {day}").format(day=day(made.date().isoformat()))
    return Said(words, ok=True)


def _not_here() -> Said:
    return Said(
        _tr("The workshop is not here"), ok=False, todo=_tr("Put its stick in, or open it where it is now with Open.")
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("home", words)
