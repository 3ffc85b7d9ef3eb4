"""Nothing that is typed at the speed of talk is lost, however busy the file is: every Enter makes its note."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.board import Board, Note
from facilitator.domain.gestures.board import add_board
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.boards import ALT, CTRL, NONE
from tests.ui.windows import QUESTION, SLOW, board, made, settle, shown, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

NEXT = "What would help?"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = made(tmp_path / "hall.workshop")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_board(NEXT, position=2.0))
    return path


def hurry(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the bar and wait for nothing."""
    qtbot.keyClick(board(window).capture.field, key, modifier)


no_moving = pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")


def say(qtbot: QtBot, window: Window, *notes: str) -> None:
    """Type notes one after another, each with Enter, and wait for nothing."""
    for note in notes:
        qtbot.keyClicks(board(window).capture.field, note)
        hurry(qtbot, window, Qt.Key.Key_Return)


def notes_by_question(file: Path) -> dict[str, list[str]]:
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        questions = {one.id: one.question for one in workshop.read(lambda reader: reader.find(Board))}
        found: dict[str, list[str]] = {}
        for note in sorted(workshop.read(lambda reader: reader.find(Note)), key=lambda note: note.position):
            found.setdefault(questions[note.board_id], []).append(note.text)
        return found


def test_notes_typed_faster_than_they_are_stored_are_each_a_note(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        window.go_to("boards")
        settle(qtbot, window)
        say(qtbot, window, "one", "two")
        hurry(qtbot, window, Qt.Key.Key_3, ALT)
        say(qtbot, window, "three")
        qtbot.keyClicks(board(window).capture.field, "half a no")
        settle(qtbot, window)
        assert texts(window) == ["one", "two", "three"]
        assert [note.colour for note in board(window).list.chosen_notes()] == [3]
        assert board(window).capture.field.text() == "half a no"
        board(window).capture.field.clear()
    assert notes_by_question(file) == {QUESTION: ["one", "two", "three"]}


@no_moving
def test_notes_typed_while_nothing_can_be_stored_are_each_a_note_once_it_can(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        window.go_to("boards")
        settle(qtbot, window)
        elsewhere = file.rename(file.with_name("pulled out.workshop"))
        for note in ("one", "two"):
            say(qtbot, window, note)
            settle(qtbot, window)
        hurry(qtbot, window, Qt.Key.Key_3, ALT)
        say(qtbot, window, "three")
        settle(qtbot, window)
        assert texts(window) == []
        assert board(window).capture.field.text() == "one two three "
        elsewhere.rename(file)
        say(qtbot, window, "four")
        settle(qtbot, window)
        notes = board(window).notes.all_notes()
        assert [(note.text, note.colour) for note in notes] == [("one", 1), ("two", 1), ("three", 3), ("four", 3)]
        assert board(window).capture.field.text() == ""


@no_moving
def test_words_that_were_not_stored_can_be_changed_before_the_next_try(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        window.go_to("boards")
        settle(qtbot, window)
        elsewhere = file.rename(file.with_name("pulled out.workshop"))
        say(qtbot, window, "one", "two")
        settle(qtbot, window)
        elsewhere.rename(file)
        board(window).capture.field.setText("one and two")
        hurry(qtbot, window, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert texts(window) == ["one and two"]


def test_enter_before_the_board_is_there_adds_the_note_when_it_is(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot) as window:
        with qtbot.waitSignal(window.store.opened, timeout=SLOW):
            window.open_path(file)
        assert board(window).notes.board is None
        say(qtbot, window, "early", "bird")
        settle(qtbot, window)
        assert texts(window) == ["early", "bird"]


def test_a_note_typed_while_another_board_is_being_read_goes_to_that_board(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        window.go_to("boards")
        settle(qtbot, window)
        hurry(qtbot, window, Qt.Key.Key_PageDown, CTRL)
        say(qtbot, window, "over here")
        settle(qtbot, window)
        assert (board(window).question(), texts(window)) == (NEXT, ["over here"])
    assert notes_by_question(file) == {NEXT: ["over here"]}


def test_a_note_typed_right_behind_a_new_question_is_in_the_bar(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        window.go_to("boards")
        settle(qtbot, window)
        hurry(qtbot, window, Qt.Key.Key_B, CTRL)
        asking = QApplication.focusWidget()
        qtbot.keyClicks(asking, "Who could do it?")
        qtbot.keyClick(asking, Qt.Key.Key_Return)
        qtbot.keyClicks(asking, "Th")
        settle(qtbot, window)
        qtbot.keyClicks(QApplication.focusWidget(), "e library")
        hurry(qtbot, window, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert (board(window).question(), texts(window)) == ("Who could do it?", ["The library"])


@pytest.mark.parametrize("to_wall", [False, True])
def test_the_bar_is_in_sight_on_a_small_laptop_that_shows_everything_twice_as_large(
    qtbot: QtBot, file: Path, to_wall: bool
) -> None:
    with shown(qtbot, file) as window:
        window.go_to("boards")
        window.resize(1920 // 2, 1080 // 2)
        board(window).views.turn(to_wall=to_wall)
        bar = board(window).capture
        qtbot.waitUntil(lambda: bar.isVisible() and bar.mapTo(window, bar.rect().bottomLeft()).y() < window.height())
