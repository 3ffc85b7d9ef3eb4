"""Words laid out to a width, in their own direction, for the places where the window paints them itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from facilitator.ui.parts import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

_SLACK = 0.01  # kerning with the space and rounding never make a line differ by more
_PLAIN_WORD = re.compile(r"[\"'(]?[A-Za-z0-9']+[.,;:!?)]*")


class Words:
    """Measures and paints text in one font. Widths and heights are logical pixels."""

    def __init__(self, font: QFont, leading: float = 1.15) -> None:
        self.font = font
        metrics = QFontMetricsF(font)
        self.line = metrics.height() * leading
        self._metrics = metrics
        self._space = metrics.horizontalAdvance(" ")
        self._words: dict[str, float | None] = {}
        self._heights: dict[tuple[str, int], float] = {}

    def height(self, text: str, width: int) -> float:
        """How tall the text stands at this width. Plain Latin words are answered without being laid out."""
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
        *,
        labels: bool = False,
    ) -> None:
        """Paint the text with the painter's pen, its top left corner at a point; `otherwise` is the direction of text
        with no letters. What `labels` something stands beside it, where lines of that direction begin.
        """
        runs = direction.of_text(text, otherwise)
        layout = self._lay(text, width, runs, otherwise if labels else runs)
        layout.draw(painter, at, list(marks))

    def _measure(self, text: str, width: int) -> float:
        fewest, most = self._lines(text, width * (1 + _SLACK)), self._lines(text, width * (1 - _SLACK))
        if fewest is not None and fewest == most:
            return fewest * self.line
        layout = self._lay(text, width, *[direction.of_text(text, Qt.LayoutDirection.LeftToRight)] * 2)
        return layout.lineCount() * self.line

    def _lines(self, text: str, width: float) -> int | None:
        """How many lines plain words take, each filled as far as it goes; None for text that may break elsewhere."""
        lines, left = 1, width
        for word in text.split(" "):
            advance = self._advance(word)
            if advance is None or advance > width:
                return None
            if advance > left:
                lines, left = lines + 1, width
            left -= advance + self._space
        return lines

    def _advance(self, word: str) -> float | None:
        """The width of a word that can only break at its ends, else None."""
        if word not in self._words:
            plain = _PLAIN_WORD.fullmatch(word) is not None
            self._words[word] = self._metrics.horizontalAdvance(word) if plain else None
        return self._words[word]

    def _lay(self, text: str, width: int, runs: Qt.LayoutDirection, begins: Qt.LayoutDirection) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), self.font)
        option = QTextOption(direction.alignment(begins))
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
