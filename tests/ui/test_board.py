"""The outline of a board: what is typed is stored and shown, and every view follows Effects."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.gestures import board as gestures
from facilitator.domain.gestures.capture import paste_notes
from facilitator.ui.boards.outline_delegate import NoteEditor
from facilitator.ui.boards.outline_follow import WHOLE_BOARD_FROM
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.boards import press
from tests.ui.windows import QUESTION, board, made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

FIRST, SECOND = "A board at the school gate", "Photo of who is on duty"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "millbrook.workshop", FIRST, SECOND)


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> Iterator[Window]:
    with shown(qtbot, file) as window:
        yield window


def type_note(qtbot: QtBot, window: Window, text: str) -> None:
    qtbot.keyClicks(board(window).capture.field, text)
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_an_opened_workshop_shows_its_question_and_notes(window: Window) -> None:
    assert board(window).question() == QUESTION
    assert texts(window) == [FIRST, SECOND]
    assert window.state() == "Saved on this laptop"


def test_a_typed_note_is_stored_shown_and_selected(qtbot: QtBot, window: Window, file: Path) -> None:
    type_note(qtbot, window, "Tea with the health visitor")
    assert texts(window) == [FIRST, SECOND, "Tea with the health visitor"]
    assert board(window).capture.field.text() == ""
    assert [note.text for note in board(window).list.chosen_notes()] == ["Tea with the health visitor"]
    with Workshop.open(file, Places.of_this_laptop()) as other:
        assert other.read_only
        assert "Tea with the health visitor" in str(other.read(lambda reader: reader.rows(_all_notes())))


def test_the_capture_bar_has_the_focus_and_keeps_it(qtbot: QtBot, window: Window) -> None:
    assert board(window).capture.field.hasFocus()
    type_note(qtbot, window, "one")
    assert board(window).capture.field.hasFocus()


def test_undo_says_what_it_takes_back_and_redo_brings_it_again(qtbot: QtBot, window: Window) -> None:
    type_note(qtbot, window, "third")
    assert window.bar.undo.text() == "Undo: add a note"
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(window) == [FIRST, SECOND]
    assert window.bar.redo.text() == "Redo: add a note"
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert texts(window) == [FIRST, SECOND, "third"]


def test_undo_takes_back_typing_while_there_is_some(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(board(window).capture.field, "half a th")
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(window) == [FIRST, SECOND]
    assert board(window).capture.field.text() == ""


def test_a_new_note_has_the_chosen_colour(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    type_note(qtbot, window, "blue")
    assert board(window).list.chosen_notes()[0].colour == 4


def test_find_narrows_the_list_as_one_types(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "DUTY")
    assert texts(window) == [SECOND]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert board(window).capture.field.hasFocus()


def test_a_note_is_changed_where_it_stands(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Down)
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_F2)
    editor = board(window).list.findChild(NoteEditor)
    assert editor is not None
    assert editor.toPlainText() == FIRST
    qtbot.keyClicks(editor, "A board at the gate")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window) == ["A board at the gate", SECOND]
    assert window.bar.undo.text() == "Undo: change a note"


def test_escape_leaves_a_note_as_it_was(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Down)
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_F2)
    editor = board(window).list.findChild(NoteEditor)
    assert editor is not None
    qtbot.keyClicks(editor, "other words")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert texts(window) == [FIRST, SECOND]


def test_one_key_hides_a_note_and_shows_it_again(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Down)
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_F8)
    settle(qtbot, window)
    assert board(window).list.chosen_notes()[0].withheld
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_F8)
    settle(qtbot, window)
    assert not board(window).list.chosen_notes()[0].withheld


def test_letters_typed_over_the_list_go_to_the_capture_bar(qtbot: QtBot, window: Window) -> None:
    board(window).list.setFocus()
    qtbot.keyClicks(board(window).list, "W")
    assert board(window).capture.field.text() == "W"
    assert board(window).capture.field.hasFocus()


def test_a_change_elsewhere_touches_only_its_own_row(qtbot: QtBot, window: Window) -> None:
    model = board(window).notes
    note = model.note_at(model.index(2))
    assert note is not None
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        window.store.change(lambda workshop: workshop.apply(gestures.edit_note(note.id, "changed")))
    assert changed.args is not None
    assert changed.args[0].row() == 2
    settle(qtbot, window)


def test_much_that_comes_to_another_board_leaves_this_one_alone_and_much_that_comes_here_is_shown(
    qtbot: QtBot, window: Window
) -> None:
    here, other = board(window).notes.board, uuid.uuid4()
    assert here
    store, many = window.store, "\n".join(f"Note {number}" for number in range(WHOLE_BOARD_FROM + 1))
    store.change(lambda workshop: workshop.apply(gestures.add_board("What else?", board_id=other)))
    settle(qtbot, window)
    with qtbot.assertNotEmitted(board(window).notes.changing):
        store.change(lambda workshop: workshop.apply(paste_notes(other, many)))
        settle(qtbot, window)
        store.change(lambda workshop: workshop.undo())
        settle(qtbot, window)
    store.change(lambda workshop: workshop.apply(paste_notes(here.board_id, many, position=9.0)))
    settle(qtbot, window)
    assert len(texts(window)) == 2 + WHOLE_BOARD_FROM + 1
    store.change(lambda workshop: workshop.undo())
    settle(qtbot, window)
    assert texts(window) == [FIRST, SECOND]


def test_a_first_board_is_begun_with_its_question(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "new.workshop"
    Workshop.new(path, "New", Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        window.go_to("boards")
        settle(qtbot, window)
        qtbot.keyClicks(QApplication.focusWidget(), QUESTION)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        settle(qtbot, window)
        assert board(window).question() == QUESTION
        type_note(qtbot, window, "first")
        assert texts(window) == ["first"]


def _all_notes():  # noqa: ANN202
    import sqlalchemy as sa

    from facilitator.domain.board import Note
    from facilitator.domain.schema import table_of

    return sa.select(table_of(Note).c.text)
