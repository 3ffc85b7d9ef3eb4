"""What is large, long or odd but allowed is stored whole; one step too far is refused whole."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.board import NOTE_LIMIT, Note
from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.errors import BadChange
from facilitator.domain.gestures.board import add_note
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story

EDITS = 10_000
ODD = [
    "😀" * NOTE_LIMIT,
    "👩‍👩‍👧‍👦" * 1_000,
    "e\u0301" * 5_000,
    "\u202e right to left \u202c",
    "'; DROP TABLE note; --",
    "\ufeff\u200b\u00ad",
    "line\nline\r\nline\tend",
    "%s %d {0} ? :row_id",
    "\\u0000 \\ud800",
    "\U0010ffff",
]


@pytest.fixture
def workshop(closed: Path, places: Places) -> Iterator[Workshop]:
    with Workshop.open(closed, places) as opened:
        yield opened


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_whatever_a_note_says_it_says_after_closing_undoing_and_doing_again(
    workshop: Workshop, places: Places, text: str
) -> None:
    workshop.apply(add_note(story.BOARD, text))
    workshop.undo()
    workshop.redo()
    workshop.close()
    with Workshop.open(workshop.path, places) as again:
        assert text in story.state(again).words
        assert again.check() == []


def test_one_letter_too_many_stores_nothing(workshop: Workshop) -> None:
    before = story.state(workshop)
    with pytest.raises(BadChange, match=r"20,001 characters long; the most is 20,000"):
        workshop.apply(add_note(story.BOARD, "😀" * (NOTE_LIMIT + 1)))
    assert story.state(workshop) == before


def test_ten_thousand_edits_are_one_change_and_one_undo(workshop: Workshop) -> None:
    ids = [uuid.UUID(int=1_000 + number) for number in range(EDITS)]
    values = {"board_id": story.BOARD, "text": "Tea"}
    workshop.apply(Change("notes-import", tuple(Insert("note", note, values) for note in ids)))
    effects = workshop.apply(Change("notes-colour", tuple(Set("note", note, {"colour": 3}) for note in ids)))
    assert len(effects.changed) == EDITS
    workshop.undo()
    assert {note.colour for note in workshop.read(lambda reader: reader.find(Note))} == {1}
    assert workshop.check() == []


def test_ten_thousand_edits_of_which_the_last_is_wrong_store_nothing(workshop: Workshop) -> None:
    before = story.state(workshop)
    edits = [Insert("note", uuid.UUID(int=1_000 + number), {"board_id": story.BOARD}) for number in range(EDITS)]
    with pytest.raises(BadChange):
        workshop.apply(Change("notes-import", (*edits, Insert("note", story.TEA, {"board_id": story.BOARD}))))
    assert story.state(workshop) == before
    assert workshop.check() == []


def test_the_same_row_set_a_thousand_times_in_one_change_says_the_last(workshop: Workshop) -> None:
    edits = tuple(Set("note", story.TEA, {"text": f"Tea {number}"}) for number in range(1_000))
    workshop.apply(Change("note-edit", edits))
    assert story.state(workshop).words == ("Tea 999",)
    workshop.undo()
    assert story.state(workshop).words == ("Tea",)
    assert workshop.check() == []
