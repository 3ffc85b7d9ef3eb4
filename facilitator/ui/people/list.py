"""The list of people on screen: a box to tick, the name in big letters, and a line on who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts.widgets import calm_scrolling

if TYPE_CHECKING:
    import uuid

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.people.model import Index, PeopleModel
    from facilitator.workshop.queries.people import PersonLine

TICK = 24  # the box
PLACE = 52  # the strip it stands in, all of which can be hit
PAD = 7
STRONG = 2.4


class PeopleDelegate(QStyledItemDelegate):
    """Paints one person, and ticks the box where it is hit."""

    def __init__(self, model: PeopleModel, view: PeopleView) -> None:
        super().__init__(view)
        self._people = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, fonts.sized(tokens.NOTE).pixelSize() + tokens.SMALL + 4 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._people.line_at(index)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)  # type: ignore[attr-defined]
        room: QRect = option.rect.adjusted(1, 1, -1, -1)  # type: ignore[attr-defined]
        now = theme.colours()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft))
            painter.drawRoundedRect(room, tokens.RADIUS, tokens.RADIUS)
        self._paint_tick(painter, self._tick(option), line)
        words = self._mirrored(option, room.adjusted(PLACE, PAD, -PAD, -PAD))
        self._paint_words(painter, words, line, chosen=chosen)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole strip of the box can be hit; the space bar is Qt's own."""
        if isinstance(event, QMouseEvent):
            hit = self._mirrored(option, QRect(option.rect).adjusted(0, 0, PLACE - option.rect.width(), 0))  # type: ignore[attr-defined]
            if event.type() is QEvent.Type.MouseButtonRelease and hit.contains(event.position().toPoint()):
                return model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
            return False
        return super().editorEvent(event, model, option, index)

    def _tick(self, option: QStyleOptionViewItem) -> QRect:
        whole: QRect = option.rect  # type: ignore[attr-defined]
        top = whole.top() + (whole.height() - TICK) // 2
        return self._mirrored(option, QRect(whole.left() + (PLACE - TICK) // 2, top, TICK, TICK))

    def _paint_tick(self, painter: QPainter, box: QRect, line: PersonLine) -> None:
        now = theme.colours()
        painter.setPen(QPen(QColor(now.accent if line.arrived else now.edge), 1))
        painter.setBrush(QColor(now.accent if line.arrived else now.surface))
        painter.drawRoundedRect(box, 4, 4)
        if line.arrived:
            painter.setPen(QPen(QColor(now.on_accent), STRONG, c=Qt.PenCapStyle.RoundCap))
            left, top = box.left(), box.top()
            painter.drawLine(left + 6, top + 13, left + 10, top + 17)
            painter.drawLine(left + 10, top + 17, left + 18, top + 8)

    def _paint_words(self, painter: QPainter, room: QRect, line: PersonLine, *, chosen: bool) -> None:
        now = theme.colours()
        ink, muted = (now.on_accent_soft, now.on_accent_soft) if chosen else (now.ink, now.muted)
        flags = int(Qt.TextFlag.TextSingleLine) | Qt.AlignmentFlag.AlignLeft.value
        painter.setFont(fonts.sized(tokens.SMALL))
        painter.setPen(QColor(muted))
        asked = self._people.not_asked(line)
        end = painter.fontMetrics().horizontalAdvance(asked)
        painter.drawText(room, int(Qt.TextFlag.TextSingleLine) | _side(painter, trailing=True), asked)
        below, beside = int(Qt.AlignmentFlag.AlignBottom.value) | flags, room.width() - end - 2 * PAD
        self._draw(painter, room, below, self._people.words.about(line), beside)
        painter.setFont(fonts.sized(tokens.NOTE))
        painter.setPen(QColor(ink))
        self._draw(painter, room, int(Qt.AlignmentFlag.AlignTop.value) | flags, line.display_name, beside)

    def _draw(self, painter: QPainter, room: QRect, flags: int, words: str, width: int) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, flags & ~Qt.AlignmentFlag.AlignLeft.value | _side(painter), shown)

    def _mirrored(self, option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)  # type: ignore[attr-defined]


def _side(painter: QPainter, *, trailing: bool = False) -> int:
    """Where the window's lines begin, or end. Names of every script stand there, close to their boxes."""
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    right = mirrored is not trailing
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignAbsolute).value)


class PeopleView(QListView):
    """Shows a `PeopleModel`. `typed` carries a key that was meant for the door; the space bar ticks."""

    typed = Signal(str)
    chosen = Signal()

    def __init__(self, model: PeopleModel) -> None:
        super().__init__()
        self.people = model
        self.setModel(model)
        self.setItemDelegate(PeopleDelegate(model, self))
        self.setAccessibleName(self.tr("People"))
        self.setAccessibleDescription(self.tr("Everybody on the list. The space bar ticks who is here."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        calm_scrolling(self)
        self._kept: uuid.UUID | None = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.chosen.emit())

    def line(self) -> PersonLine | None:
        """The chosen person."""
        return self.people.line_at(self.currentIndex())

    def choose(self, person_id: uuid.UUID | None) -> bool:
        """Choose a person and bring them into view; False when they are not in the list."""
        row = self.people.row_of(person_id)
        if row is not None:
            self.setCurrentIndex(self.people.index(row))
        return row is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to the door, because that is what they are meant for."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        line = self.line()
        self._kept = line.id if line else self._kept

    def _restore(self) -> None:
        self.choose(self._kept)
