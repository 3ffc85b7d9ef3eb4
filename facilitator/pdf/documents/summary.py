"""The summary: one page to give back. You said, we will, we cannot because, and who answers when.

Everything is on one page: smaller type first, then fewer examples; what is still left out is counted, never silent.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import organiser_words as said
from facilitator.pdf import words
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.look import SMALLEST, TEAL, heavy, plain, quiet
from facilitator.pdf.documents.session_page import FlowPages
from facilitator.pdf.documents.surface import height
from facilitator.pdf.text.style import Span, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.domain.sheet import Paper
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.fonts import FontBook
    from facilitator.workshop.queries.organiser_values import Answer, Decided, SaidTheme, SaidVote, SummaryValues

_T = TypeVar("_T")
_INDENT = 5.0
_DAY = 34.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """How to fit it on a page: the size of the type, how many things of a kind, with how many characters each."""

    size: float
    most: int
    longest: int
    examples: bool = True


_PLANS = (
    _Plan(12.0, 6, 2_000),
    _Plan(11.0, 6, 2_000),
    _Plan(10.0, 6, 2_000),
    _Plan(9.0, 6, 2_000),
    _Plan(9.0, 8, 400, examples=False),
    _Plan(SMALLEST, 6, 240, examples=False),
    _Plan(SMALLEST, 4, 160, examples=False),
    _Plan(SMALLEST, 2, 80, examples=False),
    _Plan(SMALLEST, 1, 40, examples=False),
)


def summary(values: SummaryValues, paper: Paper, fonts: FontBook) -> Printable:
    """The page laid out for one paper. Raises NothingToPrint when nothing was grouped, voted or decided."""
    if not (values.themes or values.votes or values.will or values.cannot):
        raise NothingToPrint(
            "There is nothing to sum up yet: name a group of notes, close a vote, or write down what was decided."
        )
    tried = (_Page(Flow(paper.drawn, fonts), plan).add(values) for plan in _PLANS)
    page = next((page for page in tried if page.fits), None) or _Page(Flow(paper.drawn, fonts), _PLANS[-1]).add(values)
    pages = FlowPages(values.programme, paper, page.flow, values.programme)
    if page.left_out:
        pages.warnings = ("The summary has more to say than one page holds. What is left out is counted on the page.",)
    return pages


class _Page:
    """The page under one plan."""

    def __init__(self, flow: Flow, plan: _Plan) -> None:
        self.flow = flow
        self._plan = plan
        self.left_out = 0

    @property
    def fits(self) -> bool:
        """Whether it came to one page."""
        return len(self.flow.pages) == 1

    def add(self, values: SummaryValues) -> _Page:
        """Lay it out, over more than one page if the plan is too generous."""
        flow, size = self.flow, self._plan.size
        about = (values.place, words.day(values.day) if values.day else "")
        flow.text(" · ".join(filter(None, about)), quiet(10), after=1.5)
        flow.text(self._short(values.programme), heavy(size * 2.1), after=1.0)
        flow.text(said.how_many_came(values.people, values.notes, len(values.votes)), quiet(size), after=size * 0.1)
        if values.themes or values.votes:
            self._heading(said.YOU_SAID)
            self._some(values.themes, self._theme)
            self._some(values.votes, self._vote)
        self._heading(said.WE_WILL)
        self._some(values.will, self._decided)
        if not values.will:
            flow.text(said.NOTHING_YET, quiet(size), indent=_INDENT)
        if values.cannot:
            self._heading(said.WE_CANNOT)
            self._some(values.cannot, self._decided)
        self._heading(said.WHO_ANSWERS)
        self._some(values.answers, self._answer, most=self._plan.most + 2)
        if not values.answers:
            flow.text(said.NOBODY_YET, quiet(size), indent=_INDENT)
        return self

    def _heading(self, text: str) -> None:
        self.flow.space(self._plan.size * 0.5)
        self.flow.text(text, heavy(self._plan.size * 1.35), after=0.8, keep=10.0)

    def _some(self, things: Sequence[_T], add: Callable[[_T], None], most: int = 0) -> None:
        shown = things[: most or self._plan.most]
        for thing in shown:
            add(thing)
        rest = len(things) - len(shown)
        if rest:
            self.left_out += rest
            self.flow.text(said.MORE.format(more=rest), quiet(self._plan.size), indent=_INDENT)

    def _theme(self, theme: SaidTheme) -> None:
        head = [Span(self._short(theme.name), bold=True), Span(f"  {words.count(theme.notes, 'note')}")]
        if not self._plan.examples or len(theme.example) > 140:
            self._piece([(head, plain(self._plan.size))])
            return
        style = replace(plain(self._plan.size), lang=theme.language or None)
        lines = [(head, plain(self._plan.size)), (theme.example.strip(), style)]
        if theme.translation.strip():
            lines.append((theme.translation.strip(), quiet(self._plan.size)))
        self._piece(lines)

    def _vote(self, vote: SaidVote) -> None:
        outcome = replace(vote, first=tuple(self._short(text) for text in vote.first[: self._plan.most]))
        self._piece(
            [
                ([Span(self._short(vote.question), bold=True)], plain(self._plan.size)),
                (said.vote_outcome(outcome), plain(self._plan.size)),
            ]
        )

    def _decided(self, decision: Decided) -> None:
        lines = [([Span(self._short(decision.what), bold=True)], plain(self._plan.size))]
        if decision.reason.strip():
            lines.append(([Span(self._short(decision.reason))], plain(self._plan.size)))
        self._piece(lines)

    def _answer(self, answer: Answer) -> None:
        """A row: the day, and beside it who answers and for what."""
        flow, size = self.flow, self._plan.size
        when = words.day(answer.by_when) if answer.by_when else said.NO_DAY
        day = flow.block(when, heavy(size), _DAY)
        width = flow.width - _INDENT - _DAY - 2.0
        blocks = [
            flow.block(self._short(text), style, width)
            for text, style in ((answer.who, plain(size)), (answer.about, quiet(size)))
            if text.strip()
        ]
        left = flow.left + _INDENT

        def drawing(surface: Surface, y: float) -> None:
            surface.place(day, left, y)
            for block in blocks:
                surface.place(block, left + _DAY + 2.0, y)
                y += height(block)

        flow.draw(max(height(day), sum(map(height, blocks))), drawing)
        flow.space(size * 0.08)

    def _piece(self, lines: Sequence[tuple[str | Sequence[Span], TextStyle]]) -> None:
        """Some lines with an upright line beside them, kept together."""
        flow = self.flow
        blocks = [flow.block(text, style, flow.width - _INDENT) for text, style in lines]
        tall, left = sum(map(height, blocks)), flow.left

        def drawing(surface: Surface, y: float) -> None:
            with surface.pen.path(fill=TEAL) as path:
                path.rectangle(left, y + 0.5, 0.7, tall - 1.0)
            for block in blocks:
                surface.place(block, left + _INDENT, y)
                y += height(block)

        flow.draw(tall, drawing)
        flow.space(self._plan.size * 0.13)

    def _short(self, text: str) -> str:
        line = " ".join(text.split())
        longest = self._plan.longest
        if len(line) <= longest:
            return line
        self.left_out += 1
        return line[: longest - 1].rstrip() + "…"
