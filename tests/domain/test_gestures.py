"""Every gesture is a Change that the gate lets through, and says of itself what history needs."""

from __future__ import annotations

import uuid

import pytest

from facilitator.domain.change import Change, Delete, Insert, Redact, RowRef, Set
from facilitator.domain.gestures import board, prototypes, voting, wall
from facilitator.domain.validate import validate

ONE, TWO = uuid.UUID(int=1), uuid.UUID(int=2)

GESTURES = [
    board.add_board("What would help?", source="The street survey"),
    board.add_note(ONE, "A bench", colour=7, theme_id=TWO, table_id=TWO, language="en", position=3),
    board.edit_note(ONE, "A bench in the shade"),
    board.translate_note(ONE, "مقعد", "ar"),
    board.colour_notes([ONE, TWO], 3),
    wall.lay_notes({ONE: (10.0, -4.5)}, {}, {}),
    board.add_theme(ONE, "Sitting down", position=1),
    board.rename_theme(ONE, "Places to sit"),
    board.group_notes([ONE, TWO], ONE),
    board.group_notes([ONE], None),
    board.withhold_notes([ONE], on=True),
    board.withhold_notes([ONE], on=False),
    board.park_notes([ONE], on=True),
    board.park_notes([ONE], on=False),
    board.remove_notes_for_good([ONE], [RowRef("option", TWO)]),
    voting.add_poll("Which first?", [voting.Choice("A bench", note_id=ONE)], method="dots", board_id=ONE),
    voting.open_poll(ONE),
    voting.close_poll(ONE),
    voting.issue_ballots(ONE, range(1, 31)),
    voting.count_ballot(ONE, {TWO: 1}),
    voting.add_ballot(ONE, 31, "hands", {TWO: -1}),
    voting.spoil_ballot(ONE),
    prototypes.add_idea("A map", who_for="Newcomers", need="Finding the hall", who_delivers="Library"),
    prototypes.add_prototype(ONE, "Paper map", to_learn="Can people find the hall?"),
]


@pytest.mark.parametrize("gesture", GESTURES, ids=lambda gesture: gesture.code)
def test_the_gate_lets_every_gesture_through(gesture: Change) -> None:
    validate(gesture)


def test_history_can_say_how_many_notes_were_grouped() -> None:
    assert board.group_notes([ONE, TWO], ONE).details == {"notes": 2}


def test_taking_notes_out_of_a_theme_has_words_of_its_own() -> None:
    assert board.group_notes([ONE], None).code == "notes-ungroup"


def test_options_take_the_places_they_were_named_in() -> None:
    change = voting.add_poll("Which first?", [voting.Choice("one"), voting.Choice("two")])
    places = [edit.values["place"] for edit in change.edits if isinstance(edit, Insert) and edit.table == "option"]
    assert places == [1, 2]


def test_removing_a_note_for_good_takes_its_copy_on_the_ballot_along() -> None:
    edits = board.remove_notes_for_good([ONE], [RowRef("mark", TWO), RowRef("option", TWO)]).edits
    assert edits[:2] == (Redact("option", TWO), Redact("note", ONE))
    assert edits[2:] == (Delete("mark", TWO), Delete("option", TWO), Delete("note", ONE))


def test_a_note_withheld_keeps_its_words() -> None:
    assert board.withhold_notes([ONE], on=True).edits == (Set("note", ONE, {"withheld": True, "face_down": False}),)


def test_ballots_are_given_out_on_paper_under_their_numbers() -> None:
    edits = voting.issue_ballots(ONE, [4, 5]).edits
    assert [edit.values["number"] for edit in edits if isinstance(edit, Insert)] == [4, 5]
    assert {edit.values["state"] for edit in edits if isinstance(edit, Insert)} == {"issued"}
