"""The thread from story to decision: a page for each idea, and what nothing came of yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.strand import add_strand, decision_spans

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.after_values import ThreadValues


def thread(values: ThreadValues, edition: Edition) -> Printable:
    """The pages laid out for one edition. Raises NothingToPrint when there is neither an idea nor an insight."""
    if not (values.strands or values.loose_insights):
        raise NothingToPrint("There is no thread yet: write down an insight from a story, or begin an idea.")
    flow = Flow(edition.drawn)
    said, edition = flow.said, flow.edition
    flow.text(said.joined(" · ", (values.programme, values.place)), edition.quiet(10), after=1.5)
    flow.heading(said(ours.THREAD), 1, edition.heavy(26), after=1.5)
    flow.text(said(ours.THREAD_HOW), edition.quiet(11), after=5.0)
    for turn, strand in enumerate(values.strands):
        if turn:
            flow.turn()
        add_strand(flow, strand, level=2)
    _add_loose(flow, values)
    name = said(ours.THREAD)
    return Stamped(FlowPages(name, edition, flow, name), values.printed)


def _add_loose(flow: Flow, values: ThreadValues) -> None:
    said, edition = flow.said, flow.edition
    if values.loose_insights:
        flow.space(9.0)
        flow.heading(said(ours.LOOSE_INSIGHTS), 2, edition.heavy(16), after=1.0, keep=20.0)
        flow.text(said(ours.LOOSE_INSIGHTS_HOW), edition.quiet(10), after=2.0)
        flow.items(values.loose_insights, edition.plain(11))
    if values.loose_decisions:
        flow.space(8.0)
        flow.heading(said(ours.LOOSE_DECISIONS), 2, edition.heavy(16), after=2.0, keep=20.0)
        for decision in values.loose_decisions:
            for spans in decision_spans(said, decision):
                flow.text(spans, edition.plain(11), after=1.0)
            flow.space(2.0)
