"""A board as a wall: where its notes lie, and the Changes that lay them somewhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.arrange import (
    FARTHEST,
    FRAME_HEAD,
    NOWHERE,
    Free,
    Place,
    Rect,
    columns_for,
    frame_around,
    grid,
    in_groups,
    settled,
    stacked,
)
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

FIRST = (24.0, 24.0 + FRAME_HEAD)
"""Where the first note of a board falls."""
_AROUND = 2_000.0
"""Board units in which a free place is looked for; some three hundred notes lie in as much."""
MOST_SETTLED = 1_000
"""Notes that get a place of their own for the sake of one that is captured; to store each takes a fifth of a
millisecond.
"""
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
    board = the_board(reader, board_id)
    notes = [note for theme in board.themes for note in theme.notes]
    loose: list[uuid.UUID] = []
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
        groups, loose = _grouped(board)
    return arrange_notes(in_groups(groups, 24.0, 24.0, loose), how)


def duplicating(reader: Reader, board_id: uuid.UUID, note_ids: Iterable[uuid.UUID]) -> Change:
    """Make a copy of each note in a free place beside it, in no frame but that of its theme. It stays said by whom it
    was: what they agreed to, or take back one day, holds for their words wherever these stand.
    """
    board = the_board(reader, board_id)
    places = places_on(board)
    themes = {note.id: note.theme_id for theme in board.themes for note in theme.notes}
    frames = _frames((themes[one], place) for one, place in places.items())
    free = {
        theme: Free(places.values(), (rect for other, rect in frames.items() if other != theme))
        for theme in set(themes.values())
    }
    copies: list[dict[str, Value]] = []
    for note_id in note_ids:
        note = reader.get(Note, note_id)
        if note is None:
            continue
        x, y = free[themes[note_id]].near(places[note_id])
        for others in free.values():
            others.take((x, y))
        values: dict[str, Value] = {name: getattr(note, name) for name in shapes()["note"].columns}
        copies.append(values | {"x": x, "y": y, "position": note.position + 0.5})
    return duplicate_notes(copies)


def place_after(reader: Reader, board_id: uuid.UUID, near: Place) -> tuple[Place, dict[uuid.UUID, Place]]:
    """Where a note captured on the wall falls, after the one at `near` and in no frame; and the places of notes that
    had none of their own, so that nothing else moves. Where so many have none that nobody would want to wait until
    they are stored, the new one has none either.
    """
    places, settled_too = places_after(reader, board_id, near, 1)
    return (places[0] if places else NOWHERE), settled_too


def places_after(
    reader: Reader, board_id: uuid.UUID, near: Place | None, count: int, theme_id: uuid.UUID | None = None
) -> tuple[list[Place], dict[uuid.UUID, Place]]:
    """Where so many new notes fall, one after another as with `place_after`; in the frame of a theme when they go in
    it. Without `near` that is after the last note that has a place, and nowhere when none has.
    """
    near = near or _last_laid(reader, board_id)
    unlaid = reader.count(Note, _note.c.board_id == board_id) - reader.count(Note, *_laid_on(board_id))
    if near is None or unlaid > MOST_SETTLED:
        return [], {}
    settle = _unsettled_but(reader, board_id, ()) if unlaid else {}
    if not settle and not reader.count(Note, _note.c.board_id == board_id):
        near = FIRST
    free = _free_around(reader, board_id, near, settle, theme_id)
    places: list[Place] = []
    for _ in range(count):
        near = free.after(near)
        places.append(near)
    return places, settle


def gathering(
    reader: Reader, board_id: uuid.UUID, note_ids: Sequence[uuid.UUID], theme_id: uuid.UUID | None
) -> tuple[dict[uuid.UUID, Place], dict[uuid.UUID, Place]]:
    """New places for notes that are put in a theme, or in none: side by side, near the notes of the theme, or near
    where the first lies; and the places of notes that had none of their own. Both are empty on a board that nobody has
    laid anything on, because that lays itself.
    """
    board = the_board(reader, board_id)
    every = {note.id: note for theme in board.themes for note in theme.notes}
    chosen = [one for one in note_ids if one in every]
    if all(note.place == NOWHERE for note in every.values()) or not chosen:
        return {}, {}
    places, moved = places_on(board), set(chosen)
    settle = {one: places[one] for one, note in every.items() if note.place == NOWHERE and one not in moved}
    stay = [places[one] for one in every if one not in moved]
    frames = _frames((note.theme_id, places[note.id]) for note in every.values() if note.id not in moved)
    own = [places[one] for one, note in every.items() if theme_id and note.theme_id == theme_id and one not in moved]
    others = [rect for group, rect in frames.items() if group != theme_id]
    free = Free(stay, others)
    if own:
        return {one: free.after(own[-1]) for one in chosen}, settle
    if theme_id is None:
        return {one: free.near(places[one]) for one in chosen}, settle
    corner = free.block(len(chosen), places[chosen[0]])
    return grid(chosen, *corner, columns_for(len(chosen))), settle


def free_place(reader: Reader, board_id: uuid.UUID, near: Place | None = None) -> Place:
    """Where a new note falls: the free place next to a point of the board, or else next to its last note, and in no
    frame; nowhere in particular on a board that nobody has arranged.
    """
    last = _last_laid(reader, board_id)
    if not last:
        return NOWHERE
    return _free_around(reader, board_id, near or last, {}, None).near(near or last)


def _last_laid(reader: Reader, board_id: uuid.UUID) -> Place | None:
    """Where the last note lies that has a place of its own."""
    query = sa.select(_note.c.x, _note.c.y).where(*_laid_on(board_id)).order_by(_note.c.position.desc()).limit(1)
    return next(((x, y) for x, y in reader.rows(query)), None)


def _laid_on(board_id: uuid.UUID) -> tuple[sa.ColumnElement[bool], ...]:
    """Notes of a board that have a place of their own; see `arrange.laid_at`."""
    near = (axis.between(-FARTHEST, FARTHEST) for axis in (_note.c.x, _note.c.y))
    return _note.c.board_id == board_id, sa.or_(_note.c.x != 0, _note.c.y != 0), *near


def _free_around(
    reader: Reader,
    board_id: uuid.UUID,
    near: Place,
    settle: Mapping[uuid.UUID, Place],
    theme_id: uuid.UUID | None,
) -> Free:
    """The free places around a point of the board, outside of all frames but one theme's."""
    x, y = near
    around = (_note.c.x.between(x - _AROUND, x + _AROUND), _note.c.y.between(y - _AROUND, y + _AROUND))
    query = sa.select(_note.c.id, _note.c.theme_id, _note.c.x, _note.c.y).where(_note.c.board_id == board_id)
    query = query if settle else query.where(*around)
    laid = [(theme_id, settle.get(note_id, (left, top))) for note_id, theme_id, left, top in reader.rows(query)]
    frames = _frames(laid)
    return Free([place for _, place in laid], [rect for one, rect in frames.items() if one != theme_id])


def _frames(laid: Iterable[tuple[uuid.UUID | None, Place]]) -> dict[uuid.UUID, Rect]:
    groups: dict[uuid.UUID, list[Place]] = {}
    for theme_id, place in laid:
        if theme_id:
            groups.setdefault(theme_id, []).append(place)
    return {theme_id: frame_around(places) for theme_id, places in groups.items()}


def the_board(reader: Reader, board_id: uuid.UUID) -> Outline:
    """The board with all its notes. Raises NotFound."""
    found = outline(reader, board_id)
    if found is None:
        raise NotFound("This board is gone. Choose another one.")
    return found


def places_on(board: Outline) -> dict[uuid.UUID, Place]:
    """Where each note of a board is seen."""
    groups, loose = _grouped(board)
    return settled(groups, {note.id: note.place for theme in board.themes for note in theme.notes}, loose)


def _grouped(board: Outline) -> tuple[list[list[uuid.UUID]], list[uuid.UUID]]:
    """The notes of each theme, and those of none."""
    groups = [[note.id for note in theme.notes] for theme in board.themes if theme.id]
    return groups, [note.id for theme in board.themes if theme.id is None for note in theme.notes]


def _unsettled_but(reader: Reader, board_id: uuid.UUID, note_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Place]:
    """The notes that have no place of their own, but for some, and where they are seen."""
    board, but = the_board(reader, board_id), set(note_ids)
    places = places_on(board)
    nowhere = [note.id for theme in board.themes for note in theme.notes if note.place == NOWHERE]
    return {one: places[one] for one in nowhere if one not in but}
