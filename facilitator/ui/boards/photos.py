"""Taking in a picture of a note: looked at before it is decoded, made small, and painted anew, so that nothing comes in
but what is seen. Where and with what it was taken stays outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from facilitator.domain.attachment import Attachment
from facilitator.domain.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

MOST_PIXELS = 60_000_000
"""A picture that says it is larger is not decoded: 100 kilobytes can ask for gigabytes of memory."""
LONGEST_SIDE = 1_600  # pixels that are kept
QUALITY = 85  # JPEG, 0 to 100
KINDS = (b"jpeg", b"png", b"webp", b"bmp", b"gif", b"tiff")


def taken_in(path: Path) -> Attachment:
    """The picture in a file, ready to be kept. Raises BadInput with a sentence."""
    return _taken(QImageReader(str(path)), path.name)


def taken_from_clipboard(image: QImage) -> Attachment:
    """A picture that was copied in another program. Raises BadInput with a sentence."""
    if image.isNull():
        raise BadInput(_tr("There is no picture to paste. Copy one first."))
    return _painted_anew(image)


def _taken(reader: QImageReader, name: str) -> Attachment:
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or bytes(reader.format().data()) not in KINDS:
        raise BadInput(_tr("{name} is no picture that can be read here. Save it as JPEG or PNG.").format(name=name))
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        raise BadInput(_tr("{name} is far too large a picture. Take it again, smaller.").format(name=name))
    if not size.isValid():
        raise BadInput(_tr("{name} does not say how large it is. Save it as JPEG or PNG.").format(name=name))
    if max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(QSize(LONGEST_SIDE, LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise BadInput(_tr("{name} is damaged and cannot be shown. Take the picture again.").format(name=name))
    return _painted_anew(image)


def _painted_anew(image: QImage) -> Attachment:
    """Only the pixels: a fresh picture has no notes of place, camera or person in it."""
    if max(image.width(), image.height()) > LONGEST_SIDE:
        side = QSize(LONGEST_SIDE, LONGEST_SIDE)
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(side, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    fresh = QImage(image.size(), QImage.Format.Format_RGB32)
    fresh.fill(Qt.GlobalColor.white)
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"JPEG"))
    writer.setQuality(QUALITY)
    if not writer.write(fresh):
        raise BadInput(_tr("This picture could not be made smaller. Save it as PNG, then try again."))
    return Attachment("image/jpeg", bytes(data.data()))


def _tr(words: str) -> str:
    return QCoreApplication.translate("photos", words)
