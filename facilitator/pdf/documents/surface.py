"""One page being drawn: lines by the pen, text in blocks, all in millimetres from the top-left corner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.pdf.pen import MM, Pen
from facilitator.pdf.text.paragraph import TextBlock, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.domain.sheet import Box, Paper
    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.fonts import FontBook
    from facilitator.pdf.text.style import Span, TextStyle


class Surface:
    """Where one document of a file draws. Knows the paper and the fonts."""

    def __init__(self, canvas: PlainCanvas, paper: Paper, fonts: FontBook, document: int = 0) -> None:
        self.canvas = canvas
        self.paper = paper
        self.fonts = fonts
        self.pen = Pen(canvas, paper.height)
        self._document = document

    def stamp(self, name: str, draw: Callable[[], None]) -> None:
        """Draw what many pages of the document share: stored once, as a form XObject (ISO 32000-1, 8.10)."""
        canvas: Any = self.canvas
        name = f"{self._document}-{name}"
        if not canvas.hasForm(name):
            canvas.beginForm(name)
            draw()
            canvas.endForm()
        canvas.doForm(name)

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
