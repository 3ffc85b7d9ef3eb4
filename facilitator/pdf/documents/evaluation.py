"""The form on how a session was: a face for each sentence, and room for words. No names, and no camera reads it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box
from facilitator.pdf import easy_words as easy
from facilitator.pdf import organiser_words
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.easy_page import SIZE, add_pictured
from facilitator.pdf.documents.faces import draw_face
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.form_page import label_height
from facilitator.pdf.documents.in_both import Pair, add_said
from facilitator.pdf.documents.leaves import on_one_page
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.write_on import TICK, add_empty_lines, add_frame, add_ticks

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import EvaluationValues

_FACE = 10.5
_PITCH = 17.0
_PAD = 2.2
_FRAMES = (30.0, 25.0, 21.0, 17.0, 14.0)
"""The heights a frame may have, the best first: the form is one page where it can be."""

_HAND = 9.0
"""The room to write in that a frame has at least below its question, for one line by hand."""

_RATINGS = (1, 2, 3, 4)

_HOW = ("glad", "languages", "lock")
_STATED = ("said", "listen", "idea", "symbols/06-cup", "when")
_ASKED = ("glad", "change", "cannot")
"""The pictures of easy read: for what to do, for the sentences with faces, and for the questions."""

_EASY_SIDE, _EASY_GAP, _EASY_FACE = 24.0, 5.0, 13.0
_EASY_TITLE, _WRITE = 30.0, 36.0


def evaluation(values: EvaluationValues, edition: Edition) -> Printable:
    """The form laid out for one edition."""
    said = edition.said
    if edition.reading is Reading.EASY:
        flow = _easy(values, edition)
    else:
        flow = on_one_page(partial(_laid_out, values, edition), _FRAMES, or_as_many=True)
    pages = FlowPages(said(ours.EVALUATION), edition, flow, said.alone(ours.EVALUATION))
    return Stamped(pages, values.session.printed)


def _laid_out(values: EvaluationValues, edition: Edition, frame: float) -> Flow:
    flow, said, head = Flow(edition.drawn), edition.said, values.session
    flow.text(organiser_words.session_turn(said, head), edition.quiet(10), after=1.5)
    add_said(flow, ours.EVALUATION, edition.heavy(26), role="H1", after=1.0)
    about = said.joined(" · ", (head.title.strip(), organiser_words.session_when(said, head)))
    if about:
        flow.text(about, edition.quiet(10.5), after=2.0)
    add_said(flow, ours.EVALUATION_HOW, edition.plain(12), after=3.0)
    for sentence in ours.STATEMENTS:
        _add_statement(flow, sentence)
    flow.artefact(0.0, lambda surface, y: _draw_rule(flow, surface, y))
    flow.space(4.0)
    for question in (ours.BEST, ours.BETTER, ours.IN_THE_WAY):
        label = label_height(edition, said(question), flow.width) if edition.large else 0.0
        add_frame(flow, question, max(frame, label + _HAND))
    add_said(flow, ours.AGAIN, edition.heavy(12.5), after=1.0, keep=TICK)
    add_ticks(flow, ours.AGAINS, size=12.5, after=0.0)
    return flow


def _easy(values: EvaluationValues, edition: Edition) -> Flow:
    """The form in easy read: a picture for each sentence, and the faces below it."""
    flow, said = Flow(edition.drawn), edition.said
    add_said(flow, ours.EVALUATION, edition.heavy(_EASY_TITLE), role="H1", after=4.0)
    for picture, sentence in zip(_HOW, (easy.RING, easy.ANY_LANGUAGE, easy.NO_NAME), strict=True):
        add_pictured(flow, picture, said(sentence), side=_EASY_SIDE, gap=_EASY_GAP)
    for picture, sentence in zip(_STATED, ours.STATEMENTS, strict=True):
        add_pictured(
            flow, picture, said(sentence), side=_EASY_SIDE, gap=_EASY_GAP, answer=_draw_faces, answer_tall=_EASY_FACE
        )
    for picture, question in zip(_ASKED, (ours.BEST, ours.BETTER, ours.IN_THE_WAY), strict=True):
        flow.need(_EASY_SIDE + _EASY_GAP + _WRITE)
        add_pictured(flow, picture, said(question), side=_EASY_SIDE, gap=0.0)
        add_empty_lines(flow, 3, _WRITE / 3)
        flow.space(_EASY_GAP)
    flow.need(_EASY_SIDE + _EASY_GAP + 2 * TICK)
    add_pictured(flow, "when", said(ours.AGAIN), side=_EASY_SIDE, gap=_EASY_GAP)
    add_ticks(flow, ours.AGAINS, size=SIZE, after=0.0)
    return flow


def _draw_faces(surface: Surface, x: float, y: float) -> None:
    with surface.figure(surface.said(ours.FACES)):
        for n, rating in enumerate(_RATINGS):
            draw_face(surface.pen, rating, Box(x + n * _EASY_FACE * 1.7, y, _EASY_FACE, _EASY_FACE))


def _add_statement(flow: Flow, sentence: str) -> None:
    faces = _PITCH * len(_RATINGS)
    pair = Pair(flow, sentence, flow.edition.plain(12.5), flow.width - faces - 4.0)
    tall = max(pair.tall, _FACE) + 2 * _PAD

    def drawing(surface: Surface, y: float) -> None:
        _draw_rule(flow, surface, y)
        pair.draw(surface, flow.left, y + (tall - pair.tall) / 2)
        with surface.figure(surface.said(ours.FACES)):
            for n, rating in enumerate(_RATINGS):
                x = flow.left + flow.width - faces + n * _PITCH + (_PITCH - _FACE)
                draw_face(surface.pen, rating, Box(x, y + (tall - _FACE) / 2, _FACE, _FACE))

    flow.draw(tall, drawing)


def _draw_rule(flow: Flow, surface: Surface, y: float) -> None:
    with surface.pen.path(stroke=RULE, width=0.15) as path:
        path.line(flow.left, y, flow.left + flow.width, y)
