"""A line of our own words that gives way: cut short where there is no room, and whole by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.look import theme
from facilitator.ui.parts import direction
from facilitator.ui.parts.widgets import explain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LEAST = 40  # pixels


class ShortLine(QWidget):
    """As wide as its words where that can be."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show these words."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            explain(self, words)
            self.updateGeometry()
            self.update()

    def words(self) -> str:
        """What is said, whole."""
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 4, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("muted"))
        painter.setLayoutDirection(direction.of_text(self._words, self.layoutDirection()))
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
