"""Pages filled from the top down, laid out before they are drawn so that each can say how many there are.

Lengths are millimetres. What belongs together is kept on one page; only a text longer than a page is ever divided, and
it stays one paragraph to somebody who hears it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from facilitator.pdf.documents.surface import Surface, height
from facilitator.pdf.documents.table import Cell, Column, add_table
from facilitator.pdf.pen import MM
from facilitator.pdf.tags.element import HEADINGS, Element
from facilitator.pdf.text.paragraph import TextBlock, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.style import Span, TextStyle

    Drawing = Callable[[Surface, float], None]
    """Draws a piece of a page; told the surface and the piece's upper edge."""

_SLACK = 0.01
_MARK = 5.0


@dataclass(slots=True)
class Part:
    """A part that a table of contents names. Its heading and that one's page (from 1) are known once it is laid out."""

    name: str
    heading: Element | None = None
    page: int = 0


class Flow:
    """A growing pile of pages."""

    def __init__(self, edition: Edition, *, top: float | None = None, bottom: float | None = None) -> None:
        """Pages with this much left free above and below, or else what the edition needs there."""
        paper = edition.paper
        self.edition = edition
        self.said = edition.said
        self.fonts = edition.fonts
        self.left = paper.margin
        self.width = paper.width - 2 * paper.margin
        self.pages: list[list[Callable[[Surface], None]]] = [[]]
        self.y = self._top = edition.top if top is None else top
        self.element = Element("")
        """What is being added to: everything, or the list or table that a `group` has opened."""

        self._awaited: Part | None = None
        self._bottom = paper.height - (edition.foot if bottom is None else bottom)

    @property
    def room(self) -> float:
        """The height left on the page."""
        return self._bottom - self.y

    @property
    def deepest(self) -> float:
        """The height of a page with nothing on it."""
        return self._bottom - self._top

    @property
    def at_the_top(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.pages[-1]

    def turn(self) -> None:
        """Go on to a new page."""
        self.pages.append([])
        self.y = self._top

    def space(self, gap: float) -> None:
        """Leave room, but not at the top of a page."""
        if not self.at_the_top:
            self.y += gap

    def need(self, wanted: float) -> None:
        """Go on to a new page unless there is this much room, or the page is empty already."""
        if wanted > self.room + _SLACK and not self.at_the_top:
            self.turn()

    def together(self, add: Callable[[Flow], None]) -> None:
        """Add things that belong on one page, if a page holds them."""
        tried = Flow(self.edition)
        add(tried)
        if len(tried.pages) == 1:
            self.need(tried.y - tried._top)
        add(self)

    def block(self, text: str | Sequence[Span], style: TextStyle, width: float) -> TextBlock:
        """Text laid out to a width."""
        return lay_out(text, style, width * MM, self.fonts)

    @contextmanager
    def group(self, role: str, *, lang: str | None = None) -> Generator[None]:
        """What is added meanwhile belongs together: an "L" holds "LI" with "LBody", a "Table" "TR", a "Sect" all."""
        outer = self.element
        self.element = outer.add(role, lang=lang)
        yield
        self.element = outer

    def draw(self, tall: float, drawing: Drawing) -> None:
        """Give a drawing this height on one page. It says by `surface.tag` what each text in it is."""
        self._draw(tall, drawing, self.element.add(""))

    def figure(self, tall: float, drawing: Drawing, *, alt: str) -> None:
        """A picture this high, of which `alt` tells what it shows; words in it are part of it."""

        def pictured(surface: Surface, y: float) -> None:
            with surface.figure(alt):
                drawing(surface, y)

        self.draw(tall, pictured)

    def artefact(self, tall: float, drawing: Drawing) -> None:
        """Something that is only to be seen: a rule, a decoration."""

        def aside(surface: Surface, y: float) -> None:
            with surface.artefact():
                drawing(surface, y)

        self.draw(tall, aside)

    def heading(
        self, text: str | Sequence[Span], level: int, style: TextStyle, *, after: float = 0.0, keep: float = 0.0
    ) -> None:
        """A heading across the page: level 1 for the document's title, 2 for its parts, 3 within them. `keep` is the
        room that must be left below it.
        """
        block = self.block(text, style, self.width)
        self.need(height(block) + keep)
        page = len(self.pages)
        element = self.place(block, role=f"H{level}")
        if self._awaited:
            self._awaited.heading, self._awaited.page, self._awaited = element, page, None
        self.space(after)

    def begin(self, part: Part) -> None:
        """The next heading is where this part begins."""
        self._awaited = part

    def text(
        self,
        text: str | Sequence[Span],
        style: TextStyle,
        *,
        indent: float = 0.0,
        after: float = 0.0,
        keep: float = 0.0,
    ) -> None:
        """A paragraph across the page; `keep` is the room that must be left below it."""
        block = self.block(text, style, self.width - indent)
        whole = height(block) + keep
        self.need(whole if whole <= self.deepest else 0.0)
        self.place(block, indent)
        self.space(after)

    def items(
        self,
        items: Sequence[str | Sequence[Span]],
        style: TextStyle,
        *,
        mark: str = "•",
        indent: float = 0.0,
        between: float = 1.0,
    ) -> None:
        """A list, each item after its mark; an empty mark shows none."""
        hang = indent + (_MARK if mark else 0.0)
        with self.group("L"):
            for item in items:
                block = self.block(item, style, self.width - hang)
                self.need(min(height(block), 3 * block.line_height / MM))
                with self.group("LI"):
                    if mark:
                        self._mark(self.block(mark, style, _MARK), indent)
                    with self.group("LBody"):
                        self.place(block, hang)
                self.space(between)

    def _mark(self, mark: TextBlock, indent: float) -> None:
        self._draw(0.0, partial(_place, mark, self.left + indent), self.element.add("Lbl"))

    def table(
        self,
        columns: Sequence[Column],
        head: Sequence[str],
        rows: Sequence[Sequence[str | Cell]],
        style: TextStyle,
        *,
        pad: float = 1.8,
    ) -> None:
        """A table with a head over its columns, which stands again on each page. A row is kept whole if a page can hold
        it.
        """
        add_table(self, columns, head, rows, style, pad=pad)

    def place(self, block: TextBlock, indent: float = 0.0, *, role: str = "P") -> Element:
        """A block from here on, over as many pages as it takes; gives the element it is."""
        element = self.element.add(role)
        element.bookmarked = element.role in HEADINGS
        rest: TextBlock | None = block
        while rest is not None:
            part, rest = rest.split(self.room * MM)
            if part.lines:
                self._draw(height(part), partial(_place, part, self.left + indent), element)
            if rest is not None:
                self.turn()
        return element

    def _draw(self, tall: float, drawing: Drawing, element: Element) -> None:
        self.need(tall)
        top = self.y

        def drawn(surface: Surface) -> None:
            with surface.inside(element):
                drawing(surface, top)

        self.pages[-1].append(drawn)
        self.y += tall


def _place(block: TextBlock, x: float, surface: Surface, y: float) -> None:
    surface.place(block, x, y)
