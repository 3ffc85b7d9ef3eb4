"""Blank sheets to work on: frames to stick notes in, and grids for feedback, an idea, a storyboard and a role play."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.cut_sheets import Cut, CutSheets
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.in_both import add_said
from facilitator.pdf.documents.leaves import Bound, Leaves
from facilitator.pdf.documents.look import GREY
from facilitator.pdf.documents.session_page import Stamped
from facilitator.pdf.documents.write_on import add_empty_lines, add_lines, draw_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import GridValues, StickySheetValues

_NOTE = 77.0
"""A frame for a note of 76 mm, the common size."""

_NOTE_GAP = 1.0
_STICKY_TOP, _STICKY_FOOT = 9.0, 19.0
_GAP = 4.0
_STEPS = 6
_CAPTION = 17.0


def sticky_sheets(values: StickySheetValues, edition: Edition) -> Printable:
    """A sheet for each question, or one with a line for it, laid out for one edition."""
    flows = [_sticky(question, edition) for question in values.questions or ("",)]
    said = edition.said
    footer = said.joined(" · ", (said(ours.STICKY), values.programme))
    return Stamped(Leaves(said(ours.STICKY), edition, flows, footer), values.printed)


def grids(values: GridValues, edition: Edition) -> Printable:
    """The four grids laid out for one edition, the parts of the role play to be cut apart."""
    flows = [make(edition) for make in (_feedback, _concept, _storyboard)]
    said = edition.said
    footer = said.joined(" · ", (said(ours.GRIDS), values.programme))
    cut = Cut((1.0, 1.0), 2)
    parts = CutSheets(said(ours.ROLE_PLAY), edition, [_part(cut, edition) for _ in range(4)], cut, footer)
    both = Bound(said(ours.GRIDS), edition, [Leaves(said(ours.GRIDS), edition, flows, footer), parts])
    return Stamped(both, values.printed)


def _sticky(question: str, edition: Edition) -> Flow:
    flow = Flow(edition.drawn, top=_STICKY_TOP, bottom=_STICKY_FOOT)
    edition = flow.edition
    if question:
        flow.heading(question, 1, edition.heavy(18 if len(question) < 90 else 14), after=1.0)
    else:
        add_lines(flow, [(ours.QUESTION_LINE, 1.0)], after=1.0)
    add_said(flow, ours.STICKY_HOW, edition.plain(11), after=2.0)
    pitch = _NOTE + _NOTE_GAP
    across = max(1, int((edition.paper.width - 8.0) // pitch))
    down = max(1, int(flow.room // pitch))
    left = (edition.paper.width - across * pitch + _NOTE_GAP) / 2
    flow.artefact(down * pitch - _NOTE_GAP, partial(_draw_notes, left, across, down))
    return flow


def _draw_notes(left: float, across: int, down: int, surface: Surface, y: float) -> None:
    pitch = _NOTE + _NOTE_GAP
    with surface.pen.path(stroke=GREY, width=0.25, dashes=(1.2, 1.6)) as path:
        for row in range(down):
            for column in range(across):
                path.rectangle(left + column * pitch, y + row * pitch, _NOTE, _NOTE)


def _feedback(edition: Edition) -> Flow:
    """Four frames, two by two."""
    flow = _begun(edition, ours.FEEDBACK_GRID, ours.WHAT_IS_IT)
    tall = (flow.room - _GAP) / 2
    for first in range(0, len(ours.FEEDBACK_PARTS), 2):
        _add_frames(flow, ours.FEEDBACK_PARTS[first : first + 2], tall)
    return flow


def _concept(edition: Edition) -> Flow:
    """A frame for each question, those to be answered in a few words side by side."""
    flow = _begun(edition, ours.CONCEPT)
    name, who, need, gives, steps, stops, trial = ours.CONCEPT_PARTS
    share = flow.room / 100
    for parts, tall in (((name,), 14), ((who, need), 24), ((gives, stops), 22), ((steps,), 24), ((trial,), 15)):
        _add_frames(flow, parts, tall * share - _GAP)
    return flow


def _storyboard(edition: Edition) -> Flow:
    """Frames to draw in, two by three, with lines below each."""
    flow = _begun(edition, ours.STORYBOARD)
    add_said(flow, ours.STORYBOARD_HOW, edition.plain(11), after=3.0)
    rows = _STEPS // 2
    tall = flow.room / rows - _GAP
    for row in range(rows):
        flow.draw(tall, partial(_draw_steps, flow, row, tall))
        flow.space(_GAP - 0.1)
    return flow


def _draw_steps(flow: Flow, row: int, tall: float, surface: Surface, y: float) -> None:
    width = (flow.width - _GAP) / 2
    for column in range(2):
        x = flow.left + column * (width + _GAP)
        draw_frame(surface, Box(x, y, width, tall - _CAPTION), f"{2 * row + column + 1}")
        for line in (1, 2):
            draw_write_on_line(surface, x, x + width, y + tall - _CAPTION + line * _CAPTION / 2)


def _part(cut: Cut, edition: Edition) -> Flow:
    """One person's part in a role play."""
    flow = cut.flow(edition)
    add_said(flow, ours.ROLE_PLAY, edition.heavy(14), role="H1", after=1.0)
    each = (flow.room - 1.0) / len(ours.ROLE_PARTS)
    for sentence in ours.ROLE_PARTS:
        before = flow.y
        flow.space(2.5)
        add_said(flow, sentence, edition.plain(11))
        left = each - (flow.y - before)
        lines = max(1, int(left // 7.5))
        add_empty_lines(flow, lines, left / lines)
    return flow


def _begun(edition: Edition, title: str, about: str = "") -> Flow:
    flow = Flow(edition.drawn)
    add_said(flow, title, edition.heavy(26), role="H1", after=1.0)
    if about:
        add_lines(flow, [(about, 1.0)])
    flow.space(2.0)
    return flow


def _add_frames(flow: Flow, sentences: Sequence[str], tall: float) -> None:
    """Frames side by side."""
    width = (flow.width - _GAP * (len(sentences) - 1)) / len(sentences)

    def drawing(surface: Surface, y: float) -> None:
        for n, sentence in enumerate(sentences):
            draw_frame(surface, Box(flow.left + n * (width + _GAP), y, width, tall), sentence)

    flow.draw(tall, drawing)
    flow.space(_GAP - 0.1)
