"""The running order: what happens when, what to say, who leads with what kit, what to bring, and whom to tell if
somebody speaks of harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import organiser_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.look import INK, RULE, TEAL
from facilitator.pdf.documents.session_page import FlowPages, Stamped, add_head
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import MM

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.organiser_values import RunningOrderRow, RunningOrderValues

_SIDES, _LARGE_SIDES = 17.0, 24.0
"""How wide the times stand before a block, and its minutes after it; and in large print."""

_PAD = 2.2
_BAR = 0.7
_SAY = 3.5
_BETWEEN = 0.8
_WHOLE = 120.0
"""A row lower than this is kept on one page."""


def running_order(values: RunningOrderValues, edition: Edition) -> Printable:
    """The running order laid out for one edition. Raises NothingToPrint when nothing is planned."""
    if not values.rows:
        raise NothingToPrint("This session has no activities yet, so there is no running order. Add them to the plan.")
    flow = Flow(edition.drawn)
    _add_top(flow, values)
    with flow.group("L"):
        for row in values.rows:
            with flow.group("LI"):
                _Row(flow, row).add()
    _add_rule(flow)
    _add_bring(flow, values)
    _add_harm(flow)
    said = edition.said
    pages = FlowPages(said(ours.RUNNING_ORDER), edition, flow, said(ours.FOR_THE_FACILITATOR))
    return Stamped(pages, values.session.printed)


def _add_top(flow: Flow, values: RunningOrderValues) -> None:
    said, edition = flow.said, flow.edition
    add_head(flow, said(ours.RUNNING_ORDER), values.session)
    for paragraph in filter(None, map(str.strip, values.purpose.splitlines())):
        flow.space(1.5)
        flow.text(paragraph, edition.plain(11))
    flow.space(2.5)
    if not values.rows[0].clock:
        flow.text(said(ours.NO_START), edition.heavy(10.5), after=1.0)
    if any(row.prompt.strip() for row in values.rows):
        flow.text(said(ours.SAY), edition.quiet(10), after=2.5)


class _Row:
    """One block: when, its name, what to say, how and with what; and how long."""

    def __init__(self, flow: Flow, row: RunningOrderRow) -> None:
        self._flow = flow
        said, edition = flow.said, flow.edition
        heavy, plain, quiet = edition.heavy, edition.plain, edition.quiet
        self._side = _LARGE_SIDES if edition.large else _SIDES
        width = flow.width - 2 * self._side - 2.0
        title = plain(12) if row.kind == "break" else heavy(12)
        self._clock = flow.block(ours.row_clock(row), heavy(12), self._side)
        self._minutes = flow.block(said("{n} min", n=row.minutes), quiet(10.5, "end"), self._side)
        self._title = flow.block(ours.row_title(said, row), title, width)
        self._say = flow.block(row.prompt.strip(), plain(11.5), width - _SAY) if row.prompt.strip() else None
        self._below = [
            flow.block(text, style, width)
            for text, style in (
                (ours.row_details(said, row), quiet(10)),
                (said(ours.QUESTION, question=row.uses.strip()) if row.uses.strip() else "", quiet(10)),
                (said(ours.KIT, kit=" ".join(row.kit.split())) if row.kit.strip() else "", quiet(10)),
                (ours.row_trouble(said, row), heavy(10)),
            )
            if text
        ]

    def add(self) -> None:
        """Put the row on the page, whole if it is not too long."""
        flow, tall = self._flow, self._height()
        flow.need(min(tall, _WHOLE))
        if tall <= flow.room:
            flow.draw(tall, self._draw)
            return
        flow.draw(_PAD, self._draw_around)
        with flow.group("LBody"):
            for block, indent in self._pieces():
                flow.place(block, self._side + indent)
                flow.space(_BETWEEN)
        flow.space(_PAD)

    def _pieces(self) -> list[tuple[TextBlock, float]]:
        say = [(self._say, 0.0 if self._say.lines[0].rtl else _SAY)] if self._say else []
        return [(self._title, 0.0), *say, *((block, 0.0) for block in self._below)]

    def _height(self) -> float:
        pieces = self._pieces()
        return 2 * _PAD + sum(height(block) for block, _ in pieces) + _BETWEEN * (len(pieces) - 1)

    def _draw(self, surface: Surface, top: float) -> None:
        self._draw_around(surface, top)
        y = top + _PAD
        with surface.tag("LBody"):
            for block, indent in self._pieces():
                if block is self._say:
                    self._draw_bar(surface, block, y)
                with surface.tag("P"):
                    surface.place(block, self._flow.left + self._side + indent, y)
                y += height(block) + _BETWEEN

    def _draw_bar(self, surface: Surface, block: TextBlock, y: float) -> None:
        """The line beside what is to be said, where the words begin."""
        left = self._flow.left + self._side
        x = left + block.width / MM + _SAY - _BAR if block.lines[0].rtl else left
        with surface.pen.path(fill=TEAL) as path:
            path.rectangle(x, y + 0.6, _BAR, height(block) - 1.2)

    def _draw_around(self, surface: Surface, y: float) -> None:
        flow = self._flow
        with surface.pen.path(stroke=RULE, width=0.15) as path:
            path.line(flow.left, y, flow.left + flow.width, y)
        with surface.tag("Lbl"):
            surface.place(self._clock, flow.left, y + _PAD)
            surface.place(self._minutes, flow.left + flow.width - self._side, y + _PAD)


def _add_rule(flow: Flow) -> None:
    left, right = flow.left, flow.left + flow.width

    def drawing(surface: Surface, y: float) -> None:
        with surface.pen.path(stroke=RULE, width=0.15) as path:
            path.line(left, y, right, y)

    flow.artefact(0.0, drawing)


def _add_bring(flow: Flow, values: RunningOrderValues) -> None:
    things = ours.to_bring(flow.said, values.bring)
    if not things:
        return
    flow.space(6.0)
    flow.heading(flow.said(ours.BRING), 2, flow.edition.heavy(14), after=1.0, keep=12.0)
    flow.text(things, flow.edition.plain(11))


def _add_harm(flow: Flow) -> None:
    """What to do when somebody speaks of harm, and lines to write down whom to tell; kept together."""
    said, edition = flow.said, flow.edition
    head = flow.block(said(ours.HARM), edition.heavy(14), flow.width)
    how = flow.block(said(ours.HARM_HOW), edition.plain(11), flow.width)
    labels = [flow.block(said(text), edition.quiet(9.5), 30.0) for text in (ours.NAME_LINE, ours.TELEPHONE_LINE)]
    left, width = flow.left, flow.width
    inside = 4.0

    def drawing(surface: Surface, y: float) -> None:
        with surface.pen.path(stroke=INK, width=0.35) as path:
            path.line(left, y, left + width, y)
        with surface.heading(2):
            surface.place(head, left, y + inside)
        with surface.tag("P"):
            surface.place(how, left, y + inside + height(head) + 1.0)
        line = y + inside + height(head) + height(how) + 12.0
        for x, right, label in (
            (left, left + width * 0.58, labels[0]),
            (left + width * 0.62, left + width, labels[1]),
        ):
            draw_write_on_line(surface, x, right, line)
            with surface.tag("P"):
                surface.place(label, x, line + 0.8)

    flow.space(8.0)
    flow.draw(inside + height(head) + height(how) + 12.0 + 6.0, drawing)
