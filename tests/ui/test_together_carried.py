"""Files that come and go on sticks: full, locked, not back, forgotten elsewhere."""

from __future__ import annotations

import errno
import os
import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator.domain.errors import DiskTrouble, FileTrouble
from facilitator.domain.gestures.board import add_board, add_note, remove_notes_for_good
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.gestures.people import add_person
from facilitator.sync.bundle import For, make_bundle
from facilitator.sync.bundle_keys import make_own_key
from facilitator.ui import files
from facilitator.ui.home.locked import Locked
from facilitator.workshop.away import open_anywhere
from facilitator.workshop.forgetting import Wanted, forget
from facilitator.workshop.locking_away import set_passphrase
from facilitator.workshop.places import Device, Places
from facilitator.workshop.workshop import Workshop
from tests.ui.coming_together import BOARD, CAKE, labels, page, texts
from tests.ui.windows import SLOW, settle, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


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
        here.apply(say_by_person([CAKE], zubaida))
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
        assert "still hold this person." in window.notice.words
        assert "removed for good" not in window.notice.words
        assert "note “Zubaida rings” on “What would help?”" in labels(page(window))
        window.notice.act()
        qtbot.waitUntil(lambda: "any more" in window.notice.words, timeout=SLOW)
    backups = Places.of_this_laptop().backups.rglob("*.workshop")
    assert all(b"Zubaida" not in one.read_bytes().replace(b"Zubaida rings", b"") for one in backups)


def test_a_note_removed_for_good_elsewhere_leaves_the_backups_here_by_one_press(
    qtbot: QtBot, file: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(file, tmp_path / "table-2.workshop"))
    with Workshop.open(copy, Places(tmp_path / "there", Device("there", "Table 2's laptop"))) as there:
        there.apply(remove_notes_for_good([CAKE]))
    with shown(qtbot, file) as window:
        window.go_to("together")
        settle(qtbot, window)
        page(window).bringing.bring_in([copy])
        settle(qtbot, window)
        assert "1 note that was removed for good is gone here, too." in window.notice.words
        assert "on this laptop still hold the words." in window.notice.words
        window.notice.act()
        qtbot.waitUntil(lambda: "any more" in window.notice.words, timeout=SLOW)
    backups = [*Places.of_this_laptop().backups.rglob("*.workshop")]
    assert backups
    assert not any(b"Cake" in one.read_bytes() for one in backups)


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
    assert "is locked with a passphrase" in window.notice.words
    assert window.focusWidget() is field
    for words in ("three dry boots", "three wet boots"):
        assert field.isVisible()
        assert "A ramp" not in texts(qtbot, window)
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        settle(qtbot, window)
    assert "A ramp" in texts(qtbot, window)
    assert not field.isVisible()
    assert "passphrase" not in window.notice.words


def test_a_passphrase_typed_again_before_the_first_was_tried_leaves_no_word_of_the_first(
    qtbot: QtBot, window: Window, locked: Path
) -> None:
    page(window).bringing.bring_in([locked])
    settle(qtbot, window)
    for words in ("four dry socks", "three wet boots"):
        qtbot.keyClicks(page(window).passphrase, words)
        qtbot.keyClick(page(window).passphrase, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "A ramp" in texts(qtbot, window)
    assert "passphrase" not in window.notice.words
    assert window.focusWidget() is page(window).bring_in


def test_a_locked_file_under_another_name_asks_for_its_passphrase_and_the_field_goes_with_it(
    qtbot: QtBot, window: Window, locked: Path, tmp_path: Path
) -> None:
    field, cut = page(window).passphrase, tmp_path / "cut.workshop"
    page(window).bringing.bring_in([locked.rename(tmp_path / "table-2-locked.workshop")])
    settle(qtbot, window)
    assert "is locked with a passphrase" in window.notice.words
    assert window.focusWidget() is field
    cut.write_bytes(b"half a file")
    page(window).bringing.bring_in([cut])
    settle(qtbot, window)
    assert "cut.workshop is not a workshop file, or is damaged." in window.notice.words
    assert not field.isVisible()


def test_a_copy_with_a_passphrase_of_its_own_is_refused_with_what_to_do(
    qtbot: QtBot, window: Window, other: Path, tmp_path: Path
) -> None:
    set_passphrase(other, Places.under(tmp_path / "there"), "", "four dry socks")
    page(window).bringing.bring_in([other])
    settle(qtbot, window)
    assert "Give both the same one, or none, and bring it again." in window.notice.words
    assert not page(window).passphrase.isVisible()


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
    for words in ("three dry boots", "three wet boots"):
        assert window.notice.words.count("table-2.bundle") == 1
        qtbot.keyClicks(step.field, words)
        qtbot.keyClick(step.field, Qt.Key.Key_Return)
        settle(qtbot, window)
    assert window.path() == place
    assert "A ramp" in texts(qtbot, window)


def test_a_locked_file_and_a_plain_one_under_each_others_names_both_open(
    qtbot: QtBot, window: Window, locked: Path, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "here-now.workshop"
    monkeypatch.setattr(files, "ask_new", lambda _window, _name: place)
    window.open_path(locked.rename(tmp_path / "mailed.workshop"))
    settle(qtbot, window)
    assert "mailed.workshop is a bundle" in window.notice.words
    next(one for one in window.notice.findChildren(QPushButton) if one.text() == "Open the locked file").click()
    settle(qtbot, window)
    step = window.findChild(Locked)
    assert isinstance(step, Locked)
    qtbot.keyClicks(step.field, "three wet boots")
    qtbot.keyClick(step.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.path() == place
    plain = other.rename(tmp_path / "plain.bundle")
    window.open_path(plain)
    settle(qtbot, window)
    assert window.path() == plain
