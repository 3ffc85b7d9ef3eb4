"""One picture of every station in every look, side by side, so that what does not fit is seen at a glance."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from build import environment

ROOT = Path(environment.ROOT)
PICTURES = ROOT / ".cache" / "contact"
SHEET = ROOT / "docs" / "screenshots" / "contact-sheet.jpg"
LOOKS = {"light": "Light", "dark": "Dark", "contrast": "High contrast", "mirrored": "Mirrored", "200 %": "200 %"}
HOME = "home"
WIDE, HIGH, GAP, HEAD, SIDE = 440, 275, 12, 34, 110  # pixels
PAPER, INK = "#f4f1ea", "#22201c"
QUALITY = 82


def write(stations: list[str]) -> Path:
    """Write the sheet of the pictures that the scenes left, a row a station and a column a look."""
    app = QGuiApplication.instance() or QGuiApplication([])
    rows = [HOME, *stations]
    width, height = SIDE + len(LOOKS) * (WIDE + GAP) + GAP, HEAD + len(rows) * (HIGH + GAP) + GAP
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(QColor(PAPER))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QColor(INK))
    painter.setFont(QFont("Noto Sans", 13))
    for column, (look, words) in enumerate(LOOKS.items()):
        left = SIDE + column * (WIDE + GAP)
        painter.drawText(QRect(left, 0, WIDE, HEAD), int(Qt.AlignmentFlag.AlignVCenter), words)
        for row, station in enumerate(rows):
            _place(painter, QPoint(left, HEAD + row * (HIGH + GAP)), f"{look}-{station}")
    for row, station in enumerate(rows):
        place = QRect(GAP, HEAD + row * (HIGH + GAP), SIDE - GAP, HIGH)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignTop), station.capitalize())
    painter.end()
    if not sheet.save(str(SHEET), quality=QUALITY):
        raise OSError(f"{SHEET} could not be written")
    del app
    return SHEET


def _place(painter: QPainter, at: QPoint, name: str) -> None:
    """Draw one picture as large as its place allows; a place without one stays empty."""
    picture = QImage(str(PICTURES / f"{name}.png"))
    if not picture.isNull():
        picture.setDevicePixelRatio(1)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        painter.drawImage(at, picture.scaled(WIDE, HIGH, keep, smooth))
