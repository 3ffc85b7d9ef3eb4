"""Escape takes the hands from the bar to the notes and back, and lets go of what was selected on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.boards import CTRL, SHIFT, chosen, press, write
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "hall.workshop", "one", "two", "three")) as window:
        yield window


def chosen_words(window: Window) -> list[str]:
    return [note.text for note in chosen(window)]


def test_escape_goes_from_the_bar_to_the_notes_and_home_and_end_to_both_ends(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Escape)
    assert board(window).list.hasFocus()
    assert chosen_words(window) == ["one"]
    press(qtbot, window, Qt.Key.Key_End)
    assert chosen_words(window) == ["three"]
    press(qtbot, window, Qt.Key.Key_Home)
    assert chosen_words(window) == ["one"]


def test_escape_on_the_notes_selects_none_goes_back_to_the_bar_and_shows_the_colours(
    qtbot: QtBot, window: Window
) -> None:
    write(qtbot, "half")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not board(window).panel.legend.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert chosen(window) == []
    assert board(window).panel.legend.isVisible()
    write(qtbot, " a note")
    assert board(window).capture.field.text() == "half a note"
    board(window).capture.field.clear()


def test_a_letter_on_the_notes_goes_back_to_the_bar_and_the_note_stays_selected(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Escape)
    write(qtbot, "x")
    assert board(window).capture.field.hasFocus()
    assert chosen_words(window) == ["one"]
    board(window).capture.field.clear()


def test_a_message_is_put_away_first(qtbot: QtBot, window: Window) -> None:
    window.notice.say("Something to know.")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.notice.words == ""
    assert board(window).capture.field.hasFocus()


def test_what_the_colours_mean_is_one_press_away_while_a_note_is_selected(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    board(window).panel.board.click()
    settle(qtbot, window)
    assert chosen(window) == []
    assert board(window).panel.legend.lines[0].hasFocus()


def test_escape_leaves_a_filter_that_narrows_nothing(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_F, CTRL | SHIFT)
    assert board(window).filter.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not board(window).filter.isVisible()
    assert board(window).capture.field.hasFocus()


def test_a_vote_of_no_notes_says_how_to_select_some(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_V, CTRL | SHIFT)
    assert window.notice.words.startswith("No note is selected.")
    assert window.station() == "boards"
