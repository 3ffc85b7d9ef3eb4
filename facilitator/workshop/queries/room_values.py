"""What the papers for the room say before a session, as plain values that can be pickled: consent cards, signs,
posters, cards, stories, forms and blank sheets.

`printed` is the moment of printing (ISO 8601, to the minute), which stands on every page so that an old copy is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.may_be_shown import Said
    from facilitator.workshop.queries.organiser_values import SessionHead
    from facilitator.workshop.queries.print_values import BallotOption


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """One person's card. `said` is what they said so far to each use, in the order in which they are asked;
    `large` is how the person reads.
    """

    name: str
    languages: tuple[str, ...]
    said: tuple[tuple[str, Said], ...]
    large: bool = False


@dataclass(frozen=True, slots=True)
class ConsentValues:
    """A card for each person, and `blank` ones without a name that ask about all of `uses`."""

    programme: str
    cards: tuple[ConsentCard, ...]
    uses: tuple[str, ...]
    blank: int
    printed: str


@dataclass(frozen=True, slots=True)
class TableSignValues:
    """The names of the tables, in their order."""

    programme: str
    names: tuple[str, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes in a session, as the room is told: when (or "" where no time of day is known), of which kind, and
    what it is called.
    """

    clock: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class WelcomeValues:
    """The poster at the door. `languages` are those of the programme, then those that people speak, most of them
    first.
    """

    session: SessionHead
    languages: tuple[str, ...]
    coming: tuple[Coming, ...]


@dataclass(frozen=True, slots=True)
class AgreementValues:
    """The poster of how we work together; all its words are ours, with lines for those of the room."""

    programme: str
    printed: str


@dataclass(frozen=True, slots=True)
class PromptCard:
    """What a table is asked to do, for how many minutes, and the question of its board or vote; `copies` of it."""

    kind: str
    title: str
    prompt: str
    minutes: int
    group_format: str
    question: str
    copies: int


@dataclass(frozen=True, slots=True)
class PromptCardValues:
    """The cards of a session, in the order of its plan."""

    session: SessionHead
    cards: tuple[PromptCard, ...]


@dataclass(frozen=True, slots=True)
class OptionKeyValues:
    """What the letters on the ballots of one vote stand for. `unnamed` are the places that get their name in the
    room.
    """

    programme: str
    question: str
    method: str
    options: tuple[BallotOption, ...]
    unnamed: tuple[int, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class StoryHandout:
    """A story its teller lets us repeat, under their made-up name; the languages are BCP 47, where they are known."""

    title: str
    teller: str
    body: str
    language: str
    translation: str
    translation_language: str
    source: str


@dataclass(frozen=True, slots=True)
class StoryValues:
    """The stories to hand out, in their order."""

    programme: str
    stories: tuple[StoryHandout, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class RelationshipFormValues:
    """A form for each of those who agreed to be on the picture of who knows whom, naming all of them and nobody else;
    `round` counts from 1, and `blank` forms have no name on top.
    """

    session: SessionHead
    round: int
    people: tuple[str, ...]
    blank: int


@dataclass(frozen=True, slots=True)
class EvaluationValues:
    """The form on how a session was."""

    session: SessionHead


@dataclass(frozen=True, slots=True)
class ExpensesValues:
    """So many slips for what it cost to come, each for one person, so that nobody reads what others were paid."""

    session: SessionHead
    slips: int


@dataclass(frozen=True, slots=True)
class ParkingValues:
    """So many tickets for what has to wait, numbered from 1."""

    programme: str
    tickets: int
    printed: str


@dataclass(frozen=True, slots=True)
class StickySheetValues:
    """A sheet to stick notes on for each of these questions; one with a line for the question where there is none."""

    programme: str
    questions: tuple[str, ...]
    printed: str


@dataclass(frozen=True, slots=True)
class GridValues:
    """Blank sheets to work on, which ask for nothing from the workshop but its title."""

    programme: str
    printed: str


@dataclass(frozen=True, slots=True)
class PocketRow:
    """A block in a few words; `clock` is a time of day, or "" with `after` minutes into the session."""

    clock: str
    after: int
    minutes: int
    kind: str
    title: str
    prompt: str
    lead: str
    fixed: bool


@dataclass(frozen=True, slots=True)
class PocketOrderValues:
    """The running order to keep in a pocket: the same values as the large one has."""

    session: SessionHead
    rows: tuple[PocketRow, ...]


RoomValues = (
    ConsentValues
    | TableSignValues
    | WelcomeValues
    | AgreementValues
    | PromptCardValues
    | OptionKeyValues
    | StoryValues
    | RelationshipFormValues
    | EvaluationValues
    | ExpensesValues
    | ParkingValues
    | StickySheetValues
    | GridValues
    | PocketOrderValues
)
