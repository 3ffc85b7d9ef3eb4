"""Which board is shown: a list of questions in the top bar, and keys that go from one to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from facilitator.ui.parts.combo import Combo

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.queries.board import BoardItem


class BoardPicker(Combo):
    """The boards of the workshop. Hidden while there is no choice; `picked` says that somebody chose another one."""

    picked = Signal()
    shrinks = True

    def __init__(self) -> None:
        super().__init__()
        self.chosen: uuid.UUID | None = None
        self._boards: list[BoardItem] = []
        self._ids: list[uuid.UUID] = []
        self.setAccessibleName(self.tr("Board"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.activated.connect(self._pick)

    def show_boards(self, boards: Sequence[BoardItem]) -> None:
        """Offer these boards; the chosen one stays while it is among them, else it is the first."""
        self._boards = list(boards)
        self._ids = [board.id for board in boards]
        if self.chosen not in self._ids:
            self.chosen = self._ids[0] if self._ids else None
        with QSignalBlocker(self):
            self.clear()
            for board in boards:
                self.addItem(self._named(board))
        self.setVisible(len(boards) > 1)
        if self.chosen:
            self.setCurrentIndex(self._ids.index(self.chosen))

    def count_notes(self, notes: int) -> None:
        """The board that is shown has so many notes now."""
        at = self.currentIndex()
        if 0 <= at < len(self._boards):
            self._boards[at] = replace(self._boards[at], notes=notes)
            self.setItemText(at, self._named(self._boards[at]))

    def turn(self, by: int) -> None:
        """Go so many boards on, and from the last to the first."""
        if self.chosen and len(self._ids) > 1:
            self._pick((self._ids.index(self.chosen) + by) % len(self._ids))

    def go_to(self, board_id: uuid.UUID) -> None:
        """Show this board, unless it is shown or gone."""
        if board_id in self._ids and board_id != self.chosen:
            self._pick(self._ids.index(board_id))

    def _pick(self, at: int) -> None:
        self.chosen = self._ids[at]
        self.setCurrentIndex(at)
        self.picked.emit()

    def _named(self, board: BoardItem) -> str:
        count = self.tr("1 note") if board.notes == 1 else self.tr("{count} notes").format(count=board.notes)
        return f"{board.question} · {count}"
