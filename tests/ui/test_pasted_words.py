"""What is pasted from anywhere: signs nobody can see are left out, and what is too long is said, not cut off unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.gestures.capture import lines_of
from facilitator.domain.typed_words import as_typed
from facilitator.ui.parts.form_side import Line, Lines
from tests.ui.windows import board, made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

NUL = "a\0 bench <img src=x>"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "hall.workshop")) as window:
        window.go_to("boards")
        settle(qtbot, window)
        yield window


def paste(qtbot: QtBot, window: Window, words: str) -> None:
    """Paste into the bar that captures, and press Enter."""
    QApplication.clipboard().setText(words)
    field = board(window).capture.field
    qtbot.keyClick(field, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_a_sign_nobody_can_see_does_not_keep_a_pasted_note_out(qtbot: QtBot, window: Window) -> None:
    paste(qtbot, window, NUL)
    assert texts(window) == ["a bench <img src=x>"]
    assert board(window).capture.field.text() == ""


def test_one_such_sign_among_three_hundred_lines_costs_none_of_them(qtbot: QtBot, window: Window) -> None:
    paste(qtbot, window, "\n".join(f"line {n} <b>" + ("\0" if n == 200 else "") for n in range(300)))
    assert texts(window) == [f"line {n} <b>" for n in range(300)]


def test_a_text_that_is_too_long_for_a_note_is_said_in_its_full_length_and_stays(qtbot: QtBot, window: Window) -> None:
    paste(qtbot, window, "x y " * 25_000)
    assert "99,999 characters long" in window.notice.words
    assert len(board(window).capture.field.text()) == 100_000
    assert texts(window) == []


def test_fields_of_a_form_leave_such_signs_out(qtbot: QtBot) -> None:
    for field in (Line("Name"), Lines("Words")):
        qtbot.addWidget(field)
        field.put(NUL)
        assert field.value() == "a bench <img src=x>"


def test_words_of_another_script_begin_at_their_own_side_in_a_form(qtbot: QtBot) -> None:
    field = Lines("Say")
    qtbot.addWidget(field)
    for words, side in (("قل مرحبا", Qt.AlignmentFlag.AlignRight), ("Say hello", Qt.AlignmentFlag.AlignLeft)):
        field.put(words)
        assert field.document().defaultTextOption().alignment() == side | Qt.AlignmentFlag.AlignAbsolute


def test_half_a_character_is_replaced_by_the_sign_for_a_lost_one() -> None:
    assert as_typed("a\ud83db") == "a\ufffdb"
    assert lines_of("one\0\n\0\ntwo") == ("one", "two")
