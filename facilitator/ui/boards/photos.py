"""Taking in a picture of a note: looked at before it is decoded, made small, and painted anew, so that nothing comes in
but what is seen. Where and with what it was taken stays outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QTransform

from facilitator.domain.attachment import Attachment
from facilitator.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_PIXELS = 60_000_000
"""A picture that says it is larger is not decoded: 100 kilobytes can ask for gigabytes of memory."""
LONGEST_SIDE = 1_600  # pixels that are kept, unless somebody asks for all
EVERY_PIXEL = 30_000  # pixels of a side; more than a camera takes, and JPEG can hold
QUALITY = 85  # JPEG, 0 to 100
QUALITY_OF_ALL = 95  # of a picture kept as large as it was taken
PHONES = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
"""How files begin, after eight bytes, in which telephones save pictures that only newer programs read."""
KINDS = (b"jpeg", b"png", b"webp", b"bmp", b"gif", b"tiff")


def taken_in(path: Path, longest: int = LONGEST_SIDE) -> Attachment:
    """The picture in a file, ready to be kept, its longer side so many pixels at most. Raises BadInput with words."""
    if _begins(path)[4:12] in {b"ftyp" + kind for kind in PHONES}:
        words = _tr("{name} is kept in a telephone's own way. On the telephone, share it as JPEG, then bring it in.")
        raise BadInput(words.format(name=path.name))
    return _taken(QImageReader(str(path)), path.name, longest)


def all_taken_in(paths: Iterable[Path], longest: int = LONGEST_SIDE) -> tuple[list[Attachment], list[str]]:
    """The pictures of several files, and a sentence for each file that is none."""
    pictures: list[Attachment] = []
    refused: list[str] = []
    for path in paths:
        try:
            pictures.append(taken_in(path, longest))
        except BadInput as error:
            refused.append(str(error))
    return pictures, refused


def shown_small(picture: Attachment | None, longest: int) -> QImage:
    """A kept picture, its longer side at most so many pixels; a null image when there is none, or it cannot be read.
    May be asked for on any thread.
    """
    if picture is None:
        return QImage()
    data = QByteArray(picture.data)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def reshaped(picture: Attachment | None, part: QRectF, turned: int) -> Attachment:
    """A part of a kept picture, in shares of its width and height, turned to the right by so many quarters. Raises
    BadInput when it cannot be read.
    """
    image = shown_small(picture, EVERY_PIXEL)
    if image.isNull():
        raise BadInput(_tr("This picture is not in the file."))
    across, down = image.width(), image.height()
    kept = QRectF(part.left() * across, part.top() * down, part.width() * across, part.height() * down)
    whole = image.copy(kept.toAlignedRect().intersected(image.rect()))
    return _painted_anew(whole.transformed(QTransform().rotate(90 * turned)), EVERY_PIXEL)


def taken_from_clipboard(image: QImage) -> Attachment:
    """A picture that was copied in another program. Raises BadInput with a sentence."""
    if image.isNull():
        raise BadInput(_tr("There is no picture to paste. Copy one first."))
    return _painted_anew(image, LONGEST_SIDE)


def _taken(reader: QImageReader, name: str, longest: int) -> Attachment:
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or bytes(reader.format().data()) not in KINDS:
        raise BadInput(_tr("{name} is no picture that can be read here. Save it as JPEG or PNG.").format(name=name))
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        raise BadInput(
            _tr("{name} is far too large a picture. Save it smaller, or take it again smaller.").format(name=name)
        )
    if not size.isValid():
        raise BadInput(_tr("{name} does not say how large it is. Save it as JPEG or PNG.").format(name=name))
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise BadInput(_tr("{name} is damaged and cannot be shown. Take the picture again.").format(name=name))
    return _painted_anew(image, longest)


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(12)
    except OSError as error:
        raise BadInput(_tr("{name} cannot be opened. Copy it to this laptop first.").format(name=path.name)) from error


def _painted_anew(image: QImage, longest: int) -> Attachment:
    """Only the pixels: a fresh picture has no notes of place, camera or person in it."""
    if max(image.width(), image.height()) > longest:
        side = QSize(longest, longest)
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
    writer.setQuality(QUALITY if max(fresh.width(), fresh.height()) <= LONGEST_SIDE else QUALITY_OF_ALL)
    if not writer.write(fresh):
        raise BadInput(_tr("This picture could not be made smaller. Save it as PNG, then try again."))
    return Attachment("image/jpeg", bytes(data.data()))


def _tr(words: str) -> str:
    return QCoreApplication.translate("photos", words)
