"""How a block stands in the plan: when it begins, a bar in the colour of its kind, its words, and how long it takes.
What does not fit is said above it, in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.text_layout import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from facilitator.ui.plan.list import PlanView
    from facilitator.ui.plan.model import Index, PlanModel
    from facilitator.workshop.queries.plan import BlockLine

TITLE = tokens.BODY + 1
CLOCK = 76  # the strip of times
BAR = 6
PAD = 7
BETWEEN = 8  # from one block to the next
MINUTES = 84
CARD = CLOCK + BAR + 12  # where the cards begin
SIDES = 14  # inside a card, beside the words
LEADS, TRAILS = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
ONE_LINE = int(Qt.TextFlag.TextSingleLine)


class PlanDelegate(QStyledItemDelegate):
    """Paints a `PlanModel`."""

    def __init__(self, model: PlanModel, view: PlanView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._plain, self._bold = fonts.sized(TITLE), fonts.sized(TITLE, bold=True)
        self._plain_title, self._bold_title = Words(self._plain, 1), Words(self._bold, 1)
        self._small = fonts.sized(tokens.SMALL + 1)
        self._low = QFontMetrics(self._small).height() + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        block = self._model.block_at(index)
        return QSize(100, self._height(block)) if block else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        block = self._model.block_at(index)
        if block is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect  # type: ignore[attr-defined]
        above = self._above(block)
        card = whole.adjusted(CARD, above + 1, -MINUTES, -BETWEEN)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        self._paint_above(painter, option, QRect(card.left(), whole.top(), card.width(), above), block)
        self._paint_sides(painter, option, card, block)
        self._paint_card(painter, option, card, block, chosen=chosen)
        painter.restore()

    def _width(self) -> int:
        return self._view.viewport().width() - CARD - MINUTES - 2 * SIDES

    def _above(self, block: BlockLine) -> int:
        return self._low + 4 if block.clash or block.gap else 0

    def _title(self, block: BlockLine) -> Words:
        return self._plain_title if block.kind in {"break", "other"} else self._bold_title

    def _title_height(self, block: BlockLine) -> int:
        return round(self._title(block).height(self._model.words.title(block), self._width()))

    def _height(self, block: BlockLine) -> int:
        height = self._title_height(block) + (self._low + 1 if self._model.words.about(block) else 0)
        return max(height + 2 * PAD, tokens.TARGET) + BETWEEN + self._above(block) + 1

    def _paint_above(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, block: BlockLine) -> None:
        words = self._model.words.trouble(block) or self._model.words.gap(block)
        painter.setPen(theme.colour("warn" if block.clash else "muted"))
        self._line(painter, option, room, words, fonts.sized(tokens.SMALL + 1, bold=bool(block.clash)))

    def _paint_sides(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, block: BlockLine) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.kind(block.kind)))
        bar = QRect(card.left() - 12 - BAR, card.top(), BAR, card.height())
        painter.drawRoundedRect(QRectF(self._mirrored(option, bar)), BAR / 2, BAR / 2)
        painter.setPen(theme.colour("warn" if block.clash else "ink"))
        height = QFontMetrics(self._bold).height()
        clock = QRect(card.left() - CARD + 2, card.top() + PAD, CLOCK, height)
        font = self._bold if block.fixed_start else self._plain
        self._line(painter, option, clock, self._model.words.clock(block), font)
        painter.setPen(theme.colour("ink"))
        minutes = QRect(card.right() + 8, card.top() + PAD, MINUTES - 12, height)
        self._line(painter, option, minutes, self._model.words.length(block.minutes), self._plain, TRAILS)

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, block: BlockLine, *, chosen: bool
    ) -> None:
        now = theme.colours()
        painter.setPen(QPen(QColor(now.accent if chosen else now.line), 2 if chosen else 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(self._mirrored(option, card)), tokens.RADIUS, tokens.RADIUS)
        width, height = self._width(), self._title_height(block)
        painter.setPen(QColor(now.ink))
        room = QRect(card.left() + SIDES, card.top() + PAD, width, height)
        at, runs = QPointF(self._mirrored(option, room).topLeft()), option.direction  # type: ignore[attr-defined]
        self._title(block).paint(painter, at, width, self._model.words.title(block), runs, labels=True)
        painter.setPen(QColor(now.muted))
        below = QRect(card.left() + SIDES, card.top() + PAD + height + 1, width, self._low)
        self._line(painter, option, below, self._model.words.about(block), self._small)

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        words: str,
        font: QFont,
        side: Qt.AlignmentFlag = LEADS,
    ) -> None:
        """One line, cut short where it is too long, in its own direction; it stands where the window's lines begin, or
        end.
        """
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        runs: Qt.LayoutDirection = option.direction  # type: ignore[attr-defined]
        aligned = QStyle.visualAlignment(runs, side) | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(font)
        painter.setLayoutDirection(direction.of_text(words, runs))
        painter.drawText(self._mirrored(option, room), int(aligned) | ONE_LINE, shown)

    def _mirrored(self, option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)  # type: ignore[attr-defined]
