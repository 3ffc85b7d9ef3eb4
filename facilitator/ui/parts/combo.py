"""A list to choose from that says with an ellipsis when its words are longer than there is room, and shows their start
whichever way they run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from facilitator.ui.parts import direction

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LEAST = 120  # logical pixels that one needs at the least
LESS = 4  # logical pixels that a style leaves beside the words


class Combo(QComboBox):
    """As Qt's own, but for words that are cut; one that `shrinks` gives way where there is little room."""

    shrinks = False

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), LEAST), hint.height()) if self.shrinks else hint

    def shown_words(self) -> str:
        """What of the chosen words there is room for, in their own direction."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - LESS
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        return direction.isolated(words) if words else self.placeholderText()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_words()  # type: ignore[misc]
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
