"""What is answered on a consent card: a box for yes and one for no, how it was answered, by whom, and whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.in_both import add_said, snug
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.write_on import TICK, add_lines, add_ticks, draw_tick
from facilitator.pdf.pen import MM
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle

_TIGHT = 0.25
_BETWEEN_BOXES = 6.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit a card on a page: the size of its type and the room between things, as shares of the largest. Words
    are never smaller than 11 points. `joined`: what was said so far stands in one line with the question. `leading` is
    the distance of lines, as a share of the size.
    """

    size: float
    space: float
    joined: bool = False
    leading: float = 1.3


def add_how(plan: Plan, flow: Flow) -> None:
    """How it was answered, by whom and when, and whom to ask."""
    after, above = 3.0 * plan.space, 9.0 if plan.space > _TIGHT else 8.0
    heading = flow.edition.heavy(12 * plan.size)
    add_said(flow, ours.HOW_SAID, heading, role="H2", after=1.5 * plan.space)
    add_ticks(flow, ours.HOWS, size=11.0, after=2.0 * plan.space)
    add_lines(flow, [(ours.DATE, 1.0), (ours.SIGNATURE, 2.0)], after=after, above=above)
    add_lines(flow, [(ours.INTERPRETER_NAME, 2.0), (ours.LANGUAGE, 1.0)], after=after, above=above)
    add_lines(flow, [(ours.GUARDIAN_NAME, 2.0), (ours.GUARDIAN_SIGNATURE, 1.0)], after=after, above=above)
    add_lines(flow, [(ours.ASK, 2.0), (ours.TELEPHONE, 1.0)], after=0.0, above=above)


class YesOrNo:
    """A box for yes and one for no side by side, each with its word in one language or two, one below the other, so
    that they take little width from the question. Lengths are millimetres.
    """

    def __init__(self, flow: Flow, style: TextStyle) -> None:
        self._answers = [_in_each(flow, word, style) for word in (ours.YES, ours.NO)]
        self._widths = [TICK + 2.0 + max(one.natural_width for one in blocks) / MM for blocks in self._answers]
        self.wide = sum(self._widths) + _BETWEEN_BOXES
        self.tall = max(TICK, *(sum(map(height, blocks)) for blocks in self._answers))

    def draw(self, surface: Surface, x: float, middle: float) -> None:
        """Draw it from a left edge on, at this height."""
        for blocks, width in zip(self._answers, self._widths, strict=True):
            draw_tick(surface, x, middle - TICK / 2)
            line = middle - sum(map(height, blocks)) / 2
            for block in blocks:
                with surface.tag("P"):
                    surface.place(block, x + TICK + 2.0, line)
                line += height(block)
            x += width + _BETWEEN_BOXES


def _in_each(flow: Flow, word: str, style: TextStyle) -> list[TextBlock]:
    """A word in its one or two languages, one below the other."""
    text = flow.said(word)
    both = [text.alone, text.second] if isinstance(text, Phrase) and text.second else [text]
    return [snug(flow, one, style, 30.0) for one in both]
