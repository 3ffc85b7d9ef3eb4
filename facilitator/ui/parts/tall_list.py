"""A list whose rows are of many heights, and that adds one to thousands without asking the others how tall they are,
which Qt's own list does. To a screen reader it is Qt's list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from facilitator.ui.boards.outline_heights import Heights

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
LINE = 40  # logical pixels for one turn of the wheel, times three
Cursor = QAbstractItemView.CursorAction
ON = {Cursor.MoveDown, Cursor.MoveNext, Cursor.MoveRight}
BACK = {Cursor.MoveUp, Cursor.MovePrevious, Cursor.MoveLeft}


class TallList(QListView):
    """Rows below one another; `height_of` says how tall one is at the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._heights = Heights()
        self._stale = True
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def height_of(self, row: int) -> int:
        """How tall a row is, in logical pixels."""
        raise NotImplementedError

    def setModel(self, model: QAbstractItemModel | None) -> None:
        assert model is not None
        model.rowsRemoved.connect(self._removed)  # before Qt's own, which already asks where rows are
        model.rowsInserted.connect(self._inserted)
        model.modelAboutToBeReset.connect(self.measure_again)
        super().setModel(model)

    def measure_again(self) -> None:
        """Every height may be another: ask for all of them when they are next needed."""
        self._stale = True
        self.scheduleDelayedItemsLayout()

    def first_in_sight(self) -> int:
        """The row at the top of what is seen."""
        return self._measured().row_at(self.verticalOffset())

    # Where things are.

    def visualRect(self, index: Index) -> QRect:
        heights = self._measured()
        row = index.row()
        if not index.isValid() or row >= len(heights):
            return QRect()
        return QRect(0, heights.top(row) - self.verticalOffset(), self.viewport().width(), heights.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        heights = self._measured()
        row = heights.row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row < len(heights) else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        rect = self.visualRect(index)
        if rect.isEmpty():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        centre = hint == QAbstractItemView.ScrollHint.PositionAtCenter
        if centre:
            bar.setValue(bar.value() + rect.center().y() - room // 2)
        elif rect.top() < 0 or rect.height() > room or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= room or hint == QAbstractItemView.ScrollHint.PositionAtBottom:
            bar.setValue(bar.value() + rect.bottom() + 1 - room)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        whole, offset, heights = rect.normalized(), self.verticalOffset(), self._measured()
        first, last = heights.row_at(whole.top() + offset), heights.row_at(whole.bottom() + offset)
        last = min(last, len(heights) - 1)
        selection = QItemSelection()
        if first <= last:
            selection.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        heights, offset, region = self._measured(), self.verticalOffset(), QRegion()
        for at in range(selection.count()):
            span = selection.at(at)
            first, last = span.top(), min(span.bottom(), len(heights) - 1)
            if 0 <= first <= last:
                height = heights.top(last) + heights.height(last) - heights.top(first)
                region += QRect(0, heights.top(first) - offset, self.viewport().width(), height)
        return region

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, current = len(self._measured()), self.currentIndex()
        if action == Cursor.MoveEnd:
            return self._enabled(range(rows - 1, -1, -1))
        if not current.isValid() or action == Cursor.MoveHome:
            return self._enabled(range(rows))
        here = current.row()
        if action in ON:
            found = self._enabled(range(here + 1, rows))
            return found if found.isValid() else current
        if action in BACK:
            found = self._enabled(range(here - 1, -1, -1))
            return found if found.isValid() else current
        return self._page(here, on=action == Cursor.MovePageDown)

    # What is painted, and what Qt wants to know.

    def paintEvent(self, event: QPaintEvent) -> None:
        heights, offset = self._measured(), self.verticalOffset()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        resting = option.state  # type: ignore[attr-defined]
        painter = QPainter(self.viewport())
        chosen, model, delegate = self.selectionModel(), self.model(), self.itemDelegate()
        for row in range(heights.row_at(event.rect().top() + offset), len(heights)):
            index = model.index(row, 0)
            option.rect = self.visualRect(index)  # type: ignore[attr-defined]
            if option.rect.top() > event.rect().bottom():  # type: ignore[attr-defined]
                break
            state = QStyle.StateFlag.State_Selected if chosen.isSelected(index) else QStyle.StateFlag.State_None
            option.state = resting | state  # type: ignore[attr-defined]
            delegate.paint(painter, option, index)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is seen, and an editor that is open in it. Qt's own list moves nothing that it has not laid out."""
        self.viewport().scroll(0, dy)

    def doItemsLayout(self) -> None:
        self._measured()
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(LINE)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._measured().total() - room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._stale = True
        QAbstractItemView.resizeEvent(self, event)
        self.scheduleDelayedItemsLayout()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._grown()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)  # Qt's list would lay everything out again

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        if not self._stale:
            rows = range(first.row(), last.row() + 1)
            heights = [self.height_of(row) for row in rows]
            if heights != [self._heights.height(row) for row in rows]:
                self._heights.replace(rows.start, len(rows), heights)
                self._grown()
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def _inserted(self, _parent: Index, start: int, end: int) -> None:
        if not self._stale:
            self._heights.replace(start, 0, [self.height_of(row) for row in range(start, end + 1)])

    def _removed(self, _parent: Index, start: int, end: int) -> None:
        if not self._stale:
            self._heights.replace(start, end + 1 - start, ())
            self._grown()

    def _grown(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def _measured(self) -> Heights:
        if self._stale and self.model():
            self._stale = False
            rows = self.model().rowCount()
            self._heights = Heights()
            self._heights.replace(0, 0, [self.height_of(row) for row in range(rows)])
        return self._heights

    def _page(self, here: int, *, on: bool) -> QModelIndex:
        heights, room, model = self._measured(), self.viewport().height(), self.model()
        if on:
            far = min(heights.row_at(heights.top(here) + room), len(heights) - 1)
            found = self._enabled(range(far, here, -1))
        else:
            far = heights.row_at(max(0, heights.top(here) + heights.height(here) - room))
            found = self._enabled(range(far, here))
        return found if found.isValid() else model.index(here, 0)

    def _enabled(self, rows: Sequence[int]) -> QModelIndex:
        model = self.model()
        indexes = (model.index(row, 0) for row in rows)
        return next((index for index in indexes if index.flags() & Qt.ItemFlag.ItemIsEnabled), QModelIndex())
