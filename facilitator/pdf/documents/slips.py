"""Slips that are cut apart: what it cost to come, one each, and tickets in two parts for what has to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import organiser_words
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.cut_sheets import CutSheets, roomy
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.in_both import add_said
from facilitator.pdf.documents.session_page import Stamped
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.write_on import add_empty_lines, add_lines, add_ticks

if TYPE_CHECKING:
    from facilitator.pdf.documents.cut_sheets import Cut
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import ExpensesValues, ParkingValues

_AMOUNT = 34.0
_COST = 8.6
_PARTS = (0.66, 0.34)
"""Of a ticket: what goes on the board, and what its person keeps."""

_LINE, _FEWEST = 10.0, 3


def expenses(values: ExpensesValues, edition: Edition) -> Printable:
    """The slips laid out for one edition. Raises NothingToPrint when none is wanted."""
    if values.slips < 1:
        raise NothingToPrint("There is no slip to print: say how many people there are.")
    cut = roomy((1.0,), 2, lambda cut: [_slip(values, cut, edition)])
    flows = [_slip(values, cut, edition) for _ in range(values.slips)]
    said = edition.said
    return Stamped(
        CutSheets(said(ours.EXPENSES), edition, flows, cut, said(ours.EXPENSES)),
        values.session.printed,
    )


def parking(values: ParkingValues, edition: Edition) -> Printable:
    """The tickets laid out for one edition. Raises NothingToPrint when none is wanted."""
    if values.tickets < 1:
        raise NothingToPrint("There is no ticket to print: say how many people there are.")
    cut = roomy(_PARTS, 3, lambda cut: [_parked(cut, edition, values.tickets), _kept(cut, edition, values.tickets)])
    numbers = range(1, values.tickets + 1)
    footer = edition.said.joined(" · ", (edition.said(ours.PARKING_TICKETS), values.programme))
    flows = [flow for number in numbers for flow in (_parked(cut, edition, number), _kept(cut, edition, number))]
    said = edition.said
    return Stamped(
        CutSheets(said(ours.PARKING_TICKETS), edition, flows, cut, footer),
        values.printed,
    )


def _slip(values: ExpensesValues, cut: Cut, edition: Edition) -> Flow:
    flow = cut.flow(edition)
    edition, head = flow.edition, values.session
    flow.text(organiser_words.session_turn(flow.said, head), edition.quiet(9), after=0.5)
    add_said(flow, ours.EXPENSES, edition.heavy(16), role="H1", after=0.5)
    add_said(flow, ours.EXPENSES_HOW, edition.plain(10))
    add_lines(flow, [(ours.NAME, 2.0), (ours.DATE, 1.0)], after=0.5)
    for sentence in ours.COSTS:
        _add_cost(flow, sentence)
    flow.space(2.5)
    add_said(flow, ours.PAID, edition.plain(10.5), after=0.8)
    add_ticks(flow, ours.PAIDS, size=10.5, after=0.0)
    add_lines(flow, [(ours.SIGNATURE, 1.0)], after=0.0)
    return flow


def _add_cost(flow: Flow, sentence: str) -> None:
    block = flow.block(flow.said(sentence), flow.edition.plain(10.5), flow.width - _AMOUNT - 4.0)
    tall = max(_COST, height(block) + 2.0)

    def drawing(surface: Surface, y: float) -> None:
        with surface.tag("P"):
            surface.place(block, flow.left, y + tall - height(block) - 0.4)
        draw_write_on_line(surface, flow.left + flow.width - _AMOUNT, flow.left + flow.width, y + tall - 0.8)

    flow.draw(tall, drawing)


def _parked(cut: Cut, edition: Edition, number: int) -> Flow:
    """The part that goes on the board."""
    flow = cut.flow(edition)
    edition = flow.edition
    add_said(flow, ours.TICKET, edition.quiet(10), number=number)
    add_said(flow, ours.PARKING, edition.heavy(18), role="H1", after=0.8)
    add_said(flow, ours.PARKING_HOW, edition.plain(10))
    lines = max(_FEWEST, int(flow.room // _LINE))
    add_empty_lines(flow, lines, max(_LINE, flow.room / lines - 0.1))
    return flow


def _kept(cut: Cut, edition: Edition, number: int) -> Flow:
    """The part its person keeps, with the same number."""
    flow = cut.flow(edition, 1)
    edition = flow.edition
    add_said(flow, ours.STUB, edition.quiet(10))
    add_said(flow, ours.TICKET, edition.heavy(18), after=0.8, number=number)
    add_said(flow, ours.STUB_HOW, edition.plain(10))
    add_lines(flow, [(ours.ANSWERED_BY, 1.0)], after=0.0)
    add_lines(flow, [(ours.ANSWERED_WHEN, 1.0)], after=0.0)
    return flow
