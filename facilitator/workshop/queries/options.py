"""What a vote chooses from: options made from notes or themes, letters named in the room, and the moment from which
they keep their words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note, Theme
from facilitator.domain.errors import BadChange, NotFound
from facilitator.domain.gestures.voting import Choice, name_letters, name_option, remove_option
from facilitator.domain.letters import letter
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Option, Poll
from facilitator.workshop.queries.consent import consents

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping

    from facilitator.domain.change import Change
    from facilitator.workshop.reader import Reader

_note, _theme, _option, _ballot = (table_of(model) for model in (Note, Theme, Option, Ballot))


def choices_from_notes(reader: Reader, note_ids: Iterable[uuid.UUID]) -> tuple[Choice, ...]:
    """Notes as options, in the order given, each with its translation behind a stroke. Those that may not be shown and
    those without words are left out.
    """
    asked = consents(reader)
    notes = [reader.get(Note, note_id) for note_id in note_ids]
    return tuple(
        Choice(" / ".join(filter(None, (note.text, note.translation))), note_id=note.id)
        for note in notes
        if note and note.text and asked.note_may_be_shown(note.participant_id, "wall", withheld=note.withheld)
    )


def choices_from_themes(reader: Reader, board_id: uuid.UUID) -> tuple[Choice, ...]:
    """The themes of a board as options, in order."""
    themes = reader.find(Theme, _theme.c.board_id == board_id, order_by=(_theme.c.position, _theme.c.name))
    return tuple(Choice(theme.name, theme_id=theme.id) for theme in themes if theme.name)


def check_unlocked(reader: Reader, poll_id: uuid.UUID) -> None:
    """Raises BadChange when somebody has voted, because the options then keep their words."""
    if reader.count(Ballot, _ballot.c.poll_id == poll_id, _ballot.c.state != "issued"):
        raise BadChange("A ballot has been counted, so the options stay as they are. Make a new vote to ask anew.")


def renamed(reader: Reader, option_id: uuid.UUID, text: str) -> Change:
    """Put other words on an option. Raises BadChange when somebody has voted."""
    check_unlocked(reader, _poll_of(reader, option_id))
    return name_option(option_id, text)


def removed(reader: Reader, option_id: uuid.UUID) -> Change:
    """Take an option off the ballot. Raises BadChange when somebody has voted."""
    check_unlocked(reader, _poll_of(reader, option_id))
    return remove_option(option_id)


def letters_named(reader: Reader, poll_id: uuid.UUID, names: Mapping[int, Choice]) -> Change:
    """Name the letters of a vote by their place, from 1. Raises BadChange for a letter that has a name already, and
    when somebody has voted.
    """
    if reader.get(Poll, poll_id) is None:
        raise NotFound("That vote is not in this workshop any more.")
    check_unlocked(reader, poll_id)
    taken = {place for (place,) in reader.rows(sa.select(_option.c.place).where(_option.c.poll_id == poll_id))}
    twice = sorted(taken.intersection(names))
    if twice:
        raise BadChange(f"{letter(twice[0])} has a name already. Change that name instead.")
    return name_letters(poll_id, names)


def _poll_of(reader: Reader, option_id: uuid.UUID) -> uuid.UUID:
    option = reader.get(Option, option_id)
    if option is None:
        raise NotFound("That option is not in this vote any more.")
    return option.poll_id
