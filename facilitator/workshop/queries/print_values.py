"""What each printed document says, read from the file in one go as plain values.

The values can be pickled, so that a window can have them made into a PDF by a child process. Withheld notes and hidden
options are left out here, before anything can be printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.workshop.queries.after_values import (
    ActionsValues,
    PosterValues,
    RelationshipValues,
    ThreadValues,
    WallValues,
)
from facilitator.workshop.queries.check_sheet import CheckSheetValues
from facilitator.workshop.queries.organiser_values import (
    BadgeValues,
    PackValues,
    RunningOrderValues,
    Share,
    SignInValues,
    SummaryValues,
)
from facilitator.workshop.queries.room_values import RoomValues

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.tally import PollResult
    from facilitator.workshop.queries.after_values import ReportMore


ALL_FACE_DOWN = "The notes lie face down until the private round ends. Show them first, then print."


@dataclass(frozen=True, slots=True)
class BallotOption:
    """An option as it is printed: its place (1 is A) and its words. `by_language` is what they are in each language
    (BCP 47), where the file holds a translation.
    """

    place: int
    text: str
    by_language: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BallotValues:
    """The ballots of one poll. `numbers` are those of the ballots to print; without options, `blank_letters` lines are
    printed. Beside options, `unnamed` are the places that are printed blank; `most_on_one` is how many dots one option
    may get, 0 for all.

    `key` seals the codes; it is the file's secret and goes nowhere else.
    """

    poll_id: uuid.UUID
    programme: str
    question: str
    method: str
    dots: int
    consequence: str
    answered_by: str
    answer_date: str
    options: tuple[BallotOption, ...]
    blank_letters: int
    numbers: tuple[int, ...]
    key: bytes
    unnamed: tuple[int, ...] = ()
    most_on_one: int = 0


@dataclass(frozen=True, slots=True)
class FeedbackFormValues:
    """The feedback forms of one prototype, or of one that has no name yet (`name` is then empty)."""

    form_id: uuid.UUID
    programme: str
    name: str
    version: int
    to_learn: tuple[str, ...]
    numbers: tuple[int, ...]
    key: bytes


@dataclass(frozen=True, slots=True)
class ReportNote:
    """A note in the words it was written in, with its translation and its language (BCP 47) if they are known; or the
    `picture` of one whose words nobody has typed yet.
    """

    text: str
    language: str
    translation: str
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class ReportTheme:
    """A named group of notes; the name is empty for notes in no group."""

    name: str
    notes: tuple[ReportNote, ...]


@dataclass(frozen=True, slots=True)
class ReportBoard:
    """A board with the notes that were not voted on; `voted` counts those that were, which the votes show. `wall` is
    how it stood, with all of them.
    """

    question: str
    source: str
    themes: tuple[ReportTheme, ...]
    voted: int
    wall: WallValues | None = None


@dataclass(frozen=True, slots=True)
class ReportPoll:
    """A vote counted, and what was promised about its result. Where too few voted, `few` says so, and the options
    stand in the order of the ballot without counts.
    """

    result: PollResult
    consequence: str
    answered_by: str
    answer_date: str
    secret: bool = True
    few: bool = False


@dataclass(frozen=True, slots=True)
class ReportValues:
    """What a report says. `people` counts those who came, 0 if nobody was written down; `day` is the day it is made
    (ISO 8601), and `printed` the moment.
    """

    programme: str
    place: str
    day: str
    people: int
    polls: tuple[ReportPoll, ...]
    boards: tuple[ReportBoard, ...]
    more: ReportMore | None = None
    printed: str = ""

    def needs_something(self) -> ReportValues:
        """These values. Raises NothingToPrint when there is neither a vote with options nor a board with notes, and
        nothing was tried or decided.
        """
        tried = self.more and (self.more.ideas or self.more.decisions)
        voted = any(poll.result.options for poll in self.polls)
        if not voted and not tried and not any(board.themes for board in self.boards):
            if any(board.wall and board.wall.face_down for board in self.boards):
                raise NothingToPrint(ALL_FACE_DOWN)
            raise NothingToPrint("There is nothing to report yet: write a note on a board, or count a vote.")
        return self


PackPart = RunningOrderValues | SignInValues | BadgeValues | BallotValues | FeedbackFormValues | RoomValues
AfterPart = ReportValues | SummaryValues | WallValues | PosterValues | ThreadValues | RelationshipValues | ActionsValues
PrintValues = PackPart | AfterPart | PackValues | Share | CheckSheetValues
