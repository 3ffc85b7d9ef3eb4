"""Themes by keyboard: notes are put in one, taken out, and the theme gets another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.boards import CTRL, SHIFT, press, themes
from tests.ui.windows import board, made, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", "one", "two", "three")) as window:
        yield window


def group(qtbot: QtBot, window: Window, name: str) -> None:
    press(qtbot, window, Qt.Key.Key_G, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), name)
    press(qtbot, window, Qt.Key.Key_Return)


def test_a_new_name_makes_a_theme_of_the_selected_notes_in_one_step(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down, SHIFT)
    group(qtbot, window, "People, not leaflets")
    assert themes(window) == {"People, not leaflets": ["one", "two"], "": ["three"]}
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert themes(window) == {"": ["one", "two", "three"]}


def test_the_next_note_is_selected_and_a_few_letters_complete_the_theme(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    group(qtbot, window, "People")
    assert [note.text for note in board(window).list.chosen_notes()] == ["two"]
    group(qtbot, window, "pe")
    assert themes(window) == {"People": ["one", "two"], "": ["three"]}


def test_a_note_is_taken_out_of_its_theme(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    group(qtbot, window, "People")
    press(qtbot, window, Qt.Key.Key_Up)
    press(qtbot, window, Qt.Key.Key_U, CTRL)
    assert themes(window) == {"People": [], "": ["one", "two", "three"]}


def test_a_theme_gets_another_name(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    group(qtbot, window, "People")
    press(qtbot, window, Qt.Key.Key_Up)
    press(qtbot, window, Qt.Key.Key_F2, SHIFT)
    qtbot.keyClicks(QApplication.focusWidget(), "People first")
    press(qtbot, window, Qt.Key.Key_Return)
    assert list(themes(window)) == ["People first", ""]


def test_a_theme_is_typed_in_the_panel_even_when_that_was_folded_away(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_F9)
    press(qtbot, window, Qt.Key.Key_Down)
    group(qtbot, window, "People")
    assert themes(window) == {"People": ["one"], "": ["two", "three"]}
    window.preferences.keep("panel", "open")
