"""The question that a template brings, or that was asked too quickly, is put in other words beside its board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.boards import type_in
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "hall.workshop", "one")) as window:
        yield window


def test_the_question_is_changed_at_the_side_and_undo_brings_the_old_one_back(qtbot: QtBot, window: Window) -> None:
    before = board(window).question()
    line = board(window).panel.legend.question
    assert line.isVisible()
    assert line.text() == before
    line.setFocus()
    line.selectAll()
    type_in(qtbot, window, "What would help at the school gate?")
    assert board(window).question() == "What would help at the school gate?"
    assert window.bar.undo.text().startswith("Undo: change the question")
    window.undo()
    settle(qtbot, window)
    assert (board(window).question(), line.text()) == (before, before)


def test_a_board_is_never_left_without_a_question(qtbot: QtBot, window: Window) -> None:
    before = board(window).question()
    line = board(window).panel.legend.question
    line.setFocus()
    line.clear()
    type_in(qtbot, window, "")
    assert (board(window).question(), line.text()) == (before, before)
