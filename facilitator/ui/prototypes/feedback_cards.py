"""One pile of what people said, as cards: the words in their own direction, their meaning, and whose view it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.ui.boards.outline_delegate import NoteEditor
from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts.text_layout import Words
from facilitator.ui.parts.widgets import calm_scrolling
from facilitator.ui.prototypes.feedback_words import TINTS, FeedbackWords

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from facilitator.workshop.queries.prototypes import FeedbackLine

Index = QModelIndex | QPersistentModelIndex
PAD = 9
BETWEEN = 7  # from one card to the next
TWO_ABREAST = 430  # a pile at least so wide has two cards beside each other
EDITOR_LEAST = 76
LINE = Qt.ItemDataRole.UserRole


class CardDelegate(QStyledItemDelegate):
    """Paints one card. `edited` carries what was said and its new words."""

    edited = Signal(object, str)

    def __init__(self, pile: Pile) -> None:
        super().__init__(pile)
        self._words = FeedbackWords(self)
        self._text = Words(fonts.sized(tokens.BODY))
        self._small = Words(fonts.sized(tokens.SMALL))
        self.width = 200

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self._height(index.data(LINE)))

    def footer(self, line: FeedbackLine) -> str:
        """Whose view it is, and that the room does not see it."""
        hidden = self.tr("hidden from the room") if line.withheld else ""
        return " · ".join(part for part in (self._words.view_on_card(line.perspective), hidden) if part)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: FeedbackLine = index.data(LINE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        card: QRect = QRect(option.rect).adjusted(1, 1, -BETWEEN, -BETWEEN)  # type: ignore[attr-defined]
        runs = option.direction  # type: ignore[attr-defined]
        if runs is Qt.LayoutDirection.RightToLeft:
            card.translate(BETWEEN - 1, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent") if chosen else QColor(tokens.TINT_EDGE), 3 if chosen else 0.6))
        painter.setBrush(QColor(tokens.tint(TINTS[line.kind])))
        painter.drawRoundedRect(card, 3, 3)
        if line.withheld:
            painter.setBrush(QBrush(QColor(tokens.TINT_EDGE), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(card.adjusted(0, 0, 8 - card.width(), 0), 3, 3)
        self._paint_words(painter, QPointF(card.left() + PAD, card.top() + PAD), line, runs)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = NoteEditor(parent)
        editor.setObjectName("noteEditor")
        editor.setAccessibleName(self.tr("What was said"))
        editor.setTabChangesFocus(True)
        editor.kept.connect(lambda: self._keep(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, NoteEditor):
            editor.setPlainText(index.data(LINE).text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        line: FeedbackLine = index.data(LINE)
        if isinstance(editor, NoteEditor) and (words := editor.toPlainText().strip()) and words != line.text:
            self.edited.emit(line, words)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        room = QRect(option.rect)  # type: ignore[attr-defined]
        room.setHeight(max(room.height(), EDITOR_LEAST))
        editor.setGeometry(room)

    def _keep(self, editor: NoteEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _room(self) -> int:
        return max(self.width - BETWEEN - 2 * PAD, 40)

    def _height(self, line: FeedbackLine) -> int:
        width = self._room()
        height = self._text.height(line.text, width)
        for words in (line.translation, self.footer(line)):
            height += self._small.height(words, width) if words else 0
        return round(height) + 2 * PAD + BETWEEN

    def _paint_words(self, painter: QPainter, at: QPointF, line: FeedbackLine, runs: Qt.LayoutDirection) -> None:
        width = self._room()
        painter.setPen(QColor(tokens.TINT_MUTED if line.withheld else tokens.TINT_INK))
        self._text.paint(painter, at, width, line.text, runs)
        at.setY(at.y() + self._text.height(line.text, width))
        painter.setPen(QColor(tokens.TINT_MUTED))
        for words in (line.translation, self.footer(line)):
            if words:
                self._small.paint(painter, at, width, words, runs)
                at.setY(at.y() + self._small.height(words, width))


class Pile(QListWidget):
    """Shows one pile. `typed` carries a letter that was meant for the bar, `left` that somebody goes back there."""

    edited = Signal(object, str)
    typed = Signal(str)
    left = Signal()
    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._delegate = CardDelegate(self)
        self._delegate.edited.connect(self.edited)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(150, 70))
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.allow_editing(may=True)
        calm_scrolling(self)
        self.itemSelectionChanged.connect(self.chosen)

    def show_lines(self, lines: Sequence[FeedbackLine]) -> None:
        """Show these; what was selected stays so, and what was said just now comes into view."""
        if lines == self.lines():
            return
        kept, place = self.line(), self.verticalScrollBar().value()
        ids = [line.id for line in lines]
        goes_on = bool(self.count()) and self.item(0).data(LINE).id in ids
        grown = len(ids) > self.count() if goes_on else len(ids) == 1
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._heard(line))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.addItem(item)
        if kept:
            self.choose(kept.id)
        self.doItemsLayout()
        if grown:
            self.scrollToBottom()
        else:
            self.verticalScrollBar().setValue(place if goes_on else 0)

    def lines(self) -> Sequence[FeedbackLine]:
        """What is shown."""
        return tuple(self.item(row).data(LINE) for row in range(self.count()))

    def line(self) -> FeedbackLine | None:
        """What is selected."""
        found = self.selectedItems()
        return found[0].data(LINE) if found else None

    def choose(self, line_id: uuid.UUID) -> bool:
        """Select one; False when it does not lie here."""
        for row, line in enumerate(self.lines()):
            if line.id == line_id:
                self.setCurrentRow(row)
                return True
        return False

    def enter(self) -> None:
        """Somebody comes from the bar: the last card is chosen."""
        if self.count():
            if not self.line():
                self.setCurrentRow(self.count() - 1)
            self.setFocus()

    def allow_editing(self, may: bool) -> None:
        """Whether a double click may change a card."""
        trigger = QAbstractItemView.EditTrigger
        self._may_edit = may
        self.setEditTriggers(trigger.DoubleClicked if may else trigger.NoEditTriggers)

    def edit_chosen(self, words: str | None = None) -> None:
        """Change the selected card where it lies, beginning with words that could not be stored before."""
        index = self.currentIndex()
        if not (self._may_edit and self.line()) or self.state() == QAbstractItemView.State.EditingState:
            return
        self.scrollTo(index)
        self.edit(index)
        editor = self.indexWidget(index)
        if words is not None and isinstance(editor, NoteEditor):
            editor.setPlainText(words)

    def event(self, event: QEvent) -> bool:
        """Escape goes back to the bar; the window has another use for it."""
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter changes the card; letters go to the bar, because that is what they are meant for."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit_chosen()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.viewport().width() - 2
        self._delegate.width = room // 2 if room >= TWO_ABREAST else room
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _heard(self, line: FeedbackLine) -> str:
        return ", ".join(part for part in (line.text, line.translation, self._delegate.footer(line)) if part)
