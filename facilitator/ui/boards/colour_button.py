"""One tint of note paper with its number, as it stands in the bar and in the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts.widgets import explain


class ColourButton(QAbstractButton):
    """One tint of note paper with its number."""

    def __init__(self, colour: int) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setFixedSize(tokens.TARGET, tokens.TARGET)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys Alt+1 to Alt+7 do the same
        self.say_meaning("")

    def say_meaning(self, meaning: str) -> None:
        """Say what this colour stands for on the board."""
        name = self.tr("Colour {number}").format(number=self.colour)
        self.setAccessibleName(f"{name}: {meaning}" if meaning else name)
        explain(self, f"Alt+{self.colour}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.TINT_EDGE))
        painter.setBrush(QColor(tokens.tint(self.colour)))
        painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 4, 4)
        if self.isChecked():
            pen = painter.pen()
            pen.setColor(theme.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(tokens.TINT_INK))
        painter.setFont(fonts.sized(tokens.SMALL, bold=self.isChecked()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self.colour))
