"""One page being drawn: lines by the pen, text in blocks, all in millimetres from the top-left corner.

All text says what it is to somebody who cannot see the page (ISO 14289-1): it stands in a `tag`, or is an `artefact`.
Lines and shapes are artefacts by themselves, but in a `figure`.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from typing import TYPE_CHECKING, Any

from facilitator.pdf.pen import MM, Pen
from facilitator.pdf.text.paragraph import TextBlock, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from facilitator.domain.sheet import Box
    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.tags.element import Element
    from facilitator.pdf.text.style import Span, TextStyle


class Surface:
    """Where one document of a file draws. Knows what it is printed for."""

    def __init__(self, canvas: PlainCanvas, edition: Edition, document: int = 0) -> None:
        self.canvas = canvas
        self.edition = edition
        self.paper = edition.paper
        self.fonts = edition.fonts
        self.said = edition.said
        self.pen = Pen(canvas, self.paper.height)
        self._document = document

    def part(self, edition: Edition) -> Surface:
        """A smaller paper on this page, whose lower left corner the canvas has been moved to."""
        small = copy(self)
        small.edition, small.paper = edition, edition.paper
        small.pen = Pen(self.canvas, edition.paper.height)
        return small

    def stamp(self, name: str, draw: Callable[[], None]) -> None:
        """Draw what many pages of the document share: stored once, as a form XObject (ISO 32000-1, 8.10)."""
        canvas: Any = self.canvas
        name = f"{self._document}-{name}"
        if not canvas.hasForm(name):
            canvas.beginForm(name)
            draw()
            canvas.endForm()
        canvas.doForm(name)

    @contextmanager
    def tag(self, role: str, *, lang: str | None = None, alt: str | None = None) -> Generator[None]:
        """What is written meanwhile is a "P", or an "L" of "LI" with an "LBody", a "Table" of "TR" with "TH" and "TD".

        They nest. `lang` is a BCP 47 tag where it is not the document's.
        """
        yield

    def adopt(self, element: Element) -> None:
        """What follows on this and later pages is drawn inside this element."""

    @contextmanager
    def inside(self, element: Element) -> Generator[None]:
        """What is written meanwhile belongs to an element that is there already."""
        yield

    @contextmanager
    def heading(self, level: int) -> Generator[None]:
        """What is written meanwhile is a heading of this level: 1 for the document's title, then no level left out."""
        yield

    @contextmanager
    def figure(self, alt: str) -> Generator[None]:
        """What is drawn or written meanwhile is one picture, of which `alt` tells what it shows."""
        yield

    @contextmanager
    def artefact(self) -> Generator[None]:
        """What is written meanwhile is nothing of the document: a footer, a repeated heading."""
        yield

    def place(self, block: TextBlock, x: float, y: float) -> None:
        """Draw a block of text with its top-left corner there."""
        block.draw(self.canvas, x * MM, (self.paper.height - y) * MM)

    def write(self, text: str | Sequence[Span], style: TextStyle, box: Box) -> None:
        """Lay text out across a box, from its top. Only for words of ours that are known to fit."""
        self.place(lay_out(text, style, box.width * MM, self.fonts), box.x, box.y)


def height(block: TextBlock) -> float:
    """A block's height in millimetres."""
    return block.height / MM


def standing_in(block: TextBlock, box: Box) -> float:
    """The y at which a block stands in the middle of a box's height."""
    return box.y + (box.height - height(block)) / 2
