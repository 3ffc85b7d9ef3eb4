"""Two laptops come back together in the window: what came is said, what differs chosen, the past looked through."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyrage import x25519
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from facilitator.domain.change import Change, Insert
from facilitator.domain.find import folded
from facilitator.domain.gestures.board import add_note, park_notes
from facilitator.domain.gestures.programme import add_session
from facilitator.domain.people import Participant
from facilitator.domain.programme import Activity
from facilitator.sync.bundle_keys import remember_key
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.coming_together import BOARD, CAKE, columns, labels, page, texts
from tests.ui.windows import SLOW, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


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


def test_enter_that_is_held_down_chooses_once(qtbot: QtBot, window: Window) -> None:
    choices = page(window).choices
    choices.cards[0].focus()
    for held in (False, True, True):
        focused = window.focusWidget()
        assert focused is not None
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", held)
        QCoreApplication.sendEvent(focused, pressed)
        settle(qtbot, window)
    assert len(choices.cards) == 1


def test_whoever_chooses_far_down_stays_there(qtbot: QtBot, window: Window) -> None:
    choices = page(window).choices
    first, second = choices.cards
    second.focus()
    second.keeps[0].click()
    settle(qtbot, window)
    assert window.focusWidget() is choices.doubles.joins[0]
    choices.doubles.joins[0].click()
    settle(qtbot, window)
    assert window.focusWidget() is first.keeps[0]


def test_the_past_says_which_note_a_step_was_about(qtbot: QtBot, window: Window) -> None:
    page(window).do("happened")
    settle(qtbot, window)
    entries = page(window).past.entries
    lines = [
        str(entries.data(entries.index(row))).translate(dict.fromkeys(map(ord, "\u2068\u2069"))) for row in range(9)
    ]
    assert any(line.endswith("Add a note: “Chairs”") for line in lines)
    assert any(line.endswith("Add a person: “Zubaida”") for line in lines)


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
    assert "3 things to choose" in labels(page(window))
    assert "If there really are two, give one of them another name, and nobody is asked again." in labels(page(window))
    join.click()
    settle(qtbot, window)
    people: list[Participant] = []
    window.store.submit(lambda workshop: workshop.read(lambda reader: reader.find(Participant)), people.extend)
    settle(qtbot, window)
    assert len(people) == 1
    assert page(window).choices.doubles.joins == []
    assert "2 things to choose" in labels(page(window))


def test_what_is_half_written_stays_while_something_else_is_stored(qtbot: QtBot, window: Window) -> None:
    card = next(card for card in page(window).choices.cards if card.conflict.column == "text")
    card.begin_writing()
    card.field.setPlainText("Half wri")
    window.store.change(lambda workshop: workshop.apply(add_note(BOARD, "Meanwhile")))
    settle(qtbot, window)
    assert card in page(window).choices.cards
    assert card.field.toPlainText() == "Half wri"


@pytest.mark.parametrize("typed", ["chairs", "CHÁIRS ", "laptop", "no such words"])
def test_the_past_of_one_note_is_found_by_its_words_and_any_step_by_what_its_line_says(
    qtbot: QtBot, window: Window, typed: str
) -> None:
    page(window).do("happened")
    settle(qtbot, window)
    past = page(window).past
    every = {past.entries.line(one) for one in past.entries.shown}
    qtbot.keyClicks(past.typed, typed)
    wanted = folded(typed)
    assert {past.entries.line(one) for one in past.entries.shown} == {line for line in every if wanted in folded(line)}
    past.reread()
    settle(qtbot, window)
    assert all(wanted in folded(past.entries.line(one)) for one in past.entries.shown)
    past.typed.clear()
    assert {past.entries.line(one) for one in past.entries.shown} == every


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


def test_boards_as_they_stood_say_colours_in_words_and_only_where_there_are_several(
    qtbot: QtBot, window: Window
) -> None:
    page(window).do("happened")
    settle(qtbot, window)
    past = page(window).past
    rows = [past.entries.entry(past.entries.index(n)) for n in range(past.entries.rowCount())]
    stood: list[str] = []
    for code in ("notes-colour", "note-edit"):
        at = max(n for n, one in enumerate(rows) if one and one.code == code)
        past.list.setCurrentIndex(past.entries.index(at))
        past.show_boards()
        settle(qtbot, window)
        stood.append(past.stood.toPlainText())
    assert "Cake\N{POP DIRECTIONAL ISOLATE} (colour 5)" in stood[0]
    assert not any(sign.isdigit() for sign in stood[1])


def test_before_everybody_leaves_all_that_waits_for_a_choice_is_counted(window: Window) -> None:
    said = [one.text() for one in page(window).carrying.leaving.loose]
    assert "2 things have two versions" in said
    assert "1 thing was typed twice" in said


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


def test_how_long_a_passphrase_has_to_be_stands_below_its_field(window: Window) -> None:
    assert "At least 8 letters, such as four words." in labels(page(window))


def test_a_locked_file_is_saved_and_said_to_be_read_back(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    carrying = page(window).carrying
    carrying.begin()
    assert "Type a passphrase first" in window.notice.words
    for field in (carrying.passphrase, carrying.again):
        field.setText("boots")
    carrying.begin()
    assert "too short. Use at least 8 letters" in window.notice.words
    assert window.focusWidget() is carrying.passphrase
    carrying.passphrase.setText("three wet boots")
    carrying.again.setText("three wet boot")
    carrying.begin()
    assert "differ" in window.notice.words
    assert carrying.leaving.where.text().startswith("It is on this laptop only.")
    carrying.save_into(tmp_path)
    qtbot.waitUntil(lambda: "read back whole" in window.notice.words, timeout=SLOW)
    settle(qtbot, window)
    assert carrying.leaving.where.text().startswith("All of it is in ")
    window.store.change(lambda workshop: workshop.apply(add_note(BOARD, "Lamps")))
    settle(qtbot, window)
    assert carrying.leaving.where.text().endswith("What was written since is on this laptop only.")
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


def test_for_a_key_no_passphrase_is_spoken_of(qtbot: QtBot, window: Window) -> None:
    remember_key(Places.of_this_laptop(), "The office", str(x25519.Identity.generate().to_public()))
    carrying = page(window).carrying
    carrying.reread()
    settle(qtbot, window)
    seen = [one.text() for one in carrying.findChildren(QLabel) if one.isVisible()]
    assert carrying.whom.value() == "The office"
    assert not any("assphrase" in words or "At least" in words for words in seen)
    carrying.whom.setCurrentIndex(1)
    seen = [one.text() for one in carrying.findChildren(QLabel) if one.isVisible()]
    assert {"Passphrase", "The passphrase once more"} <= set(seen)


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
