"""Counts with a bar beside each, as long as it is large: a list to those who hear it, in which the bars say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf.documents import bars
from facilitator.pdf.documents.session_page import on_the_page_side
from facilitator.pdf.documents.surface import height, snug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock

_NAME, _NUMBER, _BAR, _GAP = 0.34, 26.0, 4.0, 2.0


def add_lengths(flow: Flow, rows: Sequence[tuple[str, int | None, str]]) -> None:
    """A row for each name: its count, None where it is not told, and the words that say it."""
    longest = max((count or 0 for _, count, _ in rows), default=0) or 1
    with flow.group("L"):
        for name, count, words in rows:
            _add(flow, name, words, (count or 0) / longest)
    flow.space(2.0)


def _add(flow: Flow, name: str, words: str, share: float) -> None:
    style = flow.edition.plain(11)
    wide = flow.width * _NAME
    room = flow.width - wide - _NUMBER
    label = flow.block(name, on_the_page_side(name, style, flow.edition), wide - 3.0)
    number = snug(flow.block(words, style, _NUMBER + room))
    x = flow.left + wide

    def drawing(surface: Surface, y: float) -> None:
        length = room * share
        if share:
            bars.draw_length(surface.pen, Box(x, y + 0.7, length, _BAR), 1.0)
        with surface.tag("LI"), surface.tag("LBody"):
            _place(surface, label, flow.left, y)
            _place(surface, number, x + (length + _GAP if share else 0.0), y)

    flow.draw(max(height(label), height(number)) + 1.2, drawing)


def _place(surface: Surface, block: TextBlock, x: float, y: float) -> None:
    with surface.tag("P"):
        surface.place(block, x, y)
