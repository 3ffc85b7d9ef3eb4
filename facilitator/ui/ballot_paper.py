"""The ballot that is being typed in: its options with their letters and the dots or answers it has so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.letters import letter
from facilitator.ui import fonts, theme, tokens
from facilitator.ui.text_layout import Words
from facilitator.ui.widgets import calm_scrolling

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from facilitator.domain.ballot_entry import Entry

LETTER, PAD, DOT, STEP, BETWEEN = 44, 10, 18, 24, 6
COUNT = Qt.ItemDataRole.UserRole + 1


class BallotPaper(QListWidget):
    """Takes the keys and shows the ballot; what the keys mean is in `domain.ballot_entry`."""

    typed = Signal(str)
    entered = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Ballot"))
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        calm_scrolling(self)
        self._ids: list[object] = []
        self._delegate = BallotDelegate(self)
        self.setItemDelegate(self._delegate)

    def show_entry(self, entry: Entry) -> None:
        """Show the ballot as it stands, the option of the last mark chosen."""
        ids: list[object] = [line.id for line in entry.lines]
        if ids != self._ids:
            self._ids = ids
            self.clear()
            for _ in entry.lines:
                self.addItem(QListWidgetItem())
        said = dict(entry.marks) if entry.method == "agree" else entry.values()
        for at, line in enumerate(entry.lines):
            item, value = self.item(at), said.get(line.id)
            words = self._words(entry.method, value, answered=line.id in said)
            item.setText(line.text)
            item.setData(Qt.ItemDataRole.UserRole, letter(line.place))
            item.setData(COUNT, value if entry.method == "dots" else words)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (letter(line.place), line.text, words)))
            )
        here = entry.at.id if entry.at else entry.marks[-1][0] if entry.marks else None
        self.setCurrentRow(self._ids.index(here) if here in self._ids else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cleared.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.typed.emit("\b")
        elif not plain and len(event.text()) == 1 and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()

    def _words(self, method: str, value: int | None, *, answered: bool) -> str:
        if method == "dots":
            if not value:
                return ""
            return self.tr("1 dot") if value == 1 else self.tr("{count} dots").format(count=value)
        if not answered:
            return ""
        said = {1: self.tr("agree"), -1: self.tr("disagree"), 0: self.tr("pass"), None: self.tr("nothing ticked")}
        return said.get(value, "")


class BallotDelegate(QStyledItemDelegate):
    """Paints one option: its letter, its words, and its dots."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.width = 600
        self._text = Words(fonts.sized(tokens.NOTE))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        height = self._text.height(index.data() or "", self._room())
        return QSize(self.width, round(height) + 2 * PAD + BETWEEN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        whole: QRect = option.rect  # type: ignore[attr-defined]
        runs: Qt.LayoutDirection = option.direction  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(theme.colour("surface"))
        card = whole.adjusted(1, 1, -1, 1 - BETWEEN)
        painter.drawRoundedRect(QRectF(card), tokens.RADIUS, tokens.RADIUS)
        painter.setPen(theme.colour("accent"))
        painter.setFont(fonts.sized(tokens.HEAD, bold=True))
        room = QStyle.visualRect(runs, whole, QRect(card.left() + PAD, card.top(), LETTER, card.height()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), index.data(Qt.ItemDataRole.UserRole) or "")
        words = QRect(card.left() + PAD + LETTER + PAD, card.top() + PAD, self._room(), card.height())
        painter.setPen(theme.colour("ink"))
        at = QPointF(QStyle.visualRect(runs, whole, words).topLeft())
        self._text.paint(painter, at, self._room(), index.data() or "", runs)
        end = QRect(card.right() - PAD - 5 * STEP, card.top(), 5 * STEP, card.height())
        self._said(painter, runs, whole, end, index.data(COUNT))
        painter.restore()

    def _said(
        self, painter: QPainter, runs: Qt.LayoutDirection, whole: QRect, end: QRect, said: int | str | None
    ) -> None:
        if isinstance(said, str) or (said or 0) > 5:
            side = QStyle.visualAlignment(runs, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.setFont(fonts.sized(tokens.BODY, bold=True))
            painter.drawText(QStyle.visualRect(runs, whole, end), int(side), str(said))
            return
        count = said or 0
        for turn in range(max(count, 2)):
            place = QRect(end.right() - (turn + 1) * STEP, end.center().y() - DOT // 2, DOT, DOT)
            painter.setPen(QPen(theme.colour("ink" if turn < count else "edge"), 2))
            painter.setBrush(theme.colour("ink") if turn < count else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QStyle.visualRect(runs, whole, place))

    def _room(self) -> int:
        return max(80, self.width - LETTER - 5 * STEP - 5 * PAD)
