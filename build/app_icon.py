"""The app's icon in the form each system wants, made from the one drawing in resources/icons. installer.spec asks."""

from __future__ import annotations

import io
import os
from pathlib import Path

from build import environment

DRAWING = Path(environment.ROOT) / "resources" / "icons" / "facilitator.svg"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS = (32, 64, 128, 256, 512, 1024)


def write(path: Path, sizes: tuple[int, ...]) -> Path:
    """Write the icon in these sizes (pixels); what it becomes, .ico or .icns, follows from the path's ending."""
    pictures = [_drawn(size) for size in sizes]
    path.parent.mkdir(parents=True, exist_ok=True)
    largest = pictures[-1]
    largest.save(path, sizes=[(size, size) for size in sizes], append_images=pictures[:-1])
    return path


def _drawn(size: int):  # noqa: ANN202 (Pillow is loaded only here)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QSize
    from PySide6.QtGui import QGuiApplication, QIcon

    app = QGuiApplication.instance() or QGuiApplication([])
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QIcon(str(DRAWING)).pixmap(QSize(size, size)).save(buffer, "PNG")
    del app
    return Image.open(io.BytesIO(bytes(buffer.data().data())))
