"""The report: what was asked, how many answered, what most agree on and what divides them, and then every word there
is.

Hidden options and withheld notes are not in its values; where their number is told, it is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf import words
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.report_board import add_board
from facilitator.pdf.documents.report_poll import add_poll
from facilitator.pdf.documents.session_page import FlowPages

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.print_values import ReportBoard, ReportPoll, ReportValues


def report(values: ReportValues, edition: Edition) -> Printable:
    """The report laid out for one edition. Raises NothingToPrint when there is neither a vote nor a note."""
    values.needs_something()
    polls = [poll for poll in values.polls if poll.result.options]
    boards = [board for board in values.boards if board.themes]
    flow = _lay_out(values, polls, boards, Flow(edition.drawn))
    return FlowPages(values.programme, edition, flow, values.programme)


def _lay_out(values: ReportValues, polls: list[ReportPoll], boards: list[ReportBoard], flow: Flow) -> Flow:
    edition, said = flow.edition, flow.said
    about = [said(words.REPORT), values.place, said.day(values.day) if values.day else ""]
    flow.text(flow.said.joined(" · ", about), edition.quiet(10), after=2.0)
    flow.heading(values.programme, 1, edition.heavy(28), after=3.0)
    if values.people:
        flow.text(words.people_came(said, values.people), edition.quiet(12))
    for poll in polls:
        add_poll(flow, poll, title=values.programme)
    for board in boards:
        add_board(flow, board)
    _add_sources(flow, [poll.result.source for poll in polls] + [board.source for board in boards])
    return flow


def _add_sources(flow: Flow, sources: list[str]) -> None:
    named = dict.fromkeys(source.strip() for source in sources if source.strip())
    if not named:
        return
    flow.space(10.0)
    flow.heading(flow.said(words.SOURCES), 2, flow.edition.heavy(14), after=1.5, keep=12.0)
    for source in named:
        flow.text(source, flow.edition.plain(10), after=1.5)
