"""A private round: notes that lie face down are known here by their colour and place only, so that no list, wall,
panel, tooltip or screen reader can give their words away before all are shown at once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from facilitator.ui.parts.widgets import button, label, row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from facilitator.ui.boards.outline_model import OutlineModel
    from facilitator.workshop.queries.board import NoteLine


def veiled(notes: Iterable[NoteLine]) -> tuple[NoteLine, ...]:
    """Notes as they may be shown: those that lie face down without their words."""
    return tuple(_without_words(note) if note.face_down else note for note in notes)


class RoundStrip(QFrame):
    """Says above the notes that a private round goes on, and ends it."""

    def __init__(self, notes: OutlineModel, show_all: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._notes = notes
        self.words = label("", wrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._show = button(self.tr("Show all  Ctrl+Shift+R"), show_all, about=self.tr("Show all of them at once"))
        box = row(self.words, self._show, gap=12)
        box.setContentsMargins(14, 8, 8, 8)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.hide()

    def describe(self) -> None:
        """Say how many notes lie face down now."""
        board = self._notes.board
        going_on = board is not None and board.private_round
        self.setVisible(going_on)
        count = sum(note.face_down for note in self._notes.all_notes()) if going_on else 0
        said = self.tr("1 note lies") if count == 1 else self.tr("{count} notes lie").format(count=count)
        words = self.tr("Private round: {notes} face down. Show them all at once: Ctrl+Shift+R")
        self.words.setText(words.format(notes=said))

    def allow_editing(self, may: bool) -> None:
        """Whether the workshop can be changed."""
        self._show.setEnabled(may)


def _without_words(note: NoteLine) -> NoteLine:
    return replace(note, text="", translation="", language="", spoken_language="", photo="")
