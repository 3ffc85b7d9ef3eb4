"""The parts every readable form is made of: sheets of paper, and what stands on them.

Sizes of markers, codes and boxes are those that survived photographs by a telephone (design.md, Paper in).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

GEOMETRY = 1
"""The number of this geometry. It is printed in every code, so that sheets on paper outlive a redesign."""

MARKER = 12.0
CODE = 16.0
BOX = 5.0
LINE = 0.3
PITCH = 9.0
"""The least distance from the middle of one box to the middle of the next."""

GAP = 4.0

Kind = Literal["ballot", "feedback"]
Method = Literal["agree", "dots"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper, upright: width and height in millimetres, and how far from its sides the words begin.

    With `enlarged_from`, everything on it is that paper's, `scale` times as large.
    """

    name: str
    width: float
    height: float
    margin: float
    enlarged_from: str = ""
    scale: float = 1.0

    @property
    def drawn(self) -> Paper:
        """The paper its pages are worked out for, before they are enlarged."""
        return PAPERS[self.enlarged_from] if self.enlarged_from else self


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("A4", 210.0, 297.0, 18.0),
        Paper("A5", 148.0, 210.0, 13.0),
        Paper("A3", 297.0, 420.0, 18.0 * 420 / 297, "A4", 420 / 297),
        Paper("letter", 215.9, 279.4, 18.0),
    )
}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres from the top-left of the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, by: float) -> Box:
        """The same box with `by` millimetres taken off each side."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def holds(self, other: Box) -> bool:
        """Whether the other box lies within this one."""
        slack = 1e-6
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Box) -> bool:
        """Whether the two have any room in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Large:
    """How much room a form in large print has for words, in lines of it: in its head; for each option of a ballot, or
    each heading and choice of a feedback form; for the word of each box of a ballot; and for what is said at the end of
    a ballot, or asked in the last frame of a feedback form. `draft`: the mark of one stands above it all.

    Whoever prints it counts the words. Whoever reads it tries these few numbers: a page's code is sealed with them.
    """

    head: int = 1
    words: int = 1
    answers: int = 1
    end: int = 1
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a form's geometry depends on. `rows` are the places of the options printed (1 is A), in order; `dots`
    counts the circles of a row; `large` is None but in large print.
    """

    kind: Kind
    paper: str = "A4"
    method: Method = "agree"
    dots: int = 0
    rows: tuple[int, ...] = ()
    mirrored: bool = False
    large: Large | None = None

    def key(self) -> bytes:
        """The shape as bytes, for the seal on every printed page."""
        rows = ",".join(map(str, self.rows))
        said = f"{GEOMETRY}|{self.kind}|{self.paper}|{self.method}|{self.dots}|{rows}|{int(self.mirrored)}"
        if self.large:  # what was printed before there was large print keeps its seal
            one = self.large
            said += f"|{one.head}|{one.words}|{one.answers}|{one.end}|{int(one.draft)}"
        return said.encode("ascii")


@dataclass(frozen=True, slots=True)
class Tick:
    """A box or circle to fill: the field it belongs to (`option-3`, `perspective`), the value it stands for, and where
    it is.
    """

    field: str
    value: str
    box: Box
    round: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A frame to write in by hand."""

    field: str
    box: Box


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option: its place, and the boxes for its letter, its words and its ticks. `names` are the boxes for the word
    of each tick, where these do not stand over a column.
    """

    place: int
    box: Box
    letter: Box
    words: Box
    ticks: tuple[Tick, ...]
    names: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One printed page. `labels` are the boxes for our own words, by name; `markers` by ArUco id, clockwise from the
    top-left corner.
    """

    number: int
    of: int
    paper: Paper
    markers: dict[int, Box]
    codes: tuple[Box, Box]
    labels: dict[str, Box]
    rows: tuple[OptionRow, ...]
    loose_ticks: tuple[Tick, ...]
    areas: tuple[Area, ...]

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Every box and circle of the page, in reading order."""
        return tuple(tick for row in self.rows for tick in row.ticks) + self.loose_ticks


def across(paper: Paper, y: float, height: float) -> Box:
    """A box from margin to margin."""
    return Box(paper.margin, y, paper.width - 2 * paper.margin, height)


def mirror(made: Page) -> Page:
    """Everything but the markers and codes on the other side; the words in a box keep their own direction."""

    def flip(box: Box) -> Box:
        return replace(box, x=made.paper.width - box.right)

    return replace(_with_boxes(made, flip), markers=made.markers, codes=made.codes)


def enlarge(made: Page, paper: Paper) -> Page:
    """The same page on a larger sheet."""

    def grow(box: Box) -> Box:
        return Box(*(length * paper.scale for length in (box.x, box.y, box.width, box.height)))

    return replace(_with_boxes(made, grow), paper=paper)


def _with_boxes(made: Page, move: Callable[[Box], Box]) -> Page:
    def tick(one: Tick) -> Tick:
        return replace(one, box=move(one.box))

    def row(one: OptionRow) -> OptionRow:
        ticks = tuple(map(tick, one.ticks))
        names = tuple(map(move, one.names))
        return replace(one, box=move(one.box), letter=move(one.letter), words=move(one.words), ticks=ticks, names=names)

    top, bottom = made.codes
    return replace(
        made,
        markers={number: move(box) for number, box in made.markers.items()},
        codes=(move(top), move(bottom)),
        labels={name: move(box) for name, box in made.labels.items()},
        rows=tuple(map(row, made.rows)),
        loose_ticks=tuple(map(tick, made.loose_ticks)),
        areas=tuple(replace(area, box=move(area.box)) for area in made.areas),
    )
