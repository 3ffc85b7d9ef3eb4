"""The ballot that is being typed in: its options with their letters and the dots or answers it has so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.domain.letters import letter
from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts.escape import asks_for_escape
from facilitator.ui.parts.text_layout import Words
from facilitator.ui.parts.widgets import calm_scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from facilitator.domain.ballot_entry import Entry

    Index = QModelIndex | QPersistentModelIndex

LETTER, PAD, DOT, STEP, BETWEEN = 44, 10, 22, tokens.TARGET, 6
FEWEST_SHOWN, MOST_SHOWN = 2, 5
ANSWERS = (1, 0, -1)
"""What can be said of a statement, in the order of its circles."""
SAID = Qt.ItemDataRole.UserRole + 1
OPEN = Qt.ItemDataRole.UserRole + 2


class BallotPaper(QListWidget):
    """Takes the keys and clicks and shows the ballot; what the keys mean is in `domain.ballot_entry`. `put` and `taken`
    carry an option that was clicked, `answered` a statement and the answer.
    """

    typed = Signal(str)
    entered = Signal()
    cleared = Signal()
    put = Signal(object)
    taken = Signal(object)
    answered = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Ballot"))
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        calm_scrolling(self)
        self._ids: list[object] = []
        self._shows: dict[int, object] = {}  # what each row shows, so that a key draws only the rows it changes
        self._texts: tuple[str, ...] = ()
        self._method = "dots"
        self._delegate = BallotDelegate(self)
        self.setItemDelegate(self._delegate)

    def show_entry(self, entry: Entry) -> None:
        """Show the ballot as it stands, the option of the last mark chosen."""
        ids: list[object] = [line.id for line in entry.lines]
        self._method = entry.method
        if ids != self._ids:
            self._ids = ids
            self._shows = {}
            self.clear()
            for _ in entry.lines:
                self.addItem(QListWidgetItem())
        said = dict(entry.marks) if entry.method == "agree" else entry.values()
        dots = min(entry.most_on_one or entry.dots, MOST_SHOWN)
        for at, line in enumerate(entry.lines):
            item, value = self.item(at), said.get(line.id)
            shows = (line, value, line.id in said, dots, entry.method)
            if shows == self._shows.get(at):
                continue
            self._shows[at] = shows
            words = self._words(entry.method, value, answered=line.id in said)
            item.setText(line.text)
            item.setData(Qt.ItemDataRole.UserRole, letter(line.place))
            item.setData(SAID, value)
            item.setData(OPEN, 0 if entry.method == "agree" else min(dots, FEWEST_SHOWN))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (letter(line.place), line.text, words)))
            )
        texts = tuple(line.text for line in entry.lines)
        if texts != self._texts:
            self._texts = texts
            self._fit()
        here = entry.at.id if entry.at else entry.marks[-1][0] if entry.marks else None
        self.setCurrentRow(self._ids.index(here) if here in self._ids else -1)

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """A mark makes no option taller. QListView lays all of them out anew for whatever changes, at every key."""
        if not roles or Qt.ItemDataRole.DisplayRole in roles:
            super().dataChanged(top, bottom, roles)
        else:
            QAbstractItemView.dataChanged(self, top, bottom, roles)

    def event(self, event: QEvent) -> bool:
        """Keep Escape here: it begins the ballot anew, and whoever presses it twice must not leave the counting."""
        if asks_for_escape(event):
            event.accept()
            return True
        return super().event(event)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        where = self._delegate.slot_at(self.visualRect(index), self.layoutDirection(), event.position().toPoint().x())
        said = index.data(SAID)
        if self._method == "agree":
            if where < len(ANSWERS):
                self.answered.emit(self._ids[index.row()], ANSWERS[-1 - where])
        elif where < (said or 0) <= MOST_SHOWN:
            self.taken.emit(self._ids[index.row()])
        else:
            self.put.emit(self._ids[index.row()])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the options are, so that what is done with the ballot stands right below them."""
        tall = sum(self.sizeHintForRow(at) for at in range(self.count()))
        self.setMaximumHeight(max(tall + 2, tokens.TARGET))

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
    """Paints one option: its letter, its words, and its dots or its three answers, each wide enough for a finger; there
    is room for so many `circles`.
    """

    def __init__(self, parent: QObject, circles: int = MOST_SHOWN) -> None:
        super().__init__(parent)
        self.width = 600
        self._circles = circles
        self._text = Words(fonts.sized(tokens.NOTE))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._text.height(index.data() or "", self._room())
        return QSize(self.width, round(height) + 2 * PAD + BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole: QRect = option.rect  # type: ignore[attr-defined]
        runs: Qt.LayoutDirection = option.direction  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(theme.colour("surface"))
        card = self._card(whole)
        painter.drawRoundedRect(QRectF(card), tokens.RADIUS, tokens.RADIUS)
        painter.setPen(theme.colour("accent"))
        painter.setFont(fonts.sized(tokens.HEAD, bold=True))
        room = QStyle.visualRect(runs, whole, QRect(card.left() + PAD, card.top(), LETTER, card.height()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), index.data(Qt.ItemDataRole.UserRole) or "")
        words = QRect(card.left() + PAD + LETTER + PAD, card.top() + PAD, self._room(), card.height())
        painter.setPen(theme.colour("ink"))
        at = QPointF(QStyle.visualRect(runs, whole, words).topLeft())
        self._text.paint(painter, at, self._room(), index.data() or "", runs, labels=True)
        shown = index.data(OPEN)
        if shown:
            self._dots(painter, whole, runs, index.data(SAID) or 0, shown)
        elif shown is not None:
            self._answers(painter, whole, runs, index.data(SAID))
        painter.restore()

    def slot_at(self, whole: QRect, runs: Qt.LayoutDirection, x: int) -> int:
        """Which circle, counted from the end of the line, is at this place of a row."""
        end = self._slot(whole, runs, 0)
        away = end.right() - x if runs is Qt.LayoutDirection.LeftToRight else x - end.left()
        return max(away, 0) // STEP

    def _dots(self, painter: QPainter, whole: QRect, runs: Qt.LayoutDirection, count: int, shown: int) -> None:
        if count > MOST_SHOWN:
            painter.setFont(fonts.sized(tokens.HEAD, bold=True))
            painter.setPen(theme.colour("ink"))
            painter.drawText(self._slot(whole, runs, 0), int(Qt.AlignmentFlag.AlignCenter), str(count))
            return
        for turn in range(max(count, shown)):
            self._circle(painter, self._slot(whole, runs, turn), filled=turn < count)

    def _answers(self, painter: QPainter, whole: QRect, runs: Qt.LayoutDirection, said: int | None) -> None:
        letters = {1: self.tr("A"), 0: self.tr("P"), -1: self.tr("D")}
        painter.setFont(fonts.sized(tokens.SMALL, bold=True))
        for turn, value in enumerate(reversed(ANSWERS)):
            slot = self._slot(whole, runs, turn)
            self._circle(painter, slot, filled=said == value, size=DOT + 6)
            painter.setPen(theme.colour("surface" if said == value else "muted"))
            painter.drawText(slot, int(Qt.AlignmentFlag.AlignCenter), letters[value])

    def _circle(self, painter: QPainter, slot: QRect, *, filled: bool, size: int = DOT) -> None:
        place = QRectF(0, 0, size, size)
        place.moveCenter(QRectF(slot).center())
        painter.setPen(QPen(theme.colour("ink" if filled else "edge"), 2))
        painter.setBrush(theme.colour("ink") if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place)

    def _slot(self, whole: QRect, runs: Qt.LayoutDirection, turn: int) -> QRect:
        """Where the circle stands that is so many from the end of the line."""
        card = self._card(whole)
        place = QRect(card.right() - PAD - (turn + 1) * STEP, card.top(), STEP, card.height())
        return QStyle.visualRect(runs, whole, place)

    def _card(self, whole: QRect) -> QRect:
        return whole.adjusted(1, 1, -1, 1 - BETWEEN)

    def _room(self) -> int:
        return max(80, self.width - LETTER - self._circles * STEP - 4 * PAD)
