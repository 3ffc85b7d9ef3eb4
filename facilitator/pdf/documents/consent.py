"""Consent cards: one each, a line for every use. Until yes is ticked the answer is no, and an empty line is neither.

The questions are those the window asks (`domain.consent`), word for word.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.consent import QUESTIONS
from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.in_both import Pair, add_said, snug
from facilitator.pdf.documents.leaves import Leaves, on_one_page
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import Stamped, on_the_page_side
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.write_on import TICK, add_lines, add_ticks, draw_tick
from facilitator.pdf.pen import MM
from facilitator.workshop.queries.room_values import ConsentCard

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import ConsentValues

_SIZES = (1.0, 0.92, 0.85, 0.8)
"""A card is one page where it can be: smaller type is taken where the larger does not fit."""

_PAD = 2.4
_BESIDE = 5.0
_BETWEEN_BOXES = 6.0


def consent(values: ConsentValues, edition: Edition) -> Printable:
    """The cards laid out for one edition. Raises NothingToPrint when there is neither a person nor a blank card."""
    blank = ConsentCard("", (), tuple((use, "not-asked") for use in values.uses))
    sizes = _SIZES
    flows: list[Flow] = []
    for card in (*values.cards, *[blank] * values.blank):
        flow = on_one_page(partial(_laid_out, values.programme, card, edition), sizes, or_as_many=True)
        sizes = sizes if len(flow.pages) == 1 else sizes[:1]  # what one does not hold, the others hardly will
        flows.append(flow)
    if not flows:
        raise NothingToPrint("There is no consent card to print: add people first, or say how many blank ones.")
    said = edition.said
    return Stamped(Leaves(said(ours.CONSENT), edition, flows, said(ours.CONSENT_CARD)), values.printed)


def _laid_out(programme: str, card: ConsentCard, edition: Edition, size: float) -> Flow:
    flow = Flow(edition.drawn)
    name, plain = " ".join(card.name.split()), edition.plain(12 * size)
    flow.text(programme, edition.quiet(10), after=1.5 * size)
    add_said(flow, ours.CONSENT, edition.heavy(26 * size), role="H1", after=2.0 * size)
    if name:
        flow.text(name, on_the_page_side(name, edition.heavy(20 * size), edition), after=3.0 * size)
    else:
        add_lines(flow, [(ours.FIRST_NAME, 1.0)])
    add_said(flow, ours.CONSENT_HOW, plain, after=1.5 * size)
    add_said(flow, ours.CONSENT_LATER, plain, after=4.0 * size)
    for use, answer in card.said:
        _add_use(flow, QUESTIONS[use], ours.SO_FAR[answer], size)
    flow.artefact(0.0, lambda surface, y: _draw_rule(flow, surface, y))
    flow.space(4.0 * size)
    add_said(flow, ours.CONSENT_BACK, plain, after=4.0 * size)
    add_said(flow, ours.HOW_SAID, edition.heavy(12 * size), role="H2", after=1.5 * size, keep=TICK)
    add_ticks(flow, ours.HOWS, size=10.5)
    after = 3.0 * size * size
    add_lines(flow, [(ours.DATE, 1.0), (ours.SIGNATURE, 2.0)], after=after)
    add_lines(flow, [(ours.INTERPRETER_NAME, 2.0), (ours.LANGUAGE, 1.0)], after=after)
    add_lines(flow, [(ours.GUARDIAN_NAME, 2.0), (ours.GUARDIAN_SIGNATURE, 1.0)], after=after)
    add_lines(flow, [(ours.ASK, 2.0), (ours.TELEPHONE, 1.0)], after=0.0)
    return flow


def _add_use(flow: Flow, question: str, so_far: str, size: float) -> None:
    """A question, what was said so far, and a box for yes and one for no."""
    edition, plain, pad = flow.edition, flow.edition.plain(12 * size), _PAD * size
    answers = [snug(flow, flow.said(word), plain, 30.0) for word in (ours.YES, ours.NO)]
    wide = [TICK + 2.0 + block.natural_width / MM for block in answers]
    room = flow.width - sum(wide) - _BETWEEN_BOXES - _BESIDE
    asked = Pair(flow, question, plain, room)
    before = Pair(flow, so_far, edition.quiet(10.5 * size), room) if so_far else None
    tall = max(TICK, asked.tall + (before.tall if before else 0.0)) + 2 * pad

    def drawing(surface: Surface, y: float) -> None:
        _draw_rule(flow, surface, y)
        asked.draw(surface, flow.left, y + pad)
        if before:
            before.draw(surface, flow.left, y + pad + asked.tall)
        x = flow.left + room + _BESIDE
        for block, width in zip(answers, wide, strict=True):
            draw_tick(surface, x, y + (tall - TICK) / 2)
            with surface.tag("P"):
                surface.place(block, x + TICK + 2.0, y + (tall - height(block)) / 2)
            x += width + _BETWEEN_BOXES

    flow.draw(tall, drawing)


def _draw_rule(flow: Flow, surface: Surface, y: float) -> None:
    with surface.pen.path(stroke=RULE, width=0.15) as path:
        path.line(flow.left, y, flow.left + flow.width, y)
