"""The words we print ourselves on the organiser's documents, in plain English; see `words` for those of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator import __version__
from facilitator.domain.languages import language_name

if TYPE_CHECKING:
    from facilitator.pdf.wording import Wording
    from facilitator.workshop.queries.organiser_values import Badge, Bring, RunningOrderRow, SaidVote, SessionHead

OURS = "en"

RUNNING_ORDER = "Running order"
FOR_THE_FACILITATOR = "Running order, for the facilitator"
DOORS = "doors {clock}"
SAY = "The words beside a line are there to be said."
NO_START = "No start time is set yet, so the times count from the beginning."
KIT = "Kit: {kit}"
LED_BY = "Led by {lead}"
QUESTION = "Question: {question}"
HELD_AT = "kept at {clock}"
GAP = "{minutes} before this with nothing planned."
CLASH = "Clash: what comes before needs {minutes} more, and this is kept at {clock}."
BRING = "Bring"
HARM = "If somebody tells you about harm"
HARM_HOW = (
    "Listen. Do not promise to keep it secret: say that you have to pass it on. Write down their own words. "
    "If somebody is in danger now, call the emergency number first. Then tell:"
)
NAME_LINE = "Name"
TELEPHONE_LINE = "Telephone"
FORMATS = {  # all together is how most of it is done, and is not said under every block
    "alone": "each alone",
    "pairs": "in pairs",
    "tables": "at tables",
}
KINDS = {
    "other": "Activity",
    "welcome": "Welcome",
    "relationships": "Who knows whom",
    "purpose": "What this is for",
    "stories": "Stories",
    "brainstorm": "Ideas",
    "group": "Group and name",
    "vote": "Vote",
    "prototype": "Try it out",
    "break": "Break",
    "close": "Close",
}

SIGN_IN = "Sign-in"
SIGN_IN_HOW = "Tick each person who arrives. This page says who came, and nothing else is written on it."
HELPERS = "Here to help"
WALK_INS = "Not on the list? Write a first name and tick."

BADGES = "Name badges"
SPEAKS = "speaks {languages}"
ROLES = {
    "interpreter": "interpreter",
    "carer": "carer",
    "creche-worker": "creche",
    "observer": "observer",
    "facilitator": "facilitator",
}
GROUPS = {
    "resident": "resident",
    "community-organisation": "community group",
    "public-service": "public service",
    "elected-member": "councillor",
    "supporter": "here to help",
}
PHOTOS = "may be photographed"

SUMMARY = "You said, we will"
YOU_SAID = "You said"
WE_WILL = "We will"
WE_CANNOT = "We cannot, because"
WHO_ANSWERS = "Who answers, and when"
NOTHING_YET = "Nothing has been decided yet."
NOBODY_YET = "Nobody has been named yet."
NO_DAY = "No day set"
MORE = "And {more} more, in the report."

PACK = "Packing list"
PACK_HOW = "What you are reading."
PACK_SHEETS = "{sheets} for {people} and {spare} spare · {paper}, {sides}"
SIDES = {False: "printed on one side", True: "on both sides where that can be"}
BALLOTS = "Ballots"
BALLOTS_HOW = "Print on one side only: the camera reads one side at a time."
FORMS = "Feedback forms"
FORMS_HOW = "Print on one side only."
RUNNING_ORDER_HOW = "For whoever leads the session."
SIGN_IN_LIST_HOW = "For the door."
BADGES_HOW = "On paper to cut, or on label sheets of 2 by 4 (99.1 by 67.7 mm, such as L7165)."
BADGES_HOW_LETTER = "On paper to cut, or on label sheets of 2 by 4 (3 3/8 by 2 1/3 inches, such as 5395)."
WHAT_HEAD = "What"
COPIES_HEAD = "How many"
SHEETS_HEAD = "Sheets"
LEFT_OUT = "Not in this pack"
AND_BRING = "And bring"
OTHER_COPIES = "Copies for other readers"
COPY_IN = "{language} beside English: {n}"
COPY_LARGE = "Large print: {n}"
IN_LARGE = "Large print"
KEEP_TOGETHER = "{n} sheets each: clip them together."
OTHER_COPIES_HOW = "Choose the words and the size at Print, and print so many of what people read."
FULL_SIZE = "Print at 100 %"
FULL_SIZE_HOW = (
    'Choose "actual size" or "100 %" when you print, not "fit to page". This line is 100 mm long: lay a ruler on it. '
    "If it is not, print again, or a camera will not find the boxes."
)
PRINTED = "Printed {day}, {clock} · Facilitator {version}"
APART = " · "
"""What stands between when and by which version in `PRINTED`."""


def printed_at(said: Wording, moment: str) -> str:
    """When a page was printed and by which version: "Printed 23 Nov 2026, 20:41 · Facilitator 0.1.0"."""
    day, clock = said.moment(moment)
    return said(PRINTED, day=day, clock=clock, version=__version__)


def session_turn(said: Wording, head: SessionHead) -> str:
    """The programme, and which of its sessions this is."""
    turn = said("session {number} of {of}", number=head.number, of=head.of) if head.of > 1 else ""
    return said.joined(" · ", (head.programme, turn))


def session_when(said: Wording, head: SessionHead) -> str:
    """When and where: "Thursday 14 January 2027 · 10:00 to 12:30 · doors 09:40 · Community Hall"."""
    both = head.starts and head.ends
    hours = said("{starts} to {ends}", starts=head.starts, ends=head.ends) if both else head.starts
    doors = said(DOORS, clock=head.doors) if head.doors else ""
    day = said.weekday(head.day) if head.day else ""
    return said.joined(" · ", (day, hours, doors, head.place))


def row_clock(row: RunningOrderRow) -> str:
    """When a block starts: a time of day, or the time since the beginning."""
    return row.clock or f"+{row.after // 60}:{row.after % 60:02}"


def row_title(said: Wording, row: RunningOrderRow) -> str:
    """What a block is called; its kind, if it has no name."""
    return row.title.strip() or said(KINDS[row.kind])


def row_details(said: Wording, row: RunningOrderRow) -> str:
    """How people sit, who leads, and whether it is kept at its time."""
    sitting = said(FORMATS[row.group_format]) if row.kind != "break" and row.group_format in FORMATS else ""
    led = said(LED_BY, lead=row.lead.strip()) if row.lead.strip() else ""
    kept = said(HELD_AT, clock=row.clock) if row.fixed else ""
    line = " · ".join(filter(None, (sitting, led, kept)))
    return line[:1].upper() + line[1:]


def row_trouble(said: Wording, row: RunningOrderRow) -> str:
    """A gap before a block, or a clash with the one before it."""
    if row.clash:
        return said(CLASH, minutes=minutes(said, row.clash), clock=row.clock)
    return said(GAP, minutes=minutes(said, row.gap)) if row.gap else ""


def minutes(said: Wording, number: int) -> str:
    """So many minutes."""
    return said.count(number, "{n} minute", "{n} minutes")


def to_bring(said: Wording, bring: Bring) -> str:
    """The papers counted, then the kit."""
    papers = [
        said.count(number, one, many)
        for number, one, many in (
            (bring.ballots, "{n} ballot", "{n} ballots"),
            (bring.forms, "{n} feedback form", "{n} feedback forms"),
            (bring.badges, "{n} badge", "{n} badges"),
        )
        if number
    ]
    return said.joined(" · ", [*papers, *bring.kit])


def badge_language(said: Wording, badge: Badge) -> str:
    """The languages somebody speaks; nothing where it is only the one that is spoken anyway."""
    if [code.casefold().split("-")[0] for code in badge.languages] in ([], [OURS]):
        return ""
    return said(SPEAKS, languages=said.joined(", ", (said(language_name(code)) for code in badge.languages)))


def badge_about(said: Wording, badge: Badge) -> str:
    """What a helper does, and the organisation somebody comes from."""
    role = said(ROLES[badge.role]) if badge.role in ROLES else ""
    return said.joined(" · ", (role, badge.organisation.strip()))


def badge_count(said: Wording, badges: int, blank: int) -> str:
    """How many badges have a name, and how many have none."""
    return said("{badges} and {blank} blank", badges=f"{badges:,}", blank=f"{blank:,}") if blank else f"{badges:,}"


def sentence(text: str) -> str:
    """A text as people wrote it, with a full stop if it has no end of its own."""
    line = text.rstrip()
    return f"{line}." if line and line[-1].isalnum() else line


def how_many_came(said: Wording, people: int, notes: int, votes: int) -> str:
    """The size of what was said."""
    parts = [
        said.count(number, one, many)
        for number, one, many in (
            (people, "{n} person came", "{n} people came"),
            (notes, "{n} note", "{n} notes"),
            (votes, "{n} vote", "{n} votes"),
        )
        if number
    ]
    return said.joined(" · ", parts)


def vote_outcome(said: Wording, vote: SaidVote) -> str:
    """What came first in a vote, and how it was ahead."""
    if vote.method == "dots":
        score = said.count(round(vote.score), "{n} dot", "{n} dots")
    else:
        score = said("{share} agreed", share=f"{vote.score:.0%}")
    if len(vote.first) == 1:
        return f"{vote.first[0].strip()} ({score})"
    first = " · ".join(text.strip() for text in vote.first)
    return said("{options} (equal, {score} each)", options=first, score=score)


def for_people(said: Wording, sheets: int, people: int, copies: int, paper: str, *, two_sided: bool = False) -> str:
    """How many sheets for how many people."""
    return said(
        PACK_SHEETS,
        sheets=said.count(sheets, "{n} sheet", "{n} sheets"),
        people=said.count(people, "{n} person", "{n} people"),
        spare=f"{max(0, copies - people):,}",
        paper=paper[:1].upper() + paper[1:],
        sides=said(SIDES[two_sided]),
    )
