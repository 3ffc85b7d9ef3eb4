"""The lines of a packing list: what a paper is called, how it is printed, how many of it on how many sheets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.languages import language_name
from facilitator.pdf import organiser_words as ours
from facilitator.pdf import pack_words
from facilitator.pdf.documents.badges import labels_on
from facilitator.workshop.documents import sheets_of
from facilitator.workshop.queries.organiser_values import BadgeValues, RunningOrderValues, SignInValues
from facilitator.workshop.queries.pieces import pieces
from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
from facilitator.workshop.queries.room_values import ConsentValues, EvaluationValues, OptionKeyValues, StoryValues

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.print_values import PackPart

_BOTH_SIDES = RunningOrderValues | SignInValues | StoryValues
"""What may be printed on both sides; see `workshop.documents.BOTH_SIDES`."""

_HANDED_OUT = BallotValues | FeedbackFormValues | EvaluationValues | ConsentValues
"""What each person gets one of, on one side of as many sheets as it takes."""


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
    if others:
        line = replace(line, about=said.joined(" · ", (*others, line.about)), how="")
    return replace(line, how=said.joined(" ", filter(None, (line.how, _kept_together(part, printable, edition)))))


def _kept_together(part: PackPart, printable: Printable, edition: Edition) -> str:
    """What is handed out as several loose sheets is clipped, or half of it is filled in by somebody else."""
    sheets = printable.page_count // pieces(part)
    return edition.said(ours.KEEP_TOGETHER, n=sheets) if isinstance(part, _HANDED_OUT) and sheets > 1 else ""


def _entry(part: PackPart, printable: Printable, edition: Edition, times: int, *, two_sided: bool) -> Entry:
    said = edition.said
    sheets = sheets_of(printable.page_count, times, two_sided=two_sided and isinstance(part, _BOTH_SIDES))
    number = f"{times * pieces(part):,}"
    match part:
        case RunningOrderValues():
            return Entry(said(ours.RUNNING_ORDER), "", said(ours.RUNNING_ORDER_HOW), f"{times:,}", sheets)
        case SignInValues():
            return Entry(said(ours.SIGN_IN), "", said(ours.SIGN_IN_LIST_HOW), f"{times:,}", sheets)
        case BadgeValues():
            named = times * len(part.badges)
            blank = sheets * len(labels_on(edition.paper.drawn)) - named
            how = ours.BADGES_HOW_LETTER if edition.paper.name == "letter" else ours.BADGES_HOW
            return Entry(said(ours.BADGES), "", said(how), ours.badge_count(said, named, blank), sheets)
        case BallotValues():
            return Entry(said(ours.BALLOTS), part.question, said(ours.BALLOTS_HOW), number, sheets)
        case FeedbackFormValues():
            return Entry(said(ours.FORMS), part.name, said(ours.FORMS_HOW), number, sheets)
        case _:
            name, how = pack_words.PAPERS[type(part).__name__]
            about = part.question if isinstance(part, OptionKeyValues) else ""
            return Entry(said(name), about, said(how), number, sheets)
