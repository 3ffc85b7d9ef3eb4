"""Our own words on a form, in one language or in two columns: the main one where lines begin, the second beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.surface import height
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle

BETWEEN = 6.0
"""Millimetres between the columns."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A text laid out in one column or two; `cut` when words had to be left out. Lengths are millimetres."""

    blocks: tuple[TextBlock, ...]
    step: float
    cut: bool

    @property
    def tall(self) -> float:
        """Of the higher column."""
        return max(map(height, self.blocks))

    def draw(self, surface: Surface, x: float, y: float, role: str = "P") -> None:
        """Draw it from this upper left corner, each column as a paragraph of its own."""
        for turn, block in enumerate(self.blocks):
            with surface.tag(role):
                surface.place(block, x + turn * self.step, y)

    def draw_heading(self, surface: Surface, level: int, x: float, y: float) -> None:
        """The same as one heading in both languages."""
        with surface.heading(level):
            for turn, block in enumerate(self.blocks):
                surface.place(block, x + turn * self.step, y)


def beside(
    text: str, style: TextStyle, width: float, tall: float, edition: Edition, *, smallest: float = 0.0
) -> Beside:
    """A text fitted into this width and height, in type as large as `fit` finds for each language."""
    second = text.second if isinstance(text, Phrase) else None
    if not isinstance(text, Phrase) or second is None:
        fitted = fit(text, style, width, tall, edition, smallest=smallest)
        return Beside((fitted.block,), width, fitted.cut)
    own = (width - BETWEEN) / 2
    both = [fit(one, style, own, tall, edition, smallest=smallest) for one in (text.alone, second)]
    return Beside(tuple(one.block for one in both), own + BETWEEN, any(one.cut for one in both))
