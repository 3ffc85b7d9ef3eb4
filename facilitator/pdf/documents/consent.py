"""Consent cards: one each, a line for every use. Until yes is ticked the answer is no, and an empty line is neither.

The questions are those the window asks (`domain.consent`), word for word.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.consent import QUESTIONS
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.consent_answers import Plan, YesOrNo, add_how
from facilitator.pdf.documents.easy_card import easy_card
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.in_both import Pair, add_said
from facilitator.pdf.documents.leaves import Leaves
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import Stamped, on_the_page_side
from facilitator.pdf.documents.write_on import add_lines
from facilitator.workshop.queries.room_values import ConsentCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.style import TextStyle
    from facilitator.workshop.queries.room_values import ConsentValues


_PLANS = (
    Plan(1.0, 1.0),
    Plan(0.92, 1.0),
    Plan(0.92, 0.6),
    Plan(0.92, 0.3, joined=True),
    Plan(0.92, 0.22, joined=True, leading=1.2),
)
_TITLE = 26.0
_PAD = 2.4
_BESIDE = 5.0


def consent(values: ConsentValues, edition: Edition) -> Printable:
    """The cards laid out for one edition. Raises NothingToPrint when there is neither a person nor a blank card."""
    blank = ConsentCard("", (), tuple((use, "not-asked") for use in values.uses))
    plans = _PLANS
    flows: list[Flow] = []
    for card in (*values.cards, *[blank] * values.blank):
        if edition.reading is Reading.EASY:
            flows.append(easy_card(values.programme, card, edition))
            continue
        flow, plan = _fitted(values.programme, card, edition, plans)
        plans = plans[plans.index(plan) :]  # what does not hold one hardly holds the others, and cards look alike
        flows.append(flow)
    if not flows:
        raise NothingToPrint("There is no consent card to print: add people first, or say how many blank ones.")
    said = edition.said
    return Stamped(Leaves(said(ours.CONSENT), edition, flows, said(ours.CONSENT_CARD)), values.printed)


def _fitted(programme: str, card: ConsentCard, edition: Edition, plans: Sequence[Plan]) -> tuple[Flow, Plan]:
    """A card by the first plan by which it is one page, or else by which it has the fewest."""
    tried: list[tuple[Flow, Plan]] = []
    for plan in plans:
        tried.append((_laid_out(programme, card, edition, plan), plan))
        if len(tried[-1][0].pages) == 1:
            break
    return min(tried, key=lambda one: len(one[0].pages))


def _laid_out(programme: str, card: ConsentCard, edition: Edition, plan: Plan) -> Flow:
    flow = Flow(edition.drawn)
    name, plain, gap = " ".join(card.name.split()), _plain(edition, plan), plan.space
    flow.text(programme, edition.quiet(10), after=1.5 * gap)
    title = edition.heavy(_TITLE * plan.size * (0.5 + gap / 2))
    add_said(flow, ours.CONSENT, title, role="H1", after=2.0 * gap)
    if name:
        flow.text(name, on_the_page_side(name, edition.heavy(20 * plan.size), edition), after=3.0 * gap)
    else:
        add_lines(flow, [(ours.FIRST_NAME, 1.0)])
    add_said(flow, ours.CONSENT_HOW, plain, after=1.5 * gap)
    add_said(flow, ours.CONSENT_LATER, plain, after=4.0 * gap)
    for use, answer in card.said:
        _add_use(flow, QUESTIONS[use], ours.SO_FAR[answer], plan)
    flow.artefact(0.0, lambda surface, y: _draw_rule(flow, surface, y))
    flow.space(4.0 * gap)
    add_said(flow, ours.CONSENT_BACK, plain, after=4.0 * gap)
    flow.together(partial(add_how, plan))
    return flow


def _add_use(flow: Flow, question: str, so_far: str, plan: Plan) -> None:
    """A question, what was said so far, and a box for yes and one for no."""
    edition, plain, pad = flow.edition, _plain(flow.edition, plan), max(0.8, _PAD * plan.space)
    answer = YesOrNo(flow, plain)
    room = flow.width - answer.wide - _BESIDE
    both = (flow.said(question), flow.said(so_far)) if so_far and plan.joined else (flow.said(question),)
    asked = Pair(flow, flow.said.joined(" ", both), plain, room)
    before = Pair(flow, so_far, edition.quiet(11 * plan.size), room) if so_far and not plan.joined else None
    tall = max(answer.tall, asked.tall + (before.tall if before else 0.0)) + 2 * pad

    def drawing(surface: Surface, y: float) -> None:
        _draw_rule(flow, surface, y)
        asked.draw(surface, flow.left, y + pad)
        if before:
            before.draw(surface, flow.left, y + pad + asked.tall)
        answer.draw(surface, flow.left + room + _BESIDE, y + tall / 2)

    flow.draw(tall, drawing)


def _plain(edition: Edition, plan: Plan) -> TextStyle:
    return replace(edition.plain(12 * plan.size), leading=plan.leading)


def _draw_rule(flow: Flow, surface: Surface, y: float) -> None:
    with surface.pen.path(stroke=RULE, width=0.15) as path:
        path.line(flow.left, y, flow.left + flow.width, y)
