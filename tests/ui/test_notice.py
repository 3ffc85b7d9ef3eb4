"""The strip: a fault never hides another, and it goes when somebody has put it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from facilitator.ui.notice import FAULT, MOST, OPENING, Notice
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def strip(qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    return notice


def test_one_fault_does_not_hide_another(qtbot: QtBot) -> None:
    notice = strip(qtbot)
    notice.say("The disk is full.", warn=True, topic=FAULT)
    notice.say("The stick is gone.", warn=True, topic=FAULT)
    notice.say("The stick is gone.", warn=True, topic=FAULT)
    assert notice.words == "The stick is gone. The disk is full."


def test_what_a_page_says_takes_the_place_of_what_it_said_before_and_of_no_fault(qtbot: QtBot) -> None:
    notice = strip(qtbot)
    notice.say("It was not closed last time.", topic=OPENING)
    notice.say("The disk is full.", warn=True, topic=FAULT)
    notice.say("Working …")
    notice.say("Done.")
    assert notice.words == "Done. The disk is full. It was not closed last time."
    notice.hide()
    assert notice.words == "The disk is full. It was not closed last time."


def test_that_there_is_nothing_to_undo_is_no_fault_and_goes_with_the_next_step(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "undo.workshop", "one")) as window:
        for _ in range(4):
            window.undo()
            settle(qtbot, window)
        assert window.notice.words == "There is nothing to undo on this laptop."
        window.redo()
        settle(qtbot, window)
        assert window.notice.words == ""


def test_what_a_page_said_stays_behind_when_one_goes_home(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "home.workshop", "one")) as window:
        window.notice.say("The disk is full.", warn=True, topic=FAULT)
        window.notice.say("What was half typed last time is in the bar again.")
        window.go_home()
        settle(qtbot, window)
        assert window.notice.words == "The disk is full."


def test_many_faults_come_up_one_after_the_other(qtbot: QtBot) -> None:
    notice = strip(qtbot)
    notice.show()
    for turn in range(MOST + 2):
        notice.say(f"Fault {turn}.", warn=True, topic=FAULT)
    seen = 0
    while notice.put_away():
        seen += 1
    assert seen == MOST + 2
    assert notice.isHidden()


def test_escape_puts_the_newest_message_away_and_then_goes_to_the_bar(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "escape.workshop", "one")) as window:
        window.notice.say("The disk is full.", warn=True, topic=FAULT)
        window.board().list.setFocus()
        qtbot.keyClick(window.board().list, Qt.Key.Key_Escape)
        assert window.notice.words == ""
        qtbot.keyClick(window.board().list, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is board(window).capture.field


def test_its_cross_puts_a_message_away(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "cross.workshop", "one")) as window:
        window.notice.say("The disk is full.", warn=True, topic=FAULT)
        (cross,) = (one for one in window.notice.findChildren(QPushButton) if one.text() == "×")
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert window.notice.words == ""
        settle(qtbot, window)
