"""Home: what was open here is found again as it was left, and a new workshop begins from a template."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.gestures.people import add_person
from facilitator.ui import files
from facilitator.ui.home import words as home_words
from facilitator.ui.home.locked import Locked
from facilitator.ui.home.recents import DAB, Recent, Recents
from facilitator.ui.home.templates import NewWorkshop
from facilitator.ui.preferences import Preferences
from facilitator.ui.stations import stations
from facilitator.workshop.locking_away import set_passphrase
from facilitator.workshop.places import Places
from facilitator.workshop.queries import thumbnail
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import SLOW, board, made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

NAME, NOTE = "Amina Yusuf", "They moved it and told nobody"


@pytest.fixture
def left(qtbot: QtBot, tmp_path: Path) -> Path:
    """A workshop that was open here."""
    path = made(tmp_path / "left.workshop", NOTE, "Who's paying?")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person(NAME))
    with shown(qtbot, path):
        pass
    return path


def at_home(qtbot: QtBot, window: Window) -> None:
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.start.is_home() and window.start.isVisible())


def test_a_workshop_that_was_open_is_found_again_with_its_picture_and_how_it_stands(qtbot: QtBot, left: Path) -> None:
    with shown(qtbot) as window:
        at_home(qtbot, window)
        (card,) = window.start.recent_cards()
        assert card.accessibleName() == "Millbrook early years. 2 notes · 1 person"
        assert len(card.recent.picture) == 2
        assert QApplication.focusWidget() is card
        with qtbot.waitSignal(window.store.opened):
            qtbot.keyClick(card, Qt.Key.Key_Return)
        assert window.path() == left
        settle(qtbot, window)


def test_nobodys_name_and_no_note_is_in_what_is_remembered(qtbot: QtBot, left: Path) -> None:
    for file in Preferences().folder().iterdir():
        kept = file.read_text("utf-8")
        assert NAME not in kept
        assert NOTE not in kept
    (entry,) = json.loads((Preferences().folder() / "recent.json").read_text("utf-8"))
    assert entry["path"] == str(left)


def test_home_neither_locks_nor_writes_what_it_shows(qtbot: QtBot, left: Path) -> None:
    before = left.read_bytes(), left.stat().st_mtime_ns
    with shown(qtbot) as window:
        at_home(qtbot, window)
        assert [file.name for file in left.parent.glob("left*")] == [left.name]
        with Workshop.open(left, Places.of_this_laptop()) as workshop:
            assert not workshop.read_only
    assert (left.read_bytes(), left.stat().st_mtime_ns) == before


def test_the_open_workshop_chosen_once_more_by_another_name_stays_open_for_writing(
    qtbot: QtBot, left: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.workshop"
    try:
        link.symlink_to(left)
    except OSError:
        pytest.skip("links cannot be made here")
    with shown(qtbot, left) as window:
        for path in (left, link):
            window.open_path(path)
            settle(qtbot, window)
            board(window).capture.field.setText("Still here")
            board(window).capture.field.returnPressed.emit()
            settle(qtbot, window)
        assert [note.text for note in board(window).notes.all_notes()].count("Still here") == 2


def test_a_file_that_is_not_here_says_when_it_was_last_seen(qtbot: QtBot, left: Path) -> None:
    left.unlink()
    recents = Recents(Preferences().folder() / "recent.json")
    recents.opened(left, "Millbrook early years", "2026-10-12")
    with shown(qtbot) as window:
        settle(qtbot, window)
        window.home.look()
        settle(qtbot, window)
        (card,) = window.start.recent_cards()
        assert card.accessibleName() == "Millbrook early years. Last seen 12 October. not here now"
        assert "The workshop is not here" in window.start.said()
        with qtbot.waitSignal(window.store.refused):
            card.click()
        assert window.notice.words


def test_delete_takes_a_workshop_out_of_the_list_and_leaves_the_file(qtbot: QtBot, left: Path) -> None:
    with shown(qtbot) as window:
        at_home(qtbot, window)
        qtbot.keyClick(window.start.recent_cards()[0], Qt.Key.Key_Delete)
        settle(qtbot, window)
        assert window.start.recent_cards() == []
        assert QApplication.focusWidget() is window.start.new
    assert left.exists()


def test_a_damaged_list_is_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    for words in ("", "{", '[{"path": 1}]', '[["x"]]', "[1]"):
        file.write_text(words, "utf-8")
        assert Recents(file).all() == ()


def test_alt_home_closes_the_file_and_keeps_what_is_half_typed(qtbot: QtBot, left: Path) -> None:
    with shown(qtbot, left) as window:
        board(window).capture.field.setText("half a th")
        window.actions_["home"].trigger()
        at_home(qtbot, window)
        assert window.path() is None
        assert not window.rail.isVisible()
        assert [file.name for file in left.parent.glob("left*")] == [left.name]
        with qtbot.waitSignal(window.store.opened):
            window.start.recent_cards()[0].click()
        settle(qtbot, window)
        assert board(window).capture.field.text() == "half a th"
        board(window).capture.field.clear()


def test_a_new_workshop_begins_from_the_template_that_is_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.workshop"
    asked: list[str] = []
    monkeypatch.setattr(files, "ask_new", lambda _window, name="": asked.append(name) or path)
    with shown(qtbot) as window:
        window.actions_["new"].trigger()
        settle(qtbot, window)
        step = window.start.findChild(NewWorkshop)
        assert step is not None
        assert QApplication.focusWidget() is step.field
        qtbot.waitUntil(lambda: bool(step.cards()) and step.cards()[0].isVisible())
        qtbot.keyClicks(step.field, "Parent partners")
        qtbot.keyClick(step.field, Qt.Key.Key_Return)
        first = QApplication.focusWidget()
        assert first is step.cards()[0]
        with qtbot.waitSignal(window.store.opened, timeout=SLOW):
            qtbot.keyClick(first, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert asked == ["Parent partners"]
        assert window.windowTitle() == "Parent partners – Facilitator"
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        from facilitator.workshop.queries.sessions import sessions

        assert len(workshop.read(sessions)) == 4


def test_enter_before_the_templates_are_read_is_not_lost(qtbot: QtBot) -> None:
    with shown(qtbot) as window:
        window.actions_["new"].trigger()
        step = window.start.findChild(NewWorkshop)
        assert step is not None
        assert step.cards() == []
        qtbot.keyClicks(step.field, "Parent partners")
        qtbot.keyClick(step.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(step.cards()) and QApplication.focusWidget() is step.cards()[0])
        assert step.field.text() == "Parent partners"


def test_escape_leaves_the_step_before_a_new_workshop(qtbot: QtBot, left: Path) -> None:
    with shown(qtbot) as window:
        window.actions_["new"].trigger()
        settle(qtbot, window)
        window.actions_["escape"].trigger()
        at_home(qtbot, window)
    with shown(qtbot, left) as window:
        window.actions_["new"].trigger()
        window.actions_["escape"].trigger()
        assert window.bar.isVisible()
        assert window.station() == "boards"
        settle(qtbot, window)


def test_what_is_not_ready_comes_with_what_to_do(qtbot: QtBot, left: Path) -> None:
    with shown(qtbot) as window:
        at_home(qtbot, window)
        qtbot.waitUntil(lambda: bool(window.start.said()))
        assert "No session is planned" in window.start.said()
        assert "Backed up today" in window.start.said()
        window.start.show_checks()
        assert not window.start.is_home()
        window.actions_["escape"].trigger()
        at_home(qtbot, window)


@pytest.mark.parametrize("station", [one.name for one in stations()])
def test_going_home_while_a_station_is_still_reading_is_no_fault(qtbot: QtBot, left: Path, station: str) -> None:
    with shown(qtbot, left) as window:
        window.go_to(station)
        window.pages[station].reread()
        window.go_home()
        settle(qtbot, window)
        assert window.start.is_home()
        assert window.pages == {}
        assert not window.notice.isVisible()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"state": "empty"}, "Nothing is planned yet"),
        (
            {"state": "next-session", "number": 3, "of": 4, "date": "2026-11-26", "people": 34},
            "Session 3 is on Thursday · 34 people",
        ),
        ({"state": "next-session", "number": 3, "of": 4, "date": "2026-11-23"}, "Session 3 is today"),
        ({"state": "next-session", "number": 3, "of": 4, "date": "2026-12-24"}, "Session 3 is on 24 December"),
        ({"state": "finished", "ended": "2026-11-03"}, "Finished on 3 November"),
        ({"state": "finished", "conflicts": 2}, "2 things were changed on two laptops"),
        ({}, ""),
    ],
)
def test_how_a_workshop_stands_is_one_plain_sentence(state: dict[str, str | int], words: str) -> None:
    from datetime import date

    assert home_words.sentence(state, date(2026, 11, 23)) == words


def test_only_so_many_are_remembered(tmp_path: Path) -> None:
    recents = Recents(tmp_path / "recent.json")
    for turn in range(12):
        recents.opened(tmp_path / f"{turn}.workshop", str(turn), "2026-11-23")
    assert [one.title for one in Recents(tmp_path / "recent.json").all()] == [str(turn) for turn in range(11, 3, -1)]
    recents.learn(
        Recent(
            str(tmp_path / "5.workshop"), "five", "2026-11-23", {"people": 3}, (("day", False, 0),), ((0.1, 0.2, 3),)
        )
    )
    assert Recents(tmp_path / "recent.json").all()[6].picture == ((0.1, 0.2, 3),)


def test_a_note_in_the_picture_is_as_wide_as_it_was_placed_for() -> None:
    assert pytest.approx(thumbnail.DAB, abs=1e-4) == DAB


def test_an_encrypted_workshop_asks_for_its_passphrase_and_a_wrong_one_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    path = made(tmp_path / "hall.workshop", "Tea")
    set_passphrase(path, Places.of_this_laptop(), "", "three wet boots")
    with shown(qtbot) as window:
        window.open_path(path)
        settle(qtbot, window)
        locked = window.findChild(Locked)
        assert isinstance(locked, Locked)
        assert locked.isVisible()
        locked.field.setText("three dry boots")
        qtbot.keyClick(locked.field, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert window.path() is None
        assert "passphrase" in window.notice.words
        locked.field.setText("three wet boots")
        with qtbot.waitSignal(window.store.opened, timeout=SLOW):
            qtbot.keyClick(locked.field, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert window.path() == path
