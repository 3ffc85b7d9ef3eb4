"""Gestures on the wall of a board: laying notes somewhere, arranging them, making copies."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Edit, Insert, Set, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.domain.arrange import Place


def lay_notes(
    places: Mapping[uuid.UUID, Place],
    themes: Mapping[uuid.UUID, uuid.UUID | None],
    others: Mapping[uuid.UUID, Place],
) -> Change:
    """Lay notes at new places, in board units, and put some of them in other themes or in none. `others` are notes that
    had no place of their own yet: they stay where they were seen.
    """
    edits: list[Edit] = [Set("note", one, _laid(place) | _in(one, themes)) for one, place in places.items()]
    edits += [Set("note", one, _laid(place)) for one, place in others.items()]
    return Change("notes-move", tuple(edits), {"notes": len(places)})


def laying_too(change: Change, places: Mapping[uuid.UUID, Place]) -> Change:
    """The same Change, which also lays notes at these places."""
    edits = tuple(Set("note", one, _laid(place)) for one, place in places.items())
    return replace(change, edits=(*change.edits, *edits))


def falling(change: Change, places: Sequence[Place], theme_id: uuid.UUID | None = None) -> Change:
    """The same Change, whose new notes fall at these places in their order, in a theme; without places it stays as it
    is.
    """
    left = iter(places)
    edits = [
        replace(edit, values={**edit.values, **_laid(place), "theme_id": theme_id})
        if isinstance(edit, Insert) and edit.table == "note" and (place := next(left, None))
        else edit
        for edit in change.edits
    ]
    return replace(change, edits=tuple(edits))


def arrange_notes(places: Mapping[uuid.UUID, Place], how: str) -> Change:
    """Lay all notes of a board anew: `how` is grid, theme, colour, votes, stack or shuffle."""
    edits = tuple(Set("note", one, _laid(place)) for one, place in places.items())
    return Change("notes-arrange", edits, {"notes": len(edits), "how": how})


def duplicate_notes(copies: Iterable[Mapping[str, Value]]) -> Change:
    """Make notes that say the same as others, one for each set of values."""
    edits = tuple(Insert("note", uuid.uuid4(), values) for values in copies)
    return Change("notes-duplicate", edits, {"notes": len(edits)})


def _laid(place: Place) -> dict[str, Value]:
    return {"x": place[0], "y": place[1]}


def _in(note_id: uuid.UUID, themes: Mapping[uuid.UUID, uuid.UUID | None]) -> dict[str, Value]:
    return {"theme_id": themes[note_id]} if note_id in themes else {}
