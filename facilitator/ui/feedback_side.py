"""Beside the piles: what we wanted to learn, how it felt, and what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton

from facilitator.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from facilitator.workshop.queries.prototypes import PrototypeBoard


class FeedbackSide(QFrame):
    """`rated` gives a face from 1 (sad) to 4 (glad), `decided` an outcome and its reason."""

    rated = Signal(int)
    decided = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(320)
        self._learn = label("", wrap=True)
        self._decision = label("", "strong", wrap=True)
        self._shown: object = None
        self._words = {"keep": self.tr("Keep"), "change": self.tr("Change"), "drop": self.tr("Drop")}
        self.faces = {n: self._face(n, words) for n, words in enumerate(self._feelings(), 1)}
        self.outcomes = {outcome: self._outcome(outcome, words) for outcome, words in self._words.items()}
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("The reason"))
        self.reason.setPlaceholderText(self.tr("Say why"))
        box = column(
            label(self.tr("What we want to learn"), "head", wrap=True),
            self._learn,
            10,
            label(self.tr("How did it feel?"), "strong"),
            row(self.faces[1], self.faces[2], gap=8),
            row(self.faces[3], self.faces[4], gap=8),
            10,
            label(self.tr("Decision"), "strong"),
            self._decision,
            self.reason,
            row(*self.outcomes.values(), gap=8),
            None,
        )
        box.setContentsMargins(20, 24, 20, 18)
        self.setLayout(box)

    def show_board(self, board: PrototypeBoard) -> None:
        """Show one version."""
        self._learn.setText("\n".join(board.to_learn) or self.tr("Nothing is written down yet."))
        for (n, face), words in zip(self.faces.items(), self._feelings(), strict=True):
            face.setText(f"{words}  {board.faces[n]}")
        made = board.decision
        refused = {"refuse": self.tr("Refused")}
        self._decision.setText((self._words | refused)[made.outcome] if made else self.tr("Nothing decided yet."))
        if (board.id, made) != self._shown:
            self._shown = (board.id, made)
            self.reason.setText(made.reason if made else "")
            self.reason.setCursorPosition(0)

    def _feelings(self) -> tuple[str, ...]:
        return self.tr("☹ Bad"), self.tr("☹ Poor"), self.tr("☺ Good"), self.tr("☺ Great")

    def _face(self, number: int, words: str) -> QPushButton:
        return button(words, lambda: self.rated.emit(number), about=self.tr("Count one more person who chose this"))

    def _outcome(self, outcome: str, words: str) -> QPushButton:
        return button(words, lambda: self.decided.emit(outcome, self.reason.text().strip()))
