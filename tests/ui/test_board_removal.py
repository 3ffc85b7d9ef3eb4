"""Removing a note for good takes two presses and says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.boards import CTRL, press
from tests.ui.windows import board, made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", "one", "two")) as window:
        yield window


def test_the_first_press_only_says_what_it_means_and_where_the_words_still_are(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    assert texts(window) == ["one", "two"]
    assert "cannot be undone" in window.notice.words
    held: list[str] = []
    note = board(window).list.chosen_notes()[0]
    names = lambda workshop: [backup.path.name for backup in workshop.backups_holding([note.id])]  # noqa: E731
    window.store.submit(names, held.extend)
    settle(qtbot, window)
    assert held
    assert held[0] in window.notice.words


def test_the_second_press_removes_it(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    assert texts(window) == ["two"]
    assert "Removed for good." in window.notice.words


def test_a_question_put_away_or_about_other_notes_is_asked_again(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    window.notice.hide()
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    assert texts(window) == ["one", "two"]
    assert "cannot be undone" in window.notice.words
