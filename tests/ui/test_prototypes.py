"""What people say of a prototype is typed while they say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from facilitator.domain.gestures.prototypes import add_idea, add_prototype
from facilitator.ui.prototypes.page import PrototypesPage
from facilitator.workshop.places import Places
from facilitator.workshop.queries.prototypes import PrototypeBoard, prototype_board
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import made, settle, shown

NONE, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "millbrook.workshop"
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        idea = add_idea("Gate Wall")
        workshop.apply(idea)
        for version in (1, 2):
            workshop.apply(add_prototype(idea.edits[0].id, "Paper wall", version=version, to_learn="Do parents write?"))
    with shown(qtbot, path) as window:
        window.go_to("prototypes")
        settle(qtbot, window)
        yield window


def page(window: Window) -> PrototypesPage:
    found = window.page("prototypes")
    assert isinstance(found, PrototypesPage)
    return found


def board(qtbot: QtBot, window: Window) -> PrototypeBoard:
    got: list[PrototypeBoard | None] = []
    chosen = page(window)._chosen
    assert chosen
    window.store.submit(lambda workshop: workshop.read(lambda reader: prototype_board(reader, chosen)), got.append)
    settle(qtbot, window)
    assert got[0]
    return got[0]


def press(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle(qtbot, window)


def test_a_sign_typed_first_chooses_the_pile_and_enter_adds(qtbot: QtBot, window: Window) -> None:
    for keys in ("+My own writing stayed", "-Too high", "?Who wipes it", "*A box beside it", "And a roof"):
        qtbot.keyClicks(page(window).bar.line, keys)
        qtbot.keyClick(page(window).bar.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    made = board(qtbot, window)
    assert made.version == 2
    assert {kind: [one.text for one in pile] for kind, pile in made.piles.items()} == {
        "worked": ["My own writing stayed"],
        "change": ["Too high"],
        "question": ["Who wipes it"],
        "idea": ["A box beside it", "And a roof"],
    }
    assert page(window).grid.piles["idea"].count() == 2


def test_a_face_is_counted_with_whose_view_it_is(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_6, ALT)
    press(qtbot, window, Qt.Key.Key_R, CTRL)
    press(qtbot, window, Qt.Key.Key_4)
    settle(qtbot, window)
    assert board(qtbot, window).faces_by["would-help-run"][4] == 1


def test_nothing_is_dropped_without_a_reason(qtbot: QtBot, window: Window) -> None:
    side = page(window).side
    qtbot.keyClick(side.outcomes["drop"], Qt.Key.Key_Space)
    settle(qtbot, window)
    assert board(qtbot, window).decision is None
    assert not side.outcomes["drop"].isChecked()
    qtbot.keyClicks(side.reason, "Nobody wrote on it")
    qtbot.keyClick(side.outcomes["drop"], Qt.Key.Key_Space)
    settle(qtbot, window)
    assert side.outcomes["drop"].isChecked()
    decision = board(qtbot, window).decision
    assert decision
    assert (decision.outcome, decision.reason) == ("drop", "Nobody wrote on it")


def test_a_new_idea_is_named_and_what_is_said_of_it_typed_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "new.workshop"
    Workshop.new(path, "New", Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        window.go_to("prototypes")
        settle(qtbot, window)
        assert page(window).starter.hasFocus()
        qtbot.keyClicks(page(window).starter, "Saturday drop-in")
        qtbot.keyClick(page(window).starter, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert page(window).bar.line.hasFocus()
        qtbot.keyClicks(page(window).bar.line, "+Warm")
        qtbot.keyClick(page(window).bar.line, Qt.Key.Key_Return)
        settle(qtbot, window)
        shown_board = board(qtbot, window)
        assert (shown_board.idea, shown_board.version) == ("Saturday drop-in", 1)
        assert [line.text for line in shown_board.piles["worked"]] == ["Warm"]


def test_the_next_version_is_shown_as_soon_as_it_is_begun(qtbot: QtBot, window: Window) -> None:
    page(window).following.click()
    settle(qtbot, window)
    assert board(qtbot, window).version == 3
    assert board(qtbot, window).to_learn == ("Do parents write?",)


def test_the_keys_alt_1_to_4_choose_the_pile_and_alt_5_to_7_whose_view_it_is(qtbot: QtBot, window: Window) -> None:
    for pile, view, words in (("2", "5", "Too high"), ("4", "7", "A box"), ("1", "7", "Warm")):
        press(qtbot, window, getattr(Qt.Key, f"Key_{pile}"), ALT)
        press(qtbot, window, getattr(Qt.Key, f"Key_{view}"), ALT)
        qtbot.keyClicks(page(window).bar.line, words)
        press(qtbot, window, Qt.Key.Key_Return)
    piles = board(qtbot, window).piles
    assert [(one.text, one.perspective) for pile in piles.values() for one in pile] == [
        ("Warm", ""),  # the same key again takes the view back
        ("Too high", "would-use"),
        ("A box", "both"),
    ]


def test_what_was_said_is_changed_hidden_and_taken_away_by_keys(qtbot: QtBot, window: Window) -> None:
    bar = page(window).bar
    for words in ("Too hihg", "Rude", "Twice"):
        qtbot.keyClicks(bar.line, words)
        press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Up)
    pile = page(window).grid.piles["worked"]
    assert pile.hasFocus()
    press(qtbot, window, Qt.Key.Key_Delete, CTRL)
    pile.setCurrentRow(1)
    press(qtbot, window, Qt.Key.Key_F8)
    pile.setCurrentRow(0)
    press(qtbot, window, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    qtbot.keyClicks(editor, "Too high")
    press(qtbot, window, Qt.Key.Key_Return)
    made = board(qtbot, window)
    assert [(one.text, one.withheld) for one in made.piles["worked"]] == [("Too high", False), ("Rude", True)]
    assert made.said("worked") == 1
    press(qtbot, window, Qt.Key.Key_Escape)
    assert bar.line.hasFocus()
    for _ in range(3):
        window.undo()
    settle(qtbot, window)
    assert [one.text for one in board(qtbot, window).piles["worked"]] == ["Too hihg", "Rude", "Twice"]


def test_many_lines_pasted_are_many_things_said_and_one_step_to_undo(qtbot: QtBot, window: Window) -> None:
    QApplication.clipboard().setText("Warm\n\nDry\nNear\n")
    press(qtbot, window, Qt.Key.Key_V, CTRL)
    assert [one.text for one in board(qtbot, window).piles["worked"]] == ["Warm", "Dry", "Near"]
    window.undo()
    settle(qtbot, window)
    assert board(qtbot, window).piles["worked"] == ()


def test_what_is_half_typed_is_there_again_after_a_crash(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(page(window).bar.line, "She said that the")
    path = window.path()
    assert path
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with shown(qtbot, path) as again:
        again.go_to("prototypes")
        settle(qtbot, again)
        assert page(again).bar.line.text() == "She said that the"
        assert again.board().capture.field.text() == ""


def test_two_versions_stand_beside_each_other_and_what_changed_is_said(qtbot: QtBot, window: Window) -> None:
    side = page(window).side
    press(qtbot, window, Qt.Key.Key_PageUp, CTRL)
    assert board(qtbot, window).version == 1
    qtbot.keyClicks(page(window).bar.line, "-Too high")
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    qtbot.keyClicks(side.reason, "A child could not reach it")
    qtbot.keyClick(side.outcomes["change"], Qt.Key.Key_Space)
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_F7)
    comparing = page(window).comparing
    assert comparing.isVisible()
    assert not side.isVisible()
    assert comparing.before.grid.piles["change"].count() == 1
    assert comparing.before.decision() == "Change: A child could not reach it"
    assert comparing.after.decision() == "Nothing decided yet."
    assert comparing.changed() == "Why: A child could not reach it\nWhat to change: 1, then 0"
    press(qtbot, window, Qt.Key.Key_F7)
    assert not comparing.isVisible()


def test_who_does_it_by_when_is_kept_with_the_decision_and_undone_with_one_step(qtbot: QtBot, window: Window) -> None:
    side = page(window).side
    qtbot.keyClicks(side.reason, "No money before April")
    qtbot.keyClick(side.outcomes["refuse"], Qt.Key.Key_Space)
    settle(qtbot, window)
    for field, words in ((side.who, "The manager"), (side.by_when, "15 april 2027")):
        field.setFocus()
        qtbot.keyClicks(field, words)
        press(qtbot, window, Qt.Key.Key_Return)
    made = board(qtbot, window).decision
    assert made
    assert (made.outcome, made.reason, made.who, made.by_when) == (
        "refuse",
        "No money before April",
        "The manager",
        "2027-04-15",
    )
    side.by_when.selectAll()
    qtbot.keyClicks(side.by_when, "soonish")
    press(qtbot, window, Qt.Key.Key_Return)
    assert "not a day" in window.notice.words
    assert side.by_when.text() == "Thursday 15 April 2027"
    window.undo()
    settle(qtbot, window)
    made = board(qtbot, window).decision
    assert made
    assert made.by_when == ""
    assert side.by_when.text() == ""


def test_an_idea_says_who_it_is_for_and_what_it_grew_from(qtbot: QtBot, window: Window) -> None:
    side = page(window).side
    for field, words in ((side.who_for, "Parents"), (side.need, "To be heard"), (side.who_delivers, "The nursery")):
        field.setFocus()
        qtbot.keyClicks(field, words)
        press(qtbot, window, Qt.Key.Key_Tab)
    side.learn.setFocus()
    side.learn.setPlainText("Do they stop?\nDo they answer?")
    press(qtbot, window, Qt.Key.Key_Tab)
    idea = page(window)._ideas[0]
    assert (idea.who_for, idea.need, idea.who_delivers) == ("Parents", "To be heard", "The nursery")
    assert board(qtbot, window).to_learn == ("Do they stop?", "Do they answer?")


def test_an_idea_without_a_version_is_shown_and_its_first_one_begun(qtbot: QtBot, window: Window) -> None:
    window.store.change(lambda workshop: workshop.apply(add_idea("Knock-Knock", need="To be visited")))
    settle(qtbot, window)
    press(qtbot, window, Qt.Key.Key_PageDown, CTRL | SHIFT)
    assert page(window).ideas.currentText() == "Knock-Knock"
    assert not page(window).bar.isVisible()
    assert page(window).side.need.toPlainText() == "To be visited"
    press(qtbot, window, Qt.Key.Key_B, CTRL | SHIFT)
    assert (board(qtbot, window).idea, board(qtbot, window).version) == ("Knock-Knock", 1)
    assert page(window).bar.isVisible()


def test_a_file_for_reading_only_can_be_looked_at_and_compared(qtbot: QtBot, window: Window) -> None:
    path = window.path()
    assert path
    with shown(qtbot, path) as second:
        second.go_to("prototypes")
        settle(qtbot, second)
        assert not page(second).bar.isVisible()
        assert not page(second).side.inside.isEnabled()
        page(second).do("compare")
        settle(qtbot, second)
        assert page(second).comparing.isVisible()


def test_what_was_said_just_now_is_hidden_by_one_key(qtbot: QtBot, window: Window) -> None:
    for words in ("+Warm", "-Mrs Shah from number 7 never reads it"):
        qtbot.keyClicks(page(window).bar.line, words)
        press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_F8)
    made = board(qtbot, window)
    assert [one.withheld for kind in ("worked", "change") for one in made.piles[kind]] == [False, True]


def test_a_card_goes_to_another_pile_and_another_view_by_the_same_keys(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(page(window).bar.line, "+Who wipes it?")
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Up)
    press(qtbot, window, Qt.Key.Key_5, ALT)
    press(qtbot, window, Qt.Key.Key_3, ALT)
    assert [(one.text, one.perspective) for one in board(qtbot, window).piles["question"]] == [
        ("Who wipes it?", "would-use")
    ]


def test_how_many_tried_it_is_written_down_and_corrected(qtbot: QtBot, window: Window) -> None:
    side = page(window).side
    for field, number in ((side.used_by, "11"), (side.delivered_by, "3"), (side.used_by, "12")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, number)
        press(qtbot, window, Qt.Key.Key_Return)
    made = board(qtbot, window)
    assert (made.used_by, made.delivered_by) == (12, 3)
    assert "tried by 12 who would use it and 3 who would help run it" in page(window)._about.text()


def test_the_panel_comes_back_for_counting_faces(qtbot: QtBot, window: Window) -> None:
    window.fold()
    press(qtbot, window, Qt.Key.Key_R, CTRL)
    for digit in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_4):
        press(qtbot, window, digit)
    assert board(qtbot, window).faces == {1: 1, 2: 0, 3: 0, 4: 2}
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page(window).bar.line.hasFocus()


def test_an_idea_is_begun_from_the_notes_selected_on_a_board(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "notes.workshop", "A wall at the gate", "Pictures of staff")) as window:
        window.go_to("boards")
        window.board().list.selectAll()
        press(qtbot, window, Qt.Key.Key_I, CTRL | SHIFT)
        settle(qtbot, window)
        idea = page(window)._ideas[0]
        assert (idea.name, idea.notes) == ("A wall at the gate", 2)
        assert page(window).bar.line.hasFocus()
        assert board(qtbot, window).version == 1


def test_words_typed_before_the_version_is_there_stay_in_the_bar(qtbot: QtBot, window: Window) -> None:
    again = PrototypesPage(window.store, window.notice)
    qtbot.addWidget(again)
    assert again.starter.isHidden()
    qtbot.keyClicks(again.bar.line, "Easy to find")
    qtbot.keyClick(again.bar.line, Qt.Key.Key_Return)
    assert again.bar.line.text() == "Easy to find"


def test_what_is_decided_next_is_typed_behind_the_reason_there_is(qtbot: QtBot, window: Window) -> None:
    side = page(window).side
    side.reason.show_value("It works.")
    window.do("prototypes", "decide")
    qtbot.keyClicks(side.reason, " Keep it")
    assert side.reason.value() == "It works. Keep it"
