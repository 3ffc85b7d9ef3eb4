"""The wall as square pictures that are painted once and shown many times.

A tile is 256 device pixels square at the exact zoom it is shown at, so words stay sharp. While the eye moves, what is
missing is painted in the middle first and for a few milliseconds a frame only; until then the tiles of another zoom, or
a small picture of the whole wall, stand in for it. While it comes nearer or goes farther away, tiles are stretched or
shrunk, and what time is left goes to those of twice or half the zoom, which will be wanted next.
"""

from __future__ import annotations

import math
import sys
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
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
NEAREST, FARTHEST = 2.0, 0.5  # tiles are stretched or shrunk by so much at most before others are wanted
MANY = 8  # rectangles of a tile that look different, from which it is painted anew as a whole
FARTHER = 0.75  # shrunk by so much on the way out, no more of them are painted: they are small, and many
OVERVIEW = 1536  # pixels of the picture of the whole wall, at most

_NOW = time.perf_counter if sys.platform == "win32" else time.thread_time

Key = tuple[float, int, int]


class Shown(NamedTuple):
    """What a frame was made of, counted in tiles: how many were wanted, for how many others stood in, and for how many
    of these only something too coarse.
    """

    wanted: int
    missing: int
    blurry: int


class Eye(NamedTuple):
    """Where the view is: the board's point in its corner, and device pixels for a board unit."""

    left: float
    top: float
    zoom: float


class Tiles:
    """Paints the view from tiles. `zoom` is device pixels for a board unit everywhere here."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._tiles: OrderedDict[Key, QPixmap] = OrderedDict()
        self._zoom = self._before = self._next = 0.0
        self._eye = Eye(0.0, 0.0, 0.0)
        self._overview: tuple[QRectF, float, QPixmap] | None = None
        self.shown = Shown(0, 0, 0)

    def forget(self) -> None:
        """Everything looks different now."""
        self._tiles.clear()
        self._overview = None
        self._zoom = self._before = self._next = 0.0

    def sharpen(self, zoom: float) -> bool:
        """The eye rests at this zoom: from now on tiles are painted for exactly that. Whether anything changes."""
        if zoom == self._zoom:
            return False
        self._before, self._zoom, self._next = self._zoom, zoom, 0.0
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
        different: dict[Key, list[QRectF]] = {}
        for rect in wide:
            for key in _keys(rect, self._zoom):
                if key in self._tiles:
                    different.setdefault(key, []).append(rect)
        for key, inside in different.items():
            if self._zoom < FLAT_BELOW or len(inside) > MANY:
                self._tiles[key] = self._made(key)
            else:
                for rect in inside:
                    self._mend(key, rect)

    def paint(self, painter: QPainter, left: float, top: float, zoom: float, width: int, height: int) -> None:
        """Paint the view. `left` and `top` are the board's point in its corner, `width` and `height` device pixels."""
        self._picture.heads.ratio = painter.device().devicePixelRatioF()
        before, eye = self._eye, Eye(left, top, zoom)
        self._eye = eye
        self._follow(before, eye)
        seen = QRectF(left, top, width / zoom, height / zoom)
        keys = list(_keys(seen, self._zoom))
        self._paint_missing(keys, before, seen)
        missing = [key for key in keys if key not in self._tiles]
        blurry = self._stand_in(painter, missing, eye) if missing else 0
        for key in keys:
            if key in self._tiles:
                self._tiles.move_to_end(key)
                painter.drawPixmap(_place(key, eye), self._tiles[key])
        self._throw_away(len(keys))
        self.shown = Shown(len(keys), len(missing), blurry)

    def _follow(self, before: Eye, eye: Eye) -> None:
        """Choose of which zoom tiles are wanted now, and of which next."""
        share = eye.zoom / self._zoom if self._zoom else 0.0
        if not FARTHEST <= share <= NEAREST:
            step = NEAREST if share > NEAREST else FARTHEST
            near = FARTHEST <= share / step <= NEAREST
            self._before, self._zoom = self._zoom, self._zoom * step if near else eye.zoom
        if eye.zoom != before.zoom:
            self._next = self._zoom * (NEAREST if eye.zoom > before.zoom else FARTHEST) if before.zoom else 0.0

    def _paint_missing(self, keys: list[Key], before: Eye, seen: QRectF) -> None:
        """Paint what is missing of these tiles, then what will be wanted soon, until the time is up."""
        until = _NOW() + BUDGET
        missing = [key for key in keys if key not in self._tiles]
        going_out = 0 < self._next < self._zoom and self._eye.zoom / self._zoom < FARTHER
        if missing and going_out:
            wider = dict.fromkeys(one for key in missing for one in _under(key, self._next))
            missing = [key for key in wider if key not in self._tiles]
        in_time = self._paint_some(missing, seen.center(), until)
        if in_time and self._next and self._eye.zoom != before.zoom:
            soon = _seen_soon(before, self._eye, seen, self._next)
            ahead = [key for key in _keys(soon, self._next) if key not in self._tiles]
            self._paint_some(ahead, soon.center(), until)

    def _paint_some(self, missing: list[Key], middle: QPointF, until: float) -> bool:
        """Paint missing tiles, those in the middle first, until the time is up. Whether there was time for all."""
        for key in sorted(missing, key=lambda key: (_tile_rect(key).center() - middle).manhattanLength()):
            self._tiles[key] = self._made(key)
            if _NOW() > until:
                return False
        return True

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

    def _stand_in(self, painter: QPainter, missing: list[Key], eye: Eye) -> int:
        """Show something in the place of tiles that are not painted yet: those of another zoom, and the small picture
        of the whole wall where there are none of these either. Gives how many look blurry.
        """
        blurry = 0
        small: dict[Key, None] = {}  # in order, and each once
        for key in missing:
            zoom, found = self._instead_of(key)
            blurry += not found or zoom * NEAREST < eye.zoom
            if zoom > self._zoom:
                small |= dict.fromkeys(found)
            elif found:
                self._paint_part(painter, found[0], key, eye)
            else:
                self._paint_overview(painter, key, eye)
                small |= dict.fromkeys(one for one in _under(key, self._before) if one in self._tiles)
        for one in small:
            painter.drawPixmap(_place(one, eye), self._tiles[one])
        return blurry

    def _instead_of(self, key: Key) -> tuple[float, list[Key]]:
        """The tiles that show all of a missing one, and their zoom, the finest there is."""
        for zoom in sorted({self._before, self._next} - {0.0}, reverse=True):
            found = _under(key, zoom)
            if all(one in self._tiles for one in found):
                return zoom, found
        return 0.0, []

    def _paint_part(self, painter: QPainter, large: Key, key: Key, eye: Eye) -> None:
        """Paint what a large tile shows of a missing one."""
        whole, place = _place(large, eye), _place(key, eye)
        part, scale = whole.intersected(place), SIZE / whole.width()
        corner = (part.topLeft() - whole.topLeft()).toPointF() * scale
        painter.drawPixmap(QRectF(part), self._tiles[large], QRectF(corner, part.size().toSizeF() * scale))

    def _paint_overview(self, painter: QPainter, key: Key, eye: Eye) -> None:
        """Paint what the small picture of the whole wall shows of a missing tile."""
        rect, scale, overview = self._whole()
        tile, place = _tile_rect(key), _place(key, eye)
        if not rect.contains(tile):
            painter.fillRect(place, theme.colour("paper"))
        source = QRectF((tile.topLeft() - rect.topLeft()) * scale, tile.size() * scale)
        painter.drawPixmap(QRectF(place), overview, source)

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


def _under(key: Key, zoom: float) -> list[Key]:
    """The tiles of another zoom that show something of a tile."""
    if not zoom:
        return []
    edge = 0.5 / key[0]  # half a pixel, so that neighbours which only touch are left out
    return list(_keys(_tile_rect(key).adjusted(edge, edge, -edge, -edge), zoom))


def _seen_soon(before: Eye, eye: Eye, seen: QRectF, zoom: float) -> QRectF:
    """What will be in view at a zoom when the eye goes on as it went last, towards or away from the same point."""
    step = eye.zoom - before.zoom
    across = (eye.left * eye.zoom - before.left * before.zoom) / step
    down = (eye.top * eye.zoom - before.top * before.zoom) / step
    share = eye.zoom / zoom
    corner = QPointF(across + (eye.left - across) * share, down + (eye.top - down) * share)
    return QRectF(corner, seen.size() * share)


def _place(key: Key, eye: Eye) -> QRect:
    """Where a tile is in the view, in whole device pixels that leave no seam between neighbours."""
    left, top, zoom = eye
    if key[0] == zoom:
        origin_x, origin_y = round(left * zoom), round(top * zoom)
        return QRect(key[1] * SIZE - origin_x, key[2] * SIZE - origin_y, SIZE, SIZE)
    side = SIZE / key[0] * zoom
    x0, y0 = round(key[1] * side - left * zoom), round(key[2] * side - top * zoom)
    x1, y1 = round((key[1] + 1) * side - left * zoom), round((key[2] + 1) * side - top * zoom)
    return QRect(x0, y0, x1 - x0, y1 - y0)
