"""How one note looks on the wall: its tint, its words in their own direction and as large as they fit, what they say in
English, who said it, and the number of its colour, because colour alone is no sign.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH
from facilitator.ui.look import fonts, tokens
from facilitator.ui.parts import direction

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.queries.board import NoteLine

PAD = 10.0
FOOT = 24.0  # the line with who said it and the number
SIZES = (16, 14, 12)
TRANSLATION = 12
LEAST = 12
BETWEEN = 3.0
REMEMBERED = 1_500  # laid out notes; more than fit on a screen at the zoom from which words are painted
_ROOM = NOTE_WIDTH - 2 * PAD
_BRUSHES = tuple(QBrush(QColor(tint)) for tint in tokens.TINTS)
_SHADOW = QBrush(QColor(0, 0, 0, 26))


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
    hash; `wanted` collects the hashes of pictures that were to be painted and are not there.
    """

    def __init__(self) -> None:
        self.dots: dict[uuid.UUID, int] = {}
        self.pictures: dict[str, QPixmap] = {}
        self.wanted: set[str] = set()
        self._laid: OrderedDict[uuid.UUID, tuple[NoteLine, Laid]] = OrderedDict()
        self._fonts = {size: fonts.sized(size) for size in {*SIZES, TRANSLATION}}
        self._foot = fonts.sized(LEAST)
        self._to_type = QCoreApplication.translate("NoteFace", "to type up")
        self._more = QCoreApplication.translate("NoteFace", "more …")

    def forget(self) -> None:
        """Another board is shown."""
        self._laid.clear()

    def paint(self, painter: QPainter, note: NoteLine, x: float, y: float) -> None:
        """Paint a note with its corner at a point of the board; the painter paints in board units."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADOW)
        painter.drawRect(QRectF(x + 1, y + 2, NOTE_WIDTH, NOTE_HEIGHT))
        painter.setPen(QPen(QColor(tokens.TINT_EDGE), 0.8))
        painter.setBrush(brush(note.colour))
        painter.drawRoundedRect(QRectF(x, y, NOTE_WIDTH, NOTE_HEIGHT), 2.5, 2.5)
        if note.withheld:
            self._paint_hidden(painter, x, y)
        if note.photo:
            self._paint_photo(painter, note, x, y)
        laid = self._lay(note)
        for part in laid.parts:
            painter.setPen(QColor(tokens.TINT_INK if part.spoken else tokens.TINT_MUTED))
            part.layout.draw(painter, QPointF(x + PAD, y + PAD + part.top))
        self._paint_foot(painter, note, laid, x, y)

    def _paint_foot(self, painter: QPainter, note: NoteLine, laid: Laid, x: float, y: float) -> None:
        painter.setFont(self._foot)
        painter.setPen(QColor(tokens.TINT_MUTED))
        foot = QRectF(x + PAD, y + NOTE_HEIGHT - FOOT, _ROOM, FOOT - 4)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(note.colour))
        dots = self.dots.get(note.id, 0)
        if dots:
            self._paint_dots(painter, foot.adjusted(0, 0, -16, 0), dots)
        untyped = bool(note.photo) and not note.text
        words = self._to_type if untyped else self._more if laid.more else note.said_by
        if words:
            room = foot.adjusted(0, 0, -58 if dots else -18, 0)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(room, int(side), shown)

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
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _paint_dots(self, painter: QPainter, room: QRectF, dots: int) -> None:
        """A dot and how many there are, before the number of the colour."""
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(dots))
        width = painter.fontMetrics().horizontalAdvance(str(dots))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.TINT_INK))
        painter.drawEllipse(QPointF(room.right() - width - 9, room.center().y()), 4.5, 4.5)
        painter.setPen(QColor(tokens.TINT_MUTED))

    def _paint_hidden(self, painter: QPainter, x: float, y: float) -> None:
        """Withheld notes are struck through by a band, so that nobody takes them for shown."""
        painter.setPen(QPen(QColor(tokens.TINT_MUTED), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x + 3, y + 3, NOTE_WIDTH - 6, NOTE_HEIGHT - 6), 2, 2)

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
        room = NOTE_HEIGHT - PAD - FOOT
        parts, more = self._at_size(note, SIZES[-1], room)
        for size in SIZES[:-1]:
            larger, cut = self._at_size(note, size, room)
            if not cut:
                return Laid(larger, more=False)
        return Laid(parts, more)

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
        if top + line.height() > room:
            line.setNumColumns(0)
            line.setPosition(QPointF(0, -10_000))
            cut = True
            break
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return Lines(layout, top, cut)


def brush(colour: int) -> QBrush:
    """A note's tint."""
    return _BRUSHES[colour - 1] if 1 <= colour <= len(_BRUSHES) else _BRUSHES[-1]
