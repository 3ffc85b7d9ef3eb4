"""A vote is made in the window: prepared until it is opened, and its letters stay from the moment they are on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.gestures.board import add_board, add_note, add_theme
from facilitator.workshop.places import Places
from facilitator.workshop.queries.poll_view import PollView, poll_view
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import settle, shown, votes

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window
    from facilitator.ui.votes.poll_form import PollForm

ENTER = Qt.Key.Key_Return
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A workshop with a board of two themes and two notes, and no vote."""
    path = tmp_path / "millbrook.workshop"
    board = add_board("What would help?")
    board_id = board.edits[0].id
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        workshop.apply(board)
        for turn, name in enumerate(("Shelter", "A bus & more"), 1):
            workshop.apply(add_theme(board_id, name, position=float(turn)))
        for turn, text in enumerate(("A bench", "A heater"), 1):
            workshop.apply(add_note(board_id, text, position=float(turn)))
    with shown(qtbot, path) as window:
        window.go_to("votes")
        settle(qtbot, window)
        yield window


def view(qtbot: QtBot, window: Window) -> PollView:
    got: list[PollView | None] = []
    poll_id: uuid.UUID | None = votes(window)._chosen
    assert poll_id
    window.store.submit(lambda workshop: workshop.read(lambda reader: poll_view(reader, poll_id)), got.append)
    settle(qtbot, window)
    assert got[0]
    return got[0]


def letters(qtbot: QtBot, window: Window) -> dict[str, str]:
    return {line.letter: line.text for line in view(qtbot, window).draft.lines}


def made(qtbot: QtBot, window: Window, *options: str) -> PollForm:
    """A new vote with these options typed in."""
    window.do("votes", "poll-new")
    settle(qtbot, window)
    form = votes(window).form
    for option in options:
        qtbot.keyClicks(form.options.field, option)
        qtbot.keyClick(form.options.field, ENTER)
        settle(qtbot, window)
    return form


def test_a_vote_is_made_by_typing_and_its_terms_are_said_before_it(qtbot: QtBot, window: Window) -> None:
    form = made(qtbot, window)
    assert form.question.hasFocus()
    qtbot.keyClicks(form.question, "Which first?")  # in place of what was proposed
    form.options.field.setFocus()
    for option in ("Wall", "Phone"):
        qtbot.keyClicks(form.options.field, option)
        qtbot.keyClick(form.options.field, ENTER)
        settle(qtbot, window)
    for field, words in (
        (form.consequence, "We try it in March."),
        (form.answered_by, "The council"),
        (form.answer_date, "18 February 2027"),
    ):
        field.setFocus()
        qtbot.keyClicks(field, words)
    form.dots.setFocus()
    form.dots.setValue(3)
    assert form.answer_date.text() == "Thu 18 Feb 2027"
    votes(window).opener.click()
    settle(qtbot, window)
    seen = view(qtbot, window)
    assert (seen.box.state, seen.box.question, seen.box.dots) == ("open", "Which first?", 3)
    assert (seen.box.consequence, seen.box.answered_by, seen.box.answer_date) == (
        "We try it in March.",
        "The council",
        "2027-02-18",
    )
    assert letters(qtbot, window) == {"A": "Wall", "B": "Phone"}
    assert votes(window)._told.text() == "We try it in March. · Answered by The council by 18 February 2027"
    assert votes(window)._about.text() == "3 dots each, as many as you like on one"


def test_what_is_no_day_stays_in_the_field_and_is_said(qtbot: QtBot, window: Window) -> None:
    form = made(qtbot, window, "Wall")
    form.answer_date.setFocus()
    qtbot.keyClicks(form.answer_date, "soon")
    qtbot.keyClick(form.answer_date, ENTER)
    settle(qtbot, window)
    assert window.notice.words == "That is not a day. Write it such as 14 Jan."
    assert form.answer_date.text() == "soon"
    assert view(qtbot, window).box.answer_date == ""


def test_options_come_from_the_themes_of_a_board_or_from_notes(qtbot: QtBot, window: Window) -> None:
    form = made(qtbot, window)
    themes, _ = form.options.boards.actions()
    assert themes.text() == "The themes of: What would help?"
    themes.trigger()
    settle(qtbot, window)
    assert letters(qtbot, window) == {"A": "Shelter", "B": "A bus & more"}
    form.options.boards.actions()[1].trigger()
    assert window.notice.words.startswith("No notes are selected.")
    notes = window.board().notes
    ids = [note.id for row in range(notes.rowCount()) if (note := notes.note_at(notes.index(row)))]
    votes(window).begin_from(note_ids=ids)
    settle(qtbot, window)
    assert letters(qtbot, window) == {"A": "A bench", "B": "A heater"}
    assert len(votes(window)._polls) == 2


def test_options_are_put_in_order_reworded_and_taken_off_by_keys(qtbot: QtBot, window: Window) -> None:
    form = made(qtbot, window, "Wall", "Phone", "Bus")
    options = form.options
    options.list.setCurrentRow(2)
    qtbot.keyClick(options.list, Qt.Key.Key_Up, ALT)
    settle(qtbot, window)
    assert letters(qtbot, window) == {"A": "Wall", "B": "Bus", "C": "Phone"}
    assert options.list.currentRow() == 1
    window.do("votes", "ballot-correct")  # F2, which here changes the words
    qtbot.keyClicks(options.field, "Minibus")
    qtbot.keyClick(options.field, ENTER)
    settle(qtbot, window)
    options.list.setCurrentRow(0)
    qtbot.keyClick(options.list, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert letters(qtbot, window) == {"A": "Minibus", "B": "Phone"}


def test_letters_printed_blank_are_named_while_votes_are_counted(qtbot: QtBot, window: Window) -> None:
    form = made(qtbot, window, "Wall")
    form.blank.setFocus()
    form.blank.setValue(3)
    page = votes(window)
    page.adding.copies.setValue(10)
    page.adding.giver.click()
    settle(qtbot, window)
    assert letters(qtbot, window) == {"A": "Wall", "B": "", "C": ""}
    assert not form.method.isEnabled()
    page.opener.click()
    settle(qtbot, window)
    qtbot.keyClicks(page.desk.paper, "AA")
    assert page.letters.isVisible()
    page.letters.click()
    form.options.list.setCurrentRow(2)
    qtbot.keyClick(form.options.list, ENTER)
    qtbot.keyClicks(form.options.field, "Late idea")
    qtbot.keyClick(form.options.field, ENTER)
    settle(qtbot, window)
    assert letters(qtbot, window) == {"A": "Wall", "B": "", "C": "Late idea"}
    form.left.emit()
    assert page.desk.isVisible()
    qtbot.keyClicks(page.desk.paper, "C")  # what was half typed is still there
    qtbot.keyClick(page.desk.paper, ENTER)
    settle(qtbot, window)
    page.closer.click()
    settle(qtbot, window)
    result = view(qtbot, window).result
    assert result
    assert {one.letter: one.counts["dots"] for one in result.options} == {"A": 2, "C": 1}


def test_a_draft_is_thrown_away_and_undo_brings_it_back(qtbot: QtBot, window: Window) -> None:
    form = made(qtbot, window, "Wall")
    form.removed.emit()
    settle(qtbot, window)
    assert votes(window)._question.text() == "No vote yet"
    window.undo()
    settle(qtbot, window)
    assert letters(qtbot, window) == {"A": "Wall"}


def test_a_vote_on_nothing_is_not_opened_and_says_so(qtbot: QtBot, window: Window) -> None:
    made(qtbot, window)
    window.do("votes", "poll-go")
    settle(qtbot, window)
    assert window.notice.words == "There is nothing to vote on yet. Add the options first."


def test_as_many_ballots_are_offered_as_people_are_expected_and_some_to_spare(qtbot: QtBot, window: Window) -> None:
    from facilitator.domain.gestures.people import add_person

    made(qtbot, window, "Wall")
    for number in range(20):
        window.store.change(lambda workshop, n=number: workshop.apply(add_person(f"Person {n}")))
    settle(qtbot, window)
    page = votes(window)
    assert page.adding.copies.value() == 23
    page.adding.giver.click()
    settle(qtbot, window)
    assert page.adding.numbers() == {"issued": 23, "out": 23}
    assert window.bar.undo.text() == "Undo: give out 23 ballots"
