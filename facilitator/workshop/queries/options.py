"""What a vote says before it begins and what it chooses from: options made from notes or themes, letters named in the
room, and the moment from which they keep their words (`domain.poll_rules` says which).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain import poll_rules
from facilitator.domain.board import Note, Theme
from facilitator.domain.errors import BadChange, NotFound
from facilitator.domain.gestures.poll_terms import edit_poll, remove_poll
from facilitator.domain.gestures.voting import (
    Choice,
    add_poll,
    name_letters,
    name_option,
    open_poll,
    place_options,
    remove_option,
)
from facilitator.domain.letters import letter
from facilitator.domain.poll_rules import Standing
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Option, Poll
from facilitator.workshop.queries.consent import consents, kept_back
from facilitator.workshop.queries.voting import next_poll_position

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.domain.change import Change, Value
    from facilitator.workshop.reader import Reader

_note, _theme, _option, _ballot = (table_of(model) for model in (Note, Theme, Option, Ballot))
_OF_THE_METHOD = {"method", "dots", "most_on_one"}


def choices_from_notes(reader: Reader, note_ids: Iterable[uuid.UUID]) -> tuple[Choice, ...]:
    """Notes as options, in the order given, each with its translation behind a stroke. Those that may not be shown and
    those without words are left out.
    """
    asked = consents(reader)
    notes = [reader.get(Note, note_id) for note_id in note_ids]
    return tuple(
        Choice(both_languages(note), note_id=note.id)
        for note in notes
        if note and note.text and asked.note_may_be_shown(note.participant_id, "wall", withheld=kept_back(note))
    )


def both_languages(note: Note) -> str:
    """A note's words, with their translation behind a stroke."""
    return " / ".join(filter(None, (note.text, note.translation)))


def choices_from_themes(reader: Reader, board_id: uuid.UUID) -> tuple[Choice, ...]:
    """The themes of a board as options, in order."""
    themes = reader.find(Theme, _theme.c.board_id == board_id, order_by=(_theme.c.position, _theme.c.name))
    return tuple(Choice(theme.name, theme_id=theme.id) for theme in themes if theme.name)


def choices_from(
    reader: Reader, note_ids: Iterable[uuid.UUID] = (), theme_ids: Iterable[uuid.UUID] = ()
) -> tuple[Choice, ...]:
    """Themes and notes as options, themes first, each in the order given. Raises BadChange when none of them has words
    that may be shown.
    """
    themes = [reader.get(Theme, theme_id) for theme_id in theme_ids]
    named = [Choice(theme.name, theme_id=theme.id) for theme in themes if theme and theme.name]
    choices = (*named, *choices_from_notes(reader, note_ids))
    if not choices:
        raise BadChange("None of these can be voted on: they have no words, or are hidden from the room.")
    return choices


def vote_from(
    reader: Reader,
    poll_id: uuid.UUID,
    question: str,
    note_ids: Sequence[uuid.UUID] = (),
    theme_ids: Sequence[uuid.UUID] = (),
) -> Change:
    """A new vote by dots on notes and themes of a board, to be prepared further; on nothing yet without them. Raises
    BadChange when none of them may be voted on.
    """
    choices = choices_from(reader, note_ids, theme_ids) if note_ids or theme_ids else ()
    rows = [reader.get(Theme, theme_ids[0]) if theme_ids else None, reader.get(Note, note_ids[0]) if note_ids else None]
    board_id = next((row.board_id for row in rows if row), None)
    position = next_poll_position(reader)
    return add_poll(question, choices, method="dots", board_id=board_id, position=position, poll_id=poll_id)


def standing(reader: Reader, poll_id: uuid.UUID) -> Standing:
    """How far a vote has come, for the rules of what may still be changed."""
    poll = _poll(reader, poll_id)
    of_this = _ballot.c.poll_id == poll_id
    return Standing(
        state=poll.state,
        given_out=bool(reader.count(Ballot, of_this, _ballot.c.channel == "paper")),
        voted=bool(reader.count(Ballot, of_this, _ballot.c.state != "issued")),
        blank_letters=poll.blank_letters,
    )


def edited(reader: Reader, poll_id: uuid.UUID, values: Mapping[str, Value]) -> Change:
    """Change some of what a vote says before it begins, by the columns of `Poll`. Raises BadChange once it is open, and
    for how it is voted once ballots are given out.
    """
    now = standing(reader, poll_id)
    _refuse(poll_rules.method_stays(now) if _OF_THE_METHOD.intersection(values) else poll_rules.terms_stay(now))
    if "blank_letters" in values:
        _refuse(poll_rules.letters_stay(now))
    return edit_poll(poll_id, values)


def thrown_away(reader: Reader, poll_id: uuid.UUID) -> Change:
    """Take away a vote that was never begun. Raises BadChange once ballots are out or it was opened."""
    _refuse(poll_rules.letters_stay(standing(reader, poll_id)))
    return remove_poll(poll_id, [option.id for option in _placed(reader, poll_id)])


def opened(reader: Reader, poll_id: uuid.UUID) -> Change:
    """Let votes be counted in. Raises BadChange when there is nothing to choose from and nothing to name."""
    poll = _poll(reader, poll_id)
    if not poll.blank_letters and len(_placed(reader, poll_id)) < 1:
        raise BadChange("There is nothing to vote on yet. Add the options first.")
    return open_poll(poll_id)


def renamed(reader: Reader, option_id: uuid.UUID, text: str) -> Change:
    """Put other words on an option. Raises BadChange when somebody has voted."""
    _refuse(poll_rules.words_stay(standing(reader, _option_of(reader, option_id).poll_id)))
    return name_option(option_id, text)


def removed(reader: Reader, option_id: uuid.UUID) -> Change:
    """Take an option off the ballot. While no letter is on paper, those below move up; later their letters stay. Raises
    BadChange when somebody has voted.
    """
    option = _option_of(reader, option_id)
    now = standing(reader, option.poll_id)
    _refuse(poll_rules.words_stay(now))
    if poll_rules.letters_stay(now):
        return remove_option(option_id)
    below = [one for one in _placed(reader, option.poll_id) if one.place > option.place]
    return remove_option(option_id, {one.id: one.place - 1 for one in below})


def moved(reader: Reader, option_id: uuid.UUID, steps: int) -> Change:
    """Move an option so many letters down, or up when below zero; at either end it stays. Raises BadChange when letters
    are on paper or the vote was opened.
    """
    option = _option_of(reader, option_id)
    _refuse(poll_rules.letters_stay(standing(reader, option.poll_id)))
    order = _placed(reader, option.poll_id)
    places = [one.place for one in order]
    at = next(turn for turn, one in enumerate(order) if one.id == option_id)
    order.insert(max(0, min(at + steps, len(order) - 1)), order.pop(at))
    return place_options({one.id: place for one, place in zip(order, places, strict=True) if one.place != place})


def added(reader: Reader, poll_id: uuid.UUID, choices: Sequence[Choice]) -> Change:
    """Put more options on a vote: each takes the first letter that has no name. Raises BadChange when that letter is
    not on the ballots that are out, and when the vote is too far on.
    """
    taken = {option.place for option in _placed(reader, poll_id)}
    free = (place for place in range(1, len(taken) + len(choices) + 1) if place not in taken)
    return letters_named(reader, poll_id, dict(zip(free, choices, strict=False)))


def letters_named(reader: Reader, poll_id: uuid.UUID, names: Mapping[int, Choice]) -> Change:
    """Name the letters of a vote by their place, from 1. Raises BadChange for a letter that has a name already, and
    when the rules say that it is too late.
    """
    now = standing(reader, poll_id)
    for place in names:
        _refuse(poll_rules.may_not_name(now, place))
    taken = {place for (place,) in reader.rows(sa.select(_option.c.place).where(_option.c.poll_id == poll_id))}
    twice = sorted(taken.intersection(names))
    if twice:
        raise BadChange(f"{letter(twice[0])} has a name already. Change that name instead.")
    return name_letters(poll_id, names)


def _refuse(why: str) -> None:
    if why:
        raise BadChange(why)


def _poll(reader: Reader, poll_id: uuid.UUID) -> Poll:
    poll = reader.get(Poll, poll_id)
    if poll is None:
        raise NotFound("That vote is not in this workshop any more.")
    return poll


def _placed(reader: Reader, poll_id: uuid.UUID) -> list[Option]:
    """The options in the order of their letters."""
    return reader.find(Option, _option.c.poll_id == poll_id, order_by=(_option.c.place,))


def _option_of(reader: Reader, option_id: uuid.UUID) -> Option:
    option = reader.get(Option, option_id)
    if option is None:
        raise NotFound("That option is not in this vote any more.")
    return option
