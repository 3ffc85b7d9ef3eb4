"""The report: what was asked, how many answered, what most agree on and what divides them, and then every word there
is.

Hidden options and withheld notes are not in its values; where their number is told, it is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf import words
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.look import SMALLEST, heavy, plain, quiet
from facilitator.pdf.documents.report_board import add_board
from facilitator.pdf.documents.report_poll import add_poll
from facilitator.pdf.documents.surface import height

if TYPE_CHECKING:
    from facilitator.domain.sheet import Paper
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.fonts import FontBook
    from facilitator.workshop.queries.print_values import ReportBoard, ReportPoll, ReportValues

_FOOTER = 8.0
"""Millimetres: two lines of Latin, or one of the tallest scripts together."""


class Report:
    """A report laid out for one paper. Raises NothingToPrint when there is neither a vote nor a note."""

    def __init__(self, values: ReportValues, paper: Paper, fonts: FontBook) -> None:
        values.needs_something()
        polls = [poll for poll in values.polls if poll.result.options]
        boards = [board for board in values.boards if board.themes]
        self.title = values.programme
        self.paper = paper
        self.warnings: tuple[str, ...] = ()
        self._fonts = fonts
        self._pages = _lay_out(values, polls, boards, Flow(paper.drawn, fonts)).pages

    @property
    def page_count(self) -> int:
        """How many pages it came to."""
        return len(self._pages)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one page and its footer."""
        for drawing in self._pages[number - 1]:
            drawing(surface)
        self._draw_footer(number, surface)

    def _draw_footer(self, number: int, surface: Surface) -> None:
        paper = surface.paper
        box = Box(paper.margin, paper.height - 13.0 - _FOOTER, paper.width - 2 * paper.margin, _FOOTER)
        name = fit(self.title, quiet(SMALLEST), box.width - 25.0, box.height, self._fonts)
        surface.place(name.block, box.x, box.bottom - height(name.block))
        page_of = fit(
            words.PAGE.format(page=number, pages=self.page_count),
            quiet(SMALLEST, "end"),
            box.width,
            box.height,
            self._fonts,
        )
        surface.place(page_of.block, box.x, box.bottom - height(page_of.block))


def _lay_out(values: ReportValues, polls: list[ReportPoll], boards: list[ReportBoard], flow: Flow) -> Flow:
    about = [words.REPORT, values.place, words.day(values.day) if values.day else ""]
    flow.text(" · ".join(filter(None, about)), quiet(10), after=2.0)
    flow.text(values.programme, heavy(28), after=3.0)
    if values.people:
        flow.text(words.people_came(values.people), quiet(12))
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
    flow.text(words.SOURCES, heavy(14), after=1.5, keep=12.0)
    for source in named:
        flow.text(source, plain(10), after=1.5)
