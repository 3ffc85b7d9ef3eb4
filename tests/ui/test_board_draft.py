"""What is half typed is not lost when the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.workshop.places import Places
from tests.ui.boards import CTRL, press, write
from tests.ui.windows import board, made, settle, shown, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "millbrook.workshop", "one")


def drafts_by_name() -> dict[Path, str]:
    return {file: file.read_text("utf-8") for file in (Places.of_this_laptop().state / "drafts").glob("*.txt")}


def drafts() -> list[str]:
    return list(drafts_by_name().values())


def test_words_are_kept_while_they_are_typed_and_are_in_the_bar_again(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        qtbot.keyClicks(board(window).capture.field, "Ask parents to draw the fi")
        qtbot.waitUntil(lambda: drafts() == ["Ask parents to draw the fi"])
    with shown(qtbot, file) as window:
        assert board(window).capture.field.text() == "Ask parents to draw the fi"
        assert "half typed" in window.notice.words
        qtbot.keyClicks(board(window).capture.field, "eld")
        qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert texts(window) == ["one", "Ask parents to draw the field"]
        assert drafts() == []


def test_a_draft_stays_with_its_own_workshop(qtbot: QtBot, file: Path, tmp_path: Path) -> None:
    with shown(qtbot, file) as window:
        qtbot.keyClicks(board(window).capture.field, "half")
    with shown(qtbot, made(tmp_path / "other.workshop", "two")) as window:
        assert board(window).capture.field.text() == ""


def test_a_note_that_was_half_changed_is_being_changed_again(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        press(qtbot, window, Qt.Key.Key_Down)
        press(qtbot, window, Qt.Key.Key_F2)
        write(qtbot, "other wor")
        qtbot.waitUntil(lambda: bool(drafts()))
        kept = drafts_by_name()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        settle(qtbot, window)
        assert drafts() == []
    for path, words in kept.items():
        path.write_text(words, "utf-8")
    with shown(qtbot, file) as window:
        assert board(window).list.half_typed() == "other wor"
        assert "half changed" in window.notice.words
        press(qtbot, window, Qt.Key.Key_Return)
        assert texts(window) == ["other wor"]
        assert drafts() == []


def test_a_question_that_was_half_typed_is_there_again(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        press(qtbot, window, Qt.Key.Key_B, CTRL)
        write(qtbot, "Who is not in the ro")
        qtbot.waitUntil(lambda: drafts() == ["Who is not in the ro"])
    with shown(qtbot, file) as window:
        write(qtbot, "om?")
        press(qtbot, window, Qt.Key.Key_Return)
        assert board(window).question() == "Who is not in the room?"
        assert drafts() == []
