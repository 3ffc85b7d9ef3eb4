"""Notes set aside, made one of two, and many pasted at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.boards import CTRL, SHIFT, press
from tests.ui.windows import board, made, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", "one", "two")) as window:
        yield window


def test_a_note_is_set_aside_and_taken_up_again(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_P, CTRL | SHIFT)
    assert board(window).list.chosen_notes()[0].parked
    press(qtbot, window, Qt.Key.Key_P, CTRL | SHIFT)
    assert not board(window).list.chosen_notes()[0].parked


def test_two_notes_become_one_with_the_words_of_both(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down, SHIFT)
    press(qtbot, window, Qt.Key.Key_M, CTRL)
    assert texts(window) == ["one\ntwo"]
    assert [note.text for note in board(window).list.chosen_notes()] == ["one\ntwo"]
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert texts(window) == ["one", "two"]


def test_many_lines_pasted_make_many_notes_in_one_step(qtbot: QtBot, window: Window) -> None:
    QApplication.clipboard().setText("- three\r\n\r\n• four\n")
    press(qtbot, window, Qt.Key.Key_V, CTRL)
    assert texts(window) == ["one", "two", "three", "four"]
    assert window.bar.undo.text() == "Undo: add 2 notes"
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert texts(window) == ["one", "two"]


def test_one_line_pasted_waits_in_the_bar(qtbot: QtBot, window: Window) -> None:
    QApplication.clipboard().setText("three")
    press(qtbot, window, Qt.Key.Key_V, CTRL)
    assert board(window).capture.field.text() == "three"
    assert texts(window) == ["one", "two"]
    board(window).capture.field.clear()


def test_what_a_note_says_in_english_is_typed_beside_it(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    meaning = board(window).panel.origin.meaning
    meaning.setFocus()
    qtbot.keyClicks(meaning, "the first one")
    press(qtbot, window, Qt.Key.Key_Return)
    assert board(window).list.chosen_notes()[0].translation == "the first one"
    press(qtbot, window, Qt.Key.Key_Down)
    assert meaning.text() == ""
