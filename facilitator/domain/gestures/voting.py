"""Gestures of a vote: setting it up, opening and closing it, giving ballots out, and counting them in."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Delete, Edit, Insert, Set, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to vote on: its words now, and the note or theme they come from."""

    text: str
    note_id: uuid.UUID | None = None
    theme_id: uuid.UUID | None = None
    hidden: bool = False


def add_poll(
    question: str,
    choices: Sequence[Choice] = (),
    *,
    method: str = "agree",
    board_id: uuid.UUID | None = None,
    blank_letters: int = 0,
    source: str = "",
    dots: int = 5,
    most_on_one: int = 0,
    consequence: str = "",
    answered_by: str = "",
    answer_date: str = "",
    position: float = 0.0,
    poll_id: uuid.UUID | None = None,
) -> Change:
    """Set up a vote. Without choices, `blank_letters` lines are printed for names to be given in the room.

    `consequence` says what the result will do, `answered_by` who answers for it by `answer_date` (YYYY-MM-DD).
    """
    poll_id = poll_id or uuid.uuid4()
    values = {
        "question": question,
        "method": method,
        "board_id": board_id,
        "blank_letters": blank_letters,
        "source": source,
        "dots": dots,
        "most_on_one": most_on_one,
        "consequence": consequence,
        "answered_by": answered_by,
        "answer_date": answer_date,
        "position": position,
    }
    options = (
        Insert("option", uuid.uuid4(), _option(poll_id, place, choice)) for place, choice in enumerate(choices, 1)
    )
    return Change("poll-add", (Insert("poll", poll_id, values), *options), {"options": len(choices)})


def name_option(option_id: uuid.UUID, text: str) -> Change:
    """Put other words on an option, before anybody has voted on it (see `queries.options`)."""
    return Change("option-name", (Set("option", option_id, {"text": text}),))


def name_letters(poll_id: uuid.UUID, choices: Mapping[int, Choice]) -> Change:
    """Give letters something to stand for, by their place from 1, as for ballots that were printed blank."""
    edits = tuple(Insert("option", uuid.uuid4(), _option(poll_id, place, choice)) for place, choice in choices.items())
    return Change("options-name", edits, {"options": len(edits)})


def remove_option(option_id: uuid.UUID, places: Mapping[uuid.UUID, int] | None = None) -> Change:
    """Take an option off a vote that nobody has voted on; `places` are new ones of those that move up."""
    return Change("option-remove", (Delete("option", option_id), *_placed(places or {})))


def place_options(places: Mapping[uuid.UUID, int]) -> Change:
    """Put options in another order, by their places from 1."""
    return Change("options-place", tuple(_placed(places)), {"options": len(places)})


def hide_options(option_ids: Iterable[uuid.UUID], *, on: bool) -> Change:
    """Take options out of what the room sees, with their counts, or show them again."""
    edits = tuple(Set("option", option_id, {"hidden": on}) for option_id in option_ids)
    return Change("options-hide" if on else "options-show", edits, {"options": len(edits)})


def open_poll(poll_id: uuid.UUID) -> Change:
    """Let votes be counted in; the options keep their words from now on."""
    return Change("poll-open", (Set("poll", poll_id, {"state": "open"}),))


def close_poll(poll_id: uuid.UUID) -> Change:
    """End a vote, so that its result may be shown."""
    return Change("poll-close", (Set("poll", poll_id, {"state": "closed"}),))


def issue_ballots(poll_id: uuid.UUID, numbers: Iterable[int]) -> Change:
    """Give out paper ballots with these numbers."""
    edits = tuple(
        Insert("ballot", uuid.uuid4(), {"poll_id": poll_id, "number": number, "channel": "paper", "state": "issued"})
        for number in numbers
    )
    return Change("ballots-issue", edits, {"ballots": len(edits)})


def count_ballot(ballot_id: uuid.UUID, values: Mapping[uuid.UUID, int]) -> Change:
    """Count a ballot that was given out: what it says of each option, by option id."""
    counted: Edit = Set("ballot", ballot_id, {"state": "counted"})
    return Change("ballot-count", (counted, *marks_of(ballot_id, values)))


def add_ballot(poll_id: uuid.UUID, number: int, channel: str, values: Mapping[uuid.UUID, int]) -> Change:
    """Count a vote that was never on paper: on the screen, by hands, by tokens, or with somebody's help, which is said
    in the history, though not what it was.
    """
    ballot_id = uuid.uuid4()
    about = {"poll_id": poll_id, "number": number, "channel": channel, "state": "counted"}
    return Change(
        "ballot-assist" if channel == "assisted" else "ballot-count",
        (Insert("ballot", ballot_id, about), *marks_of(ballot_id, values)),
    )


def spoil_ballot(ballot_id: uuid.UUID) -> Change:
    """Lay a ballot aside that came back but cannot be counted."""
    return Change("ballot-spoil", (Set("ballot", ballot_id, {"state": "spoilt"}),))


def _placed(places: Mapping[uuid.UUID, int]) -> list[Edit]:
    return [Set("option", option_id, {"place": place}) for option_id, place in places.items()]


def _option(poll_id: uuid.UUID, place: int, choice: Choice) -> dict[str, Value]:
    return {
        "poll_id": poll_id,
        "place": place,
        "text": choice.text,
        "note_id": choice.note_id,
        "theme_id": choice.theme_id,
        "hidden": choice.hidden,
    }


def marks_of(ballot_id: uuid.UUID, values: Mapping[uuid.UUID, int]) -> tuple[Edit, ...]:
    """The marks of a ballot, by option id."""
    return tuple(
        Insert("mark", uuid.uuid4(), {"ballot_id": ballot_id, "option_id": option_id, "value": value})
        for option_id, value in values.items()
    )
