"""What stands on a page in easy read: a picture at the left, one short sentence beside it, large type and much air (UK
guidance on easy read, 2010; ISO 14289-1 for how it is read aloud).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf.documents.in_both import Pair
from facilitator.pdf.documents.long_words import add_long
from facilitator.pdf.documents.look import INK
from facilitator.pdf.documents.session_page import on_the_page_side
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pictures import draw_picture
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle

    Answer = Callable[[Surface, float, float], None]
    """Draws what is to be answered below a sentence; told its left and upper edge."""

PICTURE = 30.0
SIZE = 18.0
"""Points: the sentences. Large print is no smaller."""

GAP = 7.0
_INSIDE = 22.0 / PICTURE
_BESIDE = 10.0
_CORNER = 3.0
_ABOVE_ANSWER = 2.0


def add_pictured(
    flow: Flow,
    name: str,
    text: str,
    style: TextStyle | None = None,
    *,
    side: float = PICTURE,
    gap: float = GAP,
    role: str = "P",
    answer: Answer | None = None,
    answer_tall: float = 0.0,
) -> None:
    """A picture by its name in a frame `side` millimetres wide, and beside it a sentence, said already or somebody's
    own; below that what is to be answered, so high.
    """
    style = style or flow.edition.plain(SIZE)
    left = side + _BESIDE * side / PICTURE
    said = _Said(flow, text, style, flow.width - left)
    below = answer_tall + _ABOVE_ANSWER if answer else 0.0
    tall = max(side, said.tall + below)
    if tall > flow.deepest and not answer:
        add_long(
            flow,
            lambda surface, y: draw_framed(surface, name, Box(flow.left, y, side, side)),
            side,
            said.blocks,
            left,
            body="",
        )
        flow.space(gap)
        return

    def drawing(surface: Surface, y: float) -> None:
        draw_framed(surface, name, Box(flow.left, y + (tall - side) / 2, side, side))
        top = y + (tall - said.tall - below) / 2
        said.draw(surface, flow.left + left, top, role)
        if answer:
            answer(surface, flow.left + left, top + said.tall + _ABOVE_ANSWER)

    flow.draw(tall, drawing)
    flow.space(gap)


def draw_framed(surface: Surface, name: str, frame: Box) -> None:
    """A picture in a frame with round corners."""
    with surface.pen.path(stroke=INK, width=0.5) as path:
        path.rounded(frame, _CORNER * frame.width / PICTURE)
    inside = frame.width * _INSIDE
    room = (frame.width - inside) / 2
    draw_picture(surface, name, Box(frame.x + room, frame.y + room, inside, inside))


class _Said:
    """A sentence in its two columns, or in one as what somebody wrote is, next to its picture whichever way it runs."""

    def __init__(self, flow: Flow, text: str, style: TextStyle, width: float) -> None:
        self._pair = Pair(flow, text, style, width) if isinstance(text, Phrase) else None
        self._block = None if self._pair else flow.block(text, on_the_page_side(text, style, flow.edition), width)
        self.tall = self._pair.tall if self._pair else height(self._block) if self._block else 0.0

    @property
    def blocks(self) -> Sequence[TextBlock]:
        """Its columns, or the one."""
        return self._pair.blocks if self._pair else [self._block] if self._block else []

    def draw(self, surface: Surface, x: float, y: float, role: str) -> None:
        """Draw it from this upper left corner."""
        if self._pair:
            self._pair.draw(surface, x, y, role)
        elif self._block:
            with surface.tag(role):
                surface.place(self._block, x, y)
