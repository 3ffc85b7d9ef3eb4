"""Two laptops come back together in the window: what came is said, what differs chosen, the past looked through."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from facilitator.domain.board import Note
from facilitator.domain.change import Change, Insert
from facilitator.domain.errors import DiskTrouble, FileTrouble
from facilitator.domain.gestures.board import add_board, add_note, colour_notes, edit_note, park_notes
from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.programme import add_session
from facilitator.domain.people import Participant
from facilitator.domain.programme import Activity
from facilitator.sync.bundle import For, make_bundle
from facilitator.sync.bundle_keys import make_own_key
from facilitator.ui import files
from facilitator.ui.home.locked import Locked
from facilitator.ui.together.page import TogetherPage
from facilitator.workshop.away import open_anywhere
from facilitator.workshop.forgetting import Wanted, forget
from facilitator.workshop.places import Device, Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import SLOW, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

BOARD, TEA, CAKE = (uuid.UUID(int=number) for number in range(1, 4))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hall.workshop"
    with Workshop.new(path, "Millbrook", Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        workshop.apply(add_note(BOARD, "Tea", note_id=TEA))
        workshop.apply(add_note(BOARD, "Cake", note_id=CAKE, position=1.0))
    return path


@pytest.fixture
def other(file: Path, tmp_path: Path) -> Path:
    """What another laptop made of a copy, while here the same note was changed."""
    copy = tmp_path / "table-2.workshop"
    shutil.copy(file, copy)
    with Workshop.open(copy, Places(tmp_path / "there", Device("there", "Table 2's laptop"))) as there:
        there.apply(edit_note(TEA, "<b>Black</b> tea"))
        there.apply(colour_notes([CAKE], 5))
        there.apply(add_note(BOARD, "Chairs"))
        there.apply(add_person("Zubaida"))
    with Workshop.open(file, Places.of_this_laptop()) as here:
        here.apply(edit_note(TEA, "Green tea"))
        here.apply(colour_notes([CAKE], 3))
        here.apply(add_person("Zubaida"))
    return copy


@pytest.fixture
def window(qtbot: QtBot, file: Path, other: Path) -> Iterator[Window]:
    with shown(qtbot, file) as window:
        window.go_to("together")
        settle(qtbot, window)
        page(window).bringing.bring_in([other])
        settle(qtbot, window)
        yield window


def page(window: Window) -> TogetherPage:
    found = window.page("together")
    assert isinstance(found, TogetherPage)
    return found


def texts(qtbot: QtBot, window: Window) -> list[str]:
    found: list[str] = []
    window.store.submit(
        lambda workshop: workshop.read(lambda reader: reader.find(Note)),
        lambda notes: found.extend(note.text for note in notes),
    )
    settle(qtbot, window)
    return sorted(found)


def labels(shown: QWidget) -> str:
    found: list[QLabel] = shown.findChildren(QLabel)
    return "\n".join(one.text() for one in found)


def columns(window: Window) -> list[str]:
    return [card.conflict.column for card in page(window).choices.cards]


def test_what_the_other_laptop_brought_is_said_in_peoples_words(window: Window) -> None:
    assert "Table 2's laptop brought 1 note, 1 person, 2 notes changed on both." in window.notice.words
    assert "2 things to choose." in window.notice.words
    assert sorted(columns(window)) == ["colour", "text"]


def test_bringing_in_a_file_again_says_that_there_was_nothing_new(qtbot: QtBot, window: Window, other: Path) -> None:
    page(window).bringing.bring_in([other])
    settle(qtbot, window)
    assert "nothing new" in window.notice.words


def test_a_file_of_another_workshop_is_refused_in_the_strip(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "harbour.workshop"
    Workshop.new(path, "Harbour", Places.of_this_laptop()).close()
    page(window).bringing.bring_in([path])
    settle(qtbot, window)
    assert "harbour.workshop is another workshop" in window.notice.words


def test_a_version_is_kept_by_its_button_and_undo_shows_what_stood_before(qtbot: QtBot, window: Window) -> None:
    card = next(card for card in page(window).choices.cards if card.conflict.column == "text")
    before = texts(qtbot, window)
    number = next(n for n, one in enumerate(card.conflict.versions, 1) if one.value == "Green tea")
    card.keeps[number - 1].click()
    settle(qtbot, window)
    assert columns(window) == ["colour"]
    assert "Green tea" in texts(qtbot, window)
    window.undo()
    settle(qtbot, window)
    assert texts(qtbot, window) == before


def test_both_versions_become_two_notes(qtbot: QtBot, window: Window) -> None:
    card = next(card for card in page(window).choices.cards if card.conflict.column == "text")
    card.both_kept.emit(card.conflict.id)
    settle(qtbot, window)
    assert texts(qtbot, window) == ["<b>Black</b> tea", "Cake", "Chairs", "Green tea"]


def test_a_third_version_is_written_in_the_card(qtbot: QtBot, window: Window) -> None:
    card = next(card for card in page(window).choices.cards if card.conflict.column == "text")
    card.begin_writing()
    assert card.field.isVisible()
    card.field.setPlainText("Any tea")
    card.write()
    settle(qtbot, window)
    assert "Any tea" in texts(qtbot, window)
    assert columns(window) == ["colour"]


def test_a_person_typed_on_both_laptops_becomes_one(qtbot: QtBot, window: Window) -> None:
    (join,) = page(window).choices.doubles.joins
    join.click()
    settle(qtbot, window)
    people: list[Participant] = []
    window.store.submit(lambda workshop: workshop.read(lambda reader: reader.find(Participant)), people.extend)
    settle(qtbot, window)
    assert len(people) == 1
    assert page(window).choices.doubles.joins == []


def test_what_is_half_written_stays_while_something_else_is_stored(qtbot: QtBot, window: Window) -> None:
    card = next(card for card in page(window).choices.cards if card.conflict.column == "text")
    card.begin_writing()
    card.field.setPlainText("Half wri")
    window.store.change(lambda workshop: workshop.apply(add_note(BOARD, "Meanwhile")))
    settle(qtbot, window)
    assert card in page(window).choices.cards
    assert card.field.toPlainText() == "Half wri"


def test_the_past_is_narrowed_to_a_laptop_and_a_step_of_it_shows_the_boards_then(qtbot: QtBot, window: Window) -> None:
    page(window).do("happened")
    settle(qtbot, window)
    past = page(window).past
    every = past.entries.rowCount()
    past.device.setCurrentIndex(past.device.findData("Table 2's laptop"))
    past.reread()
    settle(qtbot, window)
    assert 0 < past.entries.rowCount() < every
    past.list.setCurrentIndex(past.entries.index(past.entries.rowCount() - 1))
    past.show_boards()
    settle(qtbot, window)
    assert "<b>Black</b> tea" in past.stood.toPlainText()
    assert "Chairs" not in past.stood.toPlainText()


def test_one_past_step_is_taken_back_alone(qtbot: QtBot, window: Window) -> None:
    page(window).do("happened")
    settle(qtbot, window)
    past = page(window).past
    rows = [past.entries.entry(past.entries.index(n)) for n in range(past.entries.rowCount())]
    added = next(n for n, one in enumerate(rows) if one and one.code == "note-add")
    past.list.setCurrentIndex(past.entries.index(added))
    past.take_back()
    settle(qtbot, window)
    assert "Chairs" not in texts(qtbot, window)


def test_a_locked_file_is_saved_and_said_to_be_read_back(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    carrying = page(window).carrying
    carrying.passphrase.setText("three wet boots")
    carrying.again.setText("three wet boot")
    carrying.begin()
    assert "differ" in window.notice.words
    carrying.save_into(tmp_path)
    qtbot.waitUntil(lambda: "read back whole" in window.notice.words, timeout=SLOW)
    assert [path.suffix for path in tmp_path.glob("*.bundle")] == [".bundle"]
    assert carrying.passphrase.text() == ""


def test_a_key_is_kept_and_a_mistyped_one_is_said(qtbot: QtBot, window: Window) -> None:
    carrying = page(window).carrying
    carrying.name.put("Office")
    carrying.key.put("age1 nonsense")
    carrying.keep_key.click()
    settle(qtbot, window)
    assert "key" in window.notice.words
    assert carrying.key.value() == "age1 nonsense"
    carrying.make_own.click()
    settle(qtbot, window)
    assert not carrying.make_own.isVisible()


def test_what_is_still_open_is_a_way_to_where_it_is(qtbot: QtBot, window: Window) -> None:
    window.store.change(lambda workshop: workshop.apply(park_notes([CAKE], on=True)))
    settle(qtbot, window)
    (aside,) = [one for one in page(window).carrying.leaving.loose if "set aside" in one.text()]
    aside.click()
    assert window.station() == "boards"


def test_what_was_promised_opens_the_next_session(qtbot: QtBot, window: Window) -> None:
    decided = {"what": "Lend out keys", "outcome": "keep", "who": "Ruth", "by_when": "2027-02-01"}
    window.store.change(
        lambda workshop: workshop.apply(Change("decision-add", (Insert("decision", uuid.uuid4(), decided),)))
    )
    window.store.change(lambda workshop: workshop.apply(add_session("Next", date="2999-01-01")))
    settle(qtbot, window)
    page(window).carrying.leaving.carry_on.click()
    settle(qtbot, window)
    blocks: list[str] = []
    window.store.submit(
        lambda workshop: workshop.read(lambda reader: [one.prompt for one in reader.find(Activity)]), blocks.extend
    )
    settle(qtbot, window)
    assert len(blocks) == 1
    assert "Lend out keys" in blocks[0]


def test_a_stick_that_is_full_is_named_in_one_line_and_another_folder_takes_the_file(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, other, fsync = tmp_path / "full", tmp_path / "other", os.fsync
    full.mkdir()
    other.mkdir()

    def no_room_left(handle: int) -> None:
        if any(full.glob(".*.part")):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", no_room_left)
    carrying = page(window).carrying
    for field in (carrying.passphrase, carrying.again):
        field.setText("three wet boots")
    carrying.save_into(full)
    settle(qtbot, window)
    assert f"could not be written in {full}. It needs up to " in window.notice.words
    assert window.notice.words.count("Make room there") == 1
    assert "reading it back" not in window.notice.words
    assert list(full.iterdir()) == []
    carrying.save_into(other)
    settle(qtbot, window)
    assert "was read back whole" in window.notice.words
    assert [path.suffix for path in other.iterdir()] == [".bundle"]


def test_who_was_forgotten_elsewhere_is_said_with_where_the_name_stands_and_leaves_the_backups_by_one_press(
    qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    zubaida = uuid.UUID(int=9)
    with Workshop.open(file, Places.of_this_laptop()) as here:
        here.apply(add_person("Zubaida", participant_id=zubaida))
    copy = Path(shutil.copy(file, tmp_path / "table-2.workshop"))
    with Workshop.open(copy, Places(tmp_path / "there", Device("there", "Table 2's laptop"))) as there:
        forget(there, Wanted(zubaida, "Zubaida"))
    with shown(qtbot, file) as window:
        window.store.change(lambda workshop: workshop.apply(add_note(BOARD, "Zubaida rings")), lambda _effects: None)
        window.go_to("together")
        settle(qtbot, window)
        page(window).bringing.bring_in([copy])
        settle(qtbot, window)
        assert "1 person had been forgotten on another laptop" in window.notice.words
        assert "note “Zubaida rings” on “What would help?”" in window.notice.words
        window.notice.act()
        qtbot.waitUntil(lambda: "any more" in window.notice.words, timeout=SLOW)
    backups = Places.of_this_laptop().backups.rglob("*.workshop")
    assert all(b"Zubaida" not in one.read_bytes().replace(b"Zubaida rings", b"") for one in backups)


def test_work_that_is_not_back_on_its_stick_is_named_before_everybody_leaves(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    stick = tmp_path / "Nextcloud"
    stick.mkdir()
    path, places = stick / "harbour.workshop", Places.of_this_laptop()
    Workshop.new(path, "Harbour", places).close()
    away = open_anywhere(path, places)
    away.apply(add_board("Who would come?"))
    stick.rename(tmp_path / "drawer")
    with pytest.raises(DiskTrouble):
        away.close()
    page(window).reread()
    settle(qtbot, window)
    assert f"harbour.workshop was changed here and is not back in {stick} yet" in labels(page(window))


def test_a_workshop_that_went_on_on_its_stick_and_here_is_made_one_by_one_press(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    stick = tmp_path / "Nextcloud"
    stick.mkdir()
    path, places = stick / "harbour.workshop", Places.of_this_laptop()
    with Workshop.new(path, "Harbour", places) as workshop:
        workshop.apply(add_board("Who would come?", board_id=BOARD))
    away = open_anywhere(path, places)
    away.apply(add_note(BOARD, "Here"))
    other = Path(shutil.copy(path, tmp_path / "other.workshop"))
    with Workshop.open(other, Places(tmp_path / "there", Device("there", "Table 2's laptop"))) as there:
        there.apply(add_note(BOARD, "There"))
    shutil.copy(other, path)
    with pytest.raises(FileTrouble, match="brought together"):
        away.close()
    window.open_path(path)
    settle(qtbot, window)
    assert "Both are kept" in window.notice.words
    buttons: list[QPushButton] = window.notice.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Bring the two together").click()
    settle(qtbot, window)
    assert texts(qtbot, window) == ["Here", "There"]


@pytest.fixture
def locked(tmp_path: Path, other: Path) -> Path:
    """What the other laptop has since, locked with a passphrase."""
    there = Places(tmp_path / "there", Device("there", "Table 2's laptop"))
    with Workshop.open(other, there) as workshop:
        workshop.apply(add_note(BOARD, "A ramp"))
        return make_bundle(workshop, tmp_path / "table-2.bundle", For(passphrase="three wet boots")).path


def test_a_locked_file_is_brought_in_once_its_passphrase_is_typed(qtbot: QtBot, window: Window, locked: Path) -> None:
    field = page(window).passphrase
    assert not field.isVisible()
    page(window).bringing.bring_in([locked])
    settle(qtbot, window)
    assert "was made with a passphrase" in window.notice.words
    for words in ("three dry boots", "three wet boots"):
        assert field.isVisible()
        assert "A ramp" not in texts(qtbot, window)
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        settle(qtbot, window)
    assert "A ramp" in texts(qtbot, window)
    assert not field.isVisible()


def test_a_locked_file_for_this_laptops_key_needs_no_passphrase(
    qtbot: QtBot, window: Window, other: Path, tmp_path: Path
) -> None:
    key = make_own_key(Places.of_this_laptop())
    with Workshop.open(other, Places(tmp_path / "there", Device("there", "Table 2's laptop"))) as workshop:
        workshop.apply(add_note(BOARD, "A ramp"))
        made = make_bundle(workshop, tmp_path / "table-2.bundle", For((key,)))
    page(window).bringing.bring_in([made.path])
    settle(qtbot, window)
    assert "A ramp" in texts(qtbot, window)


def test_a_locked_file_is_opened_at_home_in_its_place_on_this_laptop(
    qtbot: QtBot, window: Window, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "here-now.workshop"
    monkeypatch.setattr(files, "ask_new", lambda _window, _name: place)
    window.open_path(locked)
    settle(qtbot, window)
    step = window.findChild(Locked)
    assert isinstance(step, Locked)
    qtbot.keyClicks(step.field, "three wet boots")
    qtbot.keyClick(step.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.path() == place
    assert "A ramp" in texts(qtbot, window)
