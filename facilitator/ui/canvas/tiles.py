"""The wall as square pictures that are painted once and shown many times.

A tile is 256 device pixels square at the exact zoom it is shown at, so words stay sharp. While the eye moves, what is
missing is painted in the middle first and for a few milliseconds a frame only; until then the tiles of the zoom before,
or a small picture of the whole wall, stand in for it.
"""

from __future__ import annotations

import math
import sys
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from facilitator.ui.canvas.picture import FLAT_BELOW
from facilitator.ui.canvas.scene import SHADOW
from facilitator.ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.ui.canvas.picture import Picture

SIZE = 256
LIMIT = 48 << 20  # bytes of tiles kept
BUDGET = 0.006  # seconds of painting new tiles in one frame, of the processor where its clock is fine enough
FARTHEST = 2.0  # tiles are stretched or shrunk by so much at most before others are painted
OVERVIEW = 1536  # pixels of the picture of the whole wall, at most

_NOW = time.perf_counter if sys.platform == "win32" else time.thread_time

Key = tuple[float, int, int]


class Shown(NamedTuple):
    """What a frame was made of, counted in tiles: how many were wanted, and how many stood in for others."""

    wanted: int
    blurry: int


class Tiles:
    """Paints the view from tiles. `zoom` is device pixels for a board unit everywhere here."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._tiles: OrderedDict[Key, QPixmap] = OrderedDict()
        self._zoom = self._before = 0.0
        self._overview: tuple[QRectF, float, QPixmap] | None = None
        self.shown = Shown(0, 0)

    def forget(self) -> None:
        """Everything looks different now."""
        self._tiles.clear()
        self._overview = None
        self._zoom = self._before = 0.0

    def sharpen(self, zoom: float) -> bool:
        """The eye rests at this zoom: from now on tiles are painted for exactly that. Whether anything changes."""
        if zoom == self._zoom:
            return False
        self._before, self._zoom = self._zoom, zoom
        return True

    def mend(self, rects: Iterable[QRectF]) -> None:
        """Paint some rectangles of the board anew in the tiles that show them; of other zooms' tiles they are thrown
        away.
        """
        self._overview = None
        if not self._tiles:
            return
        looks_different = (*rects, *self._picture.heads.moved())
        wide = [rect.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW) for rect in looks_different]
        for key in [key for key in self._tiles if key[0] != self._zoom]:
            if any(_tile_rect(key).intersects(rect) for rect in wide):
                del self._tiles[key]
        for rect in wide:
            for key in _keys(rect, self._zoom):
                if key in self._tiles:
                    self._mend(key, rect)

    def paint(self, painter: QPainter, left: float, top: float, zoom: float, width: int, height: int) -> None:
        """Paint the view. `left` and `top` are the board's point in its corner, `width` and `height` device pixels."""
        if not self._zoom or not 1 / FARTHEST <= zoom / self._zoom <= FARTHEST:
            self._before, self._zoom = self._zoom, zoom
        self._picture.heads.ratio = painter.device().devicePixelRatioF()
        seen = QRectF(left, top, width / zoom, height / zoom)
        keys = list(_keys(seen, self._zoom))
        here = [key for key in keys if key in self._tiles]
        missing = [key for key in keys if key not in self._tiles]
        fresh = self._paint_some(missing, seen)
        blurry = missing[len(fresh) :]
        if blurry:
            self._stand_in(painter, blurry, seen, zoom)
        for key in (*here, *fresh):
            self._tiles.move_to_end(key)
            painter.drawPixmap(_place(key, left, top, zoom), self._tiles[key])
        self._throw_away(len(keys))
        self.shown = Shown(len(keys), len(blurry))

    def _paint_some(self, missing: list[Key], seen: QRectF) -> list[Key]:
        """Paint missing tiles, those in the middle first, until the time is up. They are moved to the front."""
        middle = seen.center()
        missing.sort(key=lambda key: (_tile_rect(key).center() - middle).manhattanLength())
        until = _NOW() + BUDGET
        for at, key in enumerate(missing):
            if at and _NOW() > until:
                return missing[:at]
            self._tiles[key] = self._made(key)
        return list(missing)

    def _made(self, key: Key) -> QPixmap:
        rect = _tile_rect(key)
        if key[0] < FLAT_BELOW:
            tile = QPixmap.fromImage(self._picture.flat(rect, key[0], SIZE, SIZE))
            self._picture.paint_names(tile, rect, key[0])
            return tile
        tile = QPixmap(SIZE, SIZE)
        painter = QPainter(tile)
        self._picture.paint(painter, rect, key[0])
        painter.end()
        return tile

    def _mend(self, key: Key, rect: QRectF) -> None:
        zoom, tile = key[0], _tile_rect(key)
        if zoom < FLAT_BELOW:
            self._tiles[key] = self._made(key)
            return
        inside = QRectF((rect.topLeft() - tile.topLeft()) * zoom, rect.size() * zoom).toAlignedRect()
        inside = inside.adjusted(-1, -1, 1, 1).intersected(QRect(0, 0, SIZE, SIZE))
        if inside.isEmpty():
            return
        painter = QPainter(self._tiles[key])
        painter.setClipRect(inside)
        painter.translate(inside.topLeft())
        corner = tile.topLeft() + inside.topLeft().toPointF() / zoom
        self._picture.paint(painter, QRectF(corner, inside.size().toSizeF() / zoom), zoom)
        painter.end()

    def _stand_in(self, painter: QPainter, blurry: list[Key], seen: QRectF, zoom: float) -> None:
        """Show something in the place of tiles that are not painted yet."""
        rect, scale, overview = self._whole()
        for key in blurry:
            tile = _tile_rect(key)
            painter.fillRect(_place(key, seen.left(), seen.top(), zoom), theme.colour("paper"))
            source = QRectF((tile.topLeft() - rect.topLeft()) * scale, tile.size() * scale)
            painter.drawPixmap(QRectF(_place(key, seen.left(), seen.top(), zoom)), overview, source)
        if self._before:
            area = _tile_rect(blurry[0])
            for key in blurry:
                area = area.united(_tile_rect(key))
            for key in _keys(area.intersected(seen), self._before):
                if key in self._tiles:
                    painter.drawPixmap(_place(key, seen.left(), seen.top(), zoom), self._tiles[key])

    def _whole(self) -> tuple[QRectF, float, QPixmap]:
        """A small picture of the whole wall with the paper around it, its rectangle and its scale."""
        if self._overview is None:
            bounds = self._picture.scene.bounds().adjusted(-50, -50, 50, 50)
            scale = min(OVERVIEW / bounds.width(), OVERVIEW / bounds.height(), 0.25)
            width, height = math.ceil(bounds.width() * scale), math.ceil(bounds.height() * scale)
            picture = QPixmap.fromImage(self._picture.flat(bounds, scale, width, height))
            self._overview = bounds, scale, picture
        return self._overview

    def _throw_away(self, shown: int) -> None:
        most = max(LIMIT // (SIZE * SIZE * 4), shown)
        while len(self._tiles) > most:
            self._tiles.popitem(last=False)


def _tile_rect(key: Key) -> QRectF:
    """The rectangle of the board on a tile."""
    side = SIZE / key[0]
    return QRectF(key[1] * side, key[2] * side, side, side)


def _keys(rect: QRectF, zoom: float) -> Iterator[Key]:
    """The tiles that a rectangle of the board touches."""
    side = SIZE / zoom
    for down in range(math.floor(rect.top() / side), math.floor(rect.bottom() / side) + 1):
        for across in range(math.floor(rect.left() / side), math.floor(rect.right() / side) + 1):
            yield zoom, across, down


def _place(key: Key, left: float, top: float, zoom: float) -> QRect:
    """Where a tile is in the view, in whole device pixels that leave no seam between neighbours."""
    if key[0] == zoom:
        origin_x, origin_y = round(left * zoom), round(top * zoom)
        return QRect(key[1] * SIZE - origin_x, key[2] * SIZE - origin_y, SIZE, SIZE)
    side = SIZE / key[0] * zoom
    x0, y0 = round(key[1] * side - left * zoom), round(key[2] * side - top * zoom)
    x1, y1 = round((key[1] + 1) * side - left * zoom), round((key[2] + 1) * side - top * zoom)
    return QRect(x0, y0, x1 - x0, y1 - y0)
