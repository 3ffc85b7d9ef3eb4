"""What is filled in by hand on papers that no camera reads: lines with labels, boxes to tick, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.in_both import snug
from facilitator.pdf.documents.look import INK
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import BLACK, MM
from facilitator.pdf.text.paragraph import lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface

TICK = 6.0
_TICK_LINE = 0.35
_ABOVE = 9.0
"""Room for a hand above a line."""

_GAP = 6.0
_FRAME_LINE = 0.35
_CORNER = 1.5
_INSET = 2.5


def draw_tick(surface: Surface, x: float, y: float, size: float = TICK) -> None:
    """A box to tick."""
    with surface.pen.path(stroke=BLACK, width=_TICK_LINE) as path:
        path.rectangle(x, y, size, size)


def add_lines(flow: Flow, labels: Sequence[tuple[str, float]], *, after: float = 3.0, above: float = _ABOVE) -> None:
    """Lines to write on, side by side, each with what belongs there below it and with its share of the width. `above`
    is the room for a hand.
    """
    whole = sum(share for _, share in labels)
    room = flow.width - _GAP * (len(labels) - 1)
    widths = [room * share / whole for _, share in labels]
    blocks = [
        flow.block(flow.said(text), flow.edition.quiet(9.5), width)
        for (text, _), width in zip(labels, widths, strict=True)
    ]

    def drawing(surface: Surface, y: float) -> None:
        x = flow.left
        for block, width in zip(blocks, widths, strict=True):
            draw_write_on_line(surface, x, x + width, y + above)
            with surface.tag("P"):
                surface.place(block, x, y + above + 0.8)
            x += width + _GAP

    flow.draw(above + 0.8 + max(map(height, blocks)), drawing)
    flow.space(after)


def add_empty_lines(flow: Flow, many: int, pitch: float = _ABOVE) -> None:
    """Lines to write on and nothing else."""

    def drawing(surface: Surface, y: float) -> None:
        draw_write_on_line(surface, flow.left, flow.left + flow.width, y + pitch)

    for _ in range(many):
        flow.artefact(pitch, drawing)


def add_ticks(flow: Flow, sentences: Sequence[str], *, size: float = 11.0, after: float = 2.0) -> None:
    """Boxes to tick with a few words each, as many in a line as there is room for."""
    style = flow.edition.plain(size)
    most = flow.width - TICK - 2.0
    blocks = [snug(flow, flow.said(text), style, most) for text in sentences]
    wide = [TICK + 2.0 + block.natural_width / MM + 7.0 for block in blocks]
    lines: list[list[int]] = [[]]
    for n, width in enumerate(wide):
        if lines[-1] and sum(wide[m] for m in lines[-1]) + width - 7.0 > flow.width:
            lines.append([])
        lines[-1].append(n)
    for line in lines:
        tall = max(TICK, *(height(blocks[n]) for n in line)) + 1.5

        def drawing(surface: Surface, y: float, line: Sequence[int] = tuple(line), tall: float = tall) -> None:
            x = flow.left
            for n in line:
                draw_tick(surface, x, y + (tall - 1.5 - TICK) / 2)
                with surface.tag("P"):
                    surface.place(blocks[n], x + TICK + 2.0, y + (tall - 1.5 - height(blocks[n])) / 2)
                x += wide[n]

        flow.draw(tall, drawing)
    flow.space(after)


def draw_frame(surface: Surface, box: Box, sentence: str, *, size: float = 11.0) -> None:
    """A frame to write in, with what belongs there in its corner."""
    with surface.pen.path(stroke=INK, width=_FRAME_LINE) as path:
        path.rounded(box, _CORNER)
    inside = box.inset(_INSET)
    words = surface.said(sentence)
    with surface.tag("P"):
        surface.place(lay_out(words, surface.edition.quiet(size), inside.width * MM, surface.fonts), inside.x, inside.y)


def add_frame(flow: Flow, sentence: str, tall: float, *, after: float = 4.0) -> None:
    """A frame across the page."""
    flow.draw(tall, lambda surface, y: draw_frame(surface, Box(flow.left, y, flow.width, tall), sentence))
    flow.space(after)
