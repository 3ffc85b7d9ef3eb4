"""A session is planned by keyboard and by mouse: its blocks are typed in one line each, and the times follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.planning import (
    BOARD,
    CTRL,
    NONE,
    POLL,
    SHIFT,
    blocks,
    chosen,
    go_to_list,
    page,
    planned,
    press,
    stored,
    titles,
    type_in,
)
from tests.ui.test_trouble import pages
from tests.ui.windows import settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

HOSTILE = "<img src='/etc/passwd'><b>unclosed"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return planned(tmp_path / "millbrook.workshop")


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> Iterator[Window]:
    with shown(qtbot, file) as window:
        window.go_to("plan")
        settle(qtbot, window)
        yield window


def test_what_is_typed_is_understood_under_the_field_before_it_is_added(qtbot: QtBot, window: Window) -> None:
    capture = page(window).capture
    qtbot.keyClicks(capture.field, 'Lunch 30 at 1 "Take your time"')
    assert capture.words().replace("\u2068", "").replace("\u2069", "") == (
        "Lunch · 30 minutes · fixed at 13:00 · Break · says “Take your time”"
    )
    press(qtbot, window, Qt.Key.Key_Return)
    last = stored(qtbot, window).blocks[-1]
    assert (last.title, last.fixed_start, last.prompt) == ("Lunch", "13:00", "Take your time")
    qtbot.keyClicks(capture.field, "15")
    assert "needs a name" in capture.words()
    press(qtbot, window, Qt.Key.Key_Return)
    assert capture.field.text() == "15"


def test_many_pasted_lines_are_many_blocks_and_one_undo(qtbot: QtBot, window: Window) -> None:
    QGuiApplication.clipboard().setText("13:00 Role play\n13:40 Feedback\n14:00-14:10 Goodbye\n")
    press(qtbot, window, Qt.Key.Key_V, CTRL)
    assert [(title, minutes) for _, title, minutes in blocks(qtbot, window)[3:]] == [
        ("Role play", 40), ("Feedback", 20), ("Goodbye", 10),
    ]  # fmt: skip
    assert window.bar.undo.text() == "Undo: add 3 blocks to the plan"
    window.undo()
    settle(qtbot, window)
    assert len(blocks(qtbot, window)) == 3


def test_words_that_could_not_be_stored_are_back_in_the_bar(qtbot: QtBot, window: Window) -> None:
    field = page(window).capture.field
    field.setText(f"{'A very long name ' * 20} 15")
    typed = field.text()
    press(qtbot, window, Qt.Key.Key_Return)
    assert "Please shorten it" in window.notice.words
    assert field.text() == typed
    assert len(blocks(qtbot, window)) == 3


def test_half_a_block_survives_a_crash(qtbot: QtBot, tmp_path: Path) -> None:
    path = planned(tmp_path / "crash.workshop")
    with shown(qtbot, path) as window:
        window.go_to("plan")
        qtbot.keyClicks(page(window).capture.field, "Role play")
    with shown(qtbot, path) as window:
        window.go_to("plan")
        assert page(window).capture.field.text() == "Role play"
        qtbot.keyClicks(page(window).capture.field, " 40")
        press(qtbot, window, Qt.Key.Key_Return)
    with shown(qtbot, path) as window:
        assert page(window).capture.field.text() == ""
        assert titles(qtbot, window)[-1] == "Role play"


def test_a_full_disk_leaves_what_to_say_in_its_field_and_the_retry_works(qtbot: QtBot, window: Window) -> None:
    go_to_list(qtbot, window, 1)
    prompt = page(window).panel.prompt
    prompt.setFocus()
    prompt.setPlainText("Ask parents to draw the first visit. " * 130)
    pages(window, 0)
    press(qtbot, window, Qt.Key.Key_Tab)
    assert "full" in window.notice.words
    assert prompt.value().startswith("Ask parents")
    assert stored(qtbot, window).blocks[1].prompt == ""
    pages(window, 100_000)
    prompt.setFocus()
    press(qtbot, window, Qt.Key.Key_Tab)
    assert stored(qtbot, window).blocks[1].prompt == prompt.value()


def test_a_block_goes_below_the_chosen_one_by_shift_and_enter(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    qtbot.keyClicks(page(window).capture.field, "Read aloud 10")
    press(qtbot, window, Qt.Key.Key_Return, SHIFT)
    assert titles(qtbot, window) == ["Welcome", "Read aloud", "Ideas", "Break"]
    assert chosen(window).title == "Read aloud"


def test_up_from_the_bar_chooses_the_block_right_above_it(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Up)
    assert chosen(window).title == "Break"
    press(qtbot, window, Qt.Key.Key_Up)
    assert chosen(window).title == "Ideas"


def test_minutes_are_changed_by_keys_and_the_times_follow_while_the_break_stays(qtbot: QtBot, window: Window) -> None:
    go_to_list(qtbot, window, 0)
    for key, modifier in (
        (Qt.Key.Key_Plus, NONE), (Qt.Key.Key_Plus, NONE), (Qt.Key.Key_Right, SHIFT), (Qt.Key.Key_Minus, NONE),
    ):  # fmt: skip
        qtbot.keyClick(page(window).list, key, modifier)
    settle(qtbot, window)
    assert blocks(qtbot, window) == [("10:00", "Welcome", 21), ("10:21", "Ideas", 40), ("11:05", "Break", 15)]
    press(qtbot, window, Qt.Key.Key_Right, SHIFT)
    words = page(window).blocks.words
    assert words.trouble(stored(qtbot, window).blocks[2]) == "1 minute too long before the break at 11:05"
    assert chosen(window).title == "Welcome"
    window.undo()
    settle(qtbot, window)
    assert blocks(qtbot, window)[0][2] == 21


def test_a_session_that_is_late_for_the_room_says_so(qtbot: QtBot, window: Window) -> None:
    type_in(qtbot, window, "Role play 74")
    assert page(window)._late.text() == "Ends 12:34, 4 minutes after the room must be empty"
    assert page(window)._late.isVisible()


def test_a_block_is_moved_copied_and_removed_by_keys_and_each_comes_back(qtbot: QtBot, window: Window) -> None:
    go_to_list(qtbot, window, 0)
    press(qtbot, window, Qt.Key.Key_Down, CTRL)
    assert titles(qtbot, window) == ["Ideas", "Welcome", "Break"]
    assert chosen(window).title == "Welcome"
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    assert titles(qtbot, window) == ["Ideas", "Welcome", "Welcome", "Break"]
    press(qtbot, window, Qt.Key.Key_Delete)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert titles(qtbot, window) == ["Ideas", "Welcome"]
    for undone in (
        ["Ideas", "Welcome", "Break"],
        ["Ideas", "Welcome", "Welcome", "Break"],
        ["Ideas", "Welcome", "Break"],
    ):
        window.undo()
        settle(qtbot, window)
        assert titles(qtbot, window) == undone
    window.undo()
    settle(qtbot, window)
    assert titles(qtbot, window) == ["Welcome", "Ideas", "Break"]
    window.redo()
    settle(qtbot, window)
    assert titles(qtbot, window) == ["Ideas", "Welcome", "Break"]


def test_enter_goes_to_the_title_and_each_field_is_kept_as_one_leaves_it(qtbot: QtBot, window: Window) -> None:
    go_to_list(qtbot, window, 1)
    press(qtbot, window, Qt.Key.Key_Return)
    panel = page(window).panel
    assert panel.title.hasFocus()
    type_in(qtbot, window, "Brainstorm")
    assert page(window).list.hasFocus()
    for field, words in ((panel.minutes, "1h 05"), (panel.fixed, "10.15"), (panel.lead, "Jo")):
        field.setFocus()
        field.selectAll()
        type_in(qtbot, window, words)
    for field, words in ((panel.prompt, "Big letters."), (panel.kit, "pens\npads")):
        field.setFocus()
        field.insertPlainText(words)
        press(qtbot, window, Qt.Key.Key_Tab)
    found = stored(qtbot, window).blocks[1]
    assert (found.title, found.minutes, found.fixed_start, found.lead) == ("Brainstorm", 65, "10:15", "Jo")
    assert (found.prompt, found.kit) == ("Big letters.", "pens, pads")
    seen = page(window)._seen
    assert seen is not None
    assert seen.kit == ("pens", "pads")


def test_enter_brings_the_folded_panel_back(qtbot: QtBot, window: Window) -> None:
    window.fold()
    go_to_list(qtbot, window, 1)
    press(qtbot, window, Qt.Key.Key_Return)
    assert page(window).panel.title.isVisible()
    assert page(window).panel.title.hasFocus()


def test_a_board_and_a_vote_are_chosen_from_those_there_are(qtbot: QtBot, window: Window) -> None:
    go_to_list(qtbot, window, 1)
    panel = page(window).panel
    for field in (panel.board, panel.poll):
        field.setFocus()
        press(qtbot, window, Qt.Key.Key_Down)
        press(qtbot, window, Qt.Key.Key_Return)
    found = stored(qtbot, window).blocks[1]
    assert (found.board_id, found.poll_id, found.uses) == (BOARD, POLL, "Which first?")
    assert panel._leads.stringList() == ["Samia"]


def test_a_time_that_is_none_is_said_and_stays_in_the_field(qtbot: QtBot, window: Window) -> None:
    go_to_list(qtbot, window, 1)
    fixed = page(window).panel.fixed
    fixed.setFocus()
    type_in(qtbot, window, "after tea")
    assert "not a time of day" in window.notice.words
    assert fixed.text() == "after tea"
    assert stored(qtbot, window).blocks[1].fixed_start == ""


def test_words_half_typed_stay_while_the_plan_changes_elsewhere(qtbot: QtBot, window: Window) -> None:
    go_to_list(qtbot, window, 1)
    panel = page(window).panel
    panel.go_title()
    qtbot.keyClicks(panel.title, "Brainst")
    block = stored(qtbot, window).blocks[0]
    page(window).deeds.lengthen(block.id, 5)
    settle(qtbot, window)
    assert panel.title.text() == "Brainst"
    assert panel.title.hasFocus()
    assert chosen(window).starts == "10:20"
    qtbot.keyClicks(panel.title, "orm")
    window.actions_["plan-next"].trigger()
    page(window).list.choose(block.id)
    settle(qtbot, window)
    assert titles(qtbot, window)[:2] == ["Welcome", "Brainstorm"]


def middle(view: QWidget, window: Window, row: int) -> QPoint:
    return page(window).list.visualRect(page(window).blocks.index(row)).center()


def drag(qtbot: QtBot, window: Window, row: int, to: int) -> None:
    view = page(window).list
    rect = view.visualRect(page(window).blocks.index(to))
    end = QPoint(rect.center().x(), rect.bottom() - 3 if to > row else rect.top() + 3)
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=middle(view, window, row))
    qtbot.mouseMove(port, middle(view, window, row) + QPoint(0, 20))
    qtbot.mouseMove(port, end)


def test_a_block_is_dragged_and_the_times_follow_before_it_is_let_go(qtbot: QtBot, window: Window) -> None:
    view = page(window).list
    drag(qtbot, window, 0, 1)
    shown_now = page(window).blocks.plan()
    assert shown_now
    assert [(block.starts, block.title) for block in shown_now.blocks][:2] == [("10:00", "Ideas"), ("10:40", "Welcome")]
    assert titles(qtbot, window) == ["Welcome", "Ideas", "Break"]
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert titles(qtbot, window) == ["Ideas", "Welcome", "Break"]
    assert window.bar.undo.text() == "Undo: move a block of the plan"
    window.undo()
    settle(qtbot, window)
    assert titles(qtbot, window) == ["Welcome", "Ideas", "Break"]


def test_escape_lets_a_dragged_block_go_where_it_was(qtbot: QtBot, window: Window) -> None:
    view = page(window).list
    drag(qtbot, window, 2, 0)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert titles(qtbot, window) == ["Welcome", "Ideas", "Break"]
    shown_now = page(window).blocks.plan()
    assert shown_now
    assert [block.title for block in shown_now.blocks] == ["Welcome", "Ideas", "Break"]
    assert not view.is_dragging()


def test_hostile_and_right_to_left_words_are_shown_letter_for_letter(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(page(window).capture.field, f"{HOSTILE} 5")
    press(qtbot, window, Qt.Key.Key_Return)
    page(window).capture.field.setText("استراحة 15 at 11:30")
    press(qtbot, window, Qt.Key.Key_Return)
    assert titles(qtbot, window)[3:] == [HOSTILE, "استراحة"]
    go_to_list(qtbot, window, 3)
    assert page(window).panel.title.text() == HOSTILE
    window.grab()


def test_what_to_print_is_one_press_away(qtbot: QtBot, window: Window) -> None:
    page(window).session.print.click()
    settle(qtbot, window)
    assert window.bar.title() == "Print"


def test_a_screen_reader_hears_a_whole_block(qtbot: QtBot, window: Window) -> None:
    heard = page(window).blocks.data(page(window).blocks.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "11:05, Break, 15 minutes, Fixed at 11:05, 10 minutes with nothing planned"


def test_a_file_for_reading_only_shows_the_plan_and_lets_nothing_be_changed(
    qtbot: QtBot, window: Window, file: Path
) -> None:
    with shown(qtbot, file) as second:
        second.go_to("plan")
        settle(qtbot, second)
        assert not page(second).capture.isVisible()
        said = second.notice.words
        go_to_list(qtbot, second, 0)
        for key in (Qt.Key.Key_Plus, Qt.Key.Key_Delete):
            press(qtbot, second, key)
        assert not page(second).panel.isEnabled()
        drag(qtbot, second, 0, 1)
        assert not page(second).list.is_dragging()
        qtbot.mouseRelease(page(second).list.viewport(), Qt.MouseButton.LeftButton)
        settle(qtbot, second)
        assert second.notice.words == said
    assert blocks(qtbot, window) == [("10:00", "Welcome", 15), ("10:15", "Ideas", 40), ("11:05", "Break", 15)]
