"""The part of a report that shows a board: its question, and the notes by theme in the words they were written in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.pdf import words
from facilitator.pdf.documents.look import TEAL, heavy, plain, quiet
from facilitator.pdf.documents.surface import height

if TYPE_CHECKING:
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.workshop.queries.print_values import ReportBoard, ReportNote, ReportTheme

_INDENT = 5.0
_BAR = 0.7
_AFTER_NOTE = 3.0


def add_board(flow: Flow, board: ReportBoard) -> None:
    """Lay a board out."""
    flow.space(12.0)
    flow.text(board.question, heavy(20), after=1.5, keep=30.0)
    notes = sum(len(theme.notes) for theme in board.themes)
    flow.text(words.notes_below(notes, board.voted), quiet(11), after=2.0)
    for theme in board.themes:
        _add_theme(flow, theme, only=len(board.themes) == 1)


def _add_theme(flow: Flow, theme: ReportTheme, *, only: bool) -> None:
    flow.space(4.0)
    if theme.name or not only:
        flow.text(f"{theme.name or words.NO_THEME} ({len(theme.notes):,})", heavy(14), after=2.0, keep=15.0)
    for note in theme.notes:
        _add_note(flow, note)


def _add_note(flow: Flow, note: ReportNote) -> None:
    style = replace(plain(11), lang=note.language or None)
    width = flow.width - _INDENT
    blocks = [flow.block(note.text.strip(), style, width)]
    if note.translation:
        blocks.append(flow.block(note.translation.strip(), quiet(10), width))
    tall = sum(map(height, blocks))
    flow.need(min(tall, 60.0))
    if tall <= flow.room:
        _add_bar(flow, tall)
    for block in blocks:
        flow.place(block, _INDENT)
    flow.space(_AFTER_NOTE)


def _add_bar(flow: Flow, tall: float) -> None:
    """The upright line beside a note; it takes no room of its own."""
    x = flow.left

    def drawing(surface: Surface, y: float) -> None:
        with surface.pen.path(fill=TEAL) as path:
            path.rectangle(x, y + 0.6, _BAR, tall - 1.2)

    flow.draw(0.0, drawing)
