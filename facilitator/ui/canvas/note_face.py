"""How one note looks on the wall: its tint, its words in their own direction and as large as they fit, what they say in
English, who said it, and the number of its colour, because colour alone is no sign.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH
from facilitator.ui.canvas import outlines
from facilitator.ui.look import fonts, tokens
from facilitator.ui.parts import direction

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.queries.board import NoteLine

PAD, TOP = 10.0, 8.0
FOOT = 24.0  # the line with who said it and the number
SIZES = (16, 14, 12)
TRANSLATION = 12
LEAST = 12
BETWEEN = 3.0
LEADING = 1.45  # ems from line to line at most; fonts for Arabic leave room for marks that notes do not have
PICTURES = 400  # small pictures of photographed notes that are kept
REMEMBERED = 1_300  # laid out notes; more than fit on a screen at the zoom from which words are painted
_ROOM = NOTE_WIDTH - 2 * PAD
_BRUSHES = tuple(QBrush(QColor(tint)) for tint in tokens.TINTS)
_SHADOW = QBrush(QColor(0, 0, 0, 26))
_INK, _MUTED = QColor(tokens.TINT_INK), QColor(tokens.TINT_MUTED)
_EDGE, _STRONG = QPen(QColor(tokens.TINT_EDGE), 0.8), QPen(QColor("#000000"), 2)
_AT_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_AT_START = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_HATCH = QBrush(QColor(tokens.TINT_EDGE), Qt.BrushStyle.BDiagPattern)


class Lines(NamedTuple):
    """Text in lines: its height, and whether there was more than fits."""

    layout: QTextLayout
    height: float
    cut: bool


class Part(NamedTuple):
    """What was said, or what it means in English, and how far below the top it stands."""

    layout: QTextLayout
    top: float
    spoken: bool


class Laid(NamedTuple):
    """A note's words ready to be painted, and whether there is more than fits."""

    parts: tuple[Part, ...]
    more: bool


class NoteFace:
    """Paints notes, and remembers how their words were laid out. `pictures` are those of photographed notes by their
    hash; `wanted` collects the hashes of pictures that were to be painted and are not there. `strong` is for eyes that
    need contrast: edges in ink, and no shadow. `outlined` paints letters as shapes.
    """

    def __init__(self) -> None:
        self.dots: dict[uuid.UUID, int] = {}
        self.pictures: dict[str, QPixmap] = {}
        self.wanted: set[str] = set()
        self._laid: OrderedDict[uuid.UUID, tuple[NoteLine, Laid]] = OrderedDict()
        self._fonts = {size: fonts.sized(size) for size in {*SIZES, TRANSLATION}}
        self._foot = fonts.sized(LEAST)
        self.strong = self.outlined = False
        self._smaller: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._to_type = _tr("to type up")
        self._more = _tr("more …")
        self._face_down = _tr("face down")
        self._hidden, self._aside = _tr("hidden"), _tr("set aside")

    def forget(self) -> None:
        """Another board is shown."""
        self._laid.clear()

    def paint(self, painter: QPainter, note: NoteLine, x: float, y: float) -> None:
        """Paint a note with its corner at a point of the board; the painter paints in board units."""
        if not self.strong:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # far quicker
            painter.fillRect(QRectF(x + 1, y + 2, NOTE_WIDTH, NOTE_HEIGHT), _SHADOW)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_STRONG if self.strong else _EDGE)
        painter.setBrush(brush(note.colour))
        painter.drawRoundedRect(QRectF(x, y, NOTE_WIDTH, NOTE_HEIGHT), 2.5, 2.5)
        if note.face_down:
            self._paint_back(painter, note, x, y)
            return
        if note.withheld:
            painter.fillRect(QRectF(x + 1, y + 1, PAD - 3, NOTE_HEIGHT - 2), _HATCH)
        if note.photo:
            self._paint_photo(painter, note, x, y)
        laid = self._lay(note)
        pale = note.withheld or note.parked
        for part in laid.parts:
            painter.setPen(_INK if part.spoken and not pale else _MUTED)
            at = QPointF(x + PAD, y + TOP + part.top)
            outlines.draw_layout(painter, part.layout, at) if self.outlined else part.layout.draw(painter, at)
        self._paint_foot(painter, note, self._foot_words(note, laid), x, y)

    def _foot_words(self, note: NoteLine, laid: Laid) -> str:
        state = self._hidden if note.withheld else self._aside if note.parked else ""
        untyped = bool(note.photo) and not note.text
        words = self._to_type if untyped else self._more if laid.more else note.said_by
        return " · ".join(part for part in (state, words) if part)

    def _paint_foot(self, painter: QPainter, note: NoteLine, words: str, x: float, y: float) -> None:
        painter.setFont(self._foot)
        painter.setPen(_INK if self.strong else _MUTED)
        foot = QRectF(x + PAD, y + NOTE_HEIGHT - FOOT, _ROOM, FOOT - 4)
        self._write(painter, foot, _AT_END, str(note.colour))
        dots = self.dots.get(note.id, 0)
        if dots:
            self._paint_dots(painter, foot.adjusted(0, 0, -16, 0), dots)
        if words:
            room = foot.adjusted(0, 0, -58 if dots else -18, 0)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            self._write(painter, room, _AT_START, shown)

    def _paint_back(self, painter: QPainter, note: NoteLine, x: float, y: float) -> None:
        """A note written in private shows its back until all are turned round."""
        painter.fillRect(QRectF(x + 6, y + 6, NOTE_WIDTH - 12, NOTE_HEIGHT - FOOT - 8), _HATCH)
        self._paint_foot(painter, note, self._face_down, x, y)

    def _paint_photo(self, painter: QPainter, note: NoteLine, x: float, y: float) -> None:
        """The picture of the paper note; below its words once they are typed, as large as it fits until then."""
        picture = self.pictures.get(note.photo)
        if picture is None:
            self.wanted.add(note.photo)
            return
        if picture.isNull() or note.text:
            return
        room = QRectF(x + 5, y + 5, NOTE_WIDTH - 10, NOTE_HEIGHT - FOOT - 6)
        size = QSizeF(picture.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.topLeft(), size)
        place.moveCenter(room.center())
        fitting = self._fitting(note.photo, picture, size.width() * painter.worldTransform().m11())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, fitting, QRectF(fitting.rect()))

    def _fitting(self, name: str, picture: QPixmap, width: float) -> QPixmap:
        """The picture less than twice as wide as it is shown, in device pixels: a larger one would show as specks."""
        halvings = max(0, math.floor(math.log2(max(1.0, picture.width() / max(1.0, width)))))
        if not halvings:
            return picture
        made = self._smaller.get((name, halvings))
        if made is None:
            smooth = Qt.TransformationMode.SmoothTransformation
            made = self._smaller[name, halvings] = picture.scaledToWidth(picture.width() >> halvings, smooth)
            if len(self._smaller) > PICTURES:
                self._smaller.popitem(last=False)
        return made

    def _paint_dots(self, painter: QPainter, room: QRectF, dots: int) -> None:
        """A dot and how many there are, before the number of the colour."""
        self._write(painter, room, _AT_END, str(dots))
        width = painter.fontMetrics().horizontalAdvance(str(dots))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_INK)
        painter.drawEllipse(QPointF(room.right() - width - 9, room.center().y()), 4.5, 4.5)
        painter.setPen(_MUTED)

    def _write(self, painter: QPainter, room: QRectF, flags: int, words: str) -> None:
        if self.outlined:
            outlines.draw_text(painter, room, flags, words)
        else:
            painter.drawText(room, flags, words)

    def _lay(self, note: NoteLine) -> Laid:
        known = self._laid.get(note.id)
        if known and known[0] == note:
            self._laid.move_to_end(note.id)
            return known[1]
        laid = self._fit(note)
        self._laid[note.id] = note, laid
        if len(self._laid) > REMEMBERED:
            self._laid.popitem(last=False)
        return laid

    def _fit(self, note: NoteLine) -> Laid:
        """The largest size at which the words and their translation fit; cut at the smallest."""
        room = NOTE_HEIGHT - TOP - FOOT
        for size in SIZES[:-1]:
            parts, cut = self._at_size(note, size, room)
            if not cut:
                return Laid(parts, more=False)
        return Laid(*self._at_size(note, SIZES[-1], room))

    def _at_size(self, note: NoteLine, size: int, room: float) -> tuple[tuple[Part, ...], bool]:
        kept = room * 0.4 if note.translation and size == SIZES[-1] else 0.0  # both are cut rather than one left out
        words = laid_out(note.text, self._fonts[size], room - kept)
        parts = [Part(words.layout, 0.0, spoken=True)]
        if not note.translation:
            return tuple(parts), words.cut
        top = words.height + BETWEEN
        below = laid_out(note.translation, self._fonts[TRANSLATION], room - top)
        parts.append(Part(below.layout, top, spoken=False))
        return tuple(parts), words.cut or below.cut


def laid_out(text: str, font: QFont, room: float) -> Lines:
    """Text in lines as wide as a note, as many as fit in so much height. Its direction is that of its first strong
    letter.
    """
    runs = direction.of_text(text, Qt.LayoutDirection.LeftToRight)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(direction.alignment(runs))
    option.setTextDirection(runs)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top, cut = 0.0, False
    while (line := layout.createLine()).isValid():
        line.setLineWidth(_ROOM)
        step = min(line.height(), font.pixelSize() * LEADING)
        if top + step > room:
            line.setNumColumns(0)
            line.setPosition(QPointF(0, -10_000))
            cut = True
            break
        line.setPosition(QPointF(0, top))
        top += step
    layout.endLayout()
    return Lines(layout, top, cut)


def brush(colour: int) -> QBrush:
    """A note's tint."""
    return _BRUSHES[colour - 1] if 1 <= colour <= len(_BRUSHES) else _BRUSHES[-1]


def _tr(words: str) -> str:
    return QCoreApplication.translate("NoteFace", words)
