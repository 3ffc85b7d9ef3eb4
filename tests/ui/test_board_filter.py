"""Only some notes are shown, said in words, and one key shows all again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facilitator.domain.gestures.board import colour_notes, withhold_notes
from facilitator.domain.gestures.notes import set_language
from facilitator.ui.boards.outline_wanted import HIDDEN, UNTRANSLATED
from tests.ui.boards import ALT, CTRL, SHIFT, press, type_in
from tests.ui.windows import board, made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", "one", "two", "three")) as window:
        ids = [note.id for note in board(window).notes.all_notes()]
        for change in (colour_notes(ids[:2], 3), set_language(ids[1:2], "pl"), withhold_notes(ids[2:], on=True)):
            window.store.change(lambda workshop, change=change: workshop.apply(change))
        settle(qtbot, window)
        yield window


def narrow(qtbot: QtBot, window: Window, part: str, value: object) -> None:
    press(qtbot, window, Qt.Key.Key_F, CTRL | SHIFT)
    choice = board(window).filter.choices[part]
    choice.setFocus()
    choice.put(value)
    press(qtbot, window, Qt.Key.Key_Return)


def said(window: Window) -> str:
    return " | ".join(label.text() for label in board(window).findChildren(QLabel) if label.isVisible())


def test_what_is_shown_is_said_in_words_and_one_key_shows_all(qtbot: QtBot, window: Window) -> None:
    narrow(qtbot, window, "colour", 3)
    assert texts(window) == ["one", "two"]
    narrow(qtbot, window, "state", UNTRANSLATED)
    assert texts(window) == ["two"]
    assert "1 of 3 notes: colour 3, not translated." in said(window)
    press(qtbot, window, Qt.Key.Key_X, CTRL | SHIFT)
    assert texts(window) == ["one", "two", "three"]
    assert "of 3 notes" not in said(window)
    assert board(window).capture.field.hasFocus()


def test_a_filter_and_the_words_looked_for_hold_together(qtbot: QtBot, window: Window) -> None:
    narrow(qtbot, window, "colour", 3)
    press(qtbot, window, Qt.Key.Key_F, CTRL)
    type_in(qtbot, window, "o")
    assert texts(window) == ["one", "two"]
    board(window).search("on")
    assert texts(window) == ["one"]
    assert "1 of 3 notes: colour 3, with “on”." in said(window)


def test_a_new_note_that_is_not_among_those_shown_is_said_to_be_safe(qtbot: QtBot, window: Window) -> None:
    narrow(qtbot, window, "state", HIDDEN)
    assert texts(window) == ["three"]
    board(window).capture.field.setFocus()
    press(qtbot, window, Qt.Key.Key_2, ALT)
    type_in(qtbot, window, "four")
    assert texts(window) == ["three"]
    assert "The note is safe" in window.notice.words
    assert "1 of 4 notes" in said(window)


def test_a_note_that_comes_to_be_wanted_is_shown_and_one_that_no_longer_is_goes(qtbot: QtBot, window: Window) -> None:
    narrow(qtbot, window, "colour", 3)
    board(window).list.setFocus()
    press(qtbot, window, Qt.Key.Key_Home)
    press(qtbot, window, Qt.Key.Key_5, ALT)
    assert texts(window) == ["two"]
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert texts(window) == ["one", "two"]
