"""Several boards: choosing among them by keys, and asking another question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.workshop.queries.board import boards
from tests.ui.boards import CTRL, press
from tests.ui.windows import QUESTION, board, made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

SECOND = "Who is not in the room?"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "millbrook.workshop", "one", "two")) as window:
        yield window


def ask(qtbot: QtBot, window: Window, question: str) -> None:
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), question)
    press(qtbot, window, Qt.Key.Key_Return)


def test_another_question_makes_a_board_and_goes_to_it(qtbot: QtBot, window: Window) -> None:
    ask(qtbot, window, SECOND)
    assert board(window).question() == SECOND
    assert texts(window) == []
    assert board(window).capture.field.hasFocus()
    asked: list[str] = []
    window.store.submit(lambda workshop: [item.question for item in workshop.read(boards)], asked.extend)
    settle(qtbot, window)
    assert asked == [QUESTION, SECOND]


def test_keys_go_from_board_to_board(qtbot: QtBot, window: Window) -> None:
    ask(qtbot, window, SECOND)
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL)
    assert board(window).question() == QUESTION
    assert texts(window) == ["one", "two"]
    press(qtbot, window, Qt.Key.Key_PageUp, CTRL)
    assert board(window).question() == SECOND


def test_escape_leaves_the_boards_as_they_were(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Never mind")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert board(window).question() == QUESTION
    assert board(window).capture.field.hasFocus()
