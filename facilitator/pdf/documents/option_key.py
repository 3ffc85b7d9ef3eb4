"""The key to a vote: what each letter of the ballot stands for, large, to hang beside the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.letters import letter
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.in_both import add_said
from facilitator.pdf.documents.long_words import add_long
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import FlowPages, Stamped, on_the_page_side
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.pictures import draw_picture, symbol_of

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.room_values import OptionKeyValues

_LETTER = 20.0
_SYMBOL = 18.0
_PAD = 2.6
_FEW, _MANY = 6, 10
"""The more options there are, the smaller they stand, so that a key is one sheet or two."""

_WRITE = 13.0


def option_key(values: OptionKeyValues, edition: Edition) -> Printable:
    """The key laid out for one edition. Raises NothingToPrint when nothing has a letter."""
    if not values.options and not values.unnamed:
        raise NothingToPrint("The vote has nothing to choose from yet. Add its options first.")
    flow, said = Flow(edition.drawn), edition.said
    texts = {option.place: option.text for option in values.options} | dict.fromkeys(values.unnamed, "")
    size = 26.0 if len(texts) <= _FEW else 18.0 if len(texts) <= _MANY else 14.0
    flow.text(values.programme, on_the_page_side(values.programme, edition.quiet(10), edition), after=1.5)
    flow.heading(values.question, 1, on_the_page_side(values.question, edition.heavy(28), edition), after=2.0)
    add_said(flow, ours.OPTION_KEY_HOW, edition.plain(14), after=5.0)
    with flow.group("L"):
        for place in sorted(texts):
            symbol = symbol_of(place) if edition.reading is Reading.EASY else None
            _add_option(flow, letter(place), " ".join(texts[place].split()), size, symbol)
    flow.artefact(0.0, lambda surface, y: _draw_rule(flow, surface, y))
    pages = FlowPages(said(ours.OPTION_KEY), edition, flow, said(ours.OPTION_KEY))
    return Stamped(pages, values.printed)


def _add_option(flow: Flow, sign_of: str, text: str, size: float, symbol: str | None) -> None:
    """A letter and what it stands for; in easy read with the picture that stands beside it on the ballot."""
    start = _LETTER + (_SYMBOL + _PAD if symbol else 0.0)
    sign = snug(flow.block(sign_of, flow.edition.heavy(size * 1.3), _LETTER))
    words = snug(flow.block(text, flow.edition.plain(size), flow.width - start)) if text else None
    tall = max(height(sign), height(words) if words else _WRITE, _SYMBOL if symbol else 0.0) + 2 * _PAD

    if words and tall > flow.deepest:
        _add_long_option(flow, sign, words, start, symbol)
        return

    def drawing(surface: Surface, y: float) -> None:
        _draw_rule(flow, surface, y)
        if symbol:
            draw_picture(surface, symbol, Box(flow.left + _LETTER, y + (tall - _SYMBOL) / 2, _SYMBOL, _SYMBOL))
        with surface.tag("LI"):
            with surface.tag("Lbl"):
                surface.place(sign, flow.left, y + (tall - height(sign)) / 2)
            if words:
                with surface.tag("LBody"):
                    surface.place(words, flow.left + start, y + (tall - height(words)) / 2)
        if not words:
            draw_write_on_line(surface, flow.left + start, flow.left + flow.width, y + tall - _PAD - 1.0)

    flow.draw(tall, drawing)


def _add_long_option(flow: Flow, sign: TextBlock, words: TextBlock, start: float, symbol: str | None) -> None:
    """An option longer than a page, its letter at its first line."""

    def drawing(surface: Surface, y: float) -> None:
        _draw_rule(flow, surface, y - _PAD)
        if symbol:
            draw_picture(surface, symbol, Box(flow.left + _LETTER, y, _SYMBOL, _SYMBOL))
        with surface.tag("Lbl"):
            surface.place(sign, flow.left, y)

    flow.space(_PAD)
    with flow.group("LI"):
        add_long(flow, drawing, max(height(sign), _SYMBOL if symbol else 0.0), [words], start)
    flow.space(_PAD)


def _draw_rule(flow: Flow, surface: Surface, y: float) -> None:
    with surface.pen.path(stroke=RULE, width=0.15) as path:
        path.line(flow.left, y, flow.left + flow.width, y)
