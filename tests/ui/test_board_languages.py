"""Each note has its language, said by a key while capturing and by a few letters afterwards, and who said it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.change import Change, Insert
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.boards import ALT, CTRL, SHIFT, chosen, press, type_in, write
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

ARABIC = "لوحة فيها صور"
AMINA = uuid.uuid4()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    path = made(tmp_path / "millbrook.workshop", "one", "two")
    consent = {"participant_id": AMINA, "use": "notes", "answer": "yes", "asked_on": "2026-11-01"}
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        people = (
            Insert("room_table", uuid.uuid4(), {"name": "Table 1"}),
            Insert("participant", AMINA, {"display_name": "Amina", "languages": "ar ur"}),
            Insert("participant", uuid.uuid4(), {"display_name": "Jo"}),
            Insert("consent", uuid.uuid4(), consent),
        )
        workshop.apply(Change("people-add", people))
    with shown(qtbot, path) as window:
        yield window


def pick(qtbot: QtBot, window: Window, *names: str) -> list[str]:
    """The choices of who said it; each of the names is picked in turn."""
    speaker = board(window).panel.origin.speaker
    choices = [speaker.itemText(at) for at in range(speaker.count())]
    for name in names:
        speaker.setFocus()
        speaker.setCurrentIndex(choices.index(name))
        press(qtbot, window, Qt.Key.Key_Return)
    return choices


def test_a_key_marks_the_language_of_the_next_notes(qtbot: QtBot, window: Window) -> None:
    type_in(qtbot, window, "nobody said")
    assert chosen(window)[0].language == ""
    press(qtbot, window, Qt.Key.Key_L, ALT)
    assert board(window).capture.language.text() == "Arabic  Alt+L"
    type_in(qtbot, window, ARABIC)
    type_in(qtbot, window, ARABIC + " 2")
    assert chosen(window)[0].language == "ar"
    press(qtbot, window, Qt.Key.Key_L, ALT)
    press(qtbot, window, Qt.Key.Key_L, ALT)
    type_in(qtbot, window, "in English")
    assert chosen(window)[0].language == "en"


def test_words_that_look_like_another_language_are_asked_about_and_not_marked(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_L, ALT | SHIFT)
    write(qtbot, ARABIC)
    assert board(window).capture.language.text() == "Arabic?  Alt+L"
    press(qtbot, window, Qt.Key.Key_Return)
    assert chosen(window)[0].language == ""
    write(qtbot, ARABIC)
    press(qtbot, window, Qt.Key.Key_L, ALT)
    press(qtbot, window, Qt.Key.Key_Return)
    assert chosen(window)[0].language == "ar"


def test_the_first_press_takes_what_the_letters_look_like(qtbot: QtBot, window: Window) -> None:
    write(qtbot, "No one told us")
    press(qtbot, window, Qt.Key.Key_L, ALT)
    assert board(window).capture.language.text() == "English  Alt+L"
    press(qtbot, window, Qt.Key.Key_Return)
    assert chosen(window)[0].language == "en"


def test_a_few_letters_set_the_language_of_several_notes_at_once(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down, SHIFT)
    board(window).panel.origin.language.setFocus()
    type_in(qtbot, window, "som")
    assert [note.language for note in chosen(window)] == ["so", "so"]
    assert board(window).list.hasFocus()
    board(window).panel.origin.tongue.setFocus()
    type_in(qtbot, window, "Urdu")
    assert [(note.language, note.spoken_language) for note in chosen(window)] == [("so", "ur"), ("so", "ur")]
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert [note.language for note in chosen(window)] == ["", ""]


def test_a_language_nobody_knows_is_refused_in_a_sentence(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    board(window).panel.origin.language.setFocus()
    type_in(qtbot, window, "Gobbledygook")
    assert "Gobbledygook" in window.notice.words
    assert board(window).panel.origin.language.text() == ""
    assert chosen(window)[0].language == ""


def test_who_said_it_is_a_table_or_a_person_who_agreed_and_nobody_again(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down, SHIFT)
    assert pick(qtbot, window, "Table 1") == ["Nobody in particular", "Table 1", "Amina"]
    assert [note.said_by for note in chosen(window)] == ["Table 1", "Table 1"]
    pick(qtbot, window, "Amina")
    assert [(note.said_by, note.table_id) for note in chosen(window)] == [("Amina", None)] * 2
    pick(qtbot, window, "Nobody in particular")
    assert [(note.said_by, note.person_id) for note in chosen(window)] == [("", None)] * 2


def test_what_the_colours_mean_is_typed_while_nothing_is_selected(qtbot: QtBot, window: Window) -> None:
    legend = board(window).panel.legend
    assert legend.isVisible()
    legend.lines[0].setFocus()
    type_in(qtbot, window, "an idea")
    type_in(qtbot, window, "a worry")
    press(qtbot, window, Qt.Key.Key_Tab)
    shown_board = board(window).notes.board
    assert shown_board is not None
    assert shown_board.meanings[:3] == ("an idea", "a worry", "")
    assert window.bar.undo.text().startswith("Undo: say what the colours")


def test_the_selected_notes_are_taken_to_the_votes(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down, SHIFT)
    notes = [note.id for note in chosen(window)]
    with qtbot.waitSignal(board(window).voted_on) as voted:
        press(qtbot, window, Qt.Key.Key_V, CTRL | SHIFT)
    assert voted.args == [notes]
    settle(qtbot, window)
