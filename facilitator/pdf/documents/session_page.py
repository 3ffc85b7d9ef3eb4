"""What the organiser's pages have in common: the head that says which session, the footer, and when it was printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf import organiser_words as ours
from facilitator.pdf import words
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.look import SMALLEST
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import lay_out
from facilitator.pdf.text.phrase import Phrase, alone
from facilitator.pdf.wording import Wording

if TYPE_CHECKING:
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.style import TextStyle
    from facilitator.workshop.queries.organiser_values import SessionHead

_FOOTER_UP, _FOOTER = 13.0, 8.0
"""Millimetres from the lower edge of the sheet, and two lines of Latin, or one of the tallest scripts together."""

_STAMP_UP = 8.5
"""How far the words that say when a page was printed end from the lower edge of the sheet."""

_ONE_LINE, _TWO_LINES = 4.5, 8.5
_LARGE_UP, _LARGE_LINE, _LARGE_FOOTER = 4.0, 8.8, 16.5
"""The same where the smallest type is large: a line of the tallest script needs the room of three."""

BESIDE_A_MARKER = 23.0
"""How far from the left edge that line begins on a form, clear of the marker; it ends clear of the code."""

_NUMBER, _BETWEEN = 25.0, 4.0
"""The room that the number of a page takes at least, and what is left free beside it."""

_CODE_AND_ROOM = 12.0
_ANY_WIDTH = 1_000.0


class FlowPages:
    """A document whose pages are filled from the top, each with its name and number at the foot."""

    warnings: tuple[str, ...] = ()

    def __init__(self, title: str, edition: Edition, flow: Flow, footer: str) -> None:
        self.title = title
        self.edition = edition
        self._flow = flow
        self._pages = flow.pages
        self._footer = footer

    @property
    def page_count(self) -> int:
        """How many pages it came to."""
        return len(self._pages)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one page and its footer."""
        draw_page(self._flow, number, surface)
        self._pages[number - 1].clear()  # it is drawn once, and a thousand of them are many
        page_of = surface.said(words.PAGE, page=number, pages=self.page_count)
        draw_footer(surface, self._footer, page_of)


class Stamped:
    """A document with the moment of printing on every page."""

    def __init__(self, printable: Printable, printed: str, *, left: float | None = None) -> None:
        self.title = printable.title
        self.edition = printable.edition
        self.page_count = printable.page_count
        self._printable = printable
        self._words = ours.printed_at(Wording(), printed) if printed else ""  # for the organisers
        self._left = left

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit; known when the pages are drawn."""
        return self._printable.warnings

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one page, and when it was printed."""
        self._printable.draw(number, surface)
        if not self._words:
            return
        if self._left is not None and surface.edition.large:
            self._draw_large(surface, self._left)
            return
        paper = surface.paper
        x = paper.margin if self._left is None else self._left
        width = paper.width - 2 * x if self._left is None else paper.width / 2 - _CODE_AND_ROOM - x
        large = surface.edition.smallest > SMALLEST and self._left is None
        tall = _LARGE_LINE if large else _ONE_LINE if self._left is None else _TWO_LINES
        block = fit(self._words, surface.edition.quiet(SMALLEST), width, tall, surface.edition).block
        with surface.artefact(pagination=True):
            surface.place(block, x, paper.height - (_LARGE_UP if large else _STAMP_UP) - height(block))

    def _draw_large(self, surface: Surface, left: float) -> None:
        """In letters as large as those of the form: when on one side of the code, by which version on the other."""
        paper, edition = surface.paper, surface.edition
        width = paper.width / 2 - _CODE_AND_ROOM - left
        for part, x in zip(self._words.split(ours.APART), (left, paper.width / 2 + _CODE_AND_ROOM), strict=True):
            block = fit(part, edition.quiet(SMALLEST), width, 2 * _LARGE_LINE, edition).block
            with surface.artefact(pagination=True):
                surface.place(block, x, paper.height - _STAMP_UP - height(block))


def add_head(flow: Flow, name: str, head: SessionHead) -> None:
    """The name of the page large, and below it which session it is for."""
    edition = flow.edition
    flow.text(ours.session_turn(flow.said, head), edition.quiet(10), after=1.5)
    flow.heading(name, 1, edition.heavy(26), after=1.5)
    if head.title.strip():
        flow.text(head.title.strip(), edition.heavy(14), after=0.8)
    when = ours.session_when(flow.said, head)
    if when:
        flow.text(when, edition.quiet(11), after=1.0)


def on_the_page_side(text: str, style: TextStyle, edition: Edition) -> TextStyle:
    """The style that sets a name beside its box or on its badge, where the lines of the page begin, whichever way the
    name itself is read. Words of ours begin there by themselves.
    """
    if isinstance(text, Phrase):
        return style
    rtl = lay_out(text, style, _ANY_WIDTH, edition.fonts).lines[0].rtl
    return replace(style, align="start" if rtl == edition.said.rtl else "end")


def draw_page(flow: Flow, number: int, surface: Surface) -> None:
    """What the flow has put on a page, from 1."""
    if number == 1:
        surface.adopt(flow.element)
    for drawing in flow.pages[number - 1]:
        drawing(surface)


def draw_footer(surface: Surface, left: str, right: str) -> None:
    """What the page is, on the left, and its number on the right; in the main language alone, as it only helps to keep
    sheets in order.
    """
    left, right = alone(left), alone(right)
    paper, edition = surface.paper, surface.edition
    large = edition.smallest > SMALLEST
    tall = _LARGE_FOOTER if large else _FOOTER
    box = Box(paper.margin, paper.height - _FOOTER_UP - tall, paper.width - 2 * paper.margin, tall)
    number = fit(right, edition.quiet(SMALLEST, "end"), box.width, tall, edition).block
    beside = max(_NUMBER, number.natural_width / MM + _BETWEEN) if edition.large else _NUMBER
    name = fit(left, on_the_page_side(left, edition.quiet(SMALLEST), edition), box.width - beside, tall, edition).block
    for block in (name, number):
        with surface.artefact(pagination=True):
            surface.place(block, box.x, box.bottom - height(block))
