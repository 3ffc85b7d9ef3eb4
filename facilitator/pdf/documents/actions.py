"""Who does what by when: a table to hang up and to tick, the soonest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.table import Cell, Column
from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.wording import Wording
    from facilitator.workshop.queries.after_values import ActionRow, ActionsValues

_COLUMNS = (Column(26, heads_rows=True), Column(38), Column(88), Column(13, "centre"))
_SIZES = (11.0, 10.5, 10.0)
"""Points, the best first; a smaller size is taken where it saves a sheet."""

_BOX = 16.0


def actions(values: ActionsValues, edition: Edition) -> Printable:
    """The list laid out for one edition. Raises NothingToPrint when there is nothing on it."""
    if not values.rows:
        raise NothingToPrint(
            "There is no list of actions yet: write down who does something, or by when, beside what was decided."
        )
    tried = [_laid_out(values, Flow(edition.drawn), size) for size in _SIZES]
    name = edition.said(ours.ACTIONS)
    pages = FlowPages(name, edition, min(tried, key=lambda flow: len(flow.pages)), name)
    return Stamped(pages, values.printed)


def _laid_out(values: ActionsValues, flow: Flow, size: float) -> Flow:
    said, edition = flow.said, flow.edition
    flow.text(said.joined(" · ", (values.programme, values.place)), edition.quiet(10), after=1.5)
    flow.heading(said(ours.ACTIONS), 1, edition.heavy(26), after=1.5)
    flow.text(said(ours.ACTIONS_HOW), edition.quiet(11), after=4.0)
    if edition.reading is Reading.STANDARD:
        rows = [_row(said, row, edition, size) for row in values.rows]
        flow.table(_COLUMNS, [said(head) for head in ours.ACTIONS_HEAD], rows, edition.plain(size))
    else:
        _one_by_one(flow, values)
    return flow


def _row(said: Wording, row: ActionRow, edition: Edition, size: float) -> list[str | Cell]:
    day = said.day(row.by_when) if row.by_when else said(ours.NO_DAY)
    box = Cell(ours.BOX, edition.plain(_BOX))
    return [Cell(day, edition.heavy(size)), _who(said, row), Cell(_what(said, row)), box]


def _one_by_one(flow: Flow, values: ActionsValues) -> None:
    """Large type leaves no room for columns: the day, then who does what."""
    said, edition = flow.said, flow.edition
    for row in values.rows:
        day = said.day(row.by_when) if row.by_when else said(ours.NO_DAY)
        flow.heading(f"{ours.BOX} {day}", 2, edition.heavy(_SIZES[0]), after=1.0, keep=20.0)
        flow.text(_who(said, row), edition.plain(_SIZES[0]))
        flow.text(_what(said, row), edition.plain(_SIZES[0]), after=5.0)


def _who(said: Wording, row: ActionRow) -> str:
    return row.who.strip() or said(ours.NOBODY)


def _what(said: Wording, row: ActionRow) -> list[Span]:
    told = row.what.strip() if row.outcome != "answer" else said(ours.ANSWER, question=row.what.strip())
    reason = row.reason.strip()
    return [Span(told, bold=True), Span(f"\n{reason}")] if reason else [Span(told, bold=True)]
