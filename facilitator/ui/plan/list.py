"""The blocks of a session on screen: chosen, moved and made longer by keys, and dragged with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QSizePolicy

from facilitator.ui.parts.widgets import calm_scrolling
from facilitator.ui.plan.delegate import PlanDelegate

if TYPE_CHECKING:
    import uuid

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from facilitator.ui.plan.model import PlanModel
    from facilitator.workshop.queries.plan import BlockLine

SHIFT = Qt.KeyboardModifier.ShiftModifier
LONGER = {"+": 1, "=": 1, "-": -1, "_": -5}
EDGE = 28  # logical pixels from the edge where a drag scrolls on
STEP = 16


class PlanView(QListView):
    """Shows a `PlanModel`. `lengthened` carries a block and minutes, `moved` a block and places; `typed` a key that was
    meant for the bar below.
    """

    typed = Signal(str)
    chosen = Signal()
    opened = Signal()
    removed = Signal()
    lengthened = Signal(object, int)
    moved = Signal(object, int)

    def __init__(self, model: PlanModel) -> None:
        super().__init__()
        self.plan = model
        self.may_edit = True
        self.setModel(model)
        self.setItemDelegate(PlanDelegate(model, self))
        self.setAccessibleName(self.tr("Plan of the session"))
        self.setAccessibleDescription(
            self.tr("Enter changes a block, plus and minus its minutes, Ctrl and the arrows its place.")
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        calm_scrolling(self)
        self._kept: tuple[uuid.UUID, int] | None = None
        self._pressed: tuple[uuid.UUID, QPoint] | None = None
        self._dragged: uuid.UUID | None = None
        self._scrolling = QTimer(self, interval=30)
        self._scrolling.timeout.connect(self._scroll_on)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        model.dataChanged.connect(lambda _from, _to: self.scheduleDelayedItemsLayout())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def block(self) -> BlockLine | None:
        """The chosen block."""
        chosen = self.selectionModel().selectedIndexes()
        return self.plan.block_at(chosen[0]) if chosen else None

    def choose(self, block_id: uuid.UUID | None) -> bool:
        """Choose a block and bring it into view, or none; False when it is not in the plan."""
        row = self.plan.row_of(block_id)
        if row is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        else:
            self.setCurrentIndex(self.plan.index(row))
            self.scrollTo(self.plan.index(row))
        return row is not None

    def is_dragging(self) -> bool:
        """Whether a block is held by the mouse."""
        return self._dragged is not None

    def contents_height(self) -> int:
        """How tall all blocks stand together."""
        return sum(self.sizeHintForRow(row) for row in range(self.plan.rowCount())) + 2

    def event(self, event: QEvent) -> bool:
        """While a block is held, Escape lets it go where it was; the window has another use for that key."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._dragged:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, block = event.key(), self.block()
        if self._dragged:
            if key == Qt.Key.Key_Escape:
                self._let_go(keep=False)
        elif key == Qt.Key.Key_Up and block is None:
            self.setCurrentIndex(self.plan.index(self.plan.rowCount() - 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif not self.may_edit:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif block and (by := self._by(event)):
            self.lengthened.emit(block.id, by)
        elif self._plain(event) and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self.plan.block_at(self.indexAt(event.position().toPoint()))
        if block is None:
            self.choose(None)
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (block.id, event.position().toPoint()) if block and left and self.may_edit else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A block that is held follows the mouse from place to place, and the times with it."""
        at = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        if not self._dragged and (at - self._pressed[1]).manhattanLength() >= QApplication.startDragDistance():
            self._dragged = self._pressed[0]
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.setFocus()
            self._scrolling.start()
        if self._dragged:
            self._follow(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._dragged:
            self._let_go(keep=True)
        else:
            super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _follow(self, at: QPoint) -> None:
        assert self._dragged is not None
        rects = [self.visualRect(self.plan.index(row)) for row in range(self.plan.rowCount())]
        here = self.plan.row_of(self._dragged)
        over = next((row for row, rect in enumerate(rects) if at.y() < rect.bottom()), len(rects) - 1)
        if here is None or over == here:
            return
        # Past the middle only, or a tall block and a low one would change places for ever under a mouse at rest.
        past = at.y() > rects[over].center().y() if over > here else at.y() < rects[over].center().y()
        target = over if past else over - (1 if over > here else -1)
        if target != here:
            self.plan.preview(self._dragged, target)
            self.executeDelayedItemsLayout()

    def _scroll_on(self) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        down, up = at.y() > self.viewport().height() - EDGE, at.y() < EDGE
        bar, before = self.verticalScrollBar(), self.verticalScrollBar().value()
        bar.setValue(before + (STEP if down else -STEP if up else 0))
        if self._dragged and bar.value() != before:
            self._follow(at)

    def _let_go(self, *, keep: bool) -> None:
        block, self._dragged, self._pressed = self._dragged, None, None
        self._scrolling.stop()
        self.viewport().unsetCursor()
        if block is None:
            return
        by = self.plan.moved_by(block)
        if keep and by:
            self.moved.emit(block, by)
        else:
            self.plan.put_back(block)

    def _by(self, event: QKeyEvent) -> int:
        """How many minutes a key adds: plus and minus one, Shift and an arrow five."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return 0
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            on, back = back, on
        if event.key() in {on, back}:
            return (1 if event.key() == on else -1) * (5 if event.modifiers() & SHIFT else 1)
        return LONGER.get(event.text(), 0)

    def _plain(self, event: QKeyEvent) -> bool:
        return not event.modifiers() & ~(SHIFT | Qt.KeyboardModifier.KeypadModifier)

    def _remember(self) -> None:
        block = self.block()
        self._kept = (block.id, self.currentIndex().row()) if block else None
        self._dragged = self._pressed = None
        self._scrolling.stop()
        self.viewport().unsetCursor()

    def _restore(self) -> None:
        if self._kept is None:
            return
        block_id, row = self._kept
        if not self.choose(block_id) and self.plan.rowCount():
            self.setCurrentIndex(self.plan.index(min(row, self.plan.rowCount() - 1)))
