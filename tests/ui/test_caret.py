"""The caret rests a few seconds after the last key (faults.md, A12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator.ui.parts.caret import BLINK, STEADY_AFTER, calm, caret

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_caret_blinks_while_one_types_and_then_stands_still(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    calm(field)
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert QApplication.cursorFlashTime() == BLINK
    assert caret().steady.isActive()
    assert caret().steady.interval() == STEADY_AFTER <= 5_000
    caret().steady.timeout.emit()
    assert QApplication.cursorFlashTime() == 0
    qtbot.keyClick(field, Qt.Key.Key_B)
    caret().steady.stop()
