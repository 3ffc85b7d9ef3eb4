"""The whole wall as a picture file: pixels, or shapes that stay sharp at any size. A picture goes to other people, so
what the room may not see is not on it, and what the board asks stands above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from facilitator.domain.errors import DiskTrouble
from facilitator.ui.canvas.caption import Caption

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.ui.canvas.view import CanvasView

AROUND = 40.0  # board units of paper around the notes
LEAST = 700.0  # board units of width, where a question stands above few notes
MOST_PIXELS = 100_000_000
ZOOM = 2.0  # pixels for a board unit, so that a print of it is sharp


def save_picture(view: CanvasView, path: Path, kind: str = "") -> None:
    """Save the wall as it stands, but for notes that are withheld or lie face down. What is not said, svg or png,
    follows from the name's ending, which is added where there is none. Raises DiskTrouble; then an older file is
    intact.
    """
    from facilitator.workshop.safe_write import safely_written

    view.cancel()
    view.picture.heads.ratio = 1.0  # of the file; the next paint on screen says its own again
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    wall = view.scene.bounds()
    unseen = [note.id for note in view.scene.notes if note.withheld or note.face_down]
    colours = {note.colour for note in view.scene.notes if not (note.withheld or note.face_down)}
    caption = Caption(view.question, view.meanings, colours, max(wall.width(), LEAST))
    bounds = wall.adjusted(0, -caption.height, max(0.0, LEAST - wall.width()) if caption.height else 0.0, 0)
    bounds = bounds.adjusted(-AROUND, -AROUND, AROUND, AROUND)
    view.scene.lift(view.scene.rows(unseen))
    try:
        shapes = (kind or path.suffix.lower().removeprefix(".")) == "svg"
        drawn = (_as_shapes if shapes else _as_pixels)(view, buffer, bounds, caption)
    finally:
        view.scene.put_down(view.scene.rows(unseen))
    if not drawn:
        raise DiskTrouble(f"{path.name} could not be made: the wall is too large for this laptop's memory.")
    with safely_written(path if path.suffix or kind else path.with_suffix(".png")) as file:
        file.write(data.data())


def _as_pixels(view: CanvasView, target: QIODevice, bounds: QRectF, caption: Caption) -> bool:
    area = bounds.width() * bounds.height()
    zoom = min(ZOOM, (MOST_PIXELS / area) ** 0.5)
    image = QImage((bounds.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    if image.isNull():
        return False
    painter = QPainter(image)
    view.picture.paint(painter, bounds, zoom)
    painter.scale(zoom, zoom)
    caption.paint(painter, QPointF(AROUND, AROUND), outlined=False)
    painter.end()
    return QImageWriter(target, QByteArray(b"PNG")).write(image)


def _as_shapes(view: CanvasView, target: QIODevice, bounds: QRectF, caption: Caption) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    made = QSvgGenerator()
    made.setOutputDevice(target)
    made.setTitle(view.question or view.accessibleName())
    made.setSize(bounds.size().toSize())
    made.setViewBox(QRectF(0, 0, bounds.width(), bounds.height()))
    painter = QPainter()
    if not painter.begin(made):
        return False
    face, heads = view.picture.face, view.picture.heads
    face.outlined = heads.outlined = True
    try:
        view.picture.paint(painter, QRectF(bounds.topLeft(), QSizeF(bounds.size())), 1.0)
        caption.paint(painter, QPointF(AROUND, AROUND), outlined=True)
    finally:
        face.outlined = heads.outlined = False
    return painter.end()
