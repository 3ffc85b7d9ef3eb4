"""What the documents say that give back to the room what it said, as plain values that can be pickled: the boards, a
poster of one, the thread from a story to a decision, who knows whom before and after, and who does what by when.

`printed` is the moment of printing (ISO 8601, to the minute); `day` values are YYYY-MM-DD or empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.arrange import Place, Rect
    from facilitator.domain.disclosure import Published
    from facilitator.domain.network import Figures


@dataclass(frozen=True, slots=True)
class Said:
    """Words somebody wrote or said, what they mean in ours if that is known, and their language (BCP 47). `about` is
    what they are from: the title of a story.
    """

    text: str
    language: str = ""
    translation: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class WallNote:
    """A note where it lay, in board units; `theme` is its place among the frames, -1 for none. `dots` are those it got
    in votes that are closed. `picture` is the photograph of one whose words nobody has typed yet.
    """

    place: Place
    words: Said
    colour: int
    theme: int
    dots: int
    parked: bool
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class WallFrame:
    """The frame around a theme: left, top, width and height in board units."""

    name: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class WallValues:
    """A board as it stood. Notes come in the order they are read: theme by theme. `meanings` says what each of the
    seven colours stands for, empty where it says nothing. `face_down` counts those that are left out because
    they lie so.
    """

    programme: str
    question: str
    source: str
    meanings: tuple[str, ...]
    frames: tuple[WallFrame, ...]
    notes: tuple[WallNote, ...]
    printed: str
    face_down: int = 0


@dataclass(frozen=True, slots=True)
class PosterValues:
    """A board to be printed large, over many sheets; its question alone where there are no notes to show."""

    wall: WallValues


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Something that somebody does by a day. `outcome` is that of a decision, or "answer" for a vote that is to be
    answered.
    """

    by_when: str
    who: str
    what: str
    reason: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ActionsValues:
    """Who does what by when, the soonest first; those without a day come last."""

    programme: str
    place: str
    rows: tuple[ActionRow, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class MapPerson:
    """Somebody who agreed to be on the map, and the group they come from."""

    name: str
    group: str


@dataclass(frozen=True, slots=True)
class MapRound:
    """Who knew whom in one round: pairs of places among the people, and the numbers of it."""

    links: frozenset[frozenset[int]]
    figures: Figures[int]


@dataclass(frozen=True, slots=True)
class RelationshipValues:
    """Who knew whom before and who does after; None when only one round was told. Everybody here agreed to be."""

    programme: str
    place: str
    people: tuple[MapPerson, ...]
    before: MapRound
    after: MapRound | None
    printed: str


@dataclass(frozen=True, slots=True)
class StrandVote:
    """How an idea fared in a vote: its place among so many, with its score (dots, or the share that agreed)."""

    question: str
    letter: str
    rank: int
    of: int
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class StrandVersion:
    """A version that was tried by so many people, 0 if that is not known. `piles` counts what was said, by pile."""

    name: str
    version: int
    form: str
    tried: int
    piles: tuple[tuple[str, int], ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class StrandDecision:
    """What was decided, why, who does it and by when."""

    what: str
    outcome: str
    reason: str
    who: str
    by_when: str


@dataclass(frozen=True, slots=True)
class Strand:
    """One idea with everything it came from and everything that came of it. `notes` counts those behind it, from so
    many `tables`; `languages` counts those not in the language of most.
    """

    idea: str
    need: str
    who_for: str
    quotes: tuple[Said, ...]
    insights: tuple[str, ...]
    questions: tuple[str, ...]
    themes: tuple[str, ...]
    notes: int
    tables: int
    languages: tuple[tuple[str, int], ...]
    examples: tuple[Said, ...]
    votes: tuple[StrandVote, ...]
    versions: tuple[StrandVersion, ...]
    decisions: tuple[StrandDecision, ...]


@dataclass(frozen=True, slots=True)
class ThreadValues:
    """The thread of every idea, and what nothing came of yet: insights no idea rests on, decisions that stand alone."""

    programme: str
    place: str
    strands: tuple[Strand, ...]
    loose_insights: tuple[str, ...]
    loose_decisions: tuple[StrandDecision, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class ReportSession:
    """A session: when and where, for what, how many came, and what was done (title or kind, and minutes)."""

    number: int
    title: str
    day: str
    place: str
    purpose: str
    came: int
    blocks: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class ReportVersion:
    """A version of an idea and what was said of it, by pile. `faces` counts ratings from 1 to 4, empty where too few
    people gave one.
    """

    name: str
    version: int
    form: str
    description: str
    to_learn: tuple[str, ...]
    tried: int
    faces: tuple[int, ...]
    piles: tuple[tuple[str, tuple[Said, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReportIdea:
    """An idea and the versions that were tried."""

    name: str
    need: str
    who_for: str
    who_delivers: str
    versions: tuple[ReportVersion, ...]


@dataclass(frozen=True, slots=True)
class ReportMore:
    """What a report says beside its votes and boards. `came` counts those who came by group ("" is not known), or is
    None where only their number may be told.
    """

    purpose: str
    sessions: tuple[ReportSession, ...]
    came: Published[str] | None
    ideas: tuple[ReportIdea, ...]
    decisions: tuple[StrandDecision, ...]
    thread: tuple[Strand, ...]
