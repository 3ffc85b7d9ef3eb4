"""Words as outlines, for a picture file that must look the same where our fonts are not: letters become shapes, and
nothing anybody wrote stands in the file as text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QTextLayout, QTextOption, QTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter


def draw_layout(painter: QPainter, layout: QTextLayout, at: QPointF) -> None:
    """As `layout.draw(painter, at)`, in shapes of the pen's colour."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in layout.glyphRuns():
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            path.addPath(QTransform.fromTranslate(place.x(), place.y()).map(font.pathForGlyph(glyph)))
    painter.fillPath(path.translated(at), painter.pen().color())


def draw_text(painter: QPainter, room: QRectF, flags: int, words: str) -> None:
    """As `painter.drawText(room, flags, words)` for one line in the middle of the room's height."""
    layout = QTextLayout(words, painter.font())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(painter.layoutDirection())
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    at_end = bool(flags & int(Qt.AlignmentFlag.AlignRight))
    spare = room.width() - line.naturalTextWidth() if at_end else 0.0
    start = QPointF(room.left() + spare - line.naturalTextRect().left(), room.center().y() - line.height() / 2)
    draw_layout(painter, layout, start)
