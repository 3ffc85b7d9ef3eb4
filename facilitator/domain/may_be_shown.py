"""Which name and whose words may be shown where: the one place that decides, for every page, label and export.

A person says yes or no to each use of what they give; not having been asked is neither. A yes that was taken back is a
no from then on. Source: the UK Information Commissioner's guidance on consent; docs/decisions/0006-names.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Place = Literal["screen", "wall", "room-print", "report", "export"]
"""`screen` is the facilitator's own; `wall` the projector; `room-print` what is printed for the people in the room
(badges, sign-in); `report` what is printed for others; `export` a file for other programs.
"""

Said = Literal["yes", "no", "not-asked"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was written down; the days are YYYY-MM-DD or empty."""

    answer: str
    asked_on: str = ""
    withdrawn_on: str = ""


@dataclass(frozen=True, slots=True)
class NameInTheRoom:
    """A person's name, with what is written of them (organisation, access needs), as one of those who come."""


@dataclass(frozen=True, slots=True)
class NameOnNote:
    """A person's name beside a note they said. `kind` is the person's; `notes` their answer to that use."""

    kind: str
    notes: Said


@dataclass(frozen=True, slots=True)
class WordsOfNote:
    """What a note (or a piece of feedback) says. `notes` is the answer of the person who said it, where that is
    known.
    """

    withheld: bool
    notes: Said = "not-asked"


@dataclass(frozen=True, slots=True)
class WordsOfStory:
    """A story, or a quote from one. `approved`: its teller has heard it read back; `may_quote`: and lets us repeat
    it.
    """

    approved: bool
    may_quote: bool


@dataclass(frozen=True, slots=True)
class PlaceOnMap:
    """A person as a shape on the map of who knows whom. `kind` is the person's; `map` their answer to that use."""

    kind: str
    map: Said


Shown = NameInTheRoom | NameOnNote | WordsOfNote | WordsOfStory | PlaceOnMap


def may_be_shown(what: Shown, place: Place) -> bool:
    """Whether this may be shown there.

    Names of those who come are for running the day: on the facilitator's screen, on badges and the sign-in sheet, and
    nowhere else. A name stands beside a note only with a yes to that use, and never a supporter's, who speaks for
    somebody else. A note's words leave the facilitator's screen unless they are withheld or their person said no.
    A story's leave it once its teller has heard them and lets us repeat them. The map shows participants who said yes.
    """
    match what:
        case NameInTheRoom():
            return place in ("screen", "room-print")
        case NameOnNote(kind=kind, notes=notes):
            return kind == "participant" and notes == "yes"
        case WordsOfNote(withheld=withheld, notes=notes):
            return place == "screen" or not (withheld or notes == "no")
        case WordsOfStory(approved=approved, may_quote=may_quote):
            return place == "screen" or (approved and may_quote)
        case PlaceOnMap(kind=kind, map=answer):
            return kind == "participant" and answer == "yes"


def said(answers: Iterable[Answer]) -> Said:
    """What a person's answers to one use come to: the latest counts, and a no before a yes of the same day, since two
    laptops may have asked. A yes that was taken back is a no of the day it was taken back.
    """
    events = [event for answer in answers for event in _events(answer)]
    if not events:
        return "not-asked"
    _, no = max(events)
    return "no" if no else "yes"


def _events(answer: Answer) -> Iterable[tuple[str, bool]]:
    """Each day with something said, and whether that was a no."""
    yield answer.asked_on, answer.answer != "yes"
    if answer.withdrawn_on:
        yield max(answer.withdrawn_on, answer.asked_on), True
