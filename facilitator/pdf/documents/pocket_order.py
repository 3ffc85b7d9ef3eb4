"""The running order to keep in a pocket: a few words for each block on small cards, and whom to tell of harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.cut_sheets import Cut, CutSheets
from facilitator.pdf.documents.in_both import snug
from facilitator.pdf.documents.long_words import add_long
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import Stamped
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.write_on import add_lines
from facilitator.pdf.pen import MM

if TYPE_CHECKING:
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import PocketOrderValues, PocketRow

_CUT = Cut((1.0, 1.0), 2)
_CLOCK = 14.0
_PAD = 1.2
_PROMPT = 110
"""Characters of what is to be said: enough to remember it by."""


def pocket_order(values: PocketOrderValues, edition: Edition) -> Printable:
    """The cards laid out for one edition. Raises NothingToPrint when nothing is planned."""
    if not values.rows:
        raise NothingToPrint("This session has no activities yet, so there is no running order. Add them to the plan.")
    flows = [_laid_out(values, edition)]
    copies = max(1, len(_CUT.boxes(edition)) // len(flows[0].pages))
    flows += [_laid_out(values, edition) for _ in range(copies - 1)]  # a sheet that is cut anyway is filled
    said = edition.said
    return Stamped(
        CutSheets(said(ours.POCKET), edition, flows, _CUT, said(ours.POCKET_SHEET)),
        values.session.printed,
    )


def _laid_out(values: PocketOrderValues, edition: Edition) -> Flow:
    flow = _CUT.flow(edition)
    edition, said, head = flow.edition, flow.said, values.session
    flow.heading(head.title.strip() or said(ours.POCKET), 1, edition.heavy(12), after=0.6)
    when = said.joined(" · ", (said.weekday(head.day) if head.day else "", head.starts))
    if when:
        flow.text(when, edition.quiet(9), after=1.0)
    with flow.group("L"):
        for row in values.rows:
            with flow.group("LI"):
                _add_row(flow, row)
    flow.space(2.0)
    flow.text(said(ours.POCKET_HARM), edition.plain(9), keep=14.0)
    add_lines(flow, [(ours.NAME, 1.0), (ours.TELEPHONE, 1.0)], after=0.0)
    return flow


def _add_row(flow: Flow, row: PocketRow) -> None:
    edition, said = flow.edition, flow.said
    clock = snug(flow, ours.pocket_clock(row), edition.heavy(10), flow.width)
    indent = max(_CLOCK, clock.width / MM + 2.0)
    width = flow.width - indent
    about = said.joined(" · ", (said("{n} min", n=row.minutes), row.lead))
    blocks = [
        flow.block(text, style, width)
        for text, style in (
            (ours.pocket_title(said, row), edition.heavy(10)),
            (_shortened(row.prompt), edition.plain(9)),
            (about, edition.quiet(8.5)),
        )
        if text
    ]

    def drawn(surface: Surface, y: float) -> None:
        with surface.pen.path(stroke=RULE, width=0.15) as path:
            path.line(flow.left, y, flow.left + flow.width, y)
        with surface.tag("Lbl"):
            surface.place(clock, flow.left, y + _PAD)

    def drawing(surface: Surface, y: float) -> None:
        drawn(surface, y)
        below = y + _PAD
        with surface.tag("LBody"):
            for block in blocks:
                with surface.tag("P"):
                    surface.place(block, flow.left + indent, below)
                below += height(block)

    tall = 2 * _PAD + sum(map(height, blocks))
    if tall <= flow.deepest:
        flow.draw(tall, drawing)
        return
    add_long(flow, lambda surface, y: drawn(surface, y - _PAD), height(clock), blocks, indent)
    flow.space(2 * _PAD)


def _shortened(prompt: str) -> str:
    """The beginning of what is to be said, up to a word's end."""
    words = " ".join(prompt.split())
    if len(words) <= _PROMPT:
        return words
    return words[:_PROMPT].rsplit(" ", 1)[0].rstrip(".,;: ") + " …"
