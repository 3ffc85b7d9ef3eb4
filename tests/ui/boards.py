"""What a facilitator does at the station of boards, for its tests: keys go to where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from facilitator.ui.boards.outline_rows import Heading
from tests.ui.windows import board, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.board import NoteLine

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def press(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key, and wait until all it led to is stored and shown."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle(qtbot, window)


def write(qtbot: QtBot, words: str) -> None:
    """Type words where the focus is; letters that Qt's test keys do not have come as from an input method."""
    focus = QApplication.focusWidget()
    assert focus is not None
    if words.isascii():
        qtbot.keyClicks(focus, words)
    else:
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(focus, event)


def type_in(qtbot: QtBot, window: Window, words: str) -> None:
    """Type words where the focus is, and Enter."""
    write(qtbot, words)
    press(qtbot, window, Qt.Key.Key_Return)


def chosen(window: Window) -> list[NoteLine]:
    """The notes that are selected."""
    return board(window).list.chosen_notes()


def themes(window: Window) -> dict[str, list[str]]:
    """The notes by theme, as the outline shows them; the notes of no theme are under an empty name."""
    found: dict[str, list[str]] = {}
    notes: list[str] = []
    for row in board(window).notes.shown():
        if isinstance(row, Heading):
            notes = found.setdefault(row.name, [])
        else:
            notes.append(row.text)
    return found
