"""Bars for counts that can be told apart without colour: solid for agree, empty for pass, hatched for disagree.

Drawn by us on the canvas, because ReportLab's charts break joined scripts. The numbers always stand beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf.documents.look import INK, TEAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from facilitator.pdf.pen import Pen

ORDER = ("agree", "pass", "disagree")
_OUTLINE = 0.2
_HATCH = 1.1
_EMPTY = 0.15


def draw_agreement(pen: Pen, box: Box, counts: Mapping[str, int]) -> None:
    """One bar, all of the box, shared out between agree, pass and disagree."""
    total = sum(counts[name] for name in ORDER)
    x = box.x
    for name in ORDER:
        width = box.width * counts[name] / total if total else 0.0
        if width:
            draw_swatch(pen, Box(x, box.y, width, box.height), name)
        x += width
    with pen.path(stroke=INK, width=_OUTLINE) as path:
        path.rectangle(box.x, box.y, box.width, box.height)


def draw_swatch(pen: Pen, box: Box, name: str) -> None:
    """A piece of a bar in the pattern of what it counts."""
    if name == "agree":
        with pen.path(fill=TEAL) as path:
            path.rectangle(box.x, box.y, box.width, box.height)
        return
    with pen.path(stroke=INK, width=_OUTLINE) as path:
        path.rectangle(box.x, box.y, box.width, box.height)
        if name == "disagree":
            for line in _hatching(box):
                path.line(*line)


def draw_length(pen: Pen, box: Box, share: float) -> None:
    """A bar as long as a share of the box, on a thin line that shows how long it could be."""
    with pen.path(fill=TEAL) as path:
        path.rectangle(box.x, box.y, box.width * share, box.height)
    with pen.path(stroke=INK, width=_EMPTY) as path:
        path.line(box.x, box.bottom, box.right, box.bottom)


def _hatching(box: Box) -> Iterator[tuple[float, float, float, float]]:
    """Slanted lines within the box, from its lower edge up to the right."""
    step = _HATCH
    offset = step / 2
    while offset < box.width + box.height:
        start = max(0.0, offset - box.height)
        end = min(box.width, offset)
        yield box.x + start, box.bottom - (offset - start), box.x + end, box.bottom - (offset - end)
        offset += step
