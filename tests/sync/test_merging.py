"""Two or three laptops capture at different tables; what each wrote is there once they are merged."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from facilitator.domain.board import Note
from facilitator.domain.change import Change, Delete, RowRef
from facilitator.domain.gestures.board import (
    add_board,
    add_note,
    add_theme,
    edit_note,
    remove_notes_for_good,
    withhold_notes,
)
from facilitator.domain.gestures.hanging import Hanging
from facilitator.domain.gestures.notes import merge_notes
from facilitator.store.codec import encode_details
from tests.sync.laptops import BOARD, Laptop

TEA, CAKE = uuid.UUID(int=11), uuid.UUID(int=12)
Copied = Callable[[Laptop, str], Laptop]


def test_what_two_laptops_wrote_is_there_on_both_once_each_has_merged_the_other(first: Laptop, second: Laptop) -> None:
    first.does(add_note(BOARD, "Tea"), add_note(BOARD, "Chairs", position=1.5))
    second.does(add_note(BOARD, "Cake"), add_board("Who would come?"))
    merged = first.merges(second)
    assert first.texts() == ["Cake", "Chairs", "Tea"]
    assert merged.changes_added == 2
    assert merged.conflicts == 0
    assert [(one.device_name, one.added) for one in merged.brought] == [
        (second.places.device.name, {"note": 1, "board": 1})
    ]
    second.merges(first)
    assert second.state() == first.state()
    assert first.workshop.check() == second.workshop.check() == []


def test_merging_again_changes_nothing_and_makes_no_backup(first: Laptop, second: Laptop) -> None:
    second.does(add_note(BOARD, "Cake"))
    assert first.merges(second).backup is not None
    before = first.state()
    again = first.merges(second)
    assert (again.changes_added, again.backup, again.brought) == (0, None, ())
    assert first.state() == before


def test_a_note_changed_on_both_keeps_both_versions(first: Laptop, copied: Copied) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    second = copied(first, "second")
    first.does(edit_note(TEA, "Green tea"))
    second.does(edit_note(TEA, "Black tea"))
    merged = first.merges(second)
    assert merged.conflicts == 1
    (conflict,) = first.conflicts()
    assert {version.value for version in conflict.versions} == {"Green tea", "Black tea"}
    assert merged.brought[0].both == {"note": 1}
    assert merged.effects.conflicts == (conflict.cell,)
    first.does(edit_note(TEA, "Tea of any kind"))
    assert first.conflicts() == []
    second.merges(first)
    assert second.conflicts() == []
    assert second.texts() == ["Tea of any kind"]


def test_a_note_deleted_here_and_changed_there_is_shown_and_not_lost(first: Laptop, copied: Copied) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA))
    second = copied(first, "second")
    second.does(edit_note(TEA, "Tea and cake"))
    first.does(Change("note-delete", (Delete("note", TEA),)))
    merged = first.merges(second)
    assert merged.conflicts == 1
    (conflict,) = first.conflicts()
    assert conflict.column == "deleted"
    assert [(one.deleted, one.value) for one in conflict.versions] == [(True, None), (False, "Tea and cake")]


def test_a_note_that_was_changed_and_then_deleted_with_that_seen_is_no_conflict(first: Laptop, copied: Copied) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA), edit_note(TEA, "Tea!"))
    second = copied(first, "second")
    second.does(Change("note-delete", (Delete("note", TEA),)))
    merged = first.merges(second)
    assert merged.conflicts == 0
    assert first.texts() == []
    assert merged.effects.deleted == (RowRef("note", TEA),)


def test_a_theme_taken_away_here_stays_for_the_note_that_was_put_in_it_there(first: Laptop, copied: Copied) -> None:
    theme = uuid.UUID(int=5)
    first.does(add_theme(BOARD, "Food", theme_id=theme))
    second = copied(first, "second")
    second.does(add_note(BOARD, "Cake", theme_id=theme))
    first.does(Change("theme-delete", (Delete("theme", theme),)))
    merged = first.merges(second)
    assert merged.revived == (RowRef("theme", theme),)
    assert first.workshop.check() == []
    second.merges(first)
    assert second.state() == first.state()


def test_what_was_removed_for_good_here_does_not_come_back_from_there(first: Laptop, copied: Copied) -> None:
    first.does(add_note(BOARD, "Zwetschge-Geheimnis", note_id=TEA))
    second = copied(first, "second")
    second.does(edit_note(TEA, "Zwetschge-Geheimnis und mehr"), add_note(BOARD, "Cake"))
    first.does(remove_notes_for_good([TEA]))
    first.merges(second)
    assert first.texts() == ["Cake"]
    second.merges(first)
    assert second.texts() == ["Cake"]
    for laptop in (first, second):
        assert laptop.workshop.check() == []
        laptop.close()
        assert b"Zwetschge" not in laptop.path.read_bytes()


def test_a_note_that_took_in_a_removed_one_elsewhere_is_withheld_until_somebody_has_looked(
    first: Laptop, copied: Copied
) -> None:
    first.does(add_note(BOARD, "Tea", note_id=TEA), add_note(BOARD, "Zwetschge", note_id=CAKE))
    second = copied(first, "second")
    second.does(merge_notes(TEA, CAKE, {"text": "Tea. Zwetschge"}, ideas=(), hanging=Hanging()))
    first.does(remove_notes_for_good([CAKE]))
    assert first.merges(second).withheld == (RowRef("note", TEA),)
    (note,) = first.workshop.read(lambda reader: reader.find(Note))
    assert note.withheld
    first.does(edit_note(TEA, "Tea"), withhold_notes([TEA], on=False))
    second.merges(first)
    assert first.merges(second).withheld == ()
    assert second.texts() == ["Tea"]
    assert [note.withheld for note in second.workshop.read(lambda reader: reader.find(Note))] == [False]


def test_undo_takes_back_this_laptops_own_gesture_after_a_merge(first: Laptop, second: Laptop) -> None:
    first.does(add_note(BOARD, "Tea"))
    second.does(add_note(BOARD, "Cake"))
    merged = first.merges(second)
    assert merged.effects.undo is not None
    first.workshop.undo()
    assert first.texts() == ["Cake"]


def test_what_another_laptop_took_back_is_not_taken_back_once_more(first: Laptop, copied: Copied) -> None:
    first.does(add_note(BOARD, "Tea"))
    added = first.does(add_note(BOARD, "Cake")).group
    assert added is not None
    second = copied(first, "second")
    second.workshop.take_back(added)
    first.merges(second)
    assert first.texts() == ["Tea"]
    first.workshop.undo()
    assert first.texts() == []


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_out_of_the_log_to_its_last_bit(number: float) -> None:
    """SQLite reads numbers in a merge and Python reads them in a replay; older versions of SQLite differed."""
    connection = dbapi2.connect(":memory:")
    read = connection.execute("SELECT json_extract(?, '$.x')", (encode_details({"x": number}),)).fetchone()[0]
    connection.close()
    assert read == number
