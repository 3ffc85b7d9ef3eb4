"""The whole wall as a picture file: pixels, or shapes that stay sharp at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from facilitator.domain.errors import DiskTrouble
from facilitator.ui.canvas.picture import WORDS_FROM

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.ui.canvas.view import CanvasView

AROUND = 40.0  # board units of paper around the notes
MOST_PIXELS = 100_000_000
ZOOM = 2.0  # pixels for a board unit, so that a print of it is sharp


def save_picture(view: CanvasView, path: Path) -> None:
    """Save the wall as it stands; the kind follows from the name's ending, .png or .svg. Raises DiskTrouble."""
    bounds = view.scene.bounds().adjusted(-AROUND, -AROUND, AROUND, AROUND)
    saved = _as_shapes(view, path, bounds) if path.suffix.lower() == ".svg" else _as_pixels(view, path, bounds)
    if not saved:
        raise DiskTrouble(f"{path.name} could not be saved. Choose another folder, or free some space.")


def _as_pixels(view: CanvasView, path: Path, bounds: QRectF) -> bool:
    area = bounds.width() * bounds.height()
    zoom = min(ZOOM, (MOST_PIXELS / area) ** 0.5)
    image = QImage((bounds.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    if image.isNull():
        return False
    painter = QPainter(image)
    view.picture.paint(painter, bounds, zoom)
    painter.end()
    return image.save(str(path.with_suffix(".png")))


def _as_shapes(view: CanvasView, path: Path, bounds: QRectF) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    made = QSvgGenerator()
    made.setFileName(str(path))
    made.setTitle(view.accessibleName())
    made.setSize(bounds.size().toSize())
    made.setViewBox(QRectF(0, 0, bounds.width(), bounds.height()))
    painter = QPainter()
    if not painter.begin(made):
        return False
    view.picture.paint(painter, QRectF(bounds.topLeft(), QSizeF(bounds.size())), max(1.0, WORDS_FROM))
    return painter.end()
