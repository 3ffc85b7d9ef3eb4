"""Our own words across a page, in one language or in two side by side, kept whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import text_width
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle

HEADINGS = {"H1": 1, "H2": 2, "H3": 3}
_ROUNDING = 0.1
_LARGE = 20.0
BETWEEN = 8.0
"""Millimetres between the two columns."""


def snug(flow: Flow, text: str, style: TextStyle, most: float) -> TextBlock:
    """A few words in a block no wider than they are, so that they stand beside their box on a mirrored page, too."""
    block = flow.block(text, style, most)
    return flow.block(text, style, min(most, block.natural_width / MM + _ROUNDING))


class Pair:
    """A sentence laid out in its one or two columns, in large print one below the other: `blocks`. `width` and `tall`
    are millimetres.
    """

    def __init__(self, flow: Flow, sentence: str, style: TextStyle, width: float, **values: object) -> None:
        text = flow.said(sentence, **values)
        both = [text.alone, text.second] if isinstance(text, Phrase) and text.second else [text]
        self._below = flow.edition.large
        self._own = width if self._below else (width - BETWEEN * (len(both) - 1)) / len(both)
        style = _unbroken(flow, both, style, self._own)
        self.blocks = [flow.block(one, style, self._own) for one in both]
        talls = list(map(height, self.blocks))
        self.tall = sum(talls) if self._below else max(talls)

    def draw(self, surface: Surface, x: float, y: float, role: str = "P") -> None:
        """Draw it from this upper left corner. A heading is one in both languages, paragraphs are two."""
        if role in HEADINGS:
            with surface.heading(HEADINGS[role]):
                for block, left, top in self._places(x, y):
                    surface.place(block, left, top)
            return
        for block, left, top in self._places(x, y):
            with surface.tag(role):
                surface.place(block, left, top)

    def _places(self, x: float, y: float) -> Iterator[tuple[TextBlock, float, float]]:
        for block in self.blocks:
            yield block, x, y
            x += 0.0 if self._below else self._own + BETWEEN
            y += height(block) if self._below else 0.0


def _unbroken(flow: Flow, texts: Sequence[str], style: TextStyle, width: float) -> TextStyle:
    """The style, or a smaller one in which large words need not be broken."""
    if style.size < _LARGE:
        return style
    longest = max(text_width(word, style, flow.fonts) for text in texts for word in str(text).split()) / MM
    if longest <= width:
        return style
    return replace(style, size=flow.edition.never_below(style.size * width / longest - 0.1))


def add_said(
    flow: Flow,
    sentence: str,
    style: TextStyle,
    *,
    role: str = "P",
    after: float = 0.0,
    keep: float = 0.0,
    **values: object,
) -> None:
    """A sentence of ours across the page; `keep` is the room that must be left below it."""
    pair = Pair(flow, sentence, style, flow.width, **values)
    flow.need(pair.tall + keep)
    flow.draw(pair.tall, lambda surface, y: pair.draw(surface, flow.left, y, role))
    flow.space(after)
