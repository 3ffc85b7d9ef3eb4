"""Words laid out to a width, in their own direction, for the places where the window paints them itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from facilitator.ui import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

_ONE_LINE_MARGIN = 1.04  # kerning and rounding never make a line longer than this


class Words:
    """Measures and paints text in one font. Widths and heights are logical pixels."""

    def __init__(self, font: QFont, leading: float = 1.15) -> None:
        self.font = font
        metrics = QFontMetricsF(font)
        self.line = metrics.height() * leading
        self._advance = {chr(code): metrics.horizontalAdvance(chr(code)) for code in range(0x20, 0x7F)}
        self._heights: dict[tuple[str, int], float] = {}

    def height(self, text: str, width: int) -> float:
        """How tall the text stands at this width. Plain short Latin text is answered without laying it out."""
        known = self._heights.get((text, width))
        if known is None:
            known = self._heights[text, width] = self._measure(text, width)
        return known

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        width: int,
        text: str,
        otherwise: Qt.LayoutDirection,
        marks: Sequence[QTextLayout.FormatRange] = (),
    ) -> None:
        """Paint the text with the painter's pen, its top left corner at a point; `otherwise` is the direction of text
        with no letters.
        """
        layout = self._lay(text, width, direction.of_text(text, otherwise))
        layout.draw(painter, at, list(marks))

    def _measure(self, text: str, width: int) -> float:
        try:
            if sum(map(self._advance.__getitem__, text)) * _ONE_LINE_MARGIN < width:
                return self.line
        except KeyError:
            pass
        layout = self._lay(text, width, direction.of_text(text, Qt.LayoutDirection.LeftToRight))
        return layout.lineCount() * self.line

    def _lay(self, text: str, width: int, runs: Qt.LayoutDirection) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font)
        option = QTextOption(direction.alignment(runs))
        option.setTextDirection(runs)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self.line - line.height()) / 2))
            top += self.line
        layout.endLayout()
        return layout
