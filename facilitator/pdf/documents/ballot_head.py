"""What stands over the options of a ballot: the question, how to vote, and what comes of it.

The room there is fixed, since the boxes below are found again by where they stand. Where it is too small for all three,
what comes of it goes to the end of the ballot if there is room; only then are words cut, those on how to vote last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.pdf import words
from facilitator.pdf.documents.beside import Beside, beside
from facilitator.pdf.documents.fitted import Fitted, fit
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import MM
from facilitator.pdf.text.phrase import Phrase
from facilitator.pdf.text.style import Span
from facilitator.pdf.wording import kept_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.domain.sheet import Box
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.print_values import BallotValues

CUT_QUESTION = "The question is too long for the ballot and was cut there. Give it a shorter wording."
CUT_PROMISE = "What the result will do is too long for the ballot and was cut. Give it a shorter wording."
CUT_HOW = "The ballot has no room for all that says how to vote, so some was cut. Print it on larger sheets."

_LARGEST, _SMALLEST = 34.0, 13.0
_TITLE_ROOM = 9.0
_HEAD_GAP = 2.5
_PROMISE_GAP = 1.5
_PROMISE_SHARE = 0.34
_TOLD_TWICE = 0.4
_TOLD = 11.0
_LEAST_TOLD, _LEAST_HOW = 7.0, 7.0

Told = tuple[tuple[Span, ...], ...]
"""What comes of a vote, a paragraph in each language."""


@dataclass(frozen=True, slots=True)
class Head:
    """The words laid out; of `over` and `at_end`, what comes of the vote, one is empty."""

    title: Fitted
    how: Beside
    over: tuple[Fitted, ...]
    at_end: tuple[Fitted, ...] = ()

    @property
    def cut(self) -> Iterator[str]:
        """A sentence for each part that had to be cut."""
        yield from [CUT_PROMISE] if any(block.cut for block in self.over) else []
        yield from [CUT_QUESTION] if self.title.cut else []
        yield from [CUT_HOW] if self.how.cut else []

    def draw(self, surface: Surface, box: Box) -> None:
        """Draw it; a short question stands a little lower, nearer to its options."""
        y = box.y + (box.height - _below(self.how, self.over) - height(self.title.block)) / 2
        with surface.heading(1):
            surface.place(self.title.block, box.x, y)
        y += height(self.title.block) + _HEAD_GAP
        self.how.draw(surface, box.x, y)
        draw_told(self.over, surface, box.x, y + self.how.tall + _PROMISE_GAP)


def told(values: BallotValues, edition: Edition) -> Told:
    """What the result will do, if the poll says so. What we promise in our own words is said in the second language
    below.
    """
    said = edition.said
    ending, answer = words.promise_parts(said, values.consequence, values.answered_by, values.answer_date)
    if not ending and not answer:
        return ()
    follows, ending = said(words.NEXT), kept_apart(ending, said.rtl)
    if isinstance(answer, Phrase) and answer.second and isinstance(follows, Phrase) and follows.second:
        return (
            (Span(follows.alone), Span(f": {ending} "), Span(answer.alone)),
            (Span(follows.second), Span(": "), Span(answer.second)),
        )
    return ((Span(follows), Span(f": {ending} "), Span(answer)),)


def head(values: BallotValues, how: str, box: Box, end: float, edition: Edition) -> Head:
    """The head of a ballot in ordinary print, with `end` millimetres free at the end of the ballot."""
    promised = told(values, edition)
    share = box.height * (_PROMISE_SHARE if len(promised) == 1 else _TOLD_TWICE)
    best = _head(values.question, how, of_one_size(promised, box.width, share, edition), box, edition)
    if not any(best.cut):
        return best
    at_end = of_one_size(promised, box.width, end, edition)
    if promised and sum(map(_tall, at_end)) <= end and not any(block.cut for block in at_end):
        alone = _head(values.question, how, (), box, edition)
        return Head(alone.title, alone.how, (), at_end)
    if best.how.cut:
        room = box.height - _HEAD_GAP - _TITLE_ROOM
        small = beside(how, edition.plain(edition.smallest), box.width, room, edition, smallest=_LEAST_HOW)
        over = of_one_size(promised, box.width, room - small.tall - _PROMISE_GAP, edition)
        return _head(values.question, how, over, box, edition, small)
    return best


def of_one_size(texts: Sequence[Sequence[Span]], width: float, tall: float, edition: Edition) -> tuple[Fitted, ...]:
    """Texts one below another, together at most so many millimetres high, in type of one size."""
    size = edition.never_below(_TOLD)
    least = edition.smallest if len(texts) == 1 else edition.never_below(_LEAST_TOLD)
    while True:
        blocks = tuple(fit(text, edition.plain(size), width, tall, edition, smallest=size) for text in texts)
        if sum(map(_tall, blocks)) <= tall:
            return blocks
        if size <= least:
            return _shared(texts, blocks, tall, edition)
        size -= 0.5


def _shared(
    texts: Sequence[Sequence[Span]], blocks: Sequence[Fitted], tall: float, edition: Edition
) -> tuple[Fitted, ...]:
    """The texts in the room there is, each in its share of it; what the shorter one leaves is for the other."""
    found = list(blocks)
    left = tall
    for turn, at in enumerate(sorted(range(len(blocks)), key=lambda at: _tall(blocks[at]))):
        style, width = blocks[at].block.style, blocks[at].block.width / MM
        found[at] = fit(texts[at], style, width, left / (len(blocks) - turn), edition, smallest=style.size)
        left -= _tall(found[at])
    return tuple(found)


def draw_told(blocks: Sequence[Fitted], surface: Surface, x: float, y: float) -> None:
    """Draw what comes of it, from this upper left corner."""
    for block in blocks:
        with surface.tag("P"):
            surface.place(block.block, x, y)
        y += _tall(block)


def _head(
    question: str, how: str, over: tuple[Fitted, ...], box: Box, edition: Edition, done: Beside | None = None
) -> Head:
    """The question as large as what must stand below it allows."""
    told_tall = _PROMISE_GAP + sum(map(_tall, over)) if over else 0.0
    room = box.height - _HEAD_GAP - told_tall - _TITLE_ROOM
    laid = done or beside(how, edition.plain(_TOLD), box.width, room, edition)
    left = box.height - _below(laid, over)
    title = fit(question, edition.heavy(_LARGEST), box.width, left, edition, smallest=_SMALLEST)
    return Head(title, laid, over)


def _below(how: Beside, over: Sequence[Fitted]) -> float:
    return _HEAD_GAP + how.tall + (_PROMISE_GAP + sum(map(_tall, over)) if over else 0.0)


def _tall(block: Fitted) -> float:
    return height(block.block)
