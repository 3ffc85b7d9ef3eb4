"""What a Change does to a workshop, and what it refuses to do."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.board import Board, Note, Theme
from facilitator.domain.change import Change, Delete, Insert, Restore, RowRef, Set
from facilitator.domain.errors import BadChange
from facilitator.domain.gestures.board import (
    add_board,
    add_note,
    add_theme,
    edit_note,
    group_notes,
    remove_notes_for_good,
)
from facilitator.domain.gestures.wall import lay_notes
from facilitator.workshop.places import Device, Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def board(workshop: Workshop) -> uuid.UUID:
    return workshop.apply(add_board("What would help?")).inserted[0].id


@pytest.fixture
def note(workshop: Workshop, board: uuid.UUID) -> uuid.UUID:
    return workshop.apply(add_note(board, "Tea")).inserted[0].id


def text_of(workshop: Workshop, note: uuid.UUID) -> str | None:
    found = workshop.read(lambda reader: reader.get(Note, note))
    return found.text if found else None


def test_a_change_that_makes_no_difference_is_not_stored(workshop: Workshop, note: uuid.UUID) -> None:
    before = workshop.history()
    assert workshop.apply(edit_note(note, "Tea")).group is None
    assert workshop.history() == before


@pytest.mark.parametrize(("first", "again"), [(5, 5.0), (5.0, 5), (-0.0, 0), (0, -0.0)])
def test_the_same_number_written_in_another_way_makes_no_difference(
    workshop: Workshop, note: uuid.UUID, first: float, again: float
) -> None:
    workshop.apply(lay_notes({note: (first, 7)}, {}, {}))
    assert workshop.apply(lay_notes({note: (again, 7)}, {}, {})).group is None
    assert workshop.check() == []


def test_effects_name_what_came_out_different(workshop: Workshop, note: uuid.UUID) -> None:
    effects = workshop.apply(edit_note(note, "Tea and cake"))
    assert [(cell.id, cell.column) for cell in effects.changed] == [(note, "text")]
    assert effects.tables() == {"note"}
    assert effects.undo is not None
    assert effects.undo.code == "note-edit"


def test_half_a_change_is_never_stored(workshop: Workshop, note: uuid.UUID) -> None:
    with pytest.raises(BadChange, match="is not in this workshop"):
        workshop.apply(Change("two", (Set("note", note, {"text": "Cake"}), Set("note", uuid.uuid4(), {"text": "x"}))))
    assert text_of(workshop, note) == "Tea"
    assert workshop.check() == []
    workshop.apply(edit_note(note, "Cake"))
    assert workshop.check() == []


def test_a_note_cannot_join_a_theme_that_is_gone(workshop: Workshop, board: uuid.UUID, note: uuid.UUID) -> None:
    theme = workshop.apply(add_theme(board, "Warmth")).inserted[0].id
    workshop.apply(Change("theme-delete", (Delete("theme", theme),)))
    effects = workshop.apply(group_notes([note], theme))
    assert effects.revived == (RowRef("theme", theme),)
    assert workshop.check() == []


def test_a_new_note_for_a_theme_that_is_gone_is_refused_in_words(workshop: Workshop, board: uuid.UUID) -> None:
    theme = workshop.apply(add_theme(board, "Warmth")).inserted[0].id
    workshop.apply(Change("theme-delete", (Delete("theme", theme),)))
    with pytest.raises(BadChange, match="has been removed"):
        workshop.apply(add_note(board, "Blankets", theme_id=theme))


def test_a_deleted_theme_stays_while_notes_are_in_it_and_goes_with_the_last(
    workshop: Workshop, board: uuid.UUID
) -> None:
    theme = workshop.apply(add_theme(board, "Warmth")).inserted[0].id
    first, second = (workshop.apply(add_note(board, words, theme_id=theme)).inserted[0].id for words in ("Tea", "Rug"))
    assert workshop.apply(Change("theme-delete", (Delete("theme", theme),))).revived == (RowRef("theme", theme),)
    workshop.apply(Change("note-delete", (Delete("note", first),)))
    assert workshop.read(lambda reader: reader.count(Theme)) == 1
    workshop.apply(group_notes([second], None))
    assert workshop.read(lambda reader: reader.count(Theme)) == 0
    assert workshop.check() == []


def test_restoring_a_note_brings_back_the_board_it_needs(workshop: Workshop, board: uuid.UUID, note: uuid.UUID) -> None:
    workshop.apply(Change("clear", (Delete("note", note), Delete("board", board))))
    assert workshop.read(lambda reader: reader.count(Board)) == 0
    workshop.apply(Change("restore", (Restore("note", note),)))
    assert text_of(workshop, note) == "Tea"
    assert workshop.read(lambda reader: reader.count(Board)) == 1
    assert workshop.check() == []


def test_undo_leaves_alone_what_another_laptop_changed_since(
    tmp_path: Path, workshop: Workshop, note: uuid.UUID
) -> None:
    workshop.apply(edit_note(note, "Tea, please"))
    path = workshop.path
    workshop.close()
    other = Places(tmp_path / "other", Device("other", "the other laptop"))
    with Workshop.open(path, other) as there:
        there.apply(edit_note(note, "Coffee"))
    mine = Places.under(tmp_path / "state")
    with Workshop.open(path, mine) as here:
        effects = here.undo()
        assert effects.left_alone == 1
        assert text_of(here, note) == "Coffee"


def test_making_the_workshop_cannot_be_undone(workshop: Workshop) -> None:
    assert workshop.next_undo() is None


def test_what_is_removed_for_good_is_not_offered_by_undo(workshop: Workshop, note: uuid.UUID) -> None:
    workshop.apply(remove_notes_for_good([note]))
    undo = workshop.next_undo()
    assert undo is not None
    assert undo.code == "note-add"
    assert workshop.undo().left_alone == 1
    assert text_of(workshop, note) is None
    with pytest.raises(BadChange, match="removed for good"):
        workshop.apply(edit_note(note, "back again"))


def test_words_and_names_are_refused_in_the_label_of_a_change(workshop: Workshop, board: uuid.UUID) -> None:
    with pytest.raises(BadChange, match="never words that people wrote"):
        workshop.apply(Change("note-add", (), {"text": "Yasmin said so"}))


def test_a_row_cannot_be_made_twice(workshop: Workshop, board: uuid.UUID, note: uuid.UUID) -> None:
    with pytest.raises(BadChange, match="already"):
        workshop.apply(Change("note-add", (Insert("note", note, {"board_id": board, "text": "again"}),)))
    assert text_of(workshop, note) == "Tea"


def test_history_says_what_was_undone(workshop: Workshop, note: uuid.UUID) -> None:
    workshop.apply(edit_note(note, "Cake"))
    workshop.undo()
    assert [(entry.code, entry.did, entry.undone) for entry in workshop.history(2)] == [
        ("note-edit", "undo", False),
        ("note-edit", "do", True),
    ]
    workshop.redo()
    assert [(entry.did, entry.undone) for entry in workshop.history(3)] == [
        ("redo", False),
        ("undo", True),
        ("do", False),
    ]
