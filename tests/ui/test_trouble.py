"""Faults are shown once, with a report about nobody, and the work goes on (faults.md, R2, R29, S12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import board, made, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

NAME = "Amina from number 12"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    with shown(qtbot, made(tmp_path / "trouble.workshop", "one")) as window:
        yield window


def add(qtbot: QtBot, window: Window, text: str) -> None:
    field = board(window).capture.field
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)


def pages(window: Window, count: int) -> None:
    """Let the disk hold only so many pages more than now, by SQLite's own limit."""

    def limit(workshop: Workshop) -> None:
        connection = workshop._store.connection
        now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {now + count}")
        connection.rollback()

    window.store.submit(limit, lambda _none: None)


def test_a_full_disk_leaves_the_words_in_the_box_and_the_retry_works(qtbot: QtBot, window: Window) -> None:
    long = "Ask parents to draw the first visit. " * 400
    pages(window, 0)
    settle(qtbot, window)
    board(window).capture.field.setText(long)
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert board(window).capture.field.text() == long
    assert "full" in window.notice.words
    assert texts(window) == ["one"]
    pages(window, 100_000)
    qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert board(window).capture.field.text() == ""
    assert texts(window) == ["one", long.strip()]


def test_changed_words_that_could_not_be_stored_are_still_in_the_editor(qtbot: QtBot, window: Window) -> None:
    from facilitator.ui.boards.outline_delegate import NoteEditor

    long = "Another wording of it. " * 600
    pages(window, 0)
    settle(qtbot, window)
    board(window).list.setCurrentIndex(board(window).notes.index(1))
    window.board().do("edit")
    editor = board(window).list.findChild(NoteEditor)
    assert editor is not None
    editor.setPlainText(long)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: board(window).list.findChild(NoteEditor) is not None)
    again = board(window).list.findChildren(NoteEditor)[-1]
    assert again.toPlainText() == long.strip()


def test_what_is_typed_while_a_note_is_being_stored_stays(qtbot: QtBot, window: Window) -> None:
    field = board(window).capture.field
    qtbot.keyClicks(field, "first")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, " and the next")
    settle(qtbot, window)
    assert field.text() == " and the next"
    assert texts(window) == ["one", "first"]


def test_a_fault_in_a_job_is_shown_once_with_a_report_and_the_work_goes_on(qtbot: QtBot, window: Window) -> None:
    said: list[str] = []
    window.trouble.happened.connect(said.append)

    def fault(_workshop: Workshop) -> None:
        raise ValueError(NAME)

    for _ in range(3):
        window.store.submit(fault, lambda _none: None)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: bool(said))
    assert len(said) == 1
    assert "Something went wrong" in window.notice.words
    window.notice.act()
    report = QGuiApplication.clipboard().text()
    assert "test_trouble.py" in report
    assert "ValueError" in report
    assert NAME not in report
    add(qtbot, window, "two")
    assert texts(window) == ["one", "two"]


def test_a_fault_in_a_slot_is_shown_and_the_work_goes_on(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys
    import threading

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)

    def fault() -> None:
        raise KeyError(NAME)

    window.trouble.listen()
    with qtbot.waitSignal(window.trouble.happened) as happened:
        QTimer.singleShot(0, fault)
    assert happened.args is not None
    assert NAME not in happened.args[0]
    add(qtbot, window, "two")
    assert texts(window) == ["one", "two"]


def test_a_file_that_is_no_workshop_is_refused_in_one_sentence(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    picture = tmp_path / "picture.workshop"
    picture.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    with qtbot.waitSignal(window.store.refused):
        window.open_path(picture)
    assert window.notice.words
    assert picture.read_bytes() == b"\xff\xd8\xff\xe0 JFIF"
    assert texts(window) == ["one"]


def test_a_second_window_reads_only_says_so_and_sees_what_the_first_writes(qtbot: QtBot, window: Window) -> None:
    path = window.path()
    assert path is not None
    with shown(qtbot, path) as other:
        assert other.state() == "For reading only"
        assert other.notice.words
        assert not board(other).capture.isEnabled()
        assert not other.actions_["undo"].isEnabled()
        other.other_writer.look_again()
        settle(qtbot, other)
        add(qtbot, window, "two")
        other.other_writer.look_again()
        qtbot.waitUntil(lambda: texts(other) == ["one", "two"])
        settle(qtbot, other)


def test_closing_the_window_stores_what_was_typed_last(qtbot: QtBot, tmp_path: Path) -> None:
    path = made(tmp_path / "last.workshop", "one")
    with shown(qtbot, path) as window:
        qtbot.keyClicks(board(window).capture.field, "two")
        qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Return)
    assert [file.name for file in tmp_path.glob("last*")] == ["last.workshop"]
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        assert not workshop.read_only
        assert workshop.history(1)[0].code == "note-add"


def test_closing_says_once_that_there_are_words_that_are_no_note_yet(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(board(window).capture.field, "half a th")
    window.close()
    assert window.isVisible()
    assert "not a note yet" in window.notice.words
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_keeps_what_is_being_changed(qtbot: QtBot, tmp_path: Path) -> None:
    from facilitator.ui.boards.outline_delegate import NoteEditor

    path = made(tmp_path / "changing.workshop", "one")
    with shown(qtbot, path) as window:
        board(window).list.setCurrentIndex(board(window).notes.index(1))
        window.board().do("edit")
        editor = board(window).list.findChild(NoteEditor)
        assert editor is not None
        qtbot.keyClicks(editor, "other words")
    with shown(qtbot, path) as window:
        assert texts(window) == ["other words"]


def test_a_file_that_is_not_there_is_said_on_the_page_where_one_begins(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot) as window:
        with qtbot.waitSignal(window.store.refused):
            window.open_path(tmp_path / "missing.workshop")
        assert window.notice.words
        assert window.start.isVisible()
    assert list(tmp_path.iterdir()) == []
