"""The lines above the notes: what the board asks, where that comes from, and how many of the notes are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from facilitator.ui.boards.outline_wanted import EVERYTHING
from facilitator.ui.parts.widgets import column, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.boards.outline_model import OutlineModel


class About(QWidget):
    """Describes the board that a model holds; `narrowed_to` says in words which of its notes are wanted."""

    def __init__(self, notes: OutlineModel, narrowed_to: Callable[[], str]) -> None:
        super().__init__()
        self._notes, self._narrowed_to = notes, narrowed_to
        self._question = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self._shown = label("", "muted", wrap=True)
        self.setLayout(column(self._question, self._about, self._shown, gap=6))

    def question(self) -> str:
        """What the board asks."""
        return self._question.text()

    def begin(self) -> None:
        """There is no board yet."""
        self._question.setText(self.tr("What will you ask the room?"))
        self._about.setText(self.tr("Each board has one question. The notes that answer it go under it."))
        self._say("")

    def describe(self) -> None:
        """Say what the model holds now."""
        board, count = self._notes.board, self._notes.count()
        if board is None:
            return
        notes = self.tr("1 note") if count == 1 else self.tr("{count} notes").format(count=count)
        self._question.setText(board.question)
        self._about.setText(f"{notes} · {board.source}" if board.source else notes)
        self._say(self._found(count))

    def _found(self, count: int) -> str:
        if not count:
            return self.tr("No notes yet. Type what is said at the bottom of the window.")
        if self._notes.wanted == EVERYTHING:
            return ""
        found, narrowed = self._notes.notes_shown(), self._narrowed_to()
        words = self.tr("{found} of {count} notes: {narrowed}. Ctrl+Shift+X shows all.")
        return words.format(found=found, count=count, narrowed=narrowed)

    def _say(self, words: str) -> None:
        self._shown.setText(words)
        self._shown.setVisible(bool(words))
