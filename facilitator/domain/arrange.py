"""Where notes lie on a board. All lengths are board units: at a zoom of 1 one of them is one logical pixel.

A note that was never laid anywhere has the place (0, 0); until somebody moves it, it lies where these functions say,
the same on every laptop and on paper.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

Place = tuple[float, float]

NOTE_WIDTH, NOTE_HEIGHT = 152.0, 124.0
GAP = 12.0
FRAME_PAD = 16.0
FRAME_HEAD = 34.0  # for the theme's name
BETWEEN_FRAMES = 40.0
STACKED = 14.0
NOWHERE = (0.0, 0.0)
_ACROSS, _DOWN = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP
_WIDE = 1.7  # a board is about as much wider than tall as a screen

K = TypeVar("K", bound="Hashable")


def columns_for(count: int) -> int:
    """How many notes stand beside one another when `count` notes are to fill a shape like a screen."""
    return max(1, math.ceil(math.sqrt(count * _WIDE * _DOWN / _ACROSS)))


def grid(keys: Sequence[K], left: float, top: float, columns: int) -> dict[K, Place]:
    """Notes in rows of so many, from a corner on."""
    return {key: (left + at % columns * _ACROSS, top + at // columns * _DOWN) for at, key in enumerate(keys)}


def in_groups(groups: Iterable[Sequence[K]], left: float, top: float) -> dict[K, Place]:
    """Groups side by side, each a grid with room for a frame and its name around it, in rows that fill a shape like a
    screen best. An empty group takes no room.
    """
    filled = [group for group in groups if group]
    sizes = [_frame_size(len(group)) for group in filled]
    widths = [sum(width + BETWEEN_FRAMES for width, _ in sizes[:count]) for count in range(1, len(sizes) + 1)]
    corners = min((_in_rows(sizes, width) for width in widths), key=_fits_badly) if sizes else []
    places: dict[K, Place] = {}
    for group, (x, y) in zip(filled, corners, strict=False):
        places |= grid(group, left + x + FRAME_PAD, top + y + FRAME_HEAD, columns_for(len(group)))
    return places


def stacked(keys: Sequence[K], left: float, top: float) -> dict[K, Place]:
    """Notes on top of one another, each showing a strip of the one below."""
    return {key: (left + at * STACKED, top + at * STACKED) for at, key in enumerate(keys)}


def frame_around(places: Iterable[Place]) -> tuple[float, float, float, float]:
    """Left, top, width and height of the frame around a theme's notes; there must be one at least."""
    every = list(places)
    left, top = min(x for x, _ in every) - FRAME_PAD, min(y for _, y in every) - FRAME_HEAD
    right, bottom = max(x for x, _ in every) + NOTE_WIDTH, max(y for _, y in every) + NOTE_HEIGHT
    return left, top, right + FRAME_PAD - left, bottom + FRAME_PAD - top


class Free:
    """Finds places where no note lies, near where one would like to be."""

    def __init__(self, taken: Iterable[Place]) -> None:
        self._cells: dict[tuple[int, int], list[Place]] = {}
        for place in taken:
            self._take(place)

    def near(self, wish: Place) -> Place:
        """The nearest free place on the grid that goes through the wished one: there, then to its right, below, and so
        on outwards. The place is taken from then on.
        """
        for ring in range(1_000):
            for across, down in _ring(ring):
                place = (wish[0] + across * _ACROSS, wish[1] + down * _DOWN)
                if place != NOWHERE and self._is_free(place):
                    self._take(place)
                    return place
        return wish

    def _take(self, place: Place) -> None:
        self._cells.setdefault(_cell(place), []).append(place)

    def _is_free(self, place: Place) -> bool:
        column, line = _cell(place)
        near = (self._cells.get((column + a, line + b), ()) for a in (-1, 0, 1) for b in (-1, 0, 1))
        return not any(
            abs(x - place[0]) < NOTE_WIDTH and abs(y - place[1]) < NOTE_HEIGHT for cell in near for x, y in cell
        )


def settled(groups: Sequence[Sequence[K]], places: Mapping[K, Place]) -> dict[K, Place]:
    """A place for every note of a board, group by group (the themes, then the notes of none): its own where it has
    one, else beside its group, else as if nobody had laid anything yet.
    """
    laid = {key: place for key, place in places.items() if place != NOWHERE}
    if not laid:
        return in_groups(groups, GAP, GAP)
    free = Free(laid.values())
    low = max(y for _, y in laid.values()) + _DOWN + FRAME_HEAD
    left = min(x for x, _ in laid.values())
    found = dict(laid)
    for group in groups:
        beside = next((laid[key] for key in reversed(group) if key in laid), (left, low))
        for key in group:
            if key not in found:
                found[key] = beside = free.near(beside)
    return found


def _frame_size(count: int) -> Place:
    columns = columns_for(count)
    across, down = min(count, columns), math.ceil(count / columns)
    return across * _ACROSS - GAP + 2 * FRAME_PAD, down * _DOWN - GAP + FRAME_HEAD + FRAME_PAD


def _in_rows(sizes: Sequence[Place], widest: float) -> list[Place]:
    """The corner of each frame when frames go side by side and a row is at most so wide; a last entry gives the corner
    opposite, of the whole.
    """
    corners: list[Place] = []
    x = y = tallest = right = 0.0
    for width, height in sizes:
        if x and x + width > widest:
            x, y, tallest = 0.0, y + tallest + BETWEEN_FRAMES, 0.0
        corners.append((x, y))
        right, tallest = max(right, x + width), max(tallest, height)
        x += width + BETWEEN_FRAMES
    return [*corners, (right, y + tallest)]


def _fits_badly(corners: Sequence[Place]) -> float:
    width, height = corners[-1]
    return max(width, height * _WIDE)


def _ring(size: int) -> list[tuple[int, int]]:
    """The cells so many steps away, those to the right and below first, because people read and add that way."""
    if size == 0:
        return [(0, 0)]
    cells = [(a, b) for a in range(-size, size + 1) for b in range(-size, size + 1) if max(abs(a), abs(b)) == size]
    return sorted(cells, key=lambda cell: (cell[1] < 0, cell[0] < 0, abs(cell[1]), abs(cell[0])))


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place[0] / NOTE_WIDTH), math.floor(place[1] / NOTE_HEIGHT)
