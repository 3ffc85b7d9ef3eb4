"""Notes that were photographed: brought in, seen on the wall, cut out, turned and typed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from facilitator.ui.boards.cut_out import CutOut
from tests.ui.boards import CTRL, SHIFT, press, type_in
from tests.ui.windows import board, made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.board import NoteLine
    from facilitator.workshop.reader import Reader


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", "one")) as window:
        yield window


def picture(path: Path, left: str = "#fae69a", right: str = "#b9dcf6") -> Path:
    """A picture 200 pixels wide and 100 tall, half in one colour and half in another."""
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(left))
    for x in range(100, 200):
        for y in range(100):
            image.setPixelColor(x, y, QColor(right))
    assert image.save(str(path))
    return path


def photographed(window: Window) -> list[NoteLine]:
    return [note for note in board(window).notes.all_notes() if note.photo]


def kept(qtbot: QtBot, window: Window, note: NoteLine) -> QImage:
    """The picture of a note as it is in the file."""
    found: list[QImage] = []

    def show(data: bytes) -> None:
        found.append(QImage.fromData(data))

    def read(reader: Reader) -> bytes:
        attachment = reader.picture(note.photo)
        assert attachment
        return attachment.data

    window.store.submit(lambda workshop: workshop.read(read), show)
    settle(qtbot, window)
    return found[0]


def said(window: Window) -> str:
    return window.notice.words


def test_one_bad_picture_does_not_keep_the_others_out(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    broken = tmp_path / "two.jpg"
    broken.write_bytes(b"nothing")
    heic = tmp_path / "three.heic"
    heic.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0")
    board(window).wall.photos.take_files([picture(tmp_path / "one.png"), broken, heic, tmp_path / "gone.jpg"])
    settle(qtbot, window)
    assert len(photographed(window)) == 1
    for part in ("two.jpg is no picture", "three.heic", "share it as JPEG", "gone.jpg cannot be opened"):
        assert part in said(window)


def test_bad_pictures_alone_make_no_note(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    board(window).wall.photos.take_files([tmp_path / "gone.jpg"])
    settle(qtbot, window)
    assert texts(window) == ["one"]
    assert "gone.jpg cannot be opened" in said(window)


def test_a_copied_picture_becomes_a_note(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    QApplication.clipboard().setImage(QImage(str(picture(tmp_path / "one.png"))))
    press(qtbot, window, Qt.Key.Key_V, CTRL)
    assert len(photographed(window)) == 1
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert photographed(window) == []


def test_pictures_are_typed_up_one_after_another(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    names = ["a.png", "b.png", "c.png"]
    paths = [picture(tmp_path / name, f"#{at}00000") for at, name in enumerate(names, 1)]
    board(window).wall.photos.take_files(paths)
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    first, second, third = (note.id for note in photographed(window))
    assert board(window).views.typing_up.note() == first
    press(qtbot, window, Qt.Key.Key_Down)
    type_in(qtbot, window, "اسے پہلے بتائیں")
    assert board(window).views.typing_up.note() == third
    press(qtbot, window, Qt.Key.Key_Escape)
    words = {note.id: note.text for note in photographed(window)}
    assert words == {first: "", second: "اسے پہلے بتائیں", third: ""}
    assert board(window).views.shown() is board(window).list


def test_a_part_is_cut_out_by_keys_and_taken_back(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    board(window).wall.photos.take_files([picture(tmp_path / "one.png")])
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    cut_out(window)
    for _ in range(20):
        press(qtbot, window, Qt.Key.Key_Left, SHIFT)
    for _ in range(10):
        press(qtbot, window, Qt.Key.Key_Left)
    press(qtbot, window, Qt.Key.Key_Return)
    small = kept(qtbot, window, photographed(window)[0])
    assert small.width() == pytest.approx(80, abs=2)
    assert small.height() == pytest.approx(80, abs=2)
    assert small.pixelColor(small.width() - 3, 40).lightness() == pytest.approx(QColor("#fae69a").lightness(), abs=12)
    assert QApplication.focusWidget() is board(window).views.typing_up.field
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert kept(qtbot, window, photographed(window)[0]).size().toTuple() == (200, 100)


def test_a_part_is_cut_out_by_mouse(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    board(window).wall.photos.take_files([picture(tmp_path / "one.png")])
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    crop = cut_out(window)
    place = crop.place()
    qtbot.mousePress(crop, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    qtbot.mouseMove(crop, place.bottomRight().toPoint() + QPoint(40, 40))
    qtbot.mouseRelease(crop, Qt.MouseButton.LeftButton)
    press(qtbot, window, Qt.Key.Key_Return)
    assert kept(qtbot, window, photographed(window)[0]).width() == pytest.approx(100, abs=3)


def test_a_picture_is_turned(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    board(window).wall.photos.take_files([picture(tmp_path / "one.png")])
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    button(window, "Turn").click()
    settle(qtbot, window)
    turned = kept(qtbot, window, photographed(window)[0])
    assert turned.size().toTuple() == (100, 200)
    assert turned.pixelColor(50, 20).lightness() == pytest.approx(QColor("#fae69a").lightness(), abs=12)


def test_a_drawing_is_kept_as_large_as_it_was_taken_if_that_is_asked_for(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    drawing = QImage(3000, 2000, QImage.Format.Format_RGB32)
    drawing.fill(QColor("#fae69a"))
    drawing.save(str(tmp_path / "drawing.png"))
    board(window).wall.photos.take_files([tmp_path / "drawing.png"])
    board(window).wall.photos.take_originals([tmp_path / "drawing.png"])
    settle(qtbot, window)
    small, whole = photographed(window)
    assert kept(qtbot, window, small).width() == 1600
    assert kept(qtbot, window, whole).size().toTuple() == (3000, 2000)


def test_a_part_of_a_picture_kept_whole_loses_no_pixel(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    drawing = QImage(4000, 2000, QImage.Format.Format_RGB32)
    drawing.fill(QColor("#fae69a"))
    drawing.save(str(tmp_path / "drawing.png"))
    board(window).wall.photos.take_originals([tmp_path / "drawing.png"])
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_T, CTRL | SHIFT)
    button(window, "Turn").click()
    settle(qtbot, window)
    assert kept(qtbot, window, photographed(window)[0]).size().toTuple() == (2000, 4000)


def button(window: Window, words: str) -> QPushButton:
    return next(one for one in board(window).views.typing_up.findChildren(QPushButton) if one.text() == words)


def cut_out(window: Window) -> CutOut:
    """Begin to choose a part of the picture that is shown."""
    button(window, "Cut out").click()
    crop = board(window).views.typing_up.findChild(CutOut)
    assert crop
    assert QApplication.focusWidget() is crop
    return crop
