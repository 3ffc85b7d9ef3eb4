"""The report: what was done and who came, every word that was written, what was voted, tried and decided, and how one
came of the other.

Hidden options and withheld notes are not in its values; where their number is told, it is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.disclosure import FEWEST
from facilitator.pdf import after_words as ours
from facilitator.pdf import words
from facilitator.pdf.documents.flow import Flow, Part
from facilitator.pdf.documents.report_board import add_board
from facilitator.pdf.documents.report_cover import add_cover, add_sessions, add_who_came
from facilitator.pdf.documents.report_poll import add_poll
from facilitator.pdf.documents.report_tries import add_decisions, add_idea
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.strand import add_strand

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.after_values import ReportMore, WallValues
    from facilitator.workshop.queries.print_values import ReportValues


def report(values: ReportValues, edition: Edition) -> Printable:
    """The report laid out for one edition. Raises NothingToPrint when nothing was written, voted, tried or decided."""
    values.needs_something()
    flow = _Report(values, Flow(edition.drawn)).flow
    return Stamped(FlowPages(values.programme, edition, flow, values.programme), values.printed)


class _Report:
    """A report being laid out, in the order of the process."""

    def __init__(self, values: ReportValues, flow: Flow) -> None:
        self.flow = flow
        self._values = values
        self._polls = [poll for poll in values.polls if poll.result.options]
        self._boards = [board for board in values.boards if board.themes or (board.wall and _has_notes(board.wall))]
        self._more = values.more
        self._parts = self._named(values.more) if values.more else {}
        if values.more and values.more.sessions:
            add_cover(flow, values, values.more, [*self._parts.values()])
            self._add_what_we_did(values.more)
        else:
            self._add_head()
        for board in self._boards:
            self._begin(ours.BOARDS)
            add_board(flow, board)
        for poll in self._polls:
            self._begin(ours.VOTES)
            add_poll(flow, poll, title=values.programme)
        if values.more:
            self._add_what_came_of_it(values.more)
        _add_sources(flow, [*(board.source for board in self._boards), *(poll.result.source for poll in self._polls)])

    def _named(self, more: ReportMore) -> dict[str, Part]:
        """What is in it, for the cover."""
        named = (
            (ours.WHAT_WE_DID, bool(more.sessions)),
            (ours.WHO_CAME, bool(self._values.people)),
            (ours.BOARDS, bool(self._boards)),
            (ours.VOTES, bool(self._polls)),
            (ours.TRIED, bool(more.ideas)),
            (ours.DECIDED, bool(more.decisions)),
            (ours.THREAD, bool(more.thread)),
        )
        return {name: Part(self.flow.said(name)) for name, there in named if there}

    def _begin(self, name: str) -> None:
        """The next heading is where a part begins, unless it has begun already."""
        part = self._parts.get(name)
        if part and not part.heading:
            self.flow.begin(part)

    def _add_head(self) -> None:
        """The title of a report that needs no cover."""
        values, flow, said = self._values, self.flow, self.flow.said
        about = [said(words.REPORT), values.place, said.day(values.day) if values.day else ""]
        flow.text(said.joined(" · ", about), flow.edition.quiet(10), after=2.0)
        flow.heading(values.programme, 1, flow.edition.heavy(28), after=3.0)
        if values.people:
            came = words.people_came(said, values.people) if values.people >= FEWEST else said(ours.FEW_CAME)
            flow.text(came, flow.edition.quiet(12))

    def _add_what_we_did(self, more: ReportMore) -> None:
        self._begin(ours.WHAT_WE_DID)
        add_sessions(self.flow, more)
        if self._values.people:
            self._begin(ours.WHO_CAME)
            add_who_came(self.flow, more.came, self._values.people)

    def _add_what_came_of_it(self, more: ReportMore) -> None:
        flow = self.flow
        for idea in more.ideas:
            self._begin(ours.TRIED)
            add_idea(flow, idea)
        if more.decisions:
            self._begin(ours.DECIDED)
            add_decisions(flow, more.decisions)
        if more.thread:
            flow.space(12.0)
            self._begin(ours.THREAD)
            flow.heading(flow.said(ours.THREAD), 2, flow.edition.heavy(20), after=1.0, keep=60.0)
            flow.text(flow.said(ours.THREAD_HOW), flow.edition.quiet(10), after=2.0)
        for strand in more.thread:
            flow.space(5.0)
            add_strand(flow, strand, level=3, examples=False)


def _has_notes(wall: WallValues) -> bool:
    """Whether there is something to say of a board, be it that its notes lie face down."""
    return bool(wall.notes or wall.face_down)


def _add_sources(flow: Flow, sources: list[str]) -> None:
    named = dict.fromkeys(source.strip() for source in sources if source.strip())
    if not named:
        return
    flow.space(10.0)
    flow.heading(flow.said(words.SOURCES), 2, flow.edition.heavy(14), after=1.5, keep=12.0)
    for source in named:
        flow.text(source, flow.edition.plain(10), after=1.5)
