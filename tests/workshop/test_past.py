"""The past can be looked through by laptop, time, kind and card; a board is seen as it stood, one step taken back."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from facilitator.domain.errors import NothingToUndo
from facilitator.domain.gestures.board import (
    add_board,
    add_note,
    edit_note,
    group_under,
    remove_notes_for_good,
    withhold_notes,
)
from facilitator.domain.gestures.people import add_person
from facilitator.domain.past import Wanted
from facilitator.workshop.places import Device, Places
from facilitator.workshop.queries.past import PastBoard, boards_at
from facilitator.workshop.workshop import Workshop

BOARD, TEA, CAKE = (uuid.UUID(int=number) for number in range(1, 4))


@pytest.fixture
def told(workshop: Workshop) -> Workshop:
    """A board with two notes, one of which was reworded and grouped."""
    workshop.apply(add_board("What would help?", board_id=BOARD))
    workshop.apply(add_note(BOARD, "Tea", note_id=TEA))
    workshop.apply(add_note(BOARD, "Cake", note_id=CAKE, position=1.0))
    workshop.apply(edit_note(TEA, "Green tea"))
    workshop.apply(group_under([TEA], BOARD, "Warmth"))
    return workshop


def code_of(workshop: Workshop, wanted: Wanted) -> list[str]:
    return [entry.code for entry in workshop.history(wanted=wanted)]


def newest(workshop: Workshop) -> PastBoard:
    """The board as the newest step left it."""
    last = workshop.history(1)[0].group
    (board,) = workshop.read(lambda reader: boards_at(reader, last))
    return board


def test_the_past_of_one_card_is_what_was_done_to_it(told: Workshop) -> None:
    assert code_of(told, Wanted(row=TEA)) == ["notes-group", "note-edit", "note-add"]
    assert code_of(told, Wanted(row=CAKE)) == ["note-add"]


def test_the_past_of_a_kind_leaves_the_others_out(told: Workshop) -> None:
    told.apply(add_person("Amina"))
    assert code_of(told, Wanted(tables=frozenset({"participant"}))) == ["person-add"]
    assert told.history(1, Wanted(tables=frozenset({"note"})))[0].code == "notes-group"


def test_the_past_of_one_laptop_leaves_the_others_out(told: Workshop, places: Places) -> None:
    path = told.path
    told.close()
    other = Places(places.state, Device("other", "Laptop OTHER"))
    with Workshop.open(path, other) as workshop:
        workshop.apply(edit_note(CAKE, "Lemon cake"))
        assert code_of(workshop, Wanted(device="Laptop OTHER")) == ["note-edit"]
        assert workshop.devices() == sorted(["Laptop OTHER", places.device.name])


def test_the_past_between_two_moments_has_both(told: Workshop) -> None:
    last = told.history(1)[0].at
    assert code_of(told, Wanted(since=last, until=last))[0] == "notes-group"
    assert code_of(told, Wanted(until="2001-01-01T00:00:00+00:00")) == []


def test_a_board_is_seen_as_it_stood(told: Workshop) -> None:
    reworded, added = told.history()[1].group, told.history()[2].group
    (board,) = told.read(lambda reader: boards_at(reader, added))
    assert board.question == "What would help?"
    assert [(name, [note.text for note in notes]) for name, notes in board.themes] == [("", ["Tea", "Cake"])]
    (board,) = told.read(lambda reader: boards_at(reader, reworded))
    assert [note.text for _, notes in board.themes for note in notes] == ["Green tea", "Cake"]
    board = newest(told)
    assert [(name, [note.text for note in notes]) for name, notes in board.themes] == [
        ("Warmth", ["Green tea"]),
        ("", ["Cake"]),
    ]


def test_what_was_removed_for_good_is_not_seen_in_the_past_either(told: Workshop) -> None:
    added = told.history()[2].group
    told.apply(remove_notes_for_good([TEA]))
    (board,) = told.read(lambda reader: boards_at(reader, added))
    assert [note.text for _, notes in board.themes for note in notes] == ["Cake"]


def test_one_past_step_is_taken_back_and_those_after_it_stay(told: Workshop) -> None:
    told.apply(withhold_notes([CAKE], on=True))
    reworded = next(entry.group for entry in told.history() if entry.code == "note-edit")
    told.take_back(reworded)
    board = newest(told)
    assert [(note.text, note.withheld) for _, notes in board.themes for note in notes] == [
        ("Tea", False),
        ("Cake", True),
    ]
    assert told.check() == []
    with pytest.raises(NothingToUndo, match="already"):
        told.take_back(reworded)


def test_that_the_workshop_was_made_is_not_taken_back_which_would_leave_no_workshop(
    places: Places, tmp_path: Path
) -> None:
    with Workshop.new(tmp_path / "fresh.workshop", "Millbrook", places) as fresh:
        (made,) = fresh.history()
        with pytest.raises(NothingToUndo, match="Choose another step"):
            fresh.take_back(made.group)
    with Workshop.open(tmp_path / "fresh.workshop", places) as again:
        assert again.title == "Millbrook"


def test_what_was_removed_for_good_is_not_taken_back(told: Workshop) -> None:
    told.apply(remove_notes_for_good([TEA]))
    with pytest.raises(NothingToUndo, match="for good"):
        told.take_back(told.history()[0].group)


def test_a_step_that_something_was_built_on_is_not_taken_back(told: Workshop) -> None:
    added = next(entry.group for entry in told.history(wanted=Wanted(row=TEA)) if entry.code == "note-add")
    before = told.history()
    with pytest.raises(NothingToUndo, match="since"):
        told.take_back(added)
    assert told.history() == before
