"""The dark strip at the side: whose programme this is, the stations of the process in order, and whether everything is
saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QFrame, QStyle, QVBoxLayout

from facilitator.ui import fonts, theme, tokens
from facilitator.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent


class Station(QAbstractButton):
    """One station: its name, and how many things are in it."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.name = name
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._count = ""

    def nextCheckState(self) -> None:
        """Pressing it asks to go there; the window says where one is."""

    def set_count(self, count: int) -> None:
        """Say how many; nothing is said of none."""
        self._count = str(count) if count else ""
        self.setAccessibleName(f"{self.text()} {self._count}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(tokens.RAIL_WIDTH - 20, tokens.TARGET + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.rail_here if here else now.rail_muted))
            painter.setOpacity(1 if here else 0.16)
            painter.drawRoundedRect(self.rect(), tokens.RADIUS, tokens.RADIUS)
            painter.setOpacity(1)
        if self.hasFocus():
            painter.setPen(QColor(now.accent if here else now.rail_ink))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), tokens.RADIUS - 2, tokens.RADIUS - 2)
        inside = self.rect().adjusted(12, 0, -12, 0)
        painter.setPen(QColor(now.rail_here_ink if here else now.rail_ink))
        painter.setFont(fonts.sized(tokens.BODY, bold=here))
        self._words(painter, inside, self.text(), Qt.AlignmentFlag.AlignLeft)
        painter.setPen(QColor(now.rail_here_ink if here else now.rail_muted))
        painter.setFont(fonts.sized(tokens.SMALL))
        self._words(painter, inside, self._count, Qt.AlignmentFlag.AlignRight)

    def _words(self, painter: QPainter, inside: QRect, words: str, side: Qt.AlignmentFlag) -> None:
        aligned = QStyle.visualAlignment(self.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(inside, int(aligned | Qt.TextFlag.TextSingleLine), words)


class Rail(QFrame):
    """The strip itself. `chosen` carries the name of the station a person goes to."""

    chosen = Signal(str)

    def __init__(self, stations: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(tokens.RAIL_WIDTH)
        self._programme = label("", "programme", wrap=True)
        self._state = label("", "state", wrap=True)
        self._stations = {name: Station(name, words) for name, words in stations}
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 18, 10, 18)
        box.setSpacing(2)
        self._programme.setContentsMargins(10, 0, 6, 12)
        self._state.setContentsMargins(10, 0, 6, 0)
        box.addWidget(self._programme)
        for station in self._stations.values():
            station.clicked.connect(lambda _on=False, name=station.name: self.chosen.emit(name))
            box.addWidget(station)
        box.addStretch(1)
        box.addWidget(self._state)

    def show_programme(self, title: str) -> None:
        """Say whose workshop this is; an empty title takes the stations away."""
        self._programme.setText(title)
        for station in self._stations.values():
            station.setVisible(bool(title))

    def show_here(self, name: str) -> None:
        """Mark the station a person is at."""
        for station in self._stations.values():
            station.setChecked(station.name == name)

    def show_count(self, name: str, count: int) -> None:
        """Say how many things a station holds."""
        self._stations[name].set_count(count)

    def state(self) -> str:
        """What is said about saving."""
        return self._state.text()

    def show_state(self, words: str) -> None:
        """Say whether everything is saved."""
        self._state.setText(words)
