"""How an option stands in a counted vote: its rank, its letter and words, a bar, and the counts in words, so that
colour is never the only sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.text_layout import Words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from facilitator.ui.votes.results_model import Index, ResultRow, ResultsModel

RANK = 56
LETTER = 40
PAD = 12
BAR = 12
BETWEEN = 8
HEADING = 52
FILLS = {"agree": "agree", "pass": "unsure", "disagree": "disagree"}


class ResultsDelegate(QStyledItemDelegate):
    """Paints a `ResultsModel`."""

    def __init__(self, model: ResultsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._text = Words(fonts.sized(tokens.NOTE))
        self._small = Words(fonts.sized(tokens.SMALL + 1))
        self.width = 600

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.rows[index.row()]
        if row.option is None:
            return QSize(self.width, HEADING)
        height = self._text.height(row.words, self._text_width()) + BAR + 8 + self._small.line + 2 * PAD
        return QSize(self.width, round(height) + BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.option is None:
            self._heading(painter, option, row)
        else:
            self._option(painter, option, row)
        painter.restore()

    def _text_width(self) -> int:
        return self.width - RANK - LETTER - PAD - 2

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow) -> None:
        painter.setPen(theme.colour("muted"))
        painter.setFont(fonts.sized(tokens.BODY, bold=True))
        self._line(painter, option, option.rect.adjusted(0, 12, 0, 0), row.words)  # type: ignore[attr-defined]

    def _option(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow) -> None:
        now = theme.colours()
        whole: QRect = option.rect  # type: ignore[attr-defined]
        card = QRect(whole.left() + 1, whole.top() + 1, min(whole.width(), self.width) - 2, whole.height() - BETWEEN)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.setPen(QPen(QColor(now.accent if chosen else now.line), 2 if chosen else 1))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(self._mirrored(option, card)), 6, 6)
        self._rank(painter, option, card, row)
        left, width = card.left() + RANK + LETTER, self._text_width()
        room = self._mirrored(option, QRect(left, card.top() + PAD, width, card.height()))
        painter.setPen(theme.colour("muted" if row.option and row.option.hidden else "ink"))
        self._text.paint(painter, QPointF(room.topLeft()), width, row.words, option.direction, labels=True)  # type: ignore[attr-defined]
        top = round(room.top() + self._text.height(row.words, width)) + 4
        self._bar(painter, option, QRect(left, top, width, BAR), row)
        painter.setFont(self._small.font)
        painter.setPen(theme.colour("muted"))
        line = QRect(left, top + BAR + 4, width, round(self._small.line))
        self._line(painter, option, self._mirrored(option, line), row.counts)
        self._line(painter, option, self._mirrored(option, line), row.score, Qt.AlignmentFlag.AlignRight)

    def _rank(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, row: ResultRow) -> None:
        assert row.option is not None
        room = self._mirrored(option, QRect(card.left(), card.top() + PAD, RANK, 28))
        painter.setFont(fonts.sized(tokens.TITLE - 2, bold=True))
        painter.setPen(theme.colour("accent"))
        words = "–" if row.option.rank is None else str(row.option.rank)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)
        if row.tied:
            painter.setFont(fonts.sized(tokens.SMALL))
            painter.setPen(theme.colour("muted"))
            painter.drawText(room.translated(0, 26), int(Qt.AlignmentFlag.AlignCenter), self.tr("tie"))
        painter.setFont(fonts.sized(tokens.BODY, bold=True))
        painter.setPen(theme.colour("muted"))
        letter = self._mirrored(option, QRect(card.left() + RANK, card.top() + PAD, LETTER - 6, 26))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._line(painter, option, letter, row.option.letter, side)

    def _bar(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: ResultRow) -> None:
        now = theme.colours()
        at = float(room.left())
        painter.setPen(Qt.PenStyle.NoPen)
        for name, share in row.shares:
            width = share * room.width()
            part = QRect(round(at), room.top(), round(at + width) - round(at), BAR)
            at += width
            if part.width() <= 0:
                continue
            painter.setBrush(QColor(getattr(now, FILLS.get(name, "agree"))))
            painter.drawRect(self._mirrored(option, part.adjusted(0, 0, -1, 0)))
            if name == "disagree":
                painter.setBrush(QColor(now.surface))
                painter.setBrush(Qt.BrushStyle.BDiagPattern)
                painter.drawRect(self._mirrored(option, part.adjusted(0, 0, -1, 0)))

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setLayoutDirection(direction.of_text(words, option.direction))  # type: ignore[attr-defined]
        aligned = QStyle.visualAlignment(option.direction, side | Qt.AlignmentFlag.AlignVCenter)  # type: ignore[attr-defined]
        painter.drawText(room, int(aligned | Qt.TextFlag.TextSingleLine), words)

    def _mirrored(self, option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)  # type: ignore[attr-defined]
