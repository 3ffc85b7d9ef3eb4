"""The lines of a packing list: what a paper is called, how it is printed, how many of it on how many sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.languages import language_name
from facilitator.pdf import organiser_words as ours
from facilitator.pdf import pack_words
from facilitator.pdf.documents.badges import labels_on
from facilitator.workshop.queries.organiser_values import BadgeValues, RunningOrderValues, SignInValues
from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
from facilitator.workshop.queries.room_values import (
    ConsentValues,
    ExpensesValues,
    OptionKeyValues,
    ParkingValues,
    PromptCardValues,
    RelationshipFormValues,
    StoryValues,
    TableSignValues,
)

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.print_values import PackPart
    from facilitator.workshop.queries.room_values import RoomValues

_BOTH_SIDES = RunningOrderValues | SignInValues | StoryValues
"""What may be printed on both sides; see `workshop.documents.BOTH_SIDES`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the packing list."""

    name: str
    about: str
    how: str
    number: str
    sheets: int


def entry(part: PackPart, printable: Printable, edition: Edition, times: int, *, two_sided: bool) -> Entry:
    """The line of a paper that is printed so many times; with its languages or size, and no more said of it, where they
    are not those of the pack: such a line follows the one that says it.
    """
    line = _entry(part, printable, edition, times, two_sided=two_sided)
    theirs, said = printable.edition, edition.said
    others: list[str] = []
    if theirs.said.languages != said.languages:
        others.append(" + ".join(str(said(language_name(code))) for code in theirs.said.languages))
    if theirs.reading != edition.reading:
        others.append(said(ours.IN_LARGE))
    return replace(line, about=said.joined(" · ", (*others, line.about)), how="") if others else line


def _entry(part: PackPart, printable: Printable, edition: Edition, times: int, *, two_sided: bool) -> Entry:
    said = edition.said
    sheets = sheets_of(printable.page_count, times, two_sided=two_sided and isinstance(part, _BOTH_SIDES))
    match part:
        case RunningOrderValues():
            return Entry(said(ours.RUNNING_ORDER), "", said(ours.RUNNING_ORDER_HOW), f"{times:,}", sheets)
        case SignInValues():
            return Entry(said(ours.SIGN_IN), "", said(ours.SIGN_IN_LIST_HOW), f"{times:,}", sheets)
        case BadgeValues():
            named = times * len(part.badges)
            number = ours.badge_count(said, named, sheets * len(labels_on(edition.paper.drawn)) - named)
            how = ours.BADGES_HOW_LETTER if edition.paper.name == "letter" else ours.BADGES_HOW
            return Entry(said(ours.BADGES), "", said(how), number, sheets)
        case BallotValues():
            return Entry(
                said(ours.BALLOTS), part.question, said(ours.BALLOTS_HOW), f"{times * len(part.numbers):,}", sheets
            )
        case FeedbackFormValues():
            return Entry(said(ours.FORMS), part.name, said(ours.FORMS_HOW), f"{times * len(part.numbers):,}", sheets)
        case _:
            name, how = pack_words.PAPERS[type(part).__name__]
            about = part.question if isinstance(part, OptionKeyValues) else ""
            return Entry(said(name), about, said(how), f"{times * _many(part):,}", sheets)


def sheets_of(pages: int, times: int, *, two_sided: bool) -> int:
    """How many sheets so many pages take, printed so often."""
    return times * (-(-pages // 2) if two_sided else pages)


def _many(part: RoomValues) -> int:
    """How many pieces are handed out of one print."""
    match part:
        case ConsentValues():
            return len(part.cards) + part.blank
        case TableSignValues():
            return len(part.names)
        case PromptCardValues():
            return sum(card.copies for card in part.cards)
        case RelationshipFormValues():
            return len(part.people) + part.blank
        case ExpensesValues():
            return part.slips
        case ParkingValues():
            return part.tickets
        case _:
            return 1
