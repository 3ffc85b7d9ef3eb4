"""Our own words on a form, in one language or in two columns: the main one where lines begin, the second beside it. In
large print the second stands below, since a column would hold two or three words a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.surface import height
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle

BETWEEN = 6.0
"""Millimetres between the columns."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A text laid out in one column or two, or in two parts one below the other where `step` is 0; `cut` when words had
    to be left out. Lengths are millimetres.
    """

    blocks: tuple[TextBlock, ...]
    step: float
    cut: bool

    @property
    def tall(self) -> float:
        """Of the higher column, or of all."""
        talls = list(map(height, self.blocks))
        return max(talls) if self.step else sum(talls)

    def draw(self, surface: Surface, x: float, y: float, role: str = "P") -> None:
        """Draw it from this upper left corner, each column as a paragraph of its own."""
        for block, left, top in self._places(x, y):
            with surface.tag(role):
                surface.place(block, left, top)

    def draw_heading(self, surface: Surface, level: int, x: float, y: float) -> None:
        """The same as one heading in both languages."""
        with surface.heading(level):
            for block, left, top in self._places(x, y):
                surface.place(block, left, top)

    def _places(self, x: float, y: float) -> Iterator[tuple[TextBlock, float, float]]:
        for block in self.blocks:
            yield block, x, y
            x += self.step
            y += 0.0 if self.step else height(block)


def beside(
    text: str, style: TextStyle, width: float, tall: float, edition: Edition, *, smallest: float = 0.0
) -> Beside:
    """A text fitted into this width and height, in type as large as `fit` finds for each language."""
    second = text.second if isinstance(text, Phrase) else None
    if not isinstance(text, Phrase) or second is None:
        fitted = fit(text, style, width, tall, edition, smallest=smallest)
        return Beside((fitted.block,), width, fitted.cut)
    if edition.large:
        first = fit(text.alone, style, width, tall, edition, smallest=smallest)
        below = fit(second, style, width, tall - height(first.block), edition, smallest=smallest)
        return Beside((first.block, below.block), 0.0, first.cut or below.cut)
    own = (width - BETWEEN) / 2
    both = [fit(one, style, own, tall, edition, smallest=smallest) for one in (text.alone, second)]
    return Beside(tuple(one.block for one in both), own + BETWEEN, any(one.cut for one in both))
