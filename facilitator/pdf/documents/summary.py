"""The summary: one page to give back. You said, we will, we cannot because, and who answers when.

Everything is on one page: smaller type first, then fewer examples; what is still left out is counted, never silent. In
large print it takes as many pages as it needs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.pdf import after_words, words
from facilitator.pdf import organiser_words as ours
from facilitator.pdf.documents.easy_summary import easy_summary
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.long_words import add_long
from facilitator.pdf.documents.look import SMALLEST, TEAL
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.surface import height
from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.organiser_values import Answer, Decided, SaidTheme, SaidVote, SummaryValues

_T = TypeVar("_T")
_INDENT = 4.0
_DAY = 3.5
"""The width of a day in words, in millimetres for a point of type."""

_BESIDE_THE_DAY = 3.0
_LONGEST_EXAMPLE = 120
_TITLE = 28.0

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Between a number and what it counts."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How to fit it on a page: the size of the type, how many groups of notes (with an example from each or without),
    how many decisions, votes and answers, and how many characters to one thing.
    """

    size: float
    themes: int
    most: int
    longest: int
    examples: bool = True


_PLANS = (
    _Plan(15.0, 6, 9, 2_000),
    _Plan(13.5, 6, 9, 2_000),
    _Plan(12.0, 6, 9, 2_000),
    _Plan(11.5, 6, 9, 2_000),
    _Plan(11.0, 6, 9, 2_000),
    _Plan(11.0, 4, 9, 2_000),
    _Plan(10.5, 4, 9, 2_000),
    _Plan(10.0, 4, 9, 2_000),
    _Plan(10.0, 6, 9, 600, examples=False),
    _Plan(9.0, 6, 7, 400, examples=False),
    _Plan(SMALLEST, 4, 6, 240, examples=False),
    _Plan(SMALLEST, 4, 4, 160, examples=False),
    _Plan(SMALLEST, 2, 2, 80, examples=False),
    _Plan(SMALLEST, 1, 1, 40, examples=False),
)

_ALL = _Plan(18.0, 1_000, 1_000, 2_000)


def summary(values: SummaryValues, edition: Edition) -> Printable:
    """The page laid out for one edition. Raises NothingToPrint when nothing was grouped, voted or decided."""
    if not (values.themes or values.votes or values.will or values.cannot):
        raise NothingToPrint(
            "There is nothing to sum up yet: name a group of notes, close a vote, or write down what was decided."
        )
    if edition.reading is Reading.EASY:
        return easy_summary(values, edition)
    page = _laid_out(values, edition)
    pages = FlowPages(values.programme, edition, page.flow, values.programme)
    if page.left_out:
        pages.warnings = ("The summary has more to say than one page holds. What is left out is counted on the page.",)
    return Stamped(pages, values.printed)


def _laid_out(values: SummaryValues, edition: Edition) -> _Page:
    """The page in the largest type in which it is one; in large print as many as it takes."""
    if edition.reading is not Reading.STANDARD:
        return _Page(Flow(edition.drawn), replace(_ALL, size=edition.smallest)).add(values)
    tried = (_Page(Flow(edition.drawn), plan).add(values) for plan in _PLANS)
    page = next((page for page in tried if page.fits), None)
    return page or _Page(Flow(edition.drawn), _PLANS[-1]).add(values)


class _Page:
    """The page under one plan."""

    def __init__(self, flow: Flow, plan: _Plan) -> None:
        self.flow = flow
        self._edition = flow.edition
        self._said = flow.said
        self._plan = plan
        self.left_out = 0

    @property
    def fits(self) -> bool:
        """Whether it came to one page."""
        return len(self.flow.pages) == 1

    def add(self, values: SummaryValues) -> _Page:
        """Lay it out, over more than one page if the plan is too generous."""
        flow, size, said, edition = self.flow, self._plan.size, self._said, self._edition
        about = (said(ours.SUMMARY), self._short(values.place), said.day(values.day) if values.day else "")
        flow.text(flow.said.joined(" · ", about), edition.quiet(10), after=1.5)
        flow.heading(self._short(values.programme), 1, edition.heavy(min(size * 2.1, _TITLE)), after=1.0)
        came = ours.how_many_came(said, values.people, values.notes, len(values.votes))
        flow.text(came, edition.quiet(size), after=size * 0.1)
        if values.face_down:
            flow.text(after_words.face_down(said, values.face_down), edition.quiet(size), after=size * 0.1)
        if values.themes or values.votes:
            self._heading(ours.YOU_SAID)
            self._themes(values.themes)
            self._some(values.votes, self._vote)
        self._heading(ours.WE_WILL)
        self._some(values.will, self._decided)
        if not values.will:
            flow.text(said(ours.NOTHING_YET), edition.quiet(size), indent=_INDENT)
        if values.cannot:
            self._heading(ours.WE_CANNOT)
            self._some(values.cannot, self._decided)
        self._heading(ours.WHO_ANSWERS)
        self._some(values.answers, self._answer)
        if not values.answers:
            flow.text(said(ours.NOBODY_YET), edition.quiet(size), indent=_INDENT)
        return self

    def _heading(self, text: str) -> None:
        self.flow.space(self._plan.size * 0.5)
        self.flow.heading(self._said(text), 2, self._edition.heavy(self._plan.size * 1.35), after=0.8, keep=10.0)

    def _some(self, things: Sequence[_T], add: Callable[[_T], None]) -> None:
        shown = things[: self._plan.most]
        with self.flow.group("L"):
            for thing in shown:
                add(thing)
        self._rest(things, shown)

    def _rest(self, things: Sequence[object], shown: Sequence[object]) -> None:
        rest = len(things) - len(shown)
        if rest:
            self.left_out += rest
            more = self._said(ours.MORE, more=rest)
            self.flow.text(more, self._edition.quiet(self._plan.size), indent=_INDENT, after=0.8)

    def _themes(self, themes: Sequence[SaidTheme]) -> None:
        """Side by side, two in a row."""
        flow = self.flow
        shown = themes[: self._plan.themes]
        width = flow.width / 2 - _INDENT - 2.0
        with flow.group("L"):
            for first in range(0, len(shown), 2):
                columns = [self._theme(theme, width) for theme in shown[first : first + 2]]
                self._draw_columns(columns)
        self._rest(themes, shown)

    def _theme(self, theme: SaidTheme, width: float) -> list[TextBlock]:
        flow, size, plain = self.flow, self._plan.size, self._edition.plain
        many = f"{words.notes(self._said, theme.notes)}".replace(" ", NO_BREAK)
        head = [Span(self._short(theme.name), bold=True), Span(f"  {many}")]
        blocks = [flow.block(head, plain(size), width)]
        if self._plan.examples and len(theme.example) <= _LONGEST_EXAMPLE:
            blocks.append(flow.block(theme.example.strip(), replace(plain(size), lang=theme.language or None), width))
            if theme.translation.strip():
                blocks.append(flow.block(theme.translation.strip(), self._edition.quiet(size), width))
        return blocks

    def _vote(self, vote: SaidVote) -> None:
        outcome = replace(vote, first=tuple(self._short(text) for text in vote.first[: self._plan.most]))
        self._piece([Span(self._short(vote.question), bold=True), Span(f" {ours.vote_outcome(self._said, outcome)}")])

    def _decided(self, decision: Decided) -> None:
        what = Span(ours.sentence(self._short(decision.what)), bold=True)
        self._piece([what, Span(f" {self._short(decision.reason)}")] if decision.reason.strip() else [what])

    def _answer(self, answer: Answer) -> None:
        """A row: the day, and beside it who answers for what."""
        flow, size, said, plain = self.flow, self._plan.size, self._said, self._edition.plain
        wide = _DAY * size
        when = said.day(answer.by_when) if answer.by_when else said(ours.NO_DAY)
        day = flow.block(when, plain(size), wide - _BESIDE_THE_DAY)
        who = [Span(ours.sentence(self._short(answer.who)) + " ", bold=True)] if answer.who.strip() else []
        block = flow.block([*who, Span(self._short(answer.about))], plain(size), flow.width - _INDENT - wide)
        left = flow.left + _INDENT

        def named(surface: Surface, y: float) -> None:
            with surface.tag("Lbl"):
                surface.place(day, left, y)

        def drawing(surface: Surface, y: float) -> None:
            with surface.tag("LI"):
                named(surface, y)
                with surface.tag("LBody"):
                    surface.place(block, left + wide, y)

        tall = max(height(day), height(block))
        if tall > flow.deepest:
            with flow.group("LI"):
                add_long(flow, named, height(day), [block], _INDENT + wide)
        else:
            flow.draw(tall, drawing)
        flow.space(size * 0.1)

    def _piece(self, spans: Sequence[Span]) -> None:
        style = self._edition.plain(self._plan.size)
        self._draw_columns([[self.flow.block(spans, style, self.flow.width - _INDENT)]])

    def _draw_columns(self, columns: Sequence[Sequence[TextBlock]]) -> None:
        """Blocks side by side, each column with an upright line beside it."""
        flow = self.flow
        left, share = flow.left, flow.width / 2
        tall = max(sum(map(height, blocks)) for blocks in columns)
        if tall > flow.deepest:
            self._one_below_the_other(columns)
            return

        def drawing(surface: Surface, top: float) -> None:
            for n, blocks in enumerate(columns):
                x, y = left + n * share, top
                with surface.pen.path(fill=TEAL) as path:
                    path.rectangle(x, y + 0.6, 0.7, sum(map(height, blocks)) - 1.2)
                with surface.tag("LI"), surface.tag("LBody"):
                    for block in blocks:
                        with surface.tag("P"):
                            surface.place(block, x + _INDENT, y)
                        y += height(block)

        flow.draw(tall, drawing)
        flow.space(self._plan.size * 0.16)

    def _one_below_the_other(self, columns: Sequence[Sequence[TextBlock]]) -> None:
        """The same where one of them is higher than a page."""
        flow = self.flow
        for blocks in columns:
            with flow.group("LI"):
                add_long(flow, lambda surface, y: None, height(blocks[0]) / len(blocks[0].lines), blocks, _INDENT)
            flow.space(self._plan.size * 0.16)

    def _short(self, text: str) -> str:
        line = " ".join(text.split())
        longest = self._plan.longest
        if len(line) <= longest:
            return line
        self.left_out += 1
        return line[: longest - 1].rstrip() + "…"
