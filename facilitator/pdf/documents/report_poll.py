"""The part of a report that shows a vote: its numbers, what stands out, and every option in order with its counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain import highlights
from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf import words
from facilitator.pdf.documents import bars
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.surface import height
from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.tally import OptionResult, PollResult
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.workshop.queries.print_values import ReportPoll

_RANK = 13.0
_SHARE = 0.34
"""How much of the width the bars take."""

_BAR = 4.0
_PAD = 2.2


def add_poll(flow: Flow, poll: ReportPoll, *, title: str) -> None:
    """Lay a vote out; its question is not said again when it is the report's title."""
    result = poll.result
    flow.space(8.0)
    level = 2
    if result.question.strip() != title.strip():
        level = 3
        flow.heading(result.question, 2, flow.edition.heavy(20), after=3.0, keep=40.0)
    _add_numbers(flow, result)
    promise = words.promise(flow.said, poll.consequence, poll.answered_by, poll.answer_date)
    if promise:
        flow.space(3.0)
        flow.text(f"{flow.said(words.NEXT)}: {promise}", flow.edition.plain(11))
    if result.ballots:
        _add_how(flow, poll)
    shown = [option for option in result.options if not option.hidden]
    if poll.few:
        flow.space(3.0)
        flow.text(flow.said(ours.FEW_VOTED), flow.edition.plain(11))
        _add_bare(flow, result, shown, level)
        return
    if result.method == "agree" and result.ballots:
        _add_highlights(flow, shown, level)
    _add_every_option(flow, result, shown, level)


def _add_how(flow: Flow, poll: ReportPoll) -> None:
    """What each person could do, who could see it, and how it was counted."""
    how = [Span(flow.said(ours.HOW_VOTED), bold=True), Span(" "), Span(ours.how_voted(flow.said, poll))]
    flow.space(3.0)
    flow.text(how, flow.edition.plain(11))


def _add_numbers(flow: Flow, result: PollResult) -> None:
    """A row of large numbers, each with its word below it."""
    edition = flow.edition
    numbers = words.poll_numbers(flow.said, result)
    width = flow.width / len(numbers) - 4.0
    columns = [
        (flow.block(number, edition.heavy(26), 40.0), flow.block(label, edition.quiet(10), width))
        for number, label in numbers
    ]
    share, left = flow.width / 4, flow.left

    def drawing(surface: Surface, y: float) -> None:
        for n, (number, label) in enumerate(columns):
            with surface.tag("P"):
                surface.place(number, left + n * share, y)
                surface.place(label, left + n * share, y + height(number) - 1.0)

    flow.draw(max(height(number) + height(label) for number, label in columns), drawing)
    flow.space(2.0)
    for sentence in words.poll_remarks(flow.said, result):
        flow.text(sentence, edition.quiet(11))


def _add_highlights(flow: Flow, shown: Sequence[OptionResult], level: int) -> None:
    said, edition, needed = flow.said, flow.edition, highlights.enough(shown)
    for heading, told, none, options in (
        (words.AGREED, words.AGREED_HOW, words.AGREED_NONE, highlights.common_ground(shown)),
        (words.DIVIDED, words.DIVIDED_HOW, words.DIVIDED_NONE, highlights.divided(shown)),
    ):
        flow.space(9.0)
        flow.heading(said(heading), level, edition.heavy(16), after=1.0, keep=35.0)
        flow.text(said(told if options else none, votes=f"{needed:,}"), edition.quiet(10), after=3.0)
        if options:
            _add_legend(flow)
        for option in options:
            _add_highlight(flow, option)


def _add_highlight(flow: Flow, option: OptionResult) -> None:
    """A statement in larger type with a bar right across."""
    text = flow.block(option.text.strip(), flow.edition.plain(13), flow.width)
    counts = flow.block(words.counts(flow.said, option.counts), flow.edition.quiet(10), flow.width)
    left, width = flow.left, flow.width

    def drawing(surface: Surface, y: float) -> None:
        bars.draw_agreement(surface.pen, Box(left, y + 1.0, width, _BAR), option.counts)
        with surface.tag("P"):
            surface.place(counts, left, y + 1.0 + _BAR + 0.6)

    below = 1.0 + _BAR + 0.6 + height(counts)
    flow.need(min(height(text) + below, 120.0))
    flow.place(text)
    flow.draw(below, drawing)
    flow.space(4.5)


def _add_legend(flow: Flow) -> None:
    """Which pattern counts what."""
    left = flow.left
    labels = {name: flow.block(flow.said(words.COLUMNS[name]), flow.edition.quiet(10), 25.0) for name in bars.ORDER}

    def drawing(surface: Surface, y: float) -> None:
        for n, (name, label) in enumerate(labels.items()):
            x = left + n * 28.0
            bars.draw_swatch(surface.pen, Box(x, y + 0.7, 6.0, 3.2), name)
            with surface.tag("P"):
                surface.place(label, x + 8.0, y)

    flow.draw(8.5, drawing)


def _add_every_option(flow: Flow, result: PollResult, shown: Sequence[OptionResult], level: int) -> None:
    flow.space(9.0)
    flow.heading(words.every_option(flow.said, result.method), level, flow.edition.heavy(16), after=1.0, keep=30.0)
    flow.text(flow.said(words.ORDERED[result.method]), flow.edition.quiet(10), after=3.0)
    if result.method == "agree" and result.ballots:
        _add_legend(flow)
    ranks = [option.rank for option in shown]
    longest = max((option.score for option in shown), default=0.0)
    rows = [_Row(flow, option, result, tied=ranks.count(option.rank) > 1, longest=longest) for option in shown]
    with flow.group("L"):
        for place, row in enumerate(rows, 1):
            with flow.group("LI"):
                row.add(keep=rows[-1].tall if place == len(rows) - 1 else 0.0)


def _add_bare(flow: Flow, result: PollResult, shown: Sequence[OptionResult], level: int) -> None:
    """The options as they stood on the ballot, where how they did is not told."""
    flow.space(6.0)
    flow.heading(words.every_option(flow.said, result.method), level, flow.edition.heavy(16), after=2.0, keep=20.0)
    flow.items([f"{option.letter}  {option.text.strip()}" for option in shown], flow.edition.plain(11.5))


class _Row:
    """One option in the list: its place and letter, its words, its bar and its counts."""

    def __init__(self, flow: Flow, option: OptionResult, result: PollResult, *, tied: bool, longest: float) -> None:
        self._flow = flow
        self._option = option
        self._agree = result.method == "agree"
        self._longest = longest
        bar = flow.width * _SHARE
        heavy, plain, quiet = flow.edition.heavy, flow.edition.plain, flow.edition.quiet
        self._bar_x = flow.left + flow.width - bar
        self._bar_width = bar
        self._rank = flow.block(f"{option.rank}=" if tied else str(option.rank), heavy(13), _RANK)
        self._letter = flow.block(option.letter, quiet(9), _RANK)
        self._text = flow.block(option.text.strip(), plain(11.5), flow.width - _RANK - bar - 6.0)
        self._counts = flow.block(words.counts(flow.said, option.counts), quiet(9.5), bar)
        self._counted = bool(result.ballots)

        place = height(self._rank) + height(self._letter)
        self.tall = 2 * _PAD + max(height(self._text), place, _BAR + 1.0 + height(self._counts))

    def add(self, *, keep: float) -> None:
        """Put the row on the page, whole if a page can hold it. `keep` is the room to leave below it, so that the
        last row does not stand alone.
        """
        flow = self._flow
        flow.need(min(self.tall + keep, 150.0))
        if self.tall <= flow.room:
            flow.draw(self.tall, self._draw)
            return
        flow.draw(_PAD, self._draw_around)
        with flow.group("LBody"):
            flow.place(self._text, _RANK)
        flow.space(_PAD)

    def _draw(self, surface: Surface, y: float) -> None:
        """In the order it is read aloud: place and letter, words, counts."""
        self._draw_place(surface, y)
        with surface.tag("LBody"):
            with surface.tag("P"):
                surface.place(self._text, self._flow.left + _RANK, y + _PAD)
            self._draw_counts(surface, y)

    def _draw_around(self, surface: Surface, y: float) -> None:
        self._draw_place(surface, y)
        with surface.tag("LBody"):
            self._draw_counts(surface, y)

    def _draw_place(self, surface: Surface, y: float) -> None:
        with surface.pen.path(stroke=RULE, width=0.15) as path:
            path.line(self._flow.left, y, self._flow.left + self._flow.width, y)
        with surface.tag("Lbl"):
            surface.place(self._rank, self._flow.left, y + _PAD)
            surface.place(self._letter, self._flow.left, y + _PAD + height(self._rank))

    def _draw_counts(self, surface: Surface, y: float) -> None:
        if self._counted:
            self._draw_bar(surface, Box(self._bar_x, y + _PAD + 0.8, self._bar_width, _BAR))
            with surface.tag("P"):
                surface.place(self._counts, self._bar_x, y + _PAD + _BAR + 1.4)

    def _draw_bar(self, surface: Surface, box: Box) -> None:
        if self._agree:
            bars.draw_agreement(surface.pen, box, self._option.counts)
        else:
            share = self._option.score / self._longest if self._longest else 0.0
            bars.draw_length(surface.pen, box, share)
