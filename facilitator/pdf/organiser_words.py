"""The words we print ourselves on the organiser's documents, in plain English; see `words` for those of the others."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from facilitator import __version__
from facilitator.domain.languages import language_name
from facilitator.pdf.words import MONTHS, count, day

if TYPE_CHECKING:
    from facilitator.workshop.queries.organiser_values import Badge, Bring, RunningOrderRow, SaidVote, SessionHead

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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
COPIES_HEAD = "How many"
SHEETS_HEAD = "Sheets"
LEFT_OUT = "Not in this pack"
AND_BRING = "And bring"
FULL_SIZE = "Print at 100 %"
FULL_SIZE_HOW = (
    'Choose "actual size" or "100 %" when you print, not "fit to page". This line is 100 mm long: lay a ruler on it. '
    "If it is not, print again, or a camera will not find the boxes."
)
PRINTED = "Printed {day}, {clock} · Facilitator {version}"


def printed_at(moment: str) -> str:
    """When a page was printed and by which version: "Printed 23 Nov 2026, 20:41 · Facilitator 0.1.0"."""
    then = datetime.fromisoformat(moment)
    short = f"{then.day} {MONTHS[then.month - 1][:3]} {then.year}"
    return PRINTED.format(day=short, clock=f"{then:%H:%M}", version=__version__)


def session_turn(head: SessionHead) -> str:
    """The programme, and which of its sessions this is."""
    turn = f"session {head.number} of {head.of}" if head.of > 1 else ""
    return " · ".join(filter(None, (head.programme, turn)))


def session_when(head: SessionHead) -> str:
    """When and where: "Thursday 14 January 2027 · 10:00 to 12:30 · doors 09:40 · Community Hall"."""
    hours = f"{head.starts} to {head.ends}" if head.starts and head.ends else head.starts
    doors = DOORS.format(clock=head.doors) if head.doors else ""
    return " · ".join(filter(None, (weekday(head.day), hours, doors, head.place)))


def weekday(iso: str) -> str:
    """A day with its weekday, or nothing."""
    return f"{WEEKDAYS[date.fromisoformat(iso).weekday()]} {day(iso)}" if iso else ""


def row_clock(row: RunningOrderRow) -> str:
    """When a block starts: a time of day, or the time since the beginning."""
    return row.clock or f"+{row.after // 60}:{row.after % 60:02}"


def row_title(row: RunningOrderRow) -> str:
    """What a block is called; its kind, if it has no name."""
    return row.title.strip() or KINDS[row.kind]


def row_details(row: RunningOrderRow) -> str:
    """How people sit, who leads, and whether it is kept at its time."""
    sitting = "" if row.kind == "break" else FORMATS.get(row.group_format, "")
    led = LED_BY.format(lead=row.lead.strip()) if row.lead.strip() else ""
    kept = HELD_AT.format(clock=row.clock) if row.fixed else ""
    line = " · ".join(filter(None, (sitting, led, kept)))
    return line[:1].upper() + line[1:]


def row_trouble(row: RunningOrderRow) -> str:
    """A gap before a block, or a clash with the one before it."""
    if row.clash:
        return CLASH.format(minutes=minutes(row.clash), clock=row.clock)
    return GAP.format(minutes=minutes(row.gap)) if row.gap else ""


def minutes(number: int) -> str:
    """So many minutes."""
    return count(number, "minute")


def to_bring(bring: Bring) -> str:
    """The papers counted, then the kit."""
    papers = [
        count(number, thing)
        for number, thing in ((bring.ballots, "ballot"), (bring.forms, "feedback form"), (bring.badges, "badge"))
        if number
    ]
    return " · ".join([*papers, *bring.kit])


def badge_language(badge: Badge) -> str:
    """The languages somebody speaks; nothing where it is only the one that is spoken anyway."""
    spoken = [language_name(code) for code in badge.languages]
    if [code.casefold().split("-")[0] for code in badge.languages] in ([], [OURS]):
        return ""
    return SPEAKS.format(languages=", ".join(spoken))


def badge_about(badge: Badge) -> str:
    """What a helper does, and the organisation somebody comes from."""
    return " · ".join(filter(None, (ROLES.get(badge.role, ""), badge.organisation.strip())))


def badge_count(badges: int, blank: int) -> str:
    """How many badges have a name, and how many have none."""
    return f"{badges:,} and {blank:,} blank" if blank else f"{badges:,}"


def sentence(text: str) -> str:
    """A text as people wrote it, with a full stop if it has no end of its own."""
    line = text.rstrip()
    return f"{line}." if line and line[-1].isalnum() else line


def how_many_came(people: int, notes: int, votes: int) -> str:
    """The size of what was said."""
    parts = [
        count(people, "person", "people") + " came" if people else "",
        count(notes, "note") if notes else "",
        count(votes, "vote") if votes else "",
    ]
    return " · ".join(filter(None, parts))


def vote_outcome(vote: SaidVote) -> str:
    """What came first in a vote, and how it was ahead."""
    score = count(round(vote.score), "dot") if vote.method == "dots" else f"{vote.score:.0%} agreed"
    if len(vote.first) == 1:
        return f"{vote.first[0].strip()} ({score})"
    return f"{' · '.join(text.strip() for text in vote.first)} (equal, {score} each)"


def for_people(sheets: int, people: int, copies: int, paper: str, *, two_sided: bool = False) -> str:
    """How many sheets for how many people."""
    return PACK_SHEETS.format(
        sheets=count(sheets, "sheet"),
        people=count(people, "person", "people"),
        spare=f"{max(0, copies - people):,}",
        paper=paper[:1].upper() + paper[1:],
        sides=SIDES[two_sided],
    )
