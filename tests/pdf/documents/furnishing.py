"""Papers for the room as print values, each with what makes trouble: long names, three scripts, markup."""

from __future__ import annotations

from facilitator.workshop.queries.print_values import BallotOption
from facilitator.workshop.queries.room_values import (
    AgreementValues,
    Coming,
    ConsentCard,
    ConsentValues,
    EvaluationValues,
    ExpensesValues,
    GridValues,
    OptionKeyValues,
    ParkingValues,
    PocketOrderValues,
    PocketRow,
    PromptCard,
    PromptCardValues,
    RelationshipFormValues,
    StickySheetValues,
    StoryHandout,
    StoryValues,
    TableSignValues,
    WelcomeValues,
)
from tests.pdf.documents.organising import ARABIC, HEAD, HOSTILE, LONG, URDU

TITLE, NOW = HEAD.programme, HEAD.printed
USES = ("notes", "quotes", "photos", "contact", "relationship-map")
STORY = "It was raining the way it rains here, sideways. The door was locked and nobody had told us. " * 6


def consent(*names: str, said: str = "not-asked", blank: int = 1) -> ConsentValues:
    cards = tuple(ConsentCard(name, ("ar", "en"), tuple((use, said) for use in USES)) for name in names)  # pyright: ignore[reportArgumentType]
    return ConsentValues(TITLE, cards, USES, blank, NOW)


def table_signs(*names: str) -> TableSignValues:
    return TableSignValues(TITLE, names, NOW)


def welcome(*titles: str, languages: tuple[str, ...] = ("en", "ar", "ur", "pl", "so", "bn")) -> WelcomeValues:
    return WelcomeValues(HEAD, languages, tuple(Coming("10:00", "other", title) for title in titles))


def prompt_cards(*prompts: str, copies: int = 1) -> PromptCardValues:
    cards = (PromptCard("brainstorm", "Ideas", prompt, 25, "pairs", "What is missing?", copies) for prompt in prompts)
    return PromptCardValues(HEAD, tuple(cards))


def option_key(*texts: str, unnamed: tuple[int, ...] = ()) -> OptionKeyValues:
    options = tuple(BallotOption(place, text) for place, text in enumerate(texts, 1))
    return OptionKeyValues(TITLE, "Which shall we try first?", "dots", options, unnamed, NOW)


def stories(*bodies: str, translation: str = "", language: str = "en") -> StoryValues:
    told = (StoryHandout("The locked door", "Hana", body, language, translation, "ar", "Told") for body in bodies)
    return StoryValues(TITLE, tuple(told), NOW)


def relationship_form(*people: str, blank: int = 0) -> RelationshipFormValues:
    return RelationshipFormValues(HEAD, 2, people, blank)


def pocket_order(*titles: str) -> PocketOrderValues:
    rows = (PocketRow("10:00", 0, 25, "other", title, "Five minutes. " * 20, "Jo", fixed=False) for title in titles)
    return PocketOrderValues(HEAD, tuple(rows))


def every_kind() -> list[object]:
    """One of each, with hostile words wherever people's words can stand."""
    texts = (*HOSTILE, ARABIC, URDU, LONG)
    return [
        consent(*texts),
        table_signs(*texts),
        welcome(*texts),
        AgreementValues(texts[0], NOW),
        prompt_cards(*texts),
        option_key(*texts, unnamed=(12,)),
        stories(*texts, translation=ARABIC),
        relationship_form(*texts, blank=1),
        EvaluationValues(HEAD),
        ExpensesValues(HEAD, 3),
        ParkingValues(texts[0], 4, NOW),
        StickySheetValues(TITLE, texts, NOW),
        GridValues(texts[1], NOW),
        pocket_order(*texts),
    ]
