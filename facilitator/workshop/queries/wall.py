"""A board as a wall: every note with its place, and the themes that frame them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.arrange import settled
from facilitator.domain.board import Note
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.board import NoteLine, Outline, outline

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader

_note = table_of(Note)


@dataclass(frozen=True, slots=True)
class Wall:
    """The outline, and where each of its notes lies, in board units."""

    outline: Outline
    places: dict[uuid.UUID, tuple[float, float]]

    def notes(self) -> list[NoteLine]:
        """Every note, in reading order."""
        return [note for theme in self.outline.themes for note in theme.notes]


def wall(reader: Reader, board_id: uuid.UUID) -> Wall | None:
    """A board with the places of its notes, or None when there is no such board."""
    shown = outline(reader, board_id)
    if shown is None:
        return None
    query = sa.select(_note.c.id, _note.c.x, _note.c.y).where(_note.c.board_id == board_id)
    stored = {note_id: (x, y) for note_id, x, y in reader.rows(query)}
    return Wall(shown, settled([[note.id for note in theme.notes] for theme in shown.themes], stored))
