"""The dark strip at the side: whose programme this is, the stations of the process in order, and whether everything is
saved. In a narrow window only its icons stay; the names are then said by the tooltip and to a screen reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from facilitator.ui.look import fonts, icons, theme, tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.widgets import explain, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from facilitator.ui.stations import Station as StationEntry

TALL = tokens.TARGET + 4
LEAST = 28  # logical pixels, in a window so low that the stations must stand closer
APART = "print"  # the stations from here on are not steps of the process


class Station(QAbstractButton):
    """One station: its icon, its name, and how many things are in it."""

    def __init__(self, name: str, words: str, keys: str) -> None:
        super().__init__()
        self.name = name
        self.setCheckable(True)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._keys, self._count, self._narrow = keys, "", False
        self._explain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Pressing it asks to go there; the window says where one is."""

    def set_count(self, count: str) -> None:
        """Say how many; nothing is said of none."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {self._count}".strip())
        self._explain()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or the name beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize((tokens.RAIL_NARROW if self._narrow else tokens.RAIL_WIDTH) - 20, TALL)

    def minimumSizeHint(self) -> QSize:
        return QSize(tokens.RAIL_NARROW - 20, LEAST)

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
            painter.setPen(QPen(QColor(now.accent if here else now.rail_ink), now.border + 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), tokens.RADIUS - 2, tokens.RADIUS - 2)
        ink, quiet = (now.rail_here_ink,) * 2 if here else (now.rail_ink, now.rail_muted)
        self._icon(painter, ink if self._narrow else quiet)
        if self._narrow:
            return
        inside = self._turned(self.rect().adjusted(icons.SIZE + 20, 0, -12, 0))
        painter.setPen(QColor(ink))
        painter.setFont(fonts.sized(tokens.BODY, bold=here))
        self._words(painter, inside, self.text())
        painter.setPen(QColor(quiet))
        painter.setFont(fonts.sized(tokens.SMALL))
        self._words(painter, inside, self._count, at_end=True)

    def _icon(self, painter: QPainter, colour: str) -> None:
        at = QRect(0, 0, icons.SIZE, icons.SIZE)
        at.moveCenter(self.rect().center())
        if not self._narrow:
            at.moveLeft(10)
            at = self._turned(at)
        painter.drawPixmap(at, icons.drawn(self.name, colour, self.devicePixelRatioF()))

    def _turned(self, inside: QRect) -> QRect:
        return direction.turned(self.layoutDirection(), self.rect(), inside)

    def _words(self, painter: QPainter, inside: QRect, words: str, *, at_end: bool = False) -> None:
        side = direction.alignment(self.layoutDirection(), at_end=at_end)
        painter.setLayoutDirection(direction.of_text(words, self.layoutDirection()))  # "2 h 30" stays as it is
        painter.drawText(inside, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)

    def _explain(self) -> None:
        explain(self, " · ".join(filter(None, (self.text(), self._count, self._keys))))


class Line(QFrame):
    """A thin line between the steps of the process and what is always to hand."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(13)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("rail_muted"), theme.colours().border))
        painter.setOpacity(0.5)
        painter.drawLine(8, self.height() // 2, self.width() - 8, self.height() // 2)


class Rail(QFrame):
    """The strip itself. `chosen` carries the name of the station a person goes to."""

    chosen = Signal(str)

    def __init__(self, stations: Iterable[StationEntry]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._narrow = False
        self._programme = label("", "programme", wrap=True)
        self._session = label("", "session", wrap=True)
        self._state = label("", "state", wrap=True)
        self._elsewhere = label("", "elsewhere", wrap=True)
        self._said = self._short = ""
        self._stations = {one.name: Station(one.name, one.words, f"Ctrl+{one.key}") for one in stations}
        self._box = QVBoxLayout(self)
        self._fill()
        self.set_narrow(False)

    def show_programme(self, title: str) -> None:
        """Say whose workshop this is; an empty title takes the stations away."""
        self._programme.setText(title)
        for station in self._stations.values():
            station.setVisible(bool(title))

    def show_session(self, words: str) -> None:
        """Say under the title which session it is, and where."""
        self._session.setText(words)
        self._fit()

    def show_here(self, name: str) -> None:
        """Mark the station a person is at."""
        for station in self._stations.values():
            station.setChecked(station.name == name)

    def show_count(self, name: str, count: int | str) -> None:
        """Say how much a station holds: a number, of which none is not said, or words such as "2 h 30"."""
        self._stations[name].set_count(str(count or ""))

    def state(self) -> str:
        """What is said about saving."""
        return self._said

    def show_state(self, words: str, short: str) -> None:
        """Say whether everything is saved, and in one word for a narrow rail."""
        self._said, self._short = words, short
        self._state.setText(short if self._narrow else words)
        self._state.setAccessibleName(words)

    def elsewhere(self) -> str:
        """What is said about a copy in another place."""
        return self._elsewhere.text()

    def show_elsewhere(self, words: str) -> None:
        """Say where else there is a verified copy; nothing when there is none."""
        self._elsewhere.setText(words)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or names beside them."""
        self._narrow = narrow
        self.setFixedWidth(tokens.RAIL_NARROW if narrow else tokens.RAIL_WIDTH)
        for station in self._stations.values():
            station.set_narrow(narrow)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another look: the icons are painted in its colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def _fill(self) -> None:
        self._box.setSpacing(2)
        self._box.addWidget(self._programme)
        self._box.addWidget(self._session)
        for station in self._stations.values():
            station.clicked.connect(lambda _on=False, name=station.name: self.chosen.emit(name))
            if station.name == APART:
                self._box.addWidget(Line())
            self._box.addWidget(station)
        self._box.addStretch(1)
        self._box.addWidget(self._state)
        self._box.addWidget(self._elsewhere)

    def _fit(self) -> None:
        """Give the words the room there is: in a narrow rail only whether all is saved is said, in one word."""
        self._box.setContentsMargins(*((6, 8, 6, 6) if self._narrow else (10, 18, 10, 18)))
        self._state.setText(self._short if self._narrow else self._said)
        self._programme.setContentsMargins(10, 0, 6, 0 if self._session.text() else 12)
        self._session.setContentsMargins(10, 0, 6, 12)
        self._programme.setVisible(not self._narrow)
        self._session.setVisible(bool(self._session.text()) and not self._narrow)
        self._elsewhere.setVisible(bool(self._elsewhere.text()) and not self._narrow)
        for said in (self._state, self._elsewhere):
            said.setContentsMargins(*((0, 0, 0, 0) if self._narrow else (10, 0, 6, 0)))
            said.setAlignment(_middle(self._narrow))


def _middle(narrow: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeading
