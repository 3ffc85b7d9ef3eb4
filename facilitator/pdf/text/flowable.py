"""Text for ReportLab's page layout: a paragraph that wraps, splits over pages and draws itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from reportlab.platypus import Flowable

from facilitator.pdf.text.paragraph import TextBlock, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.fonts import FontBook
    from facilitator.pdf.text.style import Span, TextStyle


class TextFlowable(Flowable):
    """A paragraph of plain text; space before and after in points. Draws on a `PlainCanvas` only."""

    def __init__(
        self,
        text: str | Sequence[Span],
        style: TextStyle,
        fonts: FontBook,
        *,
        space_before: float = 0,
        space_after: float = 0,
    ) -> None:
        super().__init__()
        self.text = text
        self.style = style
        self.fonts = fonts
        self.spaceBefore = space_before
        self.spaceAfter = space_after
        self._block: TextBlock | None = None

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """ReportLab asks for the size it takes up."""
        block = self._laid_out(aW)
        self.width, self.height = aW, block.height
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """ReportLab asks for what fits in a height and the rest."""
        first, rest = self._laid_out(aW).split(aH)
        if rest is None:
            return [self]
        return [self._part(first, self.spaceBefore, 0), self._part(rest, 0, self.spaceAfter)] if first.lines else []

    def draw(self) -> None:
        """ReportLab has moved the origin to the bottom left corner."""
        block = self._laid_out(self.width)
        block.draw(cast("PlainCanvas", self.canv), 0, block.height)

    def _laid_out(self, width: float) -> TextBlock:
        if self._block is None or abs(self._block.width - width) > 1e-6:
            self._block = lay_out(self.text, self.style, width, self.fonts)
        return self._block

    def _part(self, block: TextBlock, before: float, after: float) -> TextFlowable:
        part = TextFlowable(block.spans(), self.style, self.fonts, space_before=before, space_after=after)
        part._block = block
        return part
