"""Removing a note for good takes two presses and says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.workshop.places import Places
from tests.ui.boards import CTRL, press
from tests.ui.windows import SLOW, made, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

WORDS = "Zebedee is unkind"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", WORDS, "two")) as window:
        yield window


def test_the_first_press_only_says_what_it_means_and_where_the_words_still_are(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    assert texts(window) == [WORDS, "two"]
    assert "cannot be undone" in window.notice.words
    assert "1 backup on this laptop holds the words, too." in window.notice.words


def test_the_words_of_a_removed_note_leave_the_backups_here_by_one_more_press(qtbot: QtBot, window: Window) -> None:
    backups = [*Places.of_this_laptop().backups.rglob("*.workshop")]
    assert [WORDS.encode() in backup.read_bytes() for backup in backups] == [True]
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    assert "1 backup on this laptop still holds the words." in window.notice.words
    window.notice.act()
    qtbot.waitUntil(lambda: "any more" in window.notice.words, timeout=SLOW)
    assert not any(WORDS.encode() in backup.read_bytes() for backup in backups)


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
    assert texts(window) == [WORDS, "two"]
    assert "cannot be undone" in window.notice.words
