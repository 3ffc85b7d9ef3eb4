"""Our own drawings on buttons and beside words, in the ink of the look in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QWidget

from facilitator.ui.look import icons, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


def drawing(name: str, size: int, on: QWidget) -> QIcon:
    """A square drawing for a button, `size` logical pixels wide; another ink where the button is checked."""
    icon, now, ratio = QIcon(), theme.colours(), on.devicePixelRatioF()
    icon.addPixmap(icons.drawn(name, now.ink, ratio, size), QIcon.Mode.Normal, QIcon.State.Off)
    icon.addPixmap(icons.drawn(name, now.on_accent, ratio, size), QIcon.Mode.Normal, QIcon.State.On)
    return icon


class Drawn(QWidget):
    """A drawing on the page; what it stands for is said in words beside it."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icons.drawn(self._name, theme.colours().ink, self.devicePixelRatioF(), self.width()))
        painter.end()
