"""The wall saved as a picture: it goes to other people, so it shows what they may see, and is whole or not there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from build.bench._wall import BOARD, wall
from facilitator.domain.errors import DiskTrouble
from facilitator.ui.canvas.save_picture import AROUND, ZOOM, save_picture
from facilitator.ui.canvas.view import CanvasView
from facilitator.ui.look import fonts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.workshop.queries.board import NoteLine

SHOWN, WITHHELD, FACE_DOWN = "bicycle", "zeppelin", "submarine"


@pytest.fixture
def view(qtbot: QtBot) -> CanvasView:
    """A wall of three notes; the room may see the first."""
    fonts.load_rest()
    made = CanvasView()
    qtbot.addWidget(made)
    _, notes, places, names = wall(3)
    told = [plain(note, words) for note, words in zip(notes, (SHOWN, WITHHELD, FACE_DOWN), strict=True)]
    told[1] = replace(told[1], withheld=True)
    told[2] = replace(told[2], withheld=True, face_down=True)
    made.show_board(BOARD, told, places, names)
    return made


def plain(note: NoteLine, words: str) -> NoteLine:
    return replace(note, text=words, language="en", translation="", said_by="", theme_id=None, colour=2)


def drawn(view: CanvasView, folder: Path, shown: str, withheld: str) -> bytes:
    """The wall as shapes, with these words on the note that is shown and on those that are not."""
    notes = [replace(note, text=withheld if note.withheld else shown) for note in view.scene.notes]
    places = {note.id: (float(x), float(y)) for note, x, y in zip(notes, view.scene.x, view.scene.y, strict=True)}
    view.show_board(BOARD, notes, places, {})
    save_picture(view, folder / "wall.svg")
    return (folder / "wall.svg").read_bytes()


def tinted(view: CanvasView, file: Path) -> list[bool]:
    """Of each note, whether the picture shows it where it lies."""
    image, bounds = QImage(str(file)), view.scene.bounds().adjusted(-AROUND, -AROUND, AROUND, AROUND)
    corner = image.pixelColor(2, 2)
    spots = [view.scene.rect(row).bottomLeft() - bounds.topLeft() for row in range(len(view.scene.notes))]
    return [image.pixelColor(int((one.x() + 12) * ZOOM), int((one.y() - 60) * ZOOM)) != corner for one in spots]


def test_notes_the_room_may_not_see_are_not_in_the_picture(view: CanvasView, tmp_path: Path) -> None:
    save_picture(view, tmp_path / "wall.png")
    assert tinted(view, tmp_path / "wall.png") == [True, False, False]


def test_nothing_in_the_shapes_depends_on_what_they_say(view: CanvasView, tmp_path: Path) -> None:
    said = [drawn(view, tmp_path, *words) for words in ((SHOWN, WITHHELD), (SHOWN, "balloon"), ("tram", WITHHELD))]
    assert said[0] == said[1] != said[2]


def test_the_wall_itself_still_shows_them_to_the_facilitator(view: CanvasView, tmp_path: Path) -> None:
    save_picture(view, tmp_path / "wall.png")
    assert not view.scene.lifted.any()


def test_a_name_without_an_ending_gets_one(view: CanvasView, tmp_path: Path) -> None:
    save_picture(view, tmp_path / "wall")
    assert [file.name for file in tmp_path.iterdir()] == ["wall.png"]


def test_where_it_cannot_be_written_that_is_said_and_nothing_is_left(view: CanvasView, tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble):
        save_picture(view, tmp_path / "gone" / "wall.png")
    assert list(tmp_path.iterdir()) == []
