"""The blocks of one session for Qt's views, in the order they are stored or, while one is dragged, as they would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from facilitator.ui.plan.words import BlockWords

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.queries.plan import BlockLine, Plan

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class PlanModel(QAbstractListModel):
    """One row a block. `retimed` says that a preview moved the times."""

    retimed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = BlockWords(self)
        self._stored: Plan | None = None
        self._shown: Plan | None = None

    def plan(self) -> Plan | None:
        """What is shown, a preview included."""
        return self._shown

    def show_plan(self, plan: Plan | None) -> None:
        """Show what is stored; where no block came, went or moved, only what changed is touched."""
        before, now = self._blocks(), plan.blocks if plan else ()
        came_or_went = [block.id for block in before] != [block.id for block in now]
        if came_or_went:
            self.beginResetModel()
        self._stored = self._shown = plan
        if came_or_went:
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def preview(self, block_id: uuid.UUID, row: int) -> None:
        """Show how it would be with a block at another place; nothing is stored."""
        at, plan = self.row_of(block_id), self._shown
        if plan is None or at is None or at == row:
            return
        blocks = list(plan.blocks)
        self.beginMoveRows(NO_PARENT, at, at, NO_PARENT, row + 1 if row > at else row)
        blocks.insert(row, blocks.pop(at))
        self._time(plan, blocks)
        self.endMoveRows()
        self._retime()

    def moved_by(self, block_id: uuid.UUID) -> int:
        """How many places further down a preview shows a block than it is stored."""
        stored = [block.id for block in self._stored.blocks] if self._stored else []
        at = self.row_of(block_id)
        return at - stored.index(block_id) if at is not None and block_id in stored else 0

    def put_back(self, block_id: uuid.UUID) -> None:
        """End a preview: everything stands again as it is stored."""
        at = self.row_of(block_id)
        if at is not None:
            self.preview(block_id, at - self.moved_by(block_id))

    def row_of(self, block_id: uuid.UUID | None) -> int | None:
        """Where a block stands, or None when it is not shown."""
        return next((row for row, block in enumerate(self._blocks()) if block.id == block_id), None)

    def block_at(self, index: Index) -> BlockLine | None:
        """The block of a row."""
        return self._blocks()[index.row()] if index.isValid() and index.row() < self.rowCount() else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._blocks())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        block = self.block_at(index)
        if block is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.title(block)
        return self.words.heard(block) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _blocks(self) -> tuple[BlockLine, ...]:
        return self._shown.blocks if self._shown else ()

    def _time(self, plan: Plan, blocks: list[BlockLine]) -> None:
        from facilitator.workshop.queries.plan import retimed

        self._shown = retimed(plan, blocks)

    def _retime(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.retimed.emit()
