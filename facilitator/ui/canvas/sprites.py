"""Notes in a hand as small pictures of their own: carrying two hundred of them is no more than moving pictures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH
from facilitator.ui.canvas.note_face import brush
from facilitator.ui.canvas.picture import WORDS_FROM

if TYPE_CHECKING:
    from facilitator.ui.canvas.picture import Picture
    from facilitator.ui.canvas.scene import Rows

EDGE = 4.0  # board units around a note for its shadow


class Sprites:
    """The carried notes' pictures at one zoom; another zoom makes others."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._zoom = 0.0
        self._made: dict[int, QPixmap] = {}

    def forget(self) -> None:
        """Nothing is carried any more."""
        self._made.clear()

    def paint(self, painter: QPainter, rows: Rows, left: float, top: float, zoom: float, seen: QRectF) -> None:
        """Paint carried notes in device pixels; `left` and `top` are the board's point in the view's corner."""
        if zoom != self._zoom:
            self._made.clear()
            self._zoom = zoom
        scene = self._picture.scene
        for row in rows.tolist():
            rect = scene.rect(row)
            if not rect.intersects(seen):
                continue
            at = QPointF(round((rect.left() - left) * zoom), round((rect.top() - top) * zoom))
            if zoom < WORDS_FROM:
                painter.fillRect(QRectF(at, rect.size() * zoom), brush(scene.notes[row].colour))
            else:
                painter.drawPixmap(at - QPointF(EDGE, EDGE) * zoom, self._sprite(row))

    def _sprite(self, row: int) -> QPixmap:
        made = self._made.get(row)
        if made is None:
            size = (NOTE_WIDTH + 2 * EDGE, NOTE_HEIGHT + 2 * EDGE)
            made = QPixmap(math.ceil(size[0] * self._zoom), math.ceil(size[1] * self._zoom))
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._zoom, self._zoom)
            note = self._picture.scene.notes[row]
            self._picture.face.paint(painter, note, EDGE, EDGE)
            painter.end()
            self._made[row] = made
        return made
