"""A picture of who knows whom: shapes around an oval, a curve for each two who know each other, names at both sides.

Drawn by our own pen, with names in any script. What is new is dark and thick, what was there before pale and thin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.network import ring, spread
from facilitator.domain.sheet import Box
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.group_marks import draw_group
from facilitator.pdf.documents.look import INK, RULE, TEAL
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import text_width

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from facilitator.domain.network import Spot
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.pen import Pen
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle
    from facilitator.workshop.queries.after_values import MapPerson

    Links = Collection[frozenset[int]]

_SHAPE = 3.4
_NAMES, _MOST_NAMES = 0.19, 0.3
"""The share of the width the names take at each side, and how much it may be where they are longer or larger."""

_LEADER, _BETWEEN = 6.0, 0.8
_PULL = 0.42
"""How far a curve is drawn to the middle: 0 is straight, 1 all the way."""

_THIN, _THICK = 0.18, 0.32
_PALE = (0.5, 0.5, 0.5)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, and where it is written: its left edge and top."""

    block: TextBlock
    x: float
    y: float
    person: int


class NetworkPicture:
    """The people of a map in a box `width` by `tall` millimetres, placed by all their links; those to show are given
    when it is drawn. `has_names` is False where there is no room for every name, and then there is none.
    """

    def __init__(
        self,
        people: Sequence[MapPerson],
        links: Collection[frozenset[int]],
        width: float,
        tall: float,
        edition: Edition,
    ) -> None:
        self.tall = tall
        self._people = people
        self._side = max(width * _NAMES, min(width * _MOST_NAMES, _longest(people, edition)))
        wide, high = width - 2 * (self._side + _LEADER), tall - 2 * _SHAPE
        groups = [[n for n, one in enumerate(people) if one.group == group] for group in dict.fromkeys(_groups(people))]
        spots = ring(groups, links, high / wide)
        left, top = self._side + _LEADER, _SHAPE
        self._at = {key: (left + spot.x * wide, top + spot.y * wide) for key, spot in spots.items()}
        self._middle = (left + wide / 2, top + high / 2)
        self._names: list[_Name] = []
        self.has_names = True
        for side in (-1, 1):
            self._write(side, spots, width, tall, edition)

    def draw(
        self,
        surface: Surface,
        left: float,
        top: float,
        old: Collection[frozenset[int]],
        new: Collection[frozenset[int]],
    ) -> None:
        """Draw it with its upper left corner there, old links pale and new ones dark above them."""
        pen = surface.pen
        for links, colour, width in ((old, _PALE, _THIN), (new, TEAL, _THICK)):
            with pen.path(stroke=colour, width=width) as path:
                for one, other in sorted(map(sorted, links)):
                    path.curve(*self._curve(one, other, left, top))
        for name in self._names:
            self._lead(pen, name, left, top)
        for person, (x, y) in self._at.items():
            box = Box(left + x - _SHAPE / 2, top + y - _SHAPE / 2, _SHAPE, _SHAPE)
            with pen.path(fill=(1.0, 1.0, 1.0)) as path:
                path.dot(left + x, top + y, _SHAPE * 0.62)
            draw_person(pen, self._people[person].group, box)
        for name in self._names:
            surface.place(name.block, left + name.x, top + name.y)

    def _write(self, side: int, spots: dict[int, Spot], width: float, tall: float, edition: Edition) -> None:
        """The names of one side, each at the height of its shape, or as near as there is room."""
        here = sorted((key for key, spot in spots.items() if spot.side == side), key=lambda key: self._at[key][1])
        if not here:
            return
        style = _style(edition)
        line = height(fit("A", style, self._side, tall, edition).block)
        room = tall / len(here)
        least = line * edition.smallest / style.size
        if room < least or not self.has_names:
            self.has_names = False
            self._names = []
            return
        blocks = self._blocks(here, (3 * line, 2 * line), tall, edition)
        rooms = [height(block) + _BETWEEN for block in blocks]
        middles = spread([self._at[key][1] for key in here], rooms, -_BETWEEN / 2, tall + _BETWEEN / 2)
        for key, block, middle in zip(here, blocks, middles, strict=True):
            wide = block.natural_width / MM
            x = width - self._side if side == 1 else self._side - wide
            self._names.append(_Name(snug(block), x, middle - height(block) / 2, key))

    def _blocks(self, here: Sequence[int], tries: Sequence[float], tall: float, edition: Edition) -> list[TextBlock]:
        """Their names, each as high as the first of some heights at which there is room for all, in millimetres; or
        else as high as its share of the side.
        """

        def at_most(each: float) -> list[TextBlock]:
            style = _style(edition)
            return [fit(self._people[key].name, style, self._side, each, edition).block for key in here]

        tried = (at_most(each) for each in tries)
        fitting = (one for one in tried if sum(height(block) + _BETWEEN for block in one) <= tall + _BETWEEN)
        return next(fitting, None) or at_most(tall / len(here))

    def _curve(
        self, one: int, other: int, left: float, top: float
    ) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]:
        ends = [(left + self._at[key][0], top + self._at[key][1]) for key in (one, other)]
        middle = (left + self._middle[0], top + self._middle[1])
        first, second = ((x + (middle[0] - x) * _PULL, y + (middle[1] - y) * _PULL) for x, y in ends)
        return ends[0], first, second, ends[1]

    def _lead(self, pen: Pen, name: _Name, left: float, top: float) -> None:
        """The thin line from a shape to its name."""
        x, y = self._at[name.person]
        onto_right = name.x > x
        end = name.x - 1.0 if onto_right else name.x + name.block.natural_width / MM + 1.0
        with pen.path(stroke=RULE, width=0.12) as path:
            path.line(left + x, top + y, left + end, top + name.y + height(name.block) / 2)


def _style(edition: Edition) -> TextStyle:
    return edition.plain(9.5, "start")


def _longest(people: Sequence[MapPerson], edition: Edition) -> float:
    """How much room the longest name takes, in millimetres."""
    return max((text_width(one.name, _style(edition), edition.fonts) / MM for one in people), default=0.0)


def draw_person(pen: Pen, group: str, box: Box) -> None:
    """The shape of somebody's group; a cross for no group, so that nobody is without one."""
    if group:
        draw_group(pen, group, box)
        return
    with pen.path(stroke=INK, width=0.5) as path:
        path.line(box.x, box.y, box.right, box.bottom)
        path.line(box.x, box.bottom, box.right, box.y)


def draw_line_key(pen: Pen, x: float, y: float, *, new: bool) -> None:
    """A piece of line as it is drawn on the map."""
    with pen.path(stroke=TEAL if new else _PALE, width=_THICK if new else _THIN) as path:
        path.line(x, y, x + 9.0, y)


def _groups(people: Sequence[MapPerson]) -> list[str]:
    return [person.group for person in people]
