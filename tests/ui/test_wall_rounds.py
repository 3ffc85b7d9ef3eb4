"""A private round: what was written in it cannot be read anywhere in the window until all is shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.boards import CTRL, SHIFT, press, type_in
from tests.ui.windows import board, made, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

SECRETS = ("xylophone at the gate", "xylophone by the clinic", "xylophone on the bus")


@pytest.fixture(params=["list", "wall"])
def window(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "round.workshop", "seen by all")) as window:
        press(qtbot, window, Qt.Key.Key_4, CTRL)
        if request.param == "wall":
            press(qtbot, window, Qt.Key.Key_F6)
        press(qtbot, window, Qt.Key.Key_R, CTRL | SHIFT)
        for words in SECRETS:
            type_in(qtbot, window, words)
        yield window


def heard(thing: QAccessibleInterface) -> Iterator[str]:
    """All that a screen reader could say of a thing and of what is in it."""
    for which in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield thing.text(which)
    for at in range(thing.childCount()):
        child = thing.child(at)
        if child is not None and child.isValid():
            yield from heard(child)


def on_screen(window: Window) -> str:
    """Every word that a widget holds, shows when pointed at, or tells a screen reader."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
    model = board(window).notes
    found += [str(model.data(model.index(row), role)) for row in range(model.rowCount()) for role in range(16)]
    found += heard(QAccessible.queryAccessibleInterface(board(window)))
    return " | ".join(found)


def test_nothing_on_screen_holds_the_words_of_a_note_that_lies_face_down(qtbot: QtBot, window: Window) -> None:
    assert "seen by all" in on_screen(window)
    for _ in range(2):
        assert "xylophone" not in on_screen(window)
        press(qtbot, window, Qt.Key.Key_F6)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_F2)
    assert "xylophone" not in on_screen(window)


def test_notes_that_lie_face_down_look_alike_whatever_they_say(qtbot: QtBot, window: Window) -> None:
    page = board(window)
    if page.views.wall is None:
        press(qtbot, window, Qt.Key.Key_F6)
    assert page.views.wall
    view = page.views.wall.view
    looks: set[bytes] = set()
    for note in view.scene.notes:
        if note.face_down:
            assert (note.text, note.translation, note.photo) == ("", "", "")
            image = QImage(160, 130, QImage.Format.Format_RGB32)
            image.fill(0)
            painter = QPainter(image)
            view.picture.face.paint(painter, note, 0, 0)
            painter.end()
            looks.add(bytes(image.constBits()))
    assert len(looks) == 1


def test_the_strip_says_how_many_lie_face_down_and_how_to_show_them(window: Window) -> None:
    strip = board(window)._round
    assert strip.isVisible()
    assert strip.words.text() == "Private round: 3 notes lie face down. Show them all at once: Ctrl+Shift+R"


def test_a_screen_reader_hears_that_a_note_lies_face_down(window: Window) -> None:
    assert on_screen(window).count("face down, colour 1") + on_screen(window).count("face down") >= 3


def test_all_are_shown_at_once_and_can_be_read_then(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_R, CTRL | SHIFT)
    notes = board(window).notes.all_notes()
    assert {note.text for note in notes} == {"seen by all", *SECRETS}
    assert not any(note.face_down or note.withheld for note in notes)
    assert not board(window)._round.isVisible()
    wall = board(window).views.wall
    if wall and board(window).views.is_wall():
        qtbot.waitUntil(lambda: wall.view.sees([note.id for note in notes]))
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert "xylophone" not in on_screen(window)


def test_one_note_is_not_shown_before_the_others(qtbot: QtBot, window: Window) -> None:
    down = next(note for note in board(window).notes.all_notes() if note.face_down)
    board(window).views.choose(down.id)
    board(window).views.setFocus()
    press(qtbot, window, Qt.Key.Key_F8)
    board(window).search("xylo")
    assert "xylophone" not in on_screen(window)
    assert board(window).notes.notes_shown() == 0
