"""A board as a wall: every note with its place, and the Changes that lay notes somewhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.arrange import NOWHERE, Free, Place, columns_for, grid, in_groups, settled, stacked
from facilitator.domain.board import Note
from facilitator.domain.errors import NotFound
from facilitator.domain.gestures.wall import arrange_notes, duplicate_notes, lay_notes
from facilitator.domain.schema import shapes, table_of
from facilitator.domain.voting import Ballot, Mark, Option, Poll
from facilitator.workshop.queries.board import NoteLine, Outline, outline

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.domain.change import Change, Value
    from facilitator.workshop.reader import Reader

_note, _option, _poll, _ballot, _mark = (table_of(model) for model in (Note, Option, Poll, Ballot, Mark))


@dataclass(frozen=True, slots=True)
class Wall:
    """The outline, where each of its notes lies, in board units, and the dots that notes got in votes that are closed.
    Nothing is said of a vote that still goes on.
    """

    outline: Outline
    places: dict[uuid.UUID, Place]
    dots: dict[uuid.UUID, int]

    def notes(self) -> list[NoteLine]:
        """Every note, in reading order."""
        return [note for theme in self.outline.themes for note in theme.notes]


def wall(reader: Reader, board_id: uuid.UUID) -> Wall | None:
    """A board with the places of its notes, or None when there is no such board."""
    shown = outline(reader, board_id)
    if shown is None:
        return None
    return Wall(shown, settled(_groups(shown), _stored(reader, board_id)), dots(reader, board_id))


def dots(reader: Reader, board_id: uuid.UUID) -> dict[uuid.UUID, int]:
    """How many dots each note of a board got, over all dot votes that are closed."""
    query = (
        sa.select(_option.c.note_id, sa.func.sum(_mark.c.value))
        .select_from(
            _mark.join(_option, _mark.c.option_id == _option.c.id).join(_poll, _option.c.poll_id == _poll.c.id)
        )
        .join(_note, _note.c.id == _option.c.note_id)
        .where(_note.c.board_id == board_id, _poll.c.method == "dots", _poll.c.state == "closed")
        .group_by(_option.c.note_id)
    )
    return {note_id: int(count) for note_id, count in reader.rows(query) if count}


def laying(
    reader: Reader,
    board_id: uuid.UUID,
    places: Mapping[uuid.UUID, Place],
    themes: Mapping[uuid.UUID, uuid.UUID | None],
) -> Change:
    """Lay some notes at new places and in other themes. The rest of the board stays where it was seen: notes that had
    no place of their own get the one they lie at.
    """
    others = {one: place for one, place in _unsettled(reader, board_id).items() if one not in places}
    return lay_notes(places, themes, others)


def arranging(reader: Reader, board_id: uuid.UUID, how: str, chosen: Sequence[uuid.UUID] = ()) -> Change:
    """Lay the whole board anew by theme, colour or votes or in a grid; or the chosen notes in a stack, where the first
    of them lies.
    """
    now = wall(reader, board_id)
    if now is None:
        raise NotFound("This board is gone. Choose another one.")
    notes = now.notes()
    if how == "stack":
        first = now.places[chosen[0]]
        return arrange_notes(stacked(chosen, *first) | _unsettled_but(reader, board_id, chosen), how)
    if how == "colour":
        groups = [[note.id for note in notes if note.colour == colour] for colour in range(1, 8)]
    elif how == "votes":
        groups = [[note.id for note in sorted(notes, key=lambda note: -now.dots.get(note.id, 0))]]
    elif how == "grid":
        ids = [note.id for note in notes]
        return arrange_notes(grid(ids, 24.0, 24.0, columns_for(len(ids))), how)
    else:
        groups = _groups(now.outline)
    return arrange_notes(in_groups(groups, 24.0, 24.0), how)


def duplicating(reader: Reader, board_id: uuid.UUID, note_ids: Iterable[uuid.UUID]) -> Change:
    """Make a copy of each note in a free place beside it. Who said it is not said of the copy."""
    now = wall(reader, board_id)
    if now is None:
        raise NotFound("This board is gone. Choose another one.")
    free = Free(now.places.values())
    copies: list[dict[str, Value]] = []
    for note_id in note_ids:
        note = reader.get(Note, note_id)
        if note is None:
            continue
        x, y = free.near(now.places[note_id])
        values: dict[str, Value] = {name: getattr(note, name) for name in shapes()["note"].columns}
        copies.append(values | {"x": x, "y": y, "position": note.position + 0.5, "participant_id": None})
    return duplicate_notes(copies)


def free_place(reader: Reader, board_id: uuid.UUID, near: Place) -> Place:
    """Where a new note falls: the free place next to a point of a board whose notes have places; nowhere in particular
    on a board that nobody has arranged.
    """
    laid = [place for place in _stored(reader, board_id).values() if place != NOWHERE]
    return Free(laid).near(near) if laid else NOWHERE


def _unsettled(reader: Reader, board_id: uuid.UUID) -> dict[uuid.UUID, Place]:
    """The notes that have no place of their own, and where they are seen."""
    stored, now = _stored(reader, board_id), wall(reader, board_id)
    return {one: place for one, place in now.places.items() if stored[one] == NOWHERE} if now else {}


def _unsettled_but(reader: Reader, board_id: uuid.UUID, note_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Place]:
    but = set(note_ids)
    return {one: place for one, place in _unsettled(reader, board_id).items() if one not in but}


def _stored(reader: Reader, board_id: uuid.UUID) -> dict[uuid.UUID, Place]:
    query = sa.select(_note.c.id, _note.c.x, _note.c.y).where(_note.c.board_id == board_id)
    return {note_id: (x, y) for note_id, x, y in reader.rows(query)}


def _groups(shown: Outline) -> list[list[uuid.UUID]]:
    return [[note.id for note in theme.notes] for theme in shown.themes]
