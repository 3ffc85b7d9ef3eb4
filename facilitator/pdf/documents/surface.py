"""One page being drawn: lines by the pen, text in blocks, all in millimetres from the top-left corner.

All text says what it is to somebody who cannot see the page (ISO 14289-1): it stands in a `tag`, or is an `artefact`.
Lines and shapes are artefacts by themselves, but in a `figure`.

In a language that runs from right to left the whole page is mirrored: what a document draws at the left comes to stand
at the right. Each text keeps its own direction within its box.
"""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.pdf.pen import MM, Pen
from facilitator.pdf.text.paragraph import TextBlock, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from facilitator.domain.sheet import Box
    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.photographs import Photograph
    from facilitator.pdf.tags.element import Element
    from facilitator.pdf.tags.recording import Recording
    from facilitator.pdf.text.style import Span, TextStyle


class Surface:
    """Where one document of a file draws. Knows what it is printed for."""

    def __init__(self, canvas: PlainCanvas, edition: Edition, title: str, document: int = 0) -> None:
        self.canvas = canvas
        self.edition = edition
        self.paper = edition.paper
        self.fonts = edition.fonts
        self.said = edition.said
        self._mirrored = edition.said.rtl
        self.pen = self._new_pen()
        self.whole = canvas.part(title)
        """The element that holds the whole document."""

        self._document = document
        self._stamps: dict[str, Recording] = {}

    def part(self, edition: Edition) -> Surface:
        """A smaller paper on this page, whose lower left corner the canvas has been moved to."""
        small = copy(self)
        small.edition, small.paper = edition, edition.paper
        small.pen = small._new_pen()  # noqa: SLF001 (it is one of us)
        return small

    @property
    def as_it_stands(self) -> Surface:
        """The same page never mirrored, for what has a left and a right of its own: a wall, a code, a photograph."""
        straight = copy(self)
        straight._mirrored = False  # noqa: SLF001 (it is one of us)
        straight.pen = straight._new_pen()  # noqa: SLF001
        return straight

    def as_seen(self, box: Box) -> Box:
        """Where a box comes to stand on the page as it is seen: at the other side of a mirrored one."""
        return replace(box, x=self.paper.width - box.right) if self._mirrored else box

    def stamp(self, name: str, draw: Callable[[], None]) -> None:
        """Draw what many pages of the document share, laid out once."""
        recording = self._stamps.get(name)
        if recording is None:
            recording = self._stamps[name] = self.canvas.recorded(draw)
        self.canvas.play(recording, f"{self._document}-{name}")

    def tag(self, role: str, *, lang: str | None = None, alt: str | None = None) -> AbstractContextManager[None]:
        """What is written meanwhile is a "P", or an "L" of "LI" with an "LBody", a "Table" of "TR" with "TH" and "TD".

        They nest. `lang` is a BCP 47 tag where it is not the document's.
        """
        return self.canvas.tags.tag(role, lang=lang, alt=alt)

    def heading(self, level: int) -> AbstractContextManager[None]:
        """What is written meanwhile is a heading of this level: 1 for the document's title, then no level left out."""
        return self.tag(f"H{level}")

    def figure(self, alt: str) -> AbstractContextManager[None]:
        """What is drawn or written meanwhile is one picture, of which `alt` tells what it shows."""
        return self.canvas.tags.figure(alt)

    def artefact(self, *, pagination: bool = False) -> AbstractContextManager[None]:
        """What is drawn or written meanwhile is nothing of the document: a repeated heading, or with `pagination` a
        footer.
        """
        return self.canvas.tags.artefact(pagination=pagination)

    def adopt(self, element: Element) -> None:
        """What the document is made of; its pages are drawn `inside` parts of it."""
        self.whole.kids.append(element)

    def inside(self, element: Element) -> AbstractContextManager[None]:
        """What is written meanwhile belongs to an element that is there already."""
        return self.canvas.pages.inside(element)

    def link(self, target: Element) -> AbstractContextManager[None]:
        """What is written meanwhile leads to a heading, on whichever page of the file that is drawn."""
        return self.canvas.pages.link(target)

    def place(self, block: TextBlock, x: float, y: float) -> None:
        """Draw a block of text with its top-left corner there."""
        left = self.paper.width * MM - x * MM - block.width if self._mirrored else x * MM
        block.draw(self.canvas, left, (self.paper.height - y) * MM)

    def show(self, photo: Photograph, box: Box) -> None:
        """Draw a photograph into a box of its proportions, never mirrored itself; in a `figure` or an `artefact`."""
        lower = self.paper.height - box.bottom
        self.canvas.photograph(photo, self.as_seen(box).x * MM, lower * MM, box.width * MM, box.height * MM)

    def write(self, text: str | Sequence[Span], style: TextStyle, box: Box) -> None:
        """Lay text out across a box, from its top. Only for words of ours that are known to fit."""
        self.place(lay_out(text, style, box.width * MM, self.fonts), box.x, box.y)

    def _new_pen(self) -> Pen:
        return Pen(self.canvas, self.paper.height, self.paper.width if self._mirrored else None)


def height(block: TextBlock) -> float:
    """A block's height in millimetres."""
    return block.height / MM


def snug(block: TextBlock) -> TextBlock:
    """The block only as wide as its words, to stand right beside what it belongs to whichever way a page runs."""
    return replace(block, width=block.natural_width)


def standing_in(block: TextBlock, box: Box) -> float:
    """The y at which a block stands in the middle of a box's height."""
    return box.y + (box.height - height(block)) / 2
