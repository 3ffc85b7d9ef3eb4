"""What a picture of a wall is drawn from: plain values, so that another process can draw it. They hold nothing that the
room may not see.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.workshop.queries.voting import dots_on_notes
from facilitator.workshop.queries.wall import places_on, the_board

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.arrange import Place
    from facilitator.workshop.queries.board import NoteLine
    from facilitator.workshop.reader import Reader


@dataclass(frozen=True, slots=True)
class WallValues:
    """A board's notes in reading order, where each lies, the names of its themes, what its colours mean, the dots notes
    got in closed votes, and the pictures of notes by their hash.
    """

    board_id: uuid.UUID
    question: str
    meanings: tuple[str, ...]
    notes: tuple[NoteLine, ...]
    places: dict[uuid.UUID, Place]
    themes: dict[uuid.UUID, str]
    dots: dict[uuid.UUID, int]
    pictures: dict[str, bytes]


def wall_values(reader: Reader, board_id: uuid.UUID) -> WallValues:
    """The wall of a board as others may see it. Notes lie where they are seen in the window, so hidden ones leave gaps.
    Raises NotFound when the board is gone.
    """
    board = the_board(reader, board_id)
    notes = tuple(note for theme in board.themes for note in theme.notes if not (note.withheld or note.face_down))
    places = places_on(board)
    kept = {name: found for name in {note.photo for note in notes} - {""} if (found := reader.picture(name))}
    return WallValues(
        board_id=board_id,
        question=board.question,
        meanings=board.meanings,
        notes=tuple(sorted(notes, key=lambda note: (note.position, note.id))),
        places={note.id: places[note.id] for note in notes},
        themes={theme.id: theme.name for theme in board.themes if theme.id},
        dots=dict(dots_on_notes(reader, board_id)),
        pictures={name: found.data for name, found in kept.items()},
    )
