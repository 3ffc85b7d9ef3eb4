"""A vote before it begins: what is said of it, its letters in order with the blank ones, and what may still change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain import poll_rules
from facilitator.domain.letters import letter
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Option, Poll
from facilitator.workshop.queries.options import standing
from facilitator.workshop.queries.voting import candidates

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader

_option = table_of(Option)


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A letter of the ballot. Without an option it is printed blank, to be named. `source` is note, theme or empty;
    `hidden` ones are not on the ballot because their note may not be shown.
    """

    option_id: uuid.UUID | None
    place: int
    letter: str
    text: str
    source: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class PollDraft:
    """`terms_stay`, `method_stays`, `letters_stay` and `words_stay` are why these cannot change now; empty where they
    can.
    """

    poll_id: uuid.UUID
    state: str
    question: str
    method: str
    dots: int
    most_on_one: int
    consequence: str
    answered_by: str
    answer_date: str
    secrecy: str
    blank_letters: int
    lines: tuple[DraftLine, ...]
    terms_stay: str
    method_stays: str
    letters_stay: str
    words_stay: str


def poll_draft(reader: Reader, poll_id: uuid.UUID) -> PollDraft | None:
    """A vote as the one who prepares it needs it, or None when there is no such vote."""
    poll = reader.get(Poll, poll_id)
    if poll is None:
        return None
    now = standing(reader, poll_id)
    return PollDraft(
        poll_id=poll.id,
        state=poll.state,
        question=poll.question,
        method=poll.method,
        dots=poll.dots,
        most_on_one=poll.most_on_one,
        consequence=poll.consequence,
        answered_by=poll.answered_by,
        answer_date=poll.answer_date,
        secrecy=poll.secrecy,
        blank_letters=poll.blank_letters,
        lines=_lines(reader, poll),
        terms_stay=poll_rules.terms_stay(now),
        method_stays=poll_rules.method_stays(now),
        letters_stay=poll_rules.letters_stay(now),
        words_stay=poll_rules.words_stay(now),
    )


def _lines(reader: Reader, poll: Poll) -> tuple[DraftLine, ...]:
    hidden = {one.id for one in candidates(reader, poll.id) if one.hidden}
    options = reader.find(Option, _option.c.poll_id == poll.id, order_by=(_option.c.place,))
    named = [
        DraftLine(one.id, one.place, letter(one.place), one.text, _source(one), one.id in hidden) for one in options
    ]
    taken = {line.place for line in named}
    blank = [
        DraftLine(None, place, letter(place), "") for place in range(1, poll.blank_letters + 1) if place not in taken
    ]
    return tuple(sorted([*named, *blank], key=lambda line: line.place))


def _source(option: Option) -> str:
    if option.theme_id:
        return "theme"
    return "note" if option.note_id else ""
