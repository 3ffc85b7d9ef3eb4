"""S4 and S18: a picture that would fill the memory is refused before it is decoded, and what a camera writes beside the
picture stays outside.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from facilitator.domain.errors import BadInput
from facilitator.ui.boards.photos import EVERY_PIXEL, LONGEST_SIDE, taken_from_clipboard, taken_in

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(path: Path, side: int) -> Path:
    """A PNG of a few bytes that says it is `side` pixels wide and tall."""
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(side + 1) * 20, 9)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    return path


def with_camera_data(path: Path) -> Path:
    """A JPEG that says where it was taken and whose camera it was, as telephones write it."""
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("#fae69a"))
    image.setText("Description", "Kitchen of Yesica, 12 Mill Lane")
    assert image.save(str(path))
    said = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00 GPS 53.4808N 2.2426W Yesicas phone"
    whole = path.read_bytes()
    path.write_bytes(whole[:2] + b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said + whole[2:])
    return path


def test_a_picture_that_says_it_is_enormous_is_refused_from_its_first_bytes(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="too large"):
        taken_in(bomb(tmp_path / "bomb.png", 30_000))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\nnothing", b"<svg onload='x'/>", b"GIF89a"])
def test_what_is_no_picture_gets_one_clear_sentence(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wall.jpg"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"wall\.jpg"):
        taken_in(path)


@pytest.mark.parametrize("longest", [LONGEST_SIDE, EVERY_PIXEL])
def test_place_and_camera_stay_outside(qtbot: QtBot, tmp_path: Path, longest: int) -> None:
    path = with_camera_data(tmp_path / "note.jpg")
    assert b"GPS" in path.read_bytes()
    kept = taken_in(path, longest)
    for told in (b"Exif", b"GPS", b"Yesica", b"Mill Lane"):
        assert told not in kept.data
    assert QImage.fromData(kept.data).size() == QImage(str(path)).size()


def test_a_picture_kept_as_large_as_it_was_taken_is_still_no_bomb(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="too large"):
        taken_in(bomb(tmp_path / "bomb.png", EVERY_PIXEL), EVERY_PIXEL)


def test_a_large_picture_is_made_small(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(4000, 3000, QImage.Format.Format_RGB32)
    image.fill(QColor("#b9dcf6"))
    image.save(str(tmp_path / "wall.png"))
    for kept in (taken_in(tmp_path / "wall.png"), taken_from_clipboard(image)):
        assert max(QImage.fromData(kept.data).size().toTuple()) == LONGEST_SIDE
        assert len(kept.data) < 100_000
