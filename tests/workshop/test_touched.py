"""The past says what each step was about."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from facilitator.domain.change import Change, Delete
from facilitator.domain.gestures.board import (
    add_board,
    add_note,
    colour_notes,
    edit_note,
    remove_notes_for_good,
    withhold_notes,
)
from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.voting import add_ballot, add_poll
from facilitator.workshop.places import Places
from facilitator.workshop.queries.touched import touched
from facilitator.workshop.workshop import Workshop

BOARD, TEA, CAKE = (uuid.UUID(int=number) for number in range(1, 4))


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    made = Workshop.new(tmp_path / "hall.workshop", "Millbrook", Places.under(tmp_path / "here"))
    made.apply(add_board("What would help?", board_id=BOARD))
    made.apply(add_note(BOARD, "Tea", note_id=TEA))
    made.apply(add_note(BOARD, "Cake", note_id=CAKE))
    return made


def about(workshop: Workshop) -> str:
    """What the newest step was about; a star stands for others."""
    (entry,) = workshop.history(1)
    found = workshop.read(lambda reader: touched(reader, [entry.group])).get(entry.group)
    return "" if found is None else found.words + ("*" if found.others else "")


def test_a_step_says_the_words_of_the_note_as_they_are_now(workshop: Workshop) -> None:
    assert about(workshop) == "Cake"
    workshop.apply(edit_note(CAKE, "Lemon cake"))
    assert about(workshop) == "Lemon cake"
    workshop.apply(colour_notes([TEA, CAKE], 3))
    assert about(workshop) == "Tea*"
    workshop.apply(add_person("Zubaida"))
    assert about(workshop) == "Zubaida"
    workshop.close()


def test_a_note_that_was_taken_away_says_what_it_said_last(workshop: Workshop) -> None:
    workshop.apply(Change("note-remove", (Delete("note", TEA),)))
    assert about(workshop) == "Tea"
    workshop.close()


@pytest.mark.parametrize("gone", [False, True])
def test_what_the_room_may_not_see_is_not_said(workshop: Workshop, gone: bool) -> None:
    workshop.apply(withhold_notes([TEA], on=True))
    if gone:
        workshop.apply(Change("note-remove", (Delete("note", TEA),)))
    assert about(workshop) == ""
    workshop.close()


def test_what_was_removed_for_good_is_not_said(workshop: Workshop) -> None:
    workshop.apply(remove_notes_for_good([TEA]))
    assert about(workshop) == ""
    workshop.close()


def test_no_step_says_which_ballot_it_counted(workshop: Workshop) -> None:
    poll = uuid.uuid4()
    workshop.apply(add_poll("Where?", poll_id=poll))
    workshop.apply(add_ballot(poll, 7, "screen", {}))
    assert about(workshop) == ""
    workshop.close()
