"""What the organiser's documents say, as plain values that can be pickled: the running order, the sign-in sheet, the
badges, the one-page summary, and the pack of a session.

`printed` is the moment of printing (ISO 8601, to the minute), which stands on every page so that an old copy is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import PackPart


@dataclass(frozen=True, slots=True)
class SessionHead:
    """Which session a page is for: the programme, its turn among all, and when and where, as far as it is known."""

    programme: str
    title: str
    number: int
    of: int
    day: str
    starts: str
    ends: str
    place: str
    printed: str
    doors: str = ""


@dataclass(frozen=True, slots=True)
class RunningOrderRow:
    """A timed block. `clock` is when it starts, or how long after the beginning where no time of day is known
    (`after` minutes); `gap` and `clash` are minutes; `uses` is the question of its board or vote.
    """

    clock: str
    after: int
    minutes: int
    kind: str
    title: str
    prompt: str
    group_format: str
    lead: str
    kit: str
    uses: str
    fixed: bool
    gap: int
    clash: int


@dataclass(frozen=True, slots=True)
class Bring:
    """What has to be in the hall: the kit of every block, once each, and how many papers of each kind."""

    kit: tuple[str, ...]
    ballots: int
    forms: int
    badges: int


@dataclass(frozen=True, slots=True)
class RunningOrderValues:
    """The running order of a session, for whoever leads it."""

    session: SessionHead
    purpose: str
    rows: tuple[RunningOrderRow, ...]
    bring: Bring


@dataclass(frozen=True, slots=True)
class SignInValues:
    """Who is expected, by name, and how many lines to leave for those who walk in. Nothing else about anybody."""

    session: SessionHead
    expected: tuple[str, ...]
    helpers: tuple[str, ...]
    blank: int


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge. `group` is a stakeholder group or "supporter", or empty; `role` a supporter's; `photos` only where
    the person said yes.
    """

    name: str
    languages: tuple[str, ...]
    organisation: str
    group: str
    role: str
    photos: bool


@dataclass(frozen=True, slots=True)
class BadgeValues:
    """The badges of everybody expected, and how many without a name for those who walk in."""

    programme: str
    badges: tuple[Badge, ...]
    blank: int
    printed: str


@dataclass(frozen=True, slots=True)
class SaidTheme:
    """A group of notes: its name, how many notes, and one of them in its own words with what it means in ours."""

    name: str
    notes: int
    example: str
    language: str
    translation: str


@dataclass(frozen=True, slots=True)
class SaidVote:
    """A closed vote: the question, and what came first, with its score (dots, or the share that agreed)."""

    question: str
    method: str
    first: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: what, why, who does it and by when (YYYY-MM-DD)."""

    what: str
    reason: str
    who: str
    by_when: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers for something, by when (YYYY-MM-DD, or empty)."""

    about: str
    who: str
    by_when: str


@dataclass(frozen=True, slots=True)
class SummaryValues:
    """One page to give back: you said, we will, we cannot because, who answers and when. `people` is 0 if unknown;
    `face_down` counts notes that are left out because they lie so.
    """

    programme: str
    place: str
    day: str
    people: int
    notes: int
    themes: tuple[SaidTheme, ...]
    votes: tuple[SaidVote, ...]
    will: tuple[Decided, ...]
    cannot: tuple[Decided, ...]
    answers: tuple[Answer, ...]
    printed: str = ""
    face_down: int = 0


@dataclass(frozen=True, slots=True)
class CopiesNeeded:
    """People who take part by the language they read at home, where there are words in it and it is not English, most
    first; and how many need large print.
    """

    languages: tuple[tuple[str, int], ...] = ()
    large: int = 0


@dataclass(frozen=True, slots=True)
class ReadAs:
    """How people read what they are handed: in the `language` they read at home, empty where that is one of the pack's
    own, and in large print or not.
    """

    language: str = ""
    large: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a pack for those who read it alike, and how often it is printed. A language stands beside English as
    long as nobody has checked its words.
    """

    part: PackPart
    times: int = 1
    read_as: ReadAs = ReadAs()


@dataclass(frozen=True, slots=True)
class PackValues:
    """Everything one session needs on paper, in the order it is printed. `people` are expected, `copies` printed of
    what each person gets; `left_out` says in sentences what is not in the pack and why.

    `times` is how often each part is printed, once where it is empty. `list_only`: the parts are counted on the packing
    list, and printed by themselves. `two_sided`: those that may be are printed on both sides. `needed` counts who
    reads in other words or larger. `read_as` says of each part for whom it is set; where it is empty, all are
    set as the pack is.
    """

    session: SessionHead
    people: int
    copies: int
    kit: tuple[str, ...]
    parts: tuple[PackPart, ...]
    left_out: tuple[str, ...]
    times: tuple[int, ...] = ()
    list_only: bool = False
    two_sided: bool = False
    needed: CopiesNeeded | None = None
    read_as: tuple[ReadAs, ...] = ()
