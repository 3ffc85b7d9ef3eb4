"""What is higher than a page: a sign at its left, and its paragraphs over as many pages as they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock


def add_long(
    flow: Flow,
    sign: Callable[[Surface, float], None],
    tall: float,
    blocks: Sequence[TextBlock],
    indent: float,
    *,
    body: str = "LBody",
) -> None:
    """Draw the sign, which is so many millimetres high, and beside it the first lines of the blocks; `body` is what
    they are together, "" for nothing of its own. What comes next stands below both.
    """
    flow.need(tall)
    page, low = len(flow.pages), flow.y + tall
    flow.draw(0.0, sign)
    with flow.group(body):
        for block in blocks:
            flow.place(block, indent)
    if len(flow.pages) == page and flow.y < low:
        flow.artefact(low - flow.y, lambda surface, y: None)
