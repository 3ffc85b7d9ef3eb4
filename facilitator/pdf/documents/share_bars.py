"""Bars one below another, each shared out between the same parts: solid, hatched or empty, with every number beside
its part. Told as one picture, in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf.documents import bars
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.pen import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock

_NAME, _NUMBER = 0.2, 13.0
"""How much of the width the names take, and the millimetres of the numbers at the end of a bar."""

_BAR, _ROW = 4.5, 8.5


def add_shares(
    flow: Flow,
    names: Sequence[str],
    counts: Sequence[Sequence[int]],
    parts: Sequence[tuple[str, str]],
    *,
    alt: str,
) -> None:
    """A bar for each name, as long as its counts come to. `parts` are the words and the pattern of each count."""
    edition = flow.edition
    name_wide = flow.width * _NAME
    room = flow.width - name_wide - _NUMBER
    longest = max((sum(row) for row in counts), default=0) or 1
    blocks = [flow.block(name, edition.plain(10.5), name_wide - 3.0) for name in names]
    keys = [snug(flow.block(words, edition.quiet(9.5), flow.width / len(parts) - 10.0)) for words, _ in parts]
    numbers = [snug(flow.block(" + ".join(map(str, row)), edition.plain(10.5), _NUMBER + room)) for row in counts]
    tall = max(_ROW, *(height(block) + 2.0 for block in blocks))

    def drawing(surface: Surface, y: float) -> None:
        _draw_keys(surface, keys, parts, flow.left, y)
        y += max(map(height, keys)) + 2.5
        for block, number, row in zip(blocks, numbers, counts, strict=True):
            surface.place(block, flow.left, y)
            x = flow.left + name_wide
            for count, (_, pattern) in zip(row, parts, strict=True):
                wide = room * count / longest
                if count:
                    bars.draw_swatch(surface.pen, Box(x, y + 0.6, wide, _BAR), pattern)
                x += wide
            surface.place(number, x + 2.0, y)
            y += tall

    flow.figure(max(map(height, keys)) + 2.5 + tall * len(blocks), drawing, alt=alt)


def _draw_keys(
    surface: Surface, keys: Sequence[TextBlock], parts: Sequence[tuple[str, str]], left: float, y: float
) -> None:
    x = left
    for block, (_, pattern) in zip(keys, parts, strict=True):
        bars.draw_swatch(surface.pen, Box(x, y + 0.7, 6.0, 3.2), pattern)
        surface.place(block, x + 8.0, y)
        x += 8.0 + block.natural_width / MM + 8.0
