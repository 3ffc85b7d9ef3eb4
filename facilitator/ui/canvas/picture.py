"""Paints a piece of the wall at any zoom: frames, then notes, then names; far away only tints and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPainter, QPen

from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH
from facilitator.ui.canvas.heads import Heads
from facilitator.ui.canvas.note_face import NoteFace, brush
from facilitator.ui.look import theme, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect

    from facilitator.ui.canvas.scene import Frame, Rows, Scene

WORDS_FROM = 0.30  # device pixels for a board unit, from which words can be read
FLAT_BELOW = 0.12  # below this, plain rectangles of pixels
DOTTED_FROM = 0.7  # from which the paper has its faint dots
DOTS = 24  # board units between two of them
_TINTS = np.array([int(f"0xff{tint[1:]}", 16) for tint in tokens.TINTS], np.uint32)


class Picture:
    """Looks at a scene; `clear` forgets colours when light turns to dark."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.face = NoteFace()
        self.heads = Heads(scene)

    def paint(self, painter: QPainter, rect: QRectF, zoom: float) -> None:
        """Paint what touches a rectangle of the board; the painter's origin is the rectangle's corner, in device
        pixels.
        """
        painter.save()
        painter.scale(zoom, zoom)
        painter.translate(-rect.topLeft())
        painter.fillRect(rect.adjusted(-1, -1, 1, 1), theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=zoom >= WORDS_FROM)
        if zoom >= DOTTED_FROM:
            self._paint_dots(painter, rect)
        for frame in self.scene.frames.values():
            if frame.rect.adjusted(-2, -2, 2, 2).intersects(rect):
                self._paint_frame(painter, frame)
        self._paint_notes(painter, self.scene.within(rect), zoom)
        self.heads.paint(painter, rect, zoom)
        painter.restore()

    def paint_notes(self, painter: QPainter, rows: Rows, zoom: float) -> None:
        """Paint some notes where they lie; the painter paints in board units."""
        self._paint_notes(painter, rows, zoom)

    def flat(self, rect: QRectF, zoom: float, width: int, height: int) -> QImage:
        """A piece of the wall from far away, `width` by `height` device pixels: every frame and note a rectangle,
        and no words.
        """
        scene, rows = self.scene, self.scene.within(rect)
        ground = int(f"0xff{theme.colours().paper[1:]}", 16)
        pixels = np.full((height, width), ground, np.uint32)
        for frame in scene.frames.values():
            if frame.rect.intersects(rect):
                around = QRectF((frame.rect.topLeft() - rect.topLeft()) * zoom, frame.rect.size() * zoom).toRect()
                _fill(pixels, around, int(f"0xff{theme.colours().surface[1:]}", 16))
        left = np.clip(((scene.x[rows] - rect.left()) * zoom).astype(int), 0, width)
        top = np.clip(((scene.y[rows] - rect.top()) * zoom).astype(int), 0, height)
        right = np.clip(np.ceil((scene.x[rows] + NOTE_WIDTH - rect.left()) * zoom).astype(int), 0, width)
        bottom = np.clip(np.ceil((scene.y[rows] + NOTE_HEIGHT - rect.top()) * zoom).astype(int), 0, height)
        tints = _TINTS[np.clip(scene.colour[rows].astype(int) - 1, 0, len(_TINTS) - 1)]
        for a, b, c, d, tint in zip(left.tolist(), top.tolist(), right.tolist(), bottom.tolist(), tints, strict=True):
            pixels[b:d, a:c] = tint
        return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32).copy()

    def paint_names(self, device: QPaintDevice, rect: QRectF, zoom: float) -> None:
        """Paint only the names over a piece of the wall."""
        painter = QPainter(device)
        painter.scale(zoom, zoom)
        painter.translate(-rect.topLeft())
        self.heads.paint(painter, rect, zoom)
        painter.end()

    def marks(self, rows: Rows, rect: QRectF, width: int, height: int) -> QImage:
        """Where a great many chosen notes are, as a coarse picture to be laid over a piece of the wall."""
        scene, across, down = self.scene, width / rect.width(), height / rect.height()
        pixels = np.zeros((height, width), np.uint32)
        accent, share = theme.colour("accent"), 0.55
        mark = QColor.fromRgbF(accent.redF() * share, accent.greenF() * share, accent.blueF() * share, share).rgba()
        for x, y in ((0.15, 0.2), (0.5, 0.2), (0.85, 0.2), (0.15, 0.8), (0.5, 0.8), (0.85, 0.8)):
            column = ((scene.x[rows] + x * NOTE_WIDTH - rect.left()) * across).astype(int)
            line = ((scene.y[rows] + y * NOTE_HEIGHT - rect.top()) * down).astype(int)
            pixels[np.clip(line, 0, height - 1), np.clip(column, 0, width - 1)] = mark
        premultiplied = QImage.Format.Format_ARGB32_Premultiplied  # quicker to lay over the wall
        return QImage(pixels.data, width, height, width * 4, premultiplied).copy()

    def _paint_notes(self, painter: QPainter, rows: Rows, zoom: float) -> None:
        scene = self.scene
        self.face.strong = theme.colours().border > 1
        across, down = scene.x[rows].tolist(), scene.y[rows].tolist()
        for row, x, y in zip(rows.tolist(), across, down, strict=True):
            if zoom < WORDS_FROM:
                painter.fillRect(QRectF(x, y, NOTE_WIDTH, NOTE_HEIGHT), brush(scene.notes[row].colour))
            else:
                self.face.paint(painter, scene.notes[row], x, y)

    def _paint_frame(self, painter: QPainter, frame: Frame) -> None:
        now = theme.colours()
        painter.setPen(QPen(QColor(now.line), 1.2 * now.border))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(frame.rect, 10, 10)

    def _paint_dots(self, painter: QPainter, rect: QRectF) -> None:
        """Faint dots on the paper, so that one sees it move; not for eyes that need contrast."""
        if theme.colours().border > 1:
            return
        painter.setPen(QPen(theme.colour("line"), 1.6))
        across = range(int(rect.left() // DOTS), int(rect.right() // DOTS) + 1)
        down = range(int(rect.top() // DOTS), int(rect.bottom() // DOTS) + 1)
        painter.drawPoints([QPointF(x * DOTS, y * DOTS) for x in across for y in down])


def _fill(pixels: NDArray[np.uint32], rect: QRect, value: int) -> None:
    """Fill what of a rectangle lies within the pixels."""
    pixels[max(0, rect.top()) : max(0, rect.bottom() + 1), max(0, rect.left()) : max(0, rect.right() + 1)] = value
