"""What stands above the wall in a picture of it, so that it can be understood elsewhere: the board's question, and what
the colours mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from facilitator.ui.canvas import outlines
from facilitator.ui.canvas.note_face import brush
from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts import direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

QUESTION, MEANING = 30, 16  # board units
BELOW, BETWEEN, GAP = 18.0, 26.0, 8.0
CHIP = 24.0  # a square in the colour, with its number


class Meaning(NamedTuple):
    """A colour with its number, what it means, and where that stands."""

    colour: int
    number: QTextLayout
    words: QTextLayout
    at: QPointF


class Caption:
    """Laid out for so much width, in board units. `height` is 0 where there is nothing to say. Colours that no note has
    are left out.
    """

    def __init__(self, question: str, meanings: Sequence[str], colours: Iterable[int], width: float) -> None:
        self._question = _lines(question, fonts.sized(QUESTION, bold=True), width) if question else None
        self.height = self._question.boundingRect().height() + BELOW if self._question else 0.0
        used = set(colours)
        said = [(colour, words) for colour, words in enumerate(meanings, 1) if words and colour in used]
        self._meanings = self._side_by_side(said, width)
        if self._meanings:
            self.height += BELOW

    def paint(self, painter: QPainter, at: QPointF, *, outlined: bool) -> None:
        """Paint it with its corner at a point; the painter paints in board units."""
        painter.save()
        painter.setPen(theme.colour("ink"))
        if self._question:
            _draw(painter, self._question, at, outlined=outlined)
        for colour, number, words, place in self._meanings:
            corner = at + place
            painter.setBrush(brush(colour))
            painter.setPen(QPen(QColor(tokens.TINT_EDGE), 0.8))
            painter.drawRect(QRectF(corner, QSizeF(CHIP, CHIP)))
            painter.setPen(QColor(tokens.TINT_INK))
            inside = (CHIP - number.boundingRect().width()) / 2, (CHIP - number.boundingRect().height()) / 2
            _draw(painter, number, corner + QPointF(*inside), outlined=outlined)
            painter.setPen(theme.colour("ink"))
            beside = QPointF(CHIP + GAP, (CHIP - words.boundingRect().height()) / 2)
            _draw(painter, words, corner + beside, outlined=outlined)
        painter.restore()

    def _side_by_side(self, said: Iterable[tuple[int, str]], width: float) -> list[Meaning]:
        """The colours in rows, each a square with its number, and its words beside it."""
        found: list[Meaning] = []
        font, across = fonts.sized(MEANING), 0.0
        metrics = QFontMetricsF(font)
        for colour, words in said:
            room = min(metrics.horizontalAdvance(words) + 1, width - CHIP - GAP)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            if found and across + CHIP + GAP + room > width:
                across, self.height = 0.0, self.height + CHIP + BELOW / 2
            number = _lines(str(colour), font, metrics.horizontalAdvance(str(colour)) + 1)
            found.append(Meaning(colour, number, _lines(shown, font, room), QPointF(across, self.height)))
            across += CHIP + GAP + room + BETWEEN
        self.height += CHIP if found else 0.0
        return found


def _lines(words: str, font: QFont, width: float) -> QTextLayout:
    runs = direction.of_text(words, Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(words, font)
    option = QTextOption(direction.alignment(runs))
    option.setTextDirection(runs)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _draw(painter: QPainter, layout: QTextLayout, at: QPointF, *, outlined: bool) -> None:
    outlines.draw_layout(painter, layout, at) if outlined else layout.draw(painter, at)
