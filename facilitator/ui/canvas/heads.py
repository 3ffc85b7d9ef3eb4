"""The names above the notes: of each theme's frame, with how many notes are in it, and of what is not grouped yet.

A name never gets smaller on screen than one can read, however far away the wall is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from facilitator.domain.arrange import FRAME_HEAD, FRAME_PAD, NOTE_HEIGHT, NOTE_WIDTH
from facilitator.ui.canvas import outlines
from facilitator.ui.look import fonts, theme, tokens
from facilitator.ui.parts import direction

if TYPE_CHECKING:
    import uuid

    from facilitator.ui.canvas.scene import Frame, Scene

NAME, COUNT = 17, tokens.SMALL  # board units
LEAST = 13  # logical pixels on screen
BETWEEN = 10
RISE = 56.0  # board units a name may reach above its frame, into the paper between the frames
SHORTEST = 34  # logical pixels; what has less room is left out
_START = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Heads:
    """Names the groups of a scene. `ratio` is device pixels for a logical one; `outlined` paints letters as shapes."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.ratio = 1.0
        self.outlined = False
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._frames: dict[uuid.UUID, Frame] | None = None
        self._loose: tuple[QRectF, int] | None = None

    def paint(self, painter: QPainter, rect: QRectF, zoom: float) -> None:
        """Paint the names that are in a rectangle of the board; the painter paints in board units."""
        painter.save()
        painter.scale(1 / zoom, 1 / zoom)  # so that letters have whole sizes in device pixels
        for frame in self._scene.frames.values():
            if _reach(frame).intersects(rect):
                self._paint_name(painter, frame, zoom)
        if loose := self.loose():
            above, count = loose
            if above.intersects(rect):
                self._paint_loose(painter, above, count, zoom)
        painter.restore()

    def loose(self) -> tuple[QRectF, int] | None:
        """Where it is said that notes are not grouped yet, in board units, and how many; None where nothing is to be
        said, because no note is grouped or loose ones lie about among the frames.
        """
        scene = self._scene
        if scene.frames is not self._frames:  # the scene makes them anew whenever a note goes elsewhere
            self._frames = scene.frames
            self._loose = self._found()
        return self._loose

    def moved(self) -> list[QRectF]:
        """Where names look different from when this or the names were last painted."""
        frames, loose = self._frames or {}, self._loose
        found = [one[0] for one in (loose, self.loose()) if one] if loose != self.loose() else []
        now = self._scene.frames
        for before, after in ((frames, now), (now, frames)):
            found += [_reach(one) for key, one in before.items() if not one.looks_like(after.get(key))]
        return found

    def _found(self) -> tuple[QRectF, int] | None:
        scene = self._scene
        loose = np.fromiter((note.theme_id not in scene.names for note in scene.notes), np.bool_, len(scene.notes))
        rows = np.flatnonzero(loose & ~scene.lifted)
        if not len(rows) or not scene.frames:
            return None
        left, top = float(scene.x[rows].min()), float(scene.y[rows].min())
        width = float(scene.x[rows].max()) + NOTE_WIDTH - left
        above = QRectF(left, top - 2 * FRAME_HEAD, width, 2 * FRAME_HEAD)
        line = QRectF(left, top - FRAME_HEAD, min(width, 2 * NOTE_WIDTH), FRAME_HEAD)
        around = QRectF(left, top, width, NOTE_HEIGHT)
        crossed = any(frame.rect.intersects(line) or frame.rect.contains(around) for frame in scene.frames.values())
        return None if crossed else (above, len(rows))

    def _paint_name(self, painter: QPainter, frame: Frame, zoom: float) -> None:
        font, metrics = self._font(NAME * zoom, bold=True)
        tall = metrics.height() * 1.15
        room = QRectF(frame.rect.topLeft() * zoom, frame.rect.size() * zoom)
        pad = FRAME_PAD * zoom
        if room.width() < SHORTEST * self.ratio or room.height() < tall:
            return
        small, small_metrics = self._font(COUNT * zoom)
        words = _count(frame.notes)
        runs = direction.of_text(frame.name, Qt.LayoutDirection.LeftToRight)
        counted = small_metrics.horizontalAdvance(words) + BETWEEN * self.ratio
        head = FRAME_HEAD * zoom
        bottom = max(room.top() + head, room.top() - RISE * zoom + tall)
        line = QRectF(room.left() + pad, bottom - max(head, tall), room.width() - 2 * pad, max(head, tall))
        fits = metrics.horizontalAdvance(frame.name) + counted <= line.width()
        name = metrics.elidedText(frame.name, Qt.TextElideMode.ElideRight, line.width() - (counted if fits else 0))
        wide = metrics.horizontalAdvance(name)
        if head < tall:  # the name does not fit above the notes and lies on them
            self._paint_ground(painter, line, wide + (counted if fits else 0), runs)
        self._write(painter, line, name, font, "ink", runs)
        if fits:
            rtl = runs is Qt.LayoutDirection.RightToLeft
            after = wide + BETWEEN * self.ratio
            self._write(
                painter,
                line.adjusted(0, 0, -after, 0) if rtl else line.adjusted(after, 0, 0, 0),
                words,
                small,
                "muted",
                runs,
            )

    def _paint_ground(self, painter: QPainter, line: QRectF, wide: float, runs: Qt.LayoutDirection) -> None:
        ground = QRectF(line.left(), line.top(), min(wide, line.width()), line.height())
        if runs is Qt.LayoutDirection.RightToLeft:
            ground.moveRight(line.right())
        edge = 3 * self.ratio
        colour = theme.colour("surface")
        colour.setAlphaF(0.9)
        painter.fillRect(ground.adjusted(-edge, 0, edge, 0), colour)

    def _paint_loose(self, painter: QPainter, above: QRectF, count: int, zoom: float) -> None:
        font, metrics = self._font(tokens.BODY * zoom)
        tall = metrics.height() * 1.15
        if tall > above.height() * zoom:
            return
        bottom = above.bottom() * zoom
        top = bottom - max(tall, FRAME_HEAD * zoom)
        words = _tr("Not grouped yet · {count}").format(count=count)
        line = QRectF(above.left() * zoom, top, above.width() * zoom, bottom - top)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        self._write(painter, line, shown, font, "muted", direction.of_text(words, Qt.LayoutDirection.LeftToRight))

    def _write(
        self, painter: QPainter, line: QRectF, words: str, font: QFont, colour: str, runs: Qt.LayoutDirection
    ) -> None:
        painter.setFont(font)
        painter.setPen(theme.colour(colour))
        painter.setLayoutDirection(runs)
        flags = int(direction.alignment(runs) | _START)
        outlines.draw_text(painter, line, flags, words) if self.outlined else painter.drawText(line, flags, words)

    def _font(self, pixels: float, *, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
        key = round(max(pixels, LEAST * self.ratio)), bold
        if key not in self._fonts:
            font = fonts.sized(key[0], bold=bold)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]


def _reach(frame: Frame) -> QRectF:
    """What of the board a frame's name may lie on."""
    return frame.rect.adjusted(0, -RISE, 0, 0)


def _count(notes: int) -> str:
    return _tr("1 note") if notes == 1 else _tr("{count} notes").format(count=notes)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Heads", words)
