"""Small papers that are cut apart: several on a sheet, each laid out as on a paper of its own, with lines to cut by."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.sheet import Box, Paper
from facilitator.pdf import words
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.look import GREY, SMALLEST
from facilitator.pdf.documents.session_page import draw_footer, draw_page
from facilitator.pdf.documents.surface import Surface, height
from facilitator.pdf.pen import MM
from facilitator.pdf.text.phrase import alone

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock

EDGE = 10.0
"""Millimetres above the papers, where a printer prints nothing."""

FOOT, LARGE_FOOT = 20.0, 29.0
"""Below them, for what the sheet is and when it was printed; and in large print."""

MARGIN = 9.0
_NUMBER_UP, _ABOVE_NUMBER = 2.0, 0.5
"""Millimetres below the number of a paper, and between it and the words above."""

_LINE = 0.2
_DASHES = (1.2, 1.6)


@dataclass(frozen=True, slots=True)
class Cut:
    """How a sheet is cut: rows of one height, each into the same columns, whose widths are `shares` of the whole."""

    shares: tuple[float, ...]
    rows: int

    def boxes(self, edition: Edition) -> list[Box]:
        """Where the papers are, in rows from the top."""
        paper, foot = edition.drawn.paper, LARGE_FOOT if edition.large else FOOT
        tall, unit = (paper.height - EDGE - foot) / self.rows, paper.width / sum(self.shares)
        lefts = [unit * sum(self.shares[:column]) for column in range(len(self.shares))]
        return [
            Box(left, EDGE + row * tall, unit * share, tall)
            for row in range(self.rows)
            for left, share in zip(lefts, self.shares, strict=True)
        ]

    def flow(self, edition: Edition, column: int = 0) -> Flow:
        """A flow over a paper of a column, and over another where it is too small."""
        box = self.boxes(edition)[column]
        small = replace(edition, paper=Paper("cut", box.width, box.height, MARGIN))
        number = height(_number(Flow(small), 1, 2))
        return Flow(small, top=MARGIN, bottom=max(MARGIN, number + _NUMBER_UP + _ABOVE_NUMBER))


def roomy(shares: tuple[float, ...], most: int, lay_out: Callable[[Cut], Sequence[Flow]]) -> Cut:
    """The cut into at most so many rows at which each paper holds what `lay_out` puts on it, or one row where none
    does.
    """
    cuts = [Cut(shares, rows) for rows in range(most, 0, -1)]
    return next((cut for cut in cuts if all(len(flow.pages) == 1 for flow in lay_out(cut))), cuts[-1])


class CutSheets:
    """The pages of some flows, so many on a sheet, in the order of the flows."""

    warnings: tuple[str, ...] = ()

    def __init__(self, title: str, edition: Edition, flows: Sequence[Flow], cut: Cut, footer: str) -> None:
        self.title = title
        self.edition = edition
        self._pages = [(flow, number) for flow in flows for number in range(1, len(flow.pages) + 1)]
        self._boxes = cut.boxes(edition)
        self._footer = footer
        self.page_count = -(-len(self._pages) // len(self._boxes))

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one sheet."""
        first = (number - 1) * len(self._boxes)
        for (flow, page), box in zip(self._pages[first:], self._boxes, strict=False):
            with part(surface, flow.edition, box) as small:
                draw_page(flow, page, small)
                _draw_number(flow, page, small)
        draw_cuts(surface, self._boxes)
        page_of = surface.said(words.PAGE, page=number, pages=self.page_count)
        draw_footer(surface, self._footer, page_of)


@contextmanager
def part(surface: Surface, edition: Edition, box: Box) -> Generator[Surface]:
    """A part of a page as a surface of its own; the first column stands where the page begins to be read."""
    raw: Any = surface.canvas
    left = surface.paper.width - box.right if edition.said.rtl else box.x
    raw.saveState()
    raw.translate(left * MM, (surface.paper.height - box.bottom) * MM)
    yield surface.part(edition)
    raw.restoreState()


def draw_cuts(surface: Surface, boxes: Sequence[Box]) -> None:
    """Dashed lines to cut by, around papers that lie edge to edge."""
    across = sorted({y for box in boxes for y in (box.y, box.bottom)})
    down = sorted({x for box in boxes for x in (box.x, box.right)} - {0.0, surface.paper.width})
    down = [x for x in down if 0.5 < x < surface.paper.width - 0.5]
    with surface.pen.path(stroke=GREY, width=_LINE, dashes=_DASHES) as path:
        for y in across:
            path.line(0.0, y, surface.paper.width, y)
        for x in down:
            path.line(x, across[0], x, across[-1])


def _draw_number(flow: Flow, page: int, surface: Surface) -> None:
    """Which of several papers of one flow this is."""
    if len(flow.pages) < 2:
        return
    block = _number(flow, page, len(flow.pages))
    with surface.artefact():
        surface.place(block, flow.left, surface.paper.height - _NUMBER_UP - height(block))


def _number(flow: Flow, page: int, pages: int) -> TextBlock:
    """In the main language alone, as that of a page."""
    words = alone(flow.said("{page} of {pages}", page=page, pages=pages))
    return flow.block(words, flow.edition.quiet(SMALLEST, "end"), flow.width)
