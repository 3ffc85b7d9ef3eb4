"""Stories to read together: numbered lines to point at, a wide margin to write in, and the translation where there is
one. In the language of the reader first.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.languages import language_name
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.leaves import Leaves
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import Stamped
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import MM

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.tags.element import Element
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle
    from facilitator.workshop.queries.room_values import StoryHandout, StoryValues

_NUMBERS = 9.0
_SHARE = 0.30
"""Of the width, for the margin."""

_GAP = 5.0
_INSET = 2.0
_EVERY = 5
"""Each fifth line has its number."""

_LEADINGS = (1.55, 1.45, 1.35)
"""Lines stand apart, and somewhat closer where that saves a page of a few lines."""

_PARAGRAPH = 2.6
_LEAST = 3
"""Lines of a paragraph that are kept together at a page's foot."""


def stories(values: StoryValues, edition: Edition) -> Printable:
    """The handouts laid out for one edition. Raises NothingToPrint when there is no story."""
    if not values.stories:
        raise NothingToPrint("There is no story in this workshop yet, so there is nothing to hand out.")
    flows = [_laid_out(values, story, edition) for story in values.stories]
    said = edition.said
    return Stamped(Leaves(said(ours.STORIES), edition, flows, values.programme), values.printed)


def _laid_out(values: StoryValues, story: StoryHandout, edition: Edition) -> Flow:
    flow = Flow(edition.drawn)
    edition, said = flow.edition, flow.said
    flow.text(values.programme, edition.quiet(10), after=1.5)
    flow.heading(story.title or said(ours.STORIES), 1, edition.heavy(26), after=1.5)
    for line in (said(ours.TOLD_BY, teller=story.teller) if story.teller else "", story.source):
        if line:
            flow.text(line, edition.quiet(10.5))
    flow.space(4.0)
    tellings = [(story.body, story.language), (story.translation, story.translation_language)]
    if story.translation and _speaks(story.translation_language, said.language):
        tellings.reverse()
    for turn, (text, language) in enumerate(tellings):
        if not text:
            continue
        if turn:
            flow.turn()
            heading = said(ours.IN_LANGUAGE, language=said(language_name(language))) if language else story.title
            flow.heading(heading, 2, edition.heavy(16), after=3.0)
        _Telling(flow, text, language).add()
    return flow


def _speaks(code: str, language: str) -> bool:
    return code.partition("-")[0].casefold() == language.partition("-")[0].casefold()


class _Telling:
    """A story in one language, its lines numbered from 1. The margin is where its lines end, which on a page that runs
    the other way is where the page begins (`turned`).
    """

    def __init__(self, flow: Flow, text: str, language: str) -> None:
        self._flow = flow
        self._language = language or None
        self._paragraphs = [" ".join(one.split()) for one in text.split("\n") if one.strip()]
        self._margin = flow.width * _SHARE
        self._style = self._fitting()
        self._line = 0

    def _fitting(self) -> TextStyle:
        """With lines that stand as far apart as one page allows."""
        flow = self._flow
        styles = [replace(flow.edition.plain(12), leading=leading, lang=self._language) for leading in _LEADINGS]
        return next((style for style in styles if self._tall(style) <= flow.room), styles[0])

    def _tall(self, style: TextStyle) -> float:
        return sum(height(self._block(paragraph, style)) + _PARAGRAPH for paragraph in self._paragraphs)

    def _block(self, paragraph: str, style: TextStyle) -> TextBlock:
        return self._flow.block(paragraph, style, self._flow.width - _NUMBERS - self._margin - _GAP)

    def add(self) -> None:
        """Put it on as many pages as it takes."""
        flow = self._flow
        self._add_thoughts()
        for paragraph in self._paragraphs:
            block = self._block(paragraph, self._style)
            flow.need(min(len(block.lines), _LEAST) * block.line_height / MM)
            element = flow.element.add("P", lang=self._language)
            rest: TextBlock | None = block
            while rest is not None:
                part, rest = rest.split(flow.room * MM)
                if part.lines:
                    flow.draw(height(part), partial(self._draw, part, self._line, element))
                    self._line += len(part.lines)
                if rest is not None:
                    flow.turn()
            flow.space(_PARAGRAPH)

    def _add_thoughts(self) -> None:
        """What the margin is for, at its top."""
        flow = self._flow
        turned = self._block(self._paragraphs[0], self._style).lines[0].rtl != flow.said.rtl
        words = flow.block(flow.said(ours.YOUR_THOUGHTS), flow.edition.quiet(9), self._margin - 2 * _INSET)
        x = flow.left + (0.0 if turned else flow.width - self._margin) + _INSET

        def drawing(surface: Surface, y: float) -> None:
            with surface.tag("P"):
                surface.place(words, x, y)

        flow.draw(0.0, drawing)

    def _draw(self, block: TextBlock, before: int, element: Element, surface: Surface, y: float) -> None:
        flow, rtl = self._flow, block.lines[0].rtl
        turned = rtl != flow.said.rtl
        left = flow.left + (self._margin + _GAP if turned else _NUMBERS)
        with surface.inside(element):
            surface.place(block, left, y)
        self._draw_margin(surface, y, height(block), turned=turned)
        pitch = block.line_height / MM
        for n in range(len(block.lines)):
            if (before + n + 1) % _EVERY == 0 or before + n == 0:
                self._draw_number(before + n + 1, surface, y + n * pitch, pitch, rtl=rtl)

    def _draw_margin(self, surface: Surface, y: float, tall: float, *, turned: bool) -> None:
        flow = self._flow
        x = flow.left + (self._margin if turned else flow.width - self._margin)
        with surface.pen.path(stroke=RULE, width=0.2) as path:
            path.line(x, y - _PARAGRAPH, x, y + tall)

    def _draw_number(self, number: int, surface: Surface, y: float, pitch: float, *, rtl: bool) -> None:
        flow = self._flow
        block = flow.block(f"{number}", flow.edition.quiet(9, "end" if rtl else "start"), _NUMBERS)
        x = flow.left + flow.width - _NUMBERS if rtl != flow.said.rtl else flow.left
        with surface.artefact():
            surface.place(block, x, y + (pitch - height(block)) / 2)
