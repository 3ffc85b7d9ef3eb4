"""The line of Home that says what is not ready yet: as much of it as can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.ui.home.ready import ReadyLine
from facilitator.ui.home.words import Said
from facilitator.ui.look import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FOUND = (
    "Some people were not asked for consent",
    "The example is open, not your workshop",
    "No day or no start is set",
    "No printer seen",
)


@pytest.mark.parametrize("width", [1160, 860, 700, 640])
def test_what_is_not_ready_is_said_whole_or_left_to_the_page_that_says_all(qtbot: QtBot, width: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app)
    line = ReadyLine()
    qtbot.addWidget(line)
    line.resize(width, 60)
    line.show_said("Ready for the day?", [Said(words, ok=False) for words in FOUND], width)
    line.show()
    said = [one for one in line.findChildren(QLabel) if one.text() in FOUND and one.isVisible()]
    assert said or width < 700
    assert all(one.width() >= one.sizeHint().width() for one in said)
    assert line.width() == width
