"""What an idea can grow from, so that the thread from what people said to what was tried is kept: themes, notes, and
options of a vote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from facilitator.domain.board import Board, Note, Theme
from facilitator.domain.change import Change
from facilitator.domain.errors import BadChange, NotFound
from facilitator.domain.gestures.prototypes import begin_idea
from facilitator.domain.gestures.trying import root_idea
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.options import choices_from_notes
from facilitator.workshop.queries.voting import candidates, polls

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.reader import Reader

_board, _theme = table_of(Board), table_of(Theme)
NAME_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Source:
    """A theme on a board or an option of a vote. `words` is its name, `question` what was asked there."""

    kind: Literal["theme", "option"]
    id: uuid.UUID
    words: str
    question: str


def sources(reader: Reader) -> tuple[Source, ...]:
    """Every theme, board by board, then every option with words that the room may see."""
    themes = sa.select(_theme.c.id, _theme.c.name, _board.c.question).join(_board, _theme.c.board_id == _board.c.id)
    return (
        *(Source("theme", *found) for found in reader.rows(themes.order_by(_board.c.position, _theme.c.position))),
        *(
            Source("option", option.id, option.text, poll.question)
            for poll in polls(reader)
            for option in candidates(reader, poll.id)
            if not option.hidden
        ),
    )


def rooted(reader: Reader, idea_id: uuid.UUID, source: Source | None) -> Change:
    """Say that an idea grew from this, or from nothing that is written down."""
    if source and source.kind == "theme":
        theme = reader.get(Theme, source.id)
        if theme is None:
            raise NotFound("That theme is not on the board any more.")
        return root_idea(idea_id, board_id=theme.board_id, theme_id=theme.id)
    return root_idea(idea_id, option_id=source.id if source else None)


def idea_from_notes(
    reader: Reader, note_ids: Sequence[uuid.UUID], *, idea_id: uuid.UUID, prototype_id: uuid.UUID
) -> Change:
    """Begin an idea with the words of the first of these notes that the room may see, and keep the tie to all of them,
    and to their theme if they share one. Raises NotFound when none of them is there, and BadChange when none has words
    that may be shown: an idea is printed by its name.
    """
    notes = [note for note_id in note_ids if (note := reader.get(Note, note_id))]
    if not notes:
        raise NotFound("Choose the notes the idea comes from first.")
    shown = {choice.note_id for choice in choices_from_notes(reader, [note.id for note in notes])}
    words = next((note.translation or note.text for note in notes if note.id in shown), "")
    if not words:
        raise BadChange("These notes have no words, or are hidden from the room. Choose another, or show one first.")
    begun = begin_idea(" ".join(words.split())[:NAME_LIMIT], idea_id=idea_id, prototype_id=prototype_id)
    themes, boards = {note.theme_id for note in notes}, {note.board_id for note in notes}
    root = root_idea(
        idea_id,
        board_id=boards.pop() if len(boards) == 1 else None,
        theme_id=themes.pop() if len(themes) == 1 else None,
        note_ids=[note.id for note in notes],
    )
    return Change(begun.code, (*begun.edits, *root.edits))
