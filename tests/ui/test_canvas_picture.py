"""What the wall paints: the tiles are the same as a picture painted in one go, whatever happened before."""

from __future__ import annotations

import random
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from build.bench._wall import wall
from facilitator.ui.canvas import tiles
from facilitator.ui.canvas.camera import Camera
from facilitator.ui.canvas.heads import RISE
from facilitator.ui.canvas.view import CanvasView
from facilitator.ui.look import fonts, theme
from tests.ui.windows import SLOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 700, 500


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CanvasView]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app)
    fonts.load_rest()
    made = CanvasView()
    made.resize(WIDTH, HEIGHT)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.deleteLater()


def at_rest(qtbot: QtBot, view: CanvasView) -> QImage:
    """What is on screen once everything is sharp."""
    qtbot.waitUntil(lambda: not view.is_busy(), timeout=SLOW)
    view.choose([])
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def in_one_go(view: CanvasView) -> QImage:
    """The same piece of the wall without tiles."""
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    size = view.size().toSizeF()
    seen = view.camera.seen(size)
    corner = QPointF(round(seen.left() * view.camera.zoom), round(seen.top() * view.camera.zoom)) / view.camera.zoom
    view.picture.paint(painter, QRectF(corner, seen.size()), view.camera.zoom)
    painter.end()
    return image


def unlike(one: QImage, other: QImage) -> float:
    """The share of pixels that a person would see as different."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(x - y) > 40 for x, y in zip(a[::7], b[::7], strict=True)) / (len(a) / 7)


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.31])
def test_tiles_make_the_same_picture_as_one_stroke(qtbot: QtBot, view: CanvasView, zoom: float) -> None:
    view.show_board(*wall(400))
    view.look(Camera(900.0, 700.0, zoom))
    assert unlike(at_rest(qtbot, view), in_one_go(view)) < 0.002


def test_after_many_changes_the_tiles_show_what_is_there(qtbot: QtBot, view: CanvasView) -> None:
    board, notes, places, names = wall(150)
    view.show_board(board, notes, places, names)
    view.look(Camera(700.0, 500.0, 0.8))
    at_rest(qtbot, view)
    chance = random.Random(3)
    laid = {note.id: replace(note, place=places[note.id]) for note in notes}
    for _ in range(25):
        moved = chance.sample(list(laid), 5)
        for one in moved:
            place = (chance.uniform(1, 1_400), chance.uniform(1, 1_000))
            laid[one] = replace(laid[one], place=place, theme_id=chance.choice([*names, None]))
        gone = chance.choice(list(laid))
        del laid[gone]
        assert view.follow({*moved, gone}, [laid[one] for one in moved if one != gone])
        view.look(Camera(700.0 + chance.uniform(-90, 90), 500.0, chance.choice((0.8, 1.0))))
    assert unlike(at_rest(qtbot, view), in_one_go(view)) < 0.002


@pytest.mark.parametrize(("begin", "step"), [(0.5, 1.02), (2.0, 1 / 1.02)])
def test_a_slow_laptop_shows_a_sharp_wall_while_the_eye_comes_nearer_or_goes_farther_away(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, view: CanvasView, begin: float, step: float
) -> None:
    view.show_board(*wall(900))
    view.look(Camera(1_500.0, 900.0, begin))
    at_rest(qtbot, view)
    monkeypatch.setattr(tiles, "BUDGET", 0.0)  # one tile a frame
    blurry = wanted = 0
    for frame in range(1, 105):  # eight times as near, or as far
        view.look(Camera(1_500.0, 900.0, begin * step**frame))
        view.repaint()
        blurry, wanted = blurry + view.tiles.shown.blurry, wanted + view.tiles.shown.wanted
    assert blurry <= 0.02 * wanted
    assert unlike(at_rest(qtbot, view), in_one_go(view)) < 0.002


def test_a_dark_window_repaints_the_wall(qtbot: QtBot, view: CanvasView) -> None:
    from PySide6.QtCore import Qt

    view.show_board(*wall(3))
    light = at_rest(qtbot, view).pixelColor(2, HEIGHT - 2)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.choose(app, Qt.ColorScheme.Dark)
    try:
        assert at_rest(qtbot, view).pixelColor(2, HEIGHT - 2).lightness() < light.lightness() / 2
    finally:
        theme.choose(app, Qt.ColorScheme.Unknown)


def test_a_note_with_far_too_many_words_says_that_there_is_more(qtbot: QtBot, view: CanvasView) -> None:
    few, many = view.picture.face, wall(9)[1][0]
    assert not few._lay(replace(many, id=uuid.uuid4(), text="A bus", translation="")).more
    assert few._lay(replace(many, id=uuid.uuid4(), text="a bus and " * 60, translation="")).more
    assert few._lay(replace(many, id=uuid.uuid4(), text="b" * 5_000, translation="x" * 5_000)).more


def test_a_wall_that_changes_before_it_was_ever_painted_is_painted_as_it_is_then(view: CanvasView) -> None:
    board, notes, places, names = wall(5)
    hidden = CanvasView()
    hidden.show_board(board, notes, places, names)
    hidden.show_board(board, [replace(notes[0], text="other"), *notes[1:]], places, names)
    assert hidden.scene.notes[0].text == "other"
    hidden.deleteLater()


@pytest.mark.parametrize("zoom", [1.0, 0.4, 0.2, 0.1])
def test_the_name_of_a_theme_can_be_read_from_any_distance(view: CanvasView, zoom: float) -> None:
    view.show_board(*wall(900))
    frame = max(view.scene.frames.values(), key=lambda one: one.notes)
    reach = frame.rect.adjusted(0, -RISE, 0, 20 / zoom)
    reach.setWidth(160 / zoom)
    image = QImage((reach.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    view.picture.heads.ratio = 1.0
    view.picture.paint_names(image, reach, zoom)
    inked = [y for y in range(image.height()) if any(image.pixelColor(x, y).lightness() < 90 for x in range(120))]
    assert inked
    assert inked[-1] - inked[0] >= 8


def test_notes_that_are_not_grouped_are_counted_above_them(view: CanvasView) -> None:
    board, notes, places, names = wall(60)
    view.show_board(board, notes, places, names)
    loose = [note for note in notes if note.theme_id is None]
    found = view.picture.heads.loose()
    assert found
    assert found[1] == len(loose)
    assert found[0].bottom() == min(places[note.id][1] for note in loose)
    view.show_board(board, notes, places, {})
    assert view.picture.heads.loose() is None
