"""What comes to the wall from outside: words of an input method, lines that were copied, pictures that are dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from facilitator.domain.arrange import NOTE_WIDTH
from tests.ui.boards import CTRL, press, type_in, write
from tests.ui.test_photographed_notes import picture
from tests.ui.test_wall import LEFT, NONE, WORDS, choose, grouped, is_as_read, note, wall
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", *WORDS)) as window:
        press(qtbot, window, Qt.Key.Key_4, CTRL)
        press(qtbot, window, Qt.Key.Key_F6)
        yield window


def test_words_composed_with_an_input_method_are_kept_whole(qtbot: QtBot, window: Window) -> None:
    choose(window, WORDS[0])
    press(qtbot, window, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    QApplication.sendEvent(editor, QInputMethodEvent("ni hao", []))
    assert editor.toPlainText() in {"", WORDS[0]}
    chosen = QInputMethodEvent()
    chosen.setCommitString("你好")
    QApplication.sendEvent(editor, chosen)
    press(qtbot, window, Qt.Key.Key_Return)
    assert note(window, "你好")


@pytest.mark.parametrize("as_wall", [True, False])
def test_a_letter_of_several_keys_begun_among_the_notes_is_the_first_of_what_is_typed(
    qtbot: QtBot, window: Window, *, as_wall: bool
) -> None:
    if not as_wall:
        press(qtbot, window, Qt.Key.Key_F6)
    notes = wall(window) if as_wall else board(window).list
    choose(window, WORDS[0])
    notes.setFocus()
    assert notes.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    write(qtbot, "É")
    write(qtbot, "cole")
    press(qtbot, window, Qt.Key.Key_Return)
    assert note(window, "École")


def test_lines_copied_elsewhere_and_pasted_on_the_wall_lie_after_the_last_note(qtbot: QtBot, window: Window) -> None:
    type_in(qtbot, window, "last")
    wall(window).setFocus()
    QApplication.clipboard().setText("first line\nsecond line")
    press(qtbot, window, Qt.Key.Key_V, CTRL)
    across, down = note(window, "last").place
    assert note(window, "first line").place == (across + NOTE_WIDTH + 12, down)
    assert note(window, "second line").place == (across + 2 * (NOTE_WIDTH + 12), down)
    is_as_read(qtbot, window)


def test_a_picture_dropped_on_a_theme_is_in_it_beside_its_last_note(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    grouped(qtbot, window, "Seen", WORDS[0])
    view = wall(window)
    (frame,) = view.scene.frames.values()
    name = frame.rect.topLeft() + QPointF(30, 12)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / "one.png")))])
    views = board(window).views
    place = QPointF(view.mapTo(views, view.to_view(name).toPoint()))
    for event in (
        QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, carried, LEFT, NONE),
        QDropEvent(place, Qt.DropAction.CopyAction, carried, LEFT, NONE),
    ):
        QApplication.sendEvent(views, event)
    settle(qtbot, window)
    photo = next(one for one in board(window).notes.all_notes() if one.photo)
    assert photo.theme_id == frame.id
    across, down = note(window, WORDS[0]).place
    assert photo.place == (across + NOTE_WIDTH + 12, down)
