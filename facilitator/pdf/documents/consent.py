"""Consent cards: one each, a line for every use. Until yes is ticked the answer is no, and an empty line is neither.

The questions are those the window asks (`domain.consent`), word for word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.consent import QUESTIONS
from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.in_both import Pair, add_said, snug
from facilitator.pdf.documents.leaves import Leaves
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import Stamped, on_the_page_side
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.write_on import TICK, add_lines, add_ticks, draw_tick
from facilitator.pdf.pen import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.may_be_shown import Said
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import ConsentCard, ConsentValues

_PAD = 2.4
_BESIDE = 5.0
_BETWEEN_BOXES = 6.0


def consent(values: ConsentValues, edition: Edition) -> Printable:
    """The cards laid out for one edition. Raises NothingToPrint when there is neither a person nor a blank card."""
    flows = [_card(values, card, edition) for card in values.cards]
    flows += [_blank(values, edition) for _ in range(values.blank)]
    if not flows:
        raise NothingToPrint("There is no consent card to print: add people first, or say how many blank ones.")
    said = edition.said
    return Stamped(Leaves(said(ours.CONSENT), edition, flows, said(ours.CONSENT_CARD)), values.printed)


def _card(values: ConsentValues, card: ConsentCard, edition: Edition) -> Flow:
    flow = _begun(values, edition)
    name = " ".join(card.name.split())
    flow.text(name, on_the_page_side(name, edition.heavy(20), edition), after=3.0)
    _add_rest(flow, card.said)
    return flow


def _blank(values: ConsentValues, edition: Edition) -> Flow:
    flow = _begun(values, edition)
    add_lines(flow, [(ours.FIRST_NAME, 1.0)])
    _add_rest(flow, [(use, "not-asked") for use in values.uses])
    return flow


def _begun(values: ConsentValues, edition: Edition) -> Flow:
    flow = Flow(edition.drawn)
    flow.text(values.programme, edition.quiet(10), after=1.5)
    add_said(flow, ours.CONSENT, edition.heavy(22 if flow.said.second else 26), role="H1", after=2.0)
    return flow


def _add_rest(flow: Flow, said: Sequence[tuple[str, Said]]) -> None:
    edition, plain = flow.edition, flow.edition.plain(_size(flow))
    add_said(flow, ours.CONSENT_HOW, plain, after=1.5)
    add_said(flow, ours.CONSENT_LATER, plain, after=4.0)
    for use, answer in said:
        _add_use(flow, QUESTIONS[use], ours.SO_FAR[answer])
    flow.artefact(0.0, lambda surface, y: _draw_rule(flow, surface, y))
    flow.space(4.0)
    add_said(flow, ours.CONSENT_BACK, plain, after=4.0)
    add_said(flow, ours.HOW_SAID, edition.heavy(12), role="H2", after=1.5, keep=TICK)
    add_ticks(flow, ours.HOWS, size=10.5)
    add_lines(flow, [(ours.DATE, 1.0), (ours.SIGNATURE, 2.0)])
    add_lines(flow, [(ours.INTERPRETER_NAME, 2.0), (ours.LANGUAGE, 1.0)])
    add_lines(flow, [(ours.GUARDIAN_NAME, 2.0), (ours.GUARDIAN_SIGNATURE, 1.0)])
    add_lines(flow, [(ours.ASK, 2.0), (ours.TELEPHONE, 1.0)])


def _size(flow: Flow) -> float:
    """Of what is asked: somewhat smaller in two languages, so that a card is one page."""
    return 10.5 if flow.said.second else 12.0


def _add_use(flow: Flow, question: str, so_far: str) -> None:
    """A question, what was said so far, and a box for yes and one for no."""
    edition, size = flow.edition, _size(flow)
    answers = [snug(flow, flow.said(word), edition.plain(size), 30.0) for word in (ours.YES, ours.NO)]
    wide = [TICK + 2.0 + block.natural_width / MM for block in answers]
    room = flow.width - sum(wide) - _BETWEEN_BOXES - _BESIDE
    asked = Pair(flow, question, edition.plain(size), room)
    before = Pair(flow, so_far, edition.quiet(10.5), room) if so_far else None
    tall = max(TICK, asked.tall + (before.tall if before else 0.0)) + 2 * _PAD

    def drawing(surface: Surface, y: float) -> None:
        _draw_rule(flow, surface, y)
        asked.draw(surface, flow.left, y + _PAD)
        if before:
            before.draw(surface, flow.left, y + _PAD + asked.tall)
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
