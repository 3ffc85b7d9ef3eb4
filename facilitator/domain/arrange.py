"""Where notes lie on a board. All lengths are board units: at a zoom of 1 one of them is one logical pixel.

A note that was never laid anywhere has the place (0, 0); until somebody moves it, it lies where these functions say,
the same on every laptop and on paper.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

Place = tuple[float, float]
Rect = tuple[float, float, float, float]

NOTE_WIDTH, NOTE_HEIGHT = 152.0, 124.0
GAP = 12.0
FRAME_PAD = 16.0
FRAME_HEAD = 34.0  # for the theme's name
BETWEEN_FRAMES = 40.0
STACKED = 14.0
LINE = 8  # notes that are captured beside one another before the next line begins
NOWHERE = (0.0, 0.0)
FARTHEST = 1_000_000.0  # a place beyond it was never meant, and is none
_ACROSS, _DOWN = NOTE_WIDTH + GAP, NOTE_HEIGHT + GAP
_WIDE = 1.7  # a board is about as much wider than tall as a screen

K = TypeVar("K", bound="Hashable")


def laid_at(x: float, y: float) -> Place:
    """A place as it is stored; nowhere when nobody could have laid a note there, as in a file from a stranger."""
    return (x, y) if abs(x) <= FARTHEST and abs(y) <= FARTHEST else NOWHERE


def columns_for(count: int) -> int:
    """How many notes stand beside one another when `count` notes are to fill a shape like a screen."""
    return max(1, math.ceil(math.sqrt(count * _WIDE * _DOWN / _ACROSS)))


def grid(keys: Sequence[K], left: float, top: float, columns: int) -> dict[K, Place]:
    """Notes in rows of so many, from a corner on."""
    return {key: (left + at % columns * _ACROSS, top + at // columns * _DOWN) for at, key in enumerate(keys)}


def in_groups(groups: Iterable[Sequence[K]], left: float, top: float, loose: Sequence[K] = ()) -> dict[K, Place]:
    """Groups side by side, each a grid with room for a frame and its name around it, in rows that fill a shape like a
    screen best. An empty group takes no room. `loose` ones, in no group, lie below them all and as wide.
    """
    filled = [group for group in groups if group]
    sizes = [_frame_size(len(group)) for group in filled]
    widths = [sum(width + BETWEEN_FRAMES for width, _ in sizes[:count]) for count in range(1, len(sizes) + 1)]
    shapes = (_in_rows(sizes, width) for width in widths)
    corners = min(shapes, key=lambda shape: _fits_badly(shape[-1], len(loose))) if sizes else []
    places: dict[K, Place] = {}
    for group, (x, y) in zip(filled, corners, strict=False):
        places |= grid(group, left + x + FRAME_PAD, top + y + FRAME_HEAD, columns_for(len(group)))
    wide, low = corners[-1] if corners else NOWHERE
    below = top + low + BETWEEN_FRAMES + FRAME_HEAD if low else top + FRAME_HEAD
    return places | grid(loose, left + FRAME_PAD, below, _columns_below(wide, len(loose)))


def stacked(keys: Sequence[K], left: float, top: float) -> dict[K, Place]:
    """Notes on top of one another, each showing a strip of the one below."""
    return {key: (left + at * STACKED, top + at * STACKED) for at, key in enumerate(keys)}


def frame_around(places: Iterable[Place]) -> Rect:
    """Left, top, width and height of the frame around a theme's notes; there must be one at least."""
    every = list(places)
    left, top = min(x for x, _ in every) - FRAME_PAD, min(y for _, y in every) - FRAME_HEAD
    right, bottom = max(x for x, _ in every) + NOTE_WIDTH, max(y for _, y in every) + NOTE_HEIGHT
    return left, top, right + FRAME_PAD - left, bottom + FRAME_PAD - top


class Free:
    """Finds places where no note lies, near where one would like to be, and outside of these frames (left, top, width,
    height).
    """

    def __init__(self, taken: Iterable[Place], frames: Iterable[Rect] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Place]] = {}
        self._frames = list(frames)
        for place in taken:
            self.take(place)

    def after(self, last: Place) -> Place:
        """The place where one who lays note after note puts the next: there, or to the right of the last one, or at the
        start of the line below once a line is full. The place is taken from then on.
        """
        x, y = last
        count = 1
        while count < LINE and self._lies_at((x - (count * _ACROSS), y)):
            count += 1
        start = x - (count - 1) * _ACROSS
        beside = [(x + across * _ACROSS, y) for across in range(LINE - count + 1)]
        below = ((start + across * _ACROSS, y + down * _DOWN) for down in range(1, 1_000) for across in range(LINE))
        for place in itertools.chain(beside, below):
            if place != NOWHERE and self._is_free(place):
                self.take(place)
                return place
        return self.near(last)

    def block(self, count: int, wish: Place) -> Place:
        """The nearest corner to a wished one from which so many notes and a frame around them find room side by side;
        nothing is taken.
        """
        columns = columns_for(count)
        cells = [(at % columns * _ACROSS, at // columns * _DOWN) for at in range(count)]
        for ring in range(60):
            for across, down in _ring(ring):
                corner = (wish[0] + across * _ACROSS, wish[1] + down * _DOWN)
                if all(self._is_free((corner[0] + a, corner[1] + d), FRAME_HEAD + GAP) for a, d in cells):
                    return corner
        return wish

    def near(self, wish: Place) -> Place:
        """The nearest free place on the grid that goes through the wished one: there, then to its right, below, and so
        on outwards. The place is taken from then on.
        """
        for ring in range(1_000):
            for across, down in _ring(ring):
                place = (wish[0] + across * _ACROSS, wish[1] + down * _DOWN)
                if place != NOWHERE and self._is_free(place):
                    self.take(place)
                    return place
        return wish

    def take(self, place: Place) -> None:
        """Nothing else falls at this place any more."""
        self._cells.setdefault(_cell(place), []).append(place)

    def _is_free(self, place: Place, room: float = 0.0) -> bool:
        return not self._is_framed(place, room) and not any(
            abs(x - place[0]) < NOTE_WIDTH + room and abs(y - place[1]) < NOTE_HEIGHT + room
            for x, y in self._around(place)
        )

    def _is_framed(self, place: Place, room: float) -> bool:
        x, y = place[0] - room, place[1] - room
        across, down = NOTE_WIDTH + 2 * room, NOTE_HEIGHT + 2 * room
        return any(
            left < x + across and x < left + width and top < y + down and y < top + height
            for left, top, width, height in self._frames
        )

    def _lies_at(self, place: Place) -> bool:
        """Whether a note lies just there, and not in a frame."""
        return not self._is_framed(place, 0.0) and any(
            abs(x - place[0]) < 1 and abs(y - place[1]) < 1 for x, y in self._around(place)
        )

    def _around(self, place: Place) -> Iterable[Place]:
        column, line = _cell(place)
        near = (self._cells.get((column + a, line + b), ()) for a in range(-2, 3) for b in range(-2, 3))
        return itertools.chain.from_iterable(near)


def settled(groups: Sequence[Sequence[K]], places: Mapping[K, Place], loose: Sequence[K] = ()) -> dict[K, Place]:
    """A place for every note of a board, theme by theme and then the `loose` ones of none: its own where it has one,
    else beside its group, else as if nobody had laid anything yet.
    """
    laid = {key: place for key, place in places.items() if place != NOWHERE}
    if not laid:
        return in_groups(groups, GAP, GAP, loose)
    free = Free(laid.values())
    low = max(y for _, y in laid.values()) + _DOWN + FRAME_HEAD
    left = min(x for x, _ in laid.values())
    found = dict(laid)
    for group in (*groups, loose):
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


def _fits_badly(corner: Place, loose: int) -> float:
    """How large a screen must be for frames up to a corner and so many loose notes below them."""
    columns = _columns_below(corner[0], loose)
    down = math.ceil(loose / columns) * _DOWN
    return max(corner[0], min(columns, loose) * _ACROSS, (corner[1] + down) * _WIDE)


def _columns_below(wide: float, loose: int) -> int:
    return max(columns_for(loose), int(wide / _ACROSS))


def _ring(size: int) -> list[tuple[int, int]]:
    """The cells so many steps away, those to the right and below first, because people read and add that way."""
    if size == 0:
        return [(0, 0)]
    cells = [(a, b) for a in range(-size, size + 1) for b in range(-size, size + 1) if max(abs(a), abs(b)) == size]
    return sorted(cells, key=lambda cell: (cell[1] < 0, cell[0] < 0, abs(cell[1]), abs(cell[0])))


def _cell(place: Place) -> tuple[int, int]:
    return math.floor(place[0] / NOTE_WIDTH), math.floor(place[1] / NOTE_HEIGHT)
