"""A board as a wall: where its notes lie, and the Changes that lay them somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.arrange import NOWHERE, Free, Place, columns_for, grid, in_groups, settled, stacked
from facilitator.domain.board import Note
from facilitator.domain.errors import NotFound
from facilitator.domain.gestures.wall import arrange_notes, duplicate_notes, lay_notes
from facilitator.domain.schema import shapes, table_of
from facilitator.workshop.queries.board import Outline, outline
from facilitator.workshop.queries.voting import dots_on_notes

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.domain.change import Change, Value
    from facilitator.workshop.reader import Reader

_AROUND = 2_000.0
"""Board units in which a free place is looked for; some three hundred notes lie in as much."""
_note = table_of(Note)


def laying(
    reader: Reader,
    board_id: uuid.UUID,
    places: Mapping[uuid.UUID, Place],
    themes: Mapping[uuid.UUID, uuid.UUID | None],
) -> Change:
    """Lay some notes at new places and in other themes. The rest of the board stays where it was seen: notes that had
    no place of their own get the one they lie at.
    """
    return lay_notes(places, themes, _unsettled_but(reader, board_id, places))


def arranging(reader: Reader, board_id: uuid.UUID, how: str, chosen: Sequence[uuid.UUID] = ()) -> Change:
    """Lay the whole board anew by theme, colour or votes or in a grid; or the chosen notes in a stack, where the first
    of them lies.
    """
    board = _board(reader, board_id)
    notes = [note for theme in board.themes for note in theme.notes]
    if how == "stack":
        first = places_on(board)[chosen[0]]
        return arrange_notes(stacked(chosen, *first) | _unsettled_but(reader, board_id, chosen), how)
    if how == "colour":
        groups = [[note.id for note in notes if note.colour == colour] for colour in range(1, 8)]
    elif how == "votes":
        got = dots_on_notes(reader, board_id)
        groups = [[note.id for note in sorted(notes, key=lambda note: -got.get(note.id, 0))]]
    elif how == "grid":
        ids = [note.id for note in notes]
        return arrange_notes(grid(ids, 24.0, 24.0, columns_for(len(ids))), how)
    else:
        groups = [[note.id for note in theme.notes] for theme in board.themes]
    return arrange_notes(in_groups(groups, 24.0, 24.0), how)


def duplicating(reader: Reader, board_id: uuid.UUID, note_ids: Iterable[uuid.UUID]) -> Change:
    """Make a copy of each note in a free place beside it. It stays said by whom it was: what they agreed to, or take
    back one day, holds for their words wherever these stand.
    """
    places = places_on(_board(reader, board_id))
    free = Free(places.values())
    copies: list[dict[str, Value]] = []
    for note_id in note_ids:
        note = reader.get(Note, note_id)
        if note is None:
            continue
        x, y = free.near(places[note_id])
        values: dict[str, Value] = {name: getattr(note, name) for name in shapes()["note"].columns}
        copies.append(values | {"x": x, "y": y, "position": note.position + 0.5})
    return duplicate_notes(copies)


def free_place(reader: Reader, board_id: uuid.UUID, near: Place | None = None) -> Place:
    """Where a new note falls: the free place next to a point of the board, or else next to its last note; nowhere in
    particular on a board that nobody has arranged.
    """
    on_board = (_note.c.board_id == board_id, sa.or_(_note.c.x != 0, _note.c.y != 0))
    xy = sa.select(_note.c.x, _note.c.y).where(*on_board)
    last = reader.rows(xy.order_by(_note.c.position.desc()).limit(1))
    if not last:
        return NOWHERE
    x, y = near or (last[0][0], last[0][1])
    around = (_note.c.x.between(x - _AROUND, x + _AROUND), _note.c.y.between(y - _AROUND, y + _AROUND))
    return Free((place[0], place[1]) for place in reader.rows(xy.where(*around))).near((x, y))


def places_on(board: Outline) -> dict[uuid.UUID, Place]:
    """Where each note of a board is seen."""
    groups = [[note.id for note in theme.notes] for theme in board.themes]
    return settled(groups, {note.id: note.place for theme in board.themes for note in theme.notes})


def _unsettled_but(reader: Reader, board_id: uuid.UUID, note_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Place]:
    """The notes that have no place of their own, but for some, and where they are seen."""
    board, but = _board(reader, board_id), set(note_ids)
    places = places_on(board)
    nowhere = [note.id for theme in board.themes for note in theme.notes if note.place == NOWHERE]
    return {one: places[one] for one in nowhere if one not in but}


def _board(reader: Reader, board_id: uuid.UUID) -> Outline:
    found = outline(reader, board_id)
    if found is None:
        raise NotFound("This board is gone. Choose another one.")
    return found
