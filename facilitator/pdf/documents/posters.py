"""Posters on one sheet: welcome at the door, and how we work together. What is open is written on by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box
from facilitator.pdf import easy_words, organiser_words, room_words
from facilitator.pdf.documents.easy_page import add_pictured, draw_framed
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.in_both import Pair, add_said, snug
from facilitator.pdf.documents.leaves import on_one_page
from facilitator.pdf.documents.look import TEAL
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.write_on import add_empty_lines
from facilitator.pdf.greetings import greetings
from facilitator.pdf.pen import MM
from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.organiser_values import SessionHead
    from facilitator.workshop.queries.room_values import AgreementValues, Coming, WelcomeValues

_SIZES = (1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6)
"""A poster is one sheet, in the largest of these that fits."""

_AGREED = ("said", "symbols/20-hand", "glad", "languages", "lock", "camera")
_FOUND = ("toilets", "quiet", "children", "way-out")
"""The pictures of easy read, for what we agree on and for what is to be found."""

_CLOCK = 34.0
_BETWEEN = 9.0
_ADDED = 4
_DOT = 1.5


def welcome(values: WelcomeValues, edition: Edition) -> Printable:
    """The poster at the door laid out for one edition."""
    flow = on_one_page(partial(_welcome, values, edition), _SIZES)
    said = edition.said
    pages = FlowPages(said(room_words.WELCOME), edition, flow, said(room_words.WELCOME_POSTER))
    return Stamped(pages, values.session.printed)


def agreement(values: AgreementValues, edition: Edition) -> Printable:
    """The poster of how we work together laid out for one edition."""
    flow = on_one_page(partial(_agreement, values, edition), _SIZES)
    said = edition.said
    return Stamped(FlowPages(said(room_words.AGREEMENT), edition, flow, said(room_words.AGREEMENT)), values.printed)


def _welcome(values: WelcomeValues, edition: Edition, size: float) -> Flow:
    flow = Flow(edition.drawn)
    edition, said, head = flow.edition, flow.said, values.session
    add_said(flow, room_words.WELCOME, edition.heavy(72 * size), role="H1")
    _add_greetings(flow, greetings(values.languages, but_for=said.languages), 22 * size)
    flow.space(6.0 * size)
    if edition.reading is Reading.EASY:
        _add_easy_about(flow, head, size)
    else:
        flow.text(head.programme, edition.heavy(22 * size))
        for line in filter(None, (head.title.strip(), organiser_words.session_when(said, head))):
            flow.text(line, edition.plain(14 * size))
    if values.coming:
        flow.space(8.0 * size)
        add_said(flow, room_words.TODAY, edition.heavy(18 * size), role="H2", after=1.5)
        with flow.group("L"):
            for one in values.coming:
                _add_coming(flow, one, size)
    flow.space(8.0 * size)
    _add_find(flow, size)
    return flow


def _add_easy_about(flow: Flow, head: SessionHead, size: float) -> None:
    """What it is about, when and where, each with its picture."""
    said, plain, side = flow.said, flow.edition.plain(18 * size), 22.0 * size
    about = said(easy_words.ABOUT, programme=head.programme.strip().rstrip("."))
    lines = [("said", about)]
    if head.day:
        lines.append(("when", said.joined(" · ", (said.weekday(head.day), head.starts))))
    if head.place.strip():
        lines.append(("place", said(easy_words.MEET_HERE, place=head.place.strip().rstrip("."))))
    for picture, text in lines:
        add_pictured(flow, picture, text, plain, side=side, gap=3.0 * size)


def _add_greetings(flow: Flow, words: Sequence[tuple[str, str]], size: float) -> None:
    """The same word in the other languages, as many in a line as there is room for; each line of one height."""
    blocks = [_greeting(flow, code, word, size) for code, word in words]
    lines: list[list[tuple[TextBlock, str]]] = [[]]
    for block, (code, _) in zip(blocks, words, strict=True):
        taken = sum(one.natural_width / MM + _BETWEEN for one, _ in lines[-1])
        if lines[-1] and taken + block.natural_width / MM > flow.width:
            lines.append([])
        lines[-1].append((block, code))
    for line in filter(None, lines):
        flow.draw(max(height(block) for block, _ in line), partial(_draw_greetings, flow, line))


def _greeting(flow: Flow, code: str, word: str, size: float) -> TextBlock:
    span, style = [Span(word, lang=code)], flow.edition.plain(size)
    return flow.block(span, style, flow.block(span, style, flow.width).natural_width / MM + 0.1)


def _draw_greetings(flow: Flow, line: Sequence[tuple[TextBlock, str]], surface: Surface, y: float) -> None:
    x, tall = flow.left, max(height(block) for block, _ in line)
    for block, code in line:
        wide = block.natural_width / MM
        with surface.tag("P", lang=code):
            surface.place(block, x, y + (tall - height(block)) / 2)
        x += wide + _BETWEEN


def _add_coming(flow: Flow, one: Coming, size: float) -> None:
    edition = flow.edition
    clock = flow.block(one.clock, edition.heavy(16 * size), _CLOCK * size) if one.clock else None
    indent = _CLOCK * size if clock else 0.0
    title = flow.block(room_words.coming_title(flow.said, one), edition.plain(16 * size), flow.width - indent)

    def drawing(surface: Surface, y: float) -> None:
        with surface.tag("LI"):
            if clock:
                with surface.tag("Lbl"):
                    surface.place(clock, flow.left, y)
            with surface.tag("LBody"):
                surface.place(title, flow.left + indent, y)

    flow.draw(height(title), drawing)
    flow.space(1.2 * size)


def _add_find(flow: Flow, size: float) -> None:
    """Where things are, to be written on by hand: two to a line."""
    width = (flow.width - _BETWEEN) / 2
    easy = flow.edition.reading is Reading.EASY
    labels = [snug(flow, flow.said(text), flow.edition.plain(14 * size), width) for text in room_words.FIND]
    found = [*zip(labels, _FOUND, strict=True)]
    side = 15.0 * size if easy else 0.0
    tall = max(side, *(height(block) for block in labels)) + 5.0 * size

    def drawing(pair: Sequence[tuple[TextBlock, str]], surface: Surface, y: float) -> None:
        for column, (block, picture) in enumerate(pair):
            left = flow.left + column * (width + _BETWEEN)
            x, base = left + (side * 1.2 if easy else 0.0), y + 4.0 * size
            if easy:
                draw_framed(surface, picture, Box(left, y + 2.0 * size, side, side))
                base = y + 2.0 * size + (side - height(block)) / 2
            with surface.tag("P"):
                surface.place(block, x, base)
            after = min(block.natural_width / MM + 3.0, width * 0.7)
            draw_write_on_line(surface, x + after, left + width, base + height(block) - 1.2)

    for first in range(0, len(found), 2):
        flow.draw(tall, partial(drawing, found[first : first + 2]))


def _agreement(values: AgreementValues, edition: Edition, size: float) -> Flow:
    flow = Flow(edition.drawn)
    edition = flow.edition
    flow.text(values.programme, edition.quiet(12), after=3.0)
    add_said(flow, room_words.AGREEMENT, edition.heavy(44 * size), role="H1", after=8.0 * size)
    if edition.reading is Reading.EASY:
        for picture, sentence in zip(_AGREED, room_words.AGREED, strict=True):
            add_pictured(flow, picture, flow.said(sentence), edition.plain(22 * size), side=26.0 * size, gap=4.5 * size)
    else:
        with flow.group("L"):
            for sentence in room_words.AGREED:
                _add_agreed(flow, sentence, size)
    flow.space(4.0 * size)
    add_said(flow, room_words.WE_ADD, edition.heavy(22 * size), role="H2", keep=20.0)
    add_empty_lines(flow, _ADDED, 15.0 * size)
    return flow


def _add_agreed(flow: Flow, sentence: str, size: float) -> None:
    indent = 9.0 * size
    pair = Pair(flow, sentence, flow.edition.plain(22 * size), flow.width - indent)

    def drawing(surface: Surface, y: float) -> None:
        with surface.pen.path(fill=TEAL) as path:
            path.dot(flow.left + _DOT, y + 22 * size * 0.65 / MM, _DOT * size)
        with surface.tag("LI"), surface.tag("LBody"):
            pair.draw(surface, flow.left + indent, y)

    flow.draw(pair.tall, drawing)
    flow.space(4.5 * size)
