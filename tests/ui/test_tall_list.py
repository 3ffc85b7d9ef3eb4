"""Lists of many heights: what stands on the screen is what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from facilitator.ui.boards.outline_view import OutlineView
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


def on_screen(window: Window, where: QRect) -> QImage:
    """What the screen shows there."""
    for _ in range(3):
        QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage().copy(where)


def painted_anew(window: Window, where: QRect) -> QImage:
    """What would stand there if all of it were painted now."""
    return window.grab().toImage().copy(where)


@pytest.mark.parametrize("value", [300, 37, 120])
def test_after_turning_the_wheel_the_list_shows_the_notes_that_are_there(
    qtbot: QtBot, tmp_path: Path, value: int
) -> None:
    with shown(qtbot, made(tmp_path / "long.workshop", *(f"Note {at}" for at in range(60)))) as window:
        window.resize(1000, 500)
        settle(qtbot, window)
        view = board(window).list
        assert isinstance(view, OutlineView)
        where = QRect(view.viewport().mapTo(window, QPoint()), view.viewport().size())
        before = on_screen(window, where)
        view.verticalScrollBar().setValue(value)
        now = on_screen(window, where)
        assert now != before
        assert now.convertToFormat(before.format()) == painted_anew(window, where).convertToFormat(before.format())
