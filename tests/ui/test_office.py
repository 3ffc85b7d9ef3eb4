"""The office's page: an archive is made, a stick is taken in, and what is missing or not taken in is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.gestures.board import add_board
from facilitator.domain.gestures.programme import add_session
from facilitator.ui.office.page import OfficePage
from facilitator.workshop.locking_away import set_passphrase
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import SLOW, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QLabel
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    with Workshop.new(folder / "hall.workshop", "Millbrook <b>early</b> years", Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("What would help?"))
        workshop.apply(add_session("Second morning", date="2020-01-21"))
    (folder / "bad.workshop").write_bytes(b"half copied")
    return folder


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    with shown(qtbot) as window:
        window.start.office.click()
        yield window


def page(window: Window) -> OfficePage:
    found = window.findChild(OfficePage)
    assert isinstance(found, OfficePage)
    return found


def said(window: Window) -> str:
    from PySide6.QtWidgets import QLabel

    labels: list[QLabel] = page(window).findChildren(QLabel)
    return "\n".join(one.text() for one in labels)


def test_a_stick_is_taken_in_and_what_came_is_said(qtbot: QtBot, window: Window, stick: Path, tmp_path: Path) -> None:
    page(window).open_archive(tmp_path / "all.office", new=True)
    settle(qtbot, window)
    page(window).take_in([stick])
    settle(qtbot, window)
    assert "1 of 2 files were not taken in" in window.notice.words
    assert "Millbrook <b>early</b> years" in said(window)
    assert "safe to delete" in said(window)
    assert "bad.workshop was not taken in" in said(window)
    assert "Second morning. Look for that laptop's file." in said(window)


def test_a_stick_with_many_files_is_told_line_by_line_and_leaves_the_workshops_in_sight(
    qtbot: QtBot, window: Window, stick: Path, tmp_path: Path
) -> None:
    for number in range(60):
        (stick / f"photo {number}.workshop").write_bytes(b"half copied")
    page(window).open_archive(tmp_path / "all.office", new=True)
    settle(qtbot, window)
    page(window).take_in([stick])
    settle(qtbot, window)
    qtbot.waitUntil(lambda: "photo 59.workshop was not taken in" in said(window), timeout=SLOW)
    assert said(window).index("bad.workshop was not") < said(window).index("hall.workshop: ")
    assert page(window).minimumSizeHint().height() < window.height()


def test_the_archive_is_there_again_the_next_time(qtbot: QtBot, window: Window, stick: Path, tmp_path: Path) -> None:
    page(window).open_archive(tmp_path / "all.office", new=True)
    page_before = page(window)
    settle(qtbot, window)
    page_before.take_in([stick / "hall.workshop"])
    settle(qtbot, window)
    again = OfficePage(window.store, window.notice, window.preferences)
    qtbot.addWidget(again)
    settle(qtbot, window)
    from PySide6.QtWidgets import QLabel

    assert any("Millbrook" in one.text() for one in again.findChildren(QLabel))


def test_nothing_is_taken_in_before_there_is_an_archive(window: Window, stick: Path) -> None:
    page(window).take_in([stick])
    assert "Choose the archive first" in window.notice.words


def test_what_is_no_archive_is_refused_in_the_strip(qtbot: QtBot, window: Window, stick: Path) -> None:
    page(window).open_archive(stick / "hall.workshop")
    settle(qtbot, window)
    assert "is no archive of Facilitator" in window.notice.words


def test_a_locked_file_beside_others_waits_for_its_passphrase_and_enter(
    qtbot: QtBot, window: Window, stick: Path, tmp_path: Path
) -> None:
    set_passphrase(stick / "hall.workshop", Places.of_this_laptop(), "", "three wet boots")
    Workshop.new(stick / "harbour.workshop", "Harbour", Places.of_this_laptop()).close()
    (stick / "bad.workshop").unlink()
    page(window).open_archive(tmp_path / "all.office", new=True)
    settle(qtbot, window)
    page(window).take_in([stick])
    settle(qtbot, window)
    assert "1 file is locked. Type its passphrase above" in window.notice.words
    assert "harbour.workshop: " in said(window)
    qtbot.keyClicks(page(window).passphrase, "three wet boots")
    qtbot.keyClick(page(window).passphrase, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "All of it is in" in window.notice.words
    assert "Millbrook <b>early</b> years" in said(window)
    assert "harbour.workshop: " in said(window)
