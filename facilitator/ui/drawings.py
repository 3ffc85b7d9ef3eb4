"""Our own drawings (resources/icons) in the ink of the look in use, so that one file serves every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from facilitator.resources import resources
from facilitator.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

INK = "#1d2330"
"""What the files are drawn in."""


def drawing(name: str, size: int, colour: str = "ink", checked: str = "on_accent") -> QIcon:
    """A square drawing, `size` logical pixels wide, in a colour of the look in use, and in another one on a button
    that is checked.
    """
    icon = QIcon()
    icon.addPixmap(_drawn(name, size, colour), QIcon.Mode.Normal, QIcon.State.Off)
    icon.addPixmap(_drawn(name, size, checked), QIcon.Mode.Normal, QIcon.State.On)
    return icon


class Drawn(QWidget):
    """A drawing on the page; what it stands for is said in words beside it."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, _drawn(self._name, self.width(), "ink"))
        painter.end()


def _drawn(name: str, size: int, colour: str) -> QPixmap:
    drawn = resources("icons", f"{name}.svg").read_text("utf-8").replace(INK, theme.colour(colour).name())
    scale = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
