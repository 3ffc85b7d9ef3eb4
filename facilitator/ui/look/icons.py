"""The window's own drawings, each one SVG, painted in whatever colour the words beside them have."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from facilitator.resources import resources

SIZE = 22  # logical pixels


@lru_cache(maxsize=128)
def drawn(name: str, colour: str, ratio: float, size: int = SIZE) -> QPixmap:
    """An icon in a colour, for a screen with so many pixels in a logical one."""
    pixmap = QIcon(resources("icons", f"{name}.svg").as_posix()).pixmap(QSize(size, size), ratio)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    return pixmap
