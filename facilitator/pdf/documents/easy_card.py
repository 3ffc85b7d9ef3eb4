"""A consent card in easy read: a picture for each use, a short question, and a box for yes and one for no below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.pdf import easy_words as easy
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.consent_answers import Plan, YesOrNo, add_how
from facilitator.pdf.documents.easy_page import SIZE, add_pictured
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.in_both import add_said
from facilitator.pdf.documents.session_page import on_the_page_side
from facilitator.pdf.documents.write_on import add_lines

if TYPE_CHECKING:
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import ConsentCard

_PICTURES = {
    "notes": "note",
    "quotes": "said",
    "photos": "camera",
    "contact": "phone",
    "relationship-map": "network",
}
_SIDE, _GAP = 25.0, 5.0
_TITLE, _NAME = 30.0, 22.0
_HOW = Plan(SIZE / 12.0, 1.0)


def easy_card(programme: str, card: ConsentCard, edition: Edition) -> Flow:
    """The card of one person, on as many pages as it takes."""
    flow = Flow(edition.drawn)
    said, name = flow.said, " ".join(card.name.split())
    flow.text(programme, edition.quiet(SIZE - 2.0), after=1.5)
    add_said(flow, ours.CONSENT, edition.heavy(_TITLE), role="H1", after=2.0)
    if name:
        flow.text(name, on_the_page_side(name, edition.heavy(_NAME), edition), after=4.0)
    else:
        add_lines(flow, [(ours.FIRST_NAME, 1.0)])
    for picture, sentence in (("ask", easy.DECIDE), ("will", easy.TICK), ("lock", easy.UNTIL), ("when", easy.LATER)):
        add_pictured(flow, picture, said(sentence), side=_SIDE, gap=_GAP)
    for use, answer in card.said:
        _add_use(flow, use, ours.SO_FAR[answer])
    add_pictured(flow, "change", said(easy.BACK), side=_SIDE, gap=_GAP)
    flow.together(partial(add_how, _HOW))
    return flow


def _add_use(flow: Flow, use: str, so_far: str) -> None:
    said = flow.said
    answer = YesOrNo(flow, flow.edition.plain(SIZE))

    def drawing(surface: Surface, x: float, y: float) -> None:
        answer.draw(surface, x, y + answer.tall / 2)

    sentence = said.joined(" ", (said(easy.MAY_WE[use]), said(so_far) if so_far else ""))
    picture = _PICTURES[use]
    add_pictured(flow, picture, sentence, side=_SIDE, gap=_GAP, answer=drawing, answer_tall=answer.tall)
