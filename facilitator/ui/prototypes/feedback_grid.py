"""What people say of a prototype, on four piles, two by two, each with its sign and its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.look.drawings import Drawn
from facilitator.ui.parts.widgets import column, frame, label, row
from facilitator.ui.prototypes.feedback_cards import Pile
from facilitator.ui.prototypes.feedback_words import PILES, FeedbackWords

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.queries.prototypes import FeedbackLine, PrototypeBoard


SIGN = 22


class FeedbackGrid(QWidget):
    """`edited` carries what was said and its new words; `typed` a letter for the bar; `left` goes back there."""

    edited = Signal(object, str)
    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = FeedbackWords(self).piles()
        self.piles: dict[str, Pile] = {}
        self._heads = {kind: label("", "strong") for kind in PILES}
        self._words = words
        grid = QGridLayout()
        grid.setSpacing(tokens.GAP - 4)
        grid.setContentsMargins(0, 0, 0, 0)
        for at, kind in enumerate(PILES):
            self.piles[kind] = pile = Pile(words[kind])
            pile.edited.connect(self.edited)
            pile.typed.connect(self.typed)
            pile.left.connect(self.left)
            pile.chosen.connect(lambda kind=kind: self._only(kind))
            whole = frame("card", column(self._head(kind), pile, gap=6), margins=(12, 10, 4, 6), gap=6)
            grid.addWidget(whole, at // 2, at % 2)
            grid.setRowStretch(at // 2, 1)
            grid.setColumnStretch(at % 2, 1)
        self.setLayout(grid)

    def show_board(self, board: PrototypeBoard) -> None:
        """Show what was said of one version."""
        for kind, pile in self.piles.items():
            self._heads[kind].setText(f"{self._words[kind]}  {board.said(kind)}")
            pile.show_lines(board.piles[kind])

    def line(self) -> FeedbackLine | None:
        """What is selected, on whichever pile it lies."""
        return next((line for pile in self.piles.values() if (line := pile.line())), None)

    def has_hands(self) -> bool:
        """Whether the keys of somebody are on a pile now."""
        return any(pile.hasFocus() for pile in self.piles.values())

    def latest(self) -> FeedbackLine | None:
        """What is selected, else what was said last: what somebody regrets was said just now."""
        lines = [line for pile in self.piles.values() for line in pile.lines()]
        return self.line() or max(lines, key=lambda line: line.position, default=None)

    def choose(self, line_id: uuid.UUID) -> Pile | None:
        """Select what was said, wherever it lies, and give its pile."""
        return next((pile for pile in self.piles.values() if pile.choose(line_id)), None)

    def edit_latest(self) -> None:
        """Change the selected card, else the last one."""
        if (line := self.latest()) and (pile := self.choose(line.id)):
            pile.edit_chosen()

    def allow_editing(self, may: bool) -> None:
        """Whether what was said may be changed."""
        for pile in self.piles.values():
            pile.allow_editing(may)

    def _head(self, kind: str) -> QHBoxLayout:
        return row(Drawn(f"pile-{kind}", SIGN), self._heads[kind], None, gap=8)

    def _only(self, kind: str) -> None:
        if self.piles[kind].line():
            for other, pile in self.piles.items():
                if other != kind:
                    pile.clearSelection()
