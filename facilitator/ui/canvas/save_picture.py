"""The whole wall as a picture file: pixels, or shapes that stay sharp at any size. A picture goes to other people, so
what the room may not see is not on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from facilitator.domain.errors import DiskTrouble

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.ui.canvas.view import CanvasView

AROUND = 40.0  # board units of paper around the notes
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
    bounds = view.scene.bounds().adjusted(-AROUND, -AROUND, AROUND, AROUND)
    unseen = [note.id for note in view.scene.notes if note.withheld or note.face_down]
    view.scene.lift(view.scene.rows(unseen))
    try:
        shapes = (kind or path.suffix.lower().removeprefix(".")) == "svg"
        drawn = (_as_shapes if shapes else _as_pixels)(view, buffer, bounds)
    finally:
        view.scene.put_down(view.scene.rows(unseen))
    if not drawn:
        raise DiskTrouble(f"{path.name} could not be made: the wall is too large for this laptop's memory.")
    with safely_written(path if path.suffix or kind else path.with_suffix(".png")) as file:
        file.write(data.data())


def _as_pixels(view: CanvasView, target: QIODevice, bounds: QRectF) -> bool:
    area = bounds.width() * bounds.height()
    zoom = min(ZOOM, (MOST_PIXELS / area) ** 0.5)
    image = QImage((bounds.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    if image.isNull():
        return False
    painter = QPainter(image)
    view.picture.paint(painter, bounds, zoom)
    painter.end()
    return QImageWriter(target, QByteArray(b"PNG")).write(image)


def _as_shapes(view: CanvasView, target: QIODevice, bounds: QRectF) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    made = QSvgGenerator()
    made.setOutputDevice(target)
    made.setTitle(view.accessibleName())
    made.setSize(bounds.size().toSize())
    made.setViewBox(QRectF(0, 0, bounds.width(), bounds.height()))
    painter = QPainter()
    if not painter.begin(made):
        return False
    face, heads = view.picture.face, view.picture.heads
    face.outlined = heads.outlined = True
    try:
        view.picture.paint(painter, QRectF(bounds.topLeft(), QSizeF(bounds.size())), 1.0)
    finally:
        face.outlined = heads.outlined = False
    return painter.end()
