"""The part of a report that shows a board: its question, and the notes by theme in the words they were written in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf import words
from facilitator.pdf.documents.look import TEAL
from facilitator.pdf.documents.report_wall import add_wall, wall_height
from facilitator.pdf.documents.surface import height
from facilitator.pdf.photographs import draw_photograph, photograph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.photographs import Photograph
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.print_values import ReportBoard, ReportNote, ReportTheme

_COUNT = 12.0
"""Millimetres for the line between a board's question and its picture, which stay together."""

_INDENT = 5.0
_BAR = 0.7
_AFTER_NOTE = 3.0
_COLUMNS, _GUTTER = 2, 8.0
_SHORT = 28.0
"""Millimetres a note may be tall in a column; a longer one goes across the page."""

_PHOTO = 48.0
"""Millimetres a photograph is tall, so that handwriting can be read."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A photograph, how large it is drawn, and what it is to who cannot see it."""

    photo: Photograph
    box: Box
    alt: str


def add_board(flow: Flow, board: ReportBoard) -> None:
    """Lay a board out."""
    flow.space(12.0)
    down = board.wall.face_down if board.wall else 0
    shown = wall_height(flow, board.wall) if board.wall and board.wall.notes else 0.0
    flow.heading(board.question, 2, flow.edition.heavy(20), after=1.5, keep=max(30.0, shown + _COUNT))
    notes = sum(len(theme.notes) for theme in board.themes)
    if notes or board.voted or not down:
        flow.text(words.notes_below(flow.said, notes, board.voted), flow.edition.quiet(11), after=2.0)
    if down:
        flow.text(ours.face_down(flow.said, down), flow.edition.quiet(11), after=2.0)
    if board.wall and board.wall.notes:
        flow.space(1.0)
        add_wall(flow, board.wall)
    for theme in board.themes:
        _add_theme(flow, theme, only=len(board.themes) == 1)


def _add_theme(flow: Flow, theme: ReportTheme, *, only: bool) -> None:
    flow.space(4.0)
    if theme.name or not only:
        name = f"{theme.name or flow.said(words.NO_THEME)} ({len(theme.notes):,})"
        flow.heading(name, 3, flow.edition.heavy(14), after=2.0, keep=15.0)
    add_notes(flow, theme.notes)


def add_notes(flow: Flow, notes: Sequence[ReportNote]) -> None:
    """Notes as a list, the short ones beside one another."""
    with flow.group("L"):
        _add_notes(flow, notes)


def _add_notes(flow: Flow, notes: Sequence[ReportNote]) -> None:
    pair: list[list[TextBlock | Shown]] = []
    for note in notes:
        pieces = _pieces(flow, note, _column(flow) - _INDENT)
        if _tall(pieces) > _SHORT and not note.picture:
            _add_pair(flow, pair)
            _add_note(flow, note)
            pair = []
            continue
        pair.append(pieces)
        if len(pair) == _COLUMNS:
            _add_pair(flow, pair)
            pair = []
    _add_pair(flow, pair)


def _pieces(flow: Flow, note: ReportNote, width: float) -> list[TextBlock | Shown]:
    """What stands of a note: its photograph until its words are typed, else its words and what they mean."""
    photo = photograph(note.picture) if note.picture else None
    if photo:
        return [Shown(photo, photo.within(Box(0.0, 0.0, width, _PHOTO)), flow.said(ours.NOT_TYPED))]
    if note.picture:
        return [flow.block(flow.said(ours.NOT_TYPED), flow.edition.quiet(11), width)]
    return [*_blocks(flow, note, width)]


def _blocks(flow: Flow, note: ReportNote, width: float) -> list[TextBlock]:
    style = replace(flow.edition.plain(11), lang=note.language or None)
    blocks = [flow.block(note.text.strip(), style, width)]
    if note.translation:
        blocks.append(flow.block(note.translation.strip(), flow.edition.quiet(10), width))
    return blocks


def _tall(pieces: Sequence[TextBlock | Shown]) -> float:
    return sum(piece.box.height if isinstance(piece, Shown) else height(piece) for piece in pieces)


def _column(flow: Flow) -> float:
    return (flow.width - _GUTTER * (_COLUMNS - 1)) / _COLUMNS


def _add_pair(flow: Flow, pair: Sequence[Sequence[TextBlock | Shown]]) -> None:
    """Short notes beside one another, read across; so one in Arabic stands by its bar and its translation."""
    if not pair:
        return
    share = _column(flow) + _GUTTER

    def drawing(surface: Surface, top: float) -> None:
        for turn, pieces in enumerate(pair):
            x = flow.left + turn * share
            _draw_bar(surface, x, top, _tall(pieces))
            with surface.tag("LI"), surface.tag("LBody"):
                _draw_pieces(surface, pieces, x + _INDENT, top)

    flow.draw(max(map(_tall, pair)), drawing)
    flow.space(_AFTER_NOTE)


def _draw_pieces(surface: Surface, pieces: Sequence[TextBlock | Shown], x: float, y: float) -> None:
    for piece in pieces:
        if isinstance(piece, Shown):
            draw_photograph(surface, piece.photo, replace(piece.box, x=x, y=y), piece.alt)
            continue
        with surface.tag("P"):
            surface.place(piece, x, y)
        y += height(piece)


def _add_note(flow: Flow, note: ReportNote) -> None:
    """A long note, across the page and over as many as it takes."""
    blocks = _blocks(flow, note, flow.width - _INDENT)
    tall = _tall(blocks)
    flow.need(min(tall, 60.0))
    if tall <= flow.room:
        _add_bar(flow, tall)
    with flow.group("LI"), flow.group("LBody"):
        for block in blocks:
            flow.place(block, _INDENT)
    flow.space(_AFTER_NOTE)


def _add_bar(flow: Flow, tall: float) -> None:
    """The upright line beside a note; it takes no room of its own."""
    x = flow.left
    flow.artefact(0.0, lambda surface, y: _draw_bar(surface, x, y, tall))


def _draw_bar(surface: Surface, x: float, y: float, tall: float) -> None:
    with surface.pen.path(fill=TEAL) as path:
        path.rectangle(x, y + 0.6, _BAR, tall - 1.2)
