"""The wall saved as a picture: it opens elsewhere, and needs none of our fonts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from build.bench._wall import wall
from facilitator.ui.canvas.save_picture import save_picture
from facilitator.ui.canvas.view import CanvasView
from facilitator.ui.look import fonts, theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

HOSTILE = '</text><script>alert("x")</script><image href="file:///etc/passwd"/> &amp; <b>'


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CanvasView]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app)
    fonts.load_rest()
    made = CanvasView()
    made.resize(700, 500)
    yield made
    made.deleteLater()


def show(view: CanvasView, **changed: object) -> None:
    """A wall of forty notes, the first of them changed so."""
    board, notes, places, names = wall(40)
    notes[0] = replace(notes[0], **changed)  # type: ignore[arg-type]
    names = dict.fromkeys(names, HOSTILE) | {next(iter(names)): "One shared wall"}
    view.show_board(board, notes, places, names)


def drawn(path: Path) -> QImage:
    """An SVG as any program draws it."""
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def test_shapes_hold_no_text_no_font_and_no_markup_of_anybody(view: CanvasView, tmp_path: Path) -> None:
    show(view, text=HOSTILE, translation=HOSTILE, said_by=HOSTILE)
    save_picture(view, tmp_path / "wall.svg")
    told = (tmp_path / "wall.svg").read_text("utf-8")
    for part in ("alert", "passwd", "script", "<text", "They", "they moved"):
        assert part not in told
    root = ElementTree.fromstring(told)
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= {"svg", "title", "desc", "defs", "g", "path", "rect"}


def test_shapes_and_pixels_show_the_same_wall(view: CanvasView, tmp_path: Path) -> None:
    show(view)
    for name in ("wall.svg", "wall.png"):
        save_picture(view, tmp_path / name)
    shapes = drawn(tmp_path / "wall.svg")
    pixels = QImage(str(tmp_path / "wall.png"))
    small = [one.scaled(200, 120).convertToFormat(QImage.Format.Format_RGB32) for one in (shapes, pixels)]
    a, b = (bytes(one.constBits()) for one in small)
    assert sum(abs(x - y) > 60 for x, y in zip(a, b, strict=True)) < len(a) / 100


def test_the_question_and_what_the_colours_mean_stand_above_the_wall(view: CanvasView, tmp_path: Path) -> None:
    show(view, text="one")
    save_picture(view, tmp_path / "bare.png")
    view.question, view.meanings = HOSTILE, ("an idea", "لا", "", "", "", "", "to type up" * 40)
    save_picture(view, tmp_path / "wall.png")
    bare, captioned = QImage(str(tmp_path / "bare.png")), QImage(str(tmp_path / "wall.png"))
    more = captioned.height() - bare.height()
    assert more > 100
    inked = {captioned.pixelColor(x, y).lightness() < 90 for x in range(80, 500) for y in range(90, more)}
    assert inked == {True, False}
    save_picture(view, tmp_path / "wall.svg")
    assert [part.tag for part in ElementTree.parse(tmp_path / "wall.svg").iter() if part.tag.endswith("script")] == []
