"""Sessions are begun, changed, repeated and taken away, and each comes back by undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.planning import (
    CTRL,
    blocks,
    page,
    planned,
    press,
    stored,
    type_in,
)
from tests.ui.windows import settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return planned(tmp_path / "millbrook.workshop")


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> Iterator[Window]:
    with shown(qtbot, file) as window:
        window.go_to("plan")
        settle(qtbot, window)
        yield window


def test_an_empty_workshop_begins_with_the_first_session_and_then_its_blocks(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "new.workshop"
    Workshop.new(path, "New", Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        assert window.bar.title() == "Plan"
        for words in ("From ideas to a try", "14/1/2027", "10", "12.30", "Hall"):
            type_in(qtbot, window, words)
        for words in ("Welcome 15", "Brainstorm 25", "Break 15 at 11:05"):
            type_in(qtbot, window, words)
        found = stored(qtbot, window)
        assert (found.title, found.date, found.starts_at, found.ends_at, found.place) == (
            "From ideas to a try", "2027-01-14", "10:00", "12:30", "Hall",
        )  # fmt: skip
        assert blocks(qtbot, window) == [("10:00", "Welcome", 15), ("10:15", "Brainstorm", 25), ("11:05", "Break", 15)]
        assert [block.kind for block in found.blocks] == ["welcome", "brainstorm", "break"]
        assert window.rail._stations["plan"].accessibleName() == "Plan 1 h 20"


def test_a_name_is_enough_for_a_session_and_words_that_are_no_time_are_said_and_kept(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "new.workshop"
    Workshop.new(path, "New", Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        start = page(window).start
        start.send()
        assert "name first" in window.notice.words
        start.title.setFocus()
        type_in(qtbot, window, "First")
        start.starts.setText("soonish")
        start.send()
        assert "not a time of day" in window.notice.words
        assert start.starts.text() == "soonish"
        start.starts.clear()
        start.send()
        settle(qtbot, window)
        assert stored(qtbot, window).title == "First"


def test_the_session_itself_is_changed_beside_the_plan(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_F4)
    type_in(qtbot, window, "From ideas to a try")
    session = page(window).session
    for field, words in (
        (session.starts, "9.30"),
        (session.ends, "1215"),
        (session.doors, "9"),
        (session.date, "2/3/27"),
    ):
        field.setFocus()
        field.selectAll()
        type_in(qtbot, window, words)
    found = stored(qtbot, window)
    assert (found.title, found.starts_at, found.ends_at, found.doors_at, found.date) == (
        "From ideas to a try", "09:30", "12:15", "09:00", "2027-03-02",
    )  # fmt: skip
    assert session.starts.text() == "09:30"
    assert blocks(qtbot, window)[0][0] == "09:30"


def test_a_session_is_added_repeated_and_removed_and_comes_back(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    assert page(window).start.starts.text() == "10:00"
    type_in(qtbot, window, "What next")
    page(window).start.begin.click()
    settle(qtbot, window)
    assert page(window)._head.text() == "What next"
    assert page(window).sessions.count() == 2
    press(qtbot, window, Qt.Key.Key_PageUp, CTRL)
    assert page(window)._head.text() == "Ideas"
    page(window).session.again.click()
    settle(qtbot, window)
    assert (page(window).sessions.count(), page(window)._when.text()[:24]) == (3, "Thursday 21 January 2027")
    assert page(window).list.plan.rowCount() == 3
    page(window).session.remove.click()
    settle(qtbot, window)
    assert page(window).sessions.count() == 2
    window.undo()
    settle(qtbot, window)
    assert page(window).sessions.count() == 3


def test_a_new_session_that_is_not_wanted_after_all_leaves_everything_as_it_was(qtbot: QtBot, window: Window) -> None:
    page(window).begin_session()
    page(window).start.leave.click()
    settle(qtbot, window)
    assert page(window).sessions.count() == 1
    assert page(window).capture.field.hasFocus()


def test_the_last_session_removed_asks_for_the_first_again(qtbot: QtBot, window: Window) -> None:
    page(window).session.remove.click()
    settle(qtbot, window)
    assert page(window).start.title.isVisible()
    assert page(window).start.title.hasFocus()
    window.undo()
    settle(qtbot, window)
    assert page(window)._head.text() == "Ideas"
