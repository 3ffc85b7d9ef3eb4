"""Pages filled from the top down, laid out before they are drawn so that each can say how many there are.

Lengths are millimetres. What belongs together is kept on one page; only a text longer than a page is ever divided.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.pdf.documents.surface import Surface, height
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import TextBlock, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.domain.sheet import Paper
    from facilitator.pdf.fonts import FontBook
    from facilitator.pdf.text.style import Span, TextStyle

_TOP = 20.0
_BOTTOM = 24.0
_SLACK = 0.01


class Flow:
    """A growing pile of pages."""

    def __init__(self, paper: Paper, fonts: FontBook) -> None:
        self.left = paper.margin
        self.width = paper.width - 2 * paper.margin
        self.fonts = fonts
        self.pages: list[list[Callable[[Surface], None]]] = [[]]
        self.y = _TOP
        self._bottom = paper.height - _BOTTOM

    @property
    def room(self) -> float:
        """The height left on the page."""
        return self._bottom - self.y

    @property
    def at_the_top(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.pages[-1]

    def turn(self) -> None:
        """Go on to a new page."""
        self.pages.append([])
        self.y = _TOP

    def space(self, gap: float) -> None:
        """Leave room, but not at the top of a page."""
        if not self.at_the_top:
            self.y += gap

    def need(self, wanted: float) -> None:
        """Go on to a new page unless there is this much room, or the page is empty already."""
        if wanted > self.room + _SLACK and not self.at_the_top:
            self.turn()

    def block(self, text: str | Sequence[Span], style: TextStyle, width: float) -> TextBlock:
        """Text laid out to a width."""
        return lay_out(text, style, width * MM, self.fonts)

    def draw(self, tall: float, drawing: Callable[[Surface, float], None]) -> None:
        """Give a drawing this height on one page; it is told the surface and its upper edge."""
        self.need(tall)
        top = self.y
        self.pages[-1].append(lambda surface: drawing(surface, top))
        self.y += tall

    def text(
        self,
        text: str | Sequence[Span],
        style: TextStyle,
        *,
        indent: float = 0.0,
        after: float = 0.0,
        keep: float = 0.0,
    ) -> None:
        """Text across the page; `keep` is the room that must be left below it, for what it is a heading of."""
        block = self.block(text, style, self.width - indent)
        self.need(height(block) + keep)
        self.place(block, indent)
        self.space(after)

    def place(self, block: TextBlock, indent: float = 0.0) -> None:
        """A block from here on, over as many pages as it takes."""
        rest: TextBlock | None = block
        while rest is not None:
            part, rest = rest.split(self.room * MM)
            if part.lines:
                self.draw(height(part), partial(_place, part, self.left + indent))
            if rest is not None:
                self.turn()


def _place(block: TextBlock, x: float, surface: Surface, y: float) -> None:
    surface.place(block, x, y)
