"""What is typed before a page has read what it is meant for waits, and then happens in the order it was typed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.gestures.board import add_board, add_note
from facilitator.domain.gestures.voting import Choice, add_poll, issue_ballots, open_poll
from facilitator.ui import early_keys
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import board, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
LONG = 60  # seconds


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A board with a note is shown; nobody has been to the vote that is open, with twelve ballots out."""
    path = tmp_path / "millbrook.workshop"
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        asked = add_board("What would help?")
        poll = add_poll("Which first?", [Choice(name) for name in ("Wall", "Phone", "Bus")], method="dots", dots=3)
        note = add_note(asked.edits[0].id, "A bench")
        given_out = issue_ballots(poll.edits[0].id, range(1, 13))
        for change in (asked, note, poll, given_out, open_poll(poll.edits[0].id)):
            workshop.apply(change)
    with shown(qtbot, path) as window:
        yield window


def type_(window: Window, *keys: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """Type into the window, as hands do: whatever has the focus gets it, unless it is a shortcut."""
    for key in keys:
        if isinstance(key, tuple):
            QTest.keyClick(window.windowHandle(), *key)
        elif isinstance(key, str):
            for letter in key:
                QTest.keyClick(window.windowHandle(), letter)  # pyright: ignore[reportArgumentType, reportCallIssue]
        else:
            QTest.keyClick(window.windowHandle(), key)


def done(qtbot: QtBot, window: Window) -> list[str]:
    """What was done to the workshop since it was prepared, in order."""
    got: list[list[str]] = []
    settle(qtbot, window)
    window.store.submit(lambda workshop: [entry.code for entry in workshop.history()], got.append)
    settle(qtbot, window)
    return got[0][::-1][6:]


def test_ballots_typed_as_soon_as_one_is_at_the_votes_are_counted_and_make_no_vote(
    qtbot: QtBot, window: Window
) -> None:
    typed = threading.Event()  # until then the thread that reads the votes has something else to do
    window.store.submit(lambda _workshop: typed.wait(LONG), lambda _typed: None)
    type_(window, (Qt.Key.Key_5, CTRL), "abc", ENTER, "aab", ENTER, (ENTER, CTRL))
    typed.set()
    assert done(qtbot, window) == ["ballot-count", "ballot-count", "poll-close"]


def test_keys_of_two_stations_typed_in_a_hurry_each_go_where_they_are_meant(qtbot: QtBot, window: Window) -> None:
    type_(window, (Qt.Key.Key_5, CTRL), "abc", ENTER, (Qt.Key.Key_4, CTRL), "A tap?", ENTER)
    assert sorted(done(qtbot, window)) == ["ballot-count", "note-add"]
    assert texts(window) == ["A bench", "A tap?"]


def test_the_first_letters_of_a_question_are_not_lost_while_its_vote_is_made(qtbot: QtBot, window: Window) -> None:
    window.go_to("votes")
    settle(qtbot, window)
    type_(window, (Qt.Key.Key_B, CTRL), (Qt.Key.Key_A, CTRL), "Where?", Qt.Key.Key_Tab)
    assert done(qtbot, window) == ["poll-add", "poll-edit"]
    assert window.votes().form.question.text() == "Where?"


def test_what_is_said_of_a_new_idea_is_not_lost_while_the_idea_is_begun(qtbot: QtBot, window: Window) -> None:
    type_(window, (Qt.Key.Key_6, CTRL), (Qt.Key.Key_B, CTRL), "A phone tree", ENTER, "Rings too long", ENTER)
    assert done(qtbot, window) == ["idea-add", "feedback-add"]


def test_a_key_that_waits_for_long_is_answered_all_the_same(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(early_keys, "PATIENCE", 1)
    over = threading.Event()
    window.store.submit(lambda _workshop: over.wait(10), lambda _nothing: None)
    window.go_to("people")
    type_(window, "Sam")
    qtbot.waitUntil(lambda: window.pages["people"].door.field.text() == "Sam")  # pyright: ignore[reportAttributeAccessIssue]
    over.set()
    settle(qtbot, window)


def test_a_key_waits_for_what_its_page_asked_and_not_for_other_work_without_end(qtbot: QtBot, window: Window) -> None:
    over = list[bool]()

    def go_on(_nothing: None = None) -> None:
        if not over:
            window.store.aside(lambda: None, go_on)

    go_on()
    type_(window, (Qt.Key.Key_5, CTRL), "ab")
    desk = window.votes().desk
    qtbot.waitUntil(lambda: bool(desk.entry and desk.entry.dots_left == 1))
    assert not window.store.is_idle()
    over.append(True)
    type_(window, ESCAPE)
    settle(qtbot, window)


def test_a_key_typed_after_the_page_is_there_does_not_wait(qtbot: QtBot, window: Window) -> None:
    field = board(window).capture.field
    type_(window, "At once")
    assert field.text() == "At once"
    field.clear()
