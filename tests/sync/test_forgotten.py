"""S13: who was forgotten on one laptop, or on both, is forgotten on all, and an old stick brings nobody back."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from facilitator.domain.change import Change, Delete, Insert, RowRef
from facilitator.domain.gestures.board import add_board, add_note, edit_note, remove_notes_for_good
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.people import Participant
from facilitator.sync.forgotten import StillThere
from facilitator.sync.merged import nobody_waits
from facilitator.sync.merging import STEPS, merge, take_in
from facilitator.sync.outcome import Ticks
from facilitator.sync.quarantine import received
from facilitator.workshop.forgetting import Wanted, forget, take_out_of_backups
from facilitator.workshop.workshop import Workshop
from tests.sync.laptops import BOARD, Laptop

AMINA, SAID, ABOUT, MEANWHILE = (uuid.UUID(int=number) for number in (31, 32, 33, 35))
NAME = "Zwetschgella"
Copied = Callable[[Laptop, str], Laptop]


def knows(laptop: Laptop) -> None:
    """Amina is in the list, has said a note, and is spoken of in another."""
    laptop.does(Change("person-add", (Insert("participant", AMINA, {"display_name": NAME}),)))
    laptop.does(add_note(BOARD, "A bench", note_id=SAID), say_by_person([SAID], AMINA))
    laptop.does(add_note(BOARD, f"{NAME} rings the school", note_id=ABOUT))


def forgets(laptop: Laptop) -> None:
    forget(laptop.workshop, Wanted(AMINA, NAME, keep_words=True, everywhere=True))


def is_nowhere_on(laptop: Laptop) -> bool:
    people = laptop.workshop.read(lambda reader: [one.display_name for one in reader.find(Participant)])
    assert laptop.workshop.check() == []
    laptop.close()
    return NAME not in people and NAME.encode() not in laptop.path.read_bytes()


def test_who_was_forgotten_here_does_not_come_back_from_there(first: Laptop, copied: Copied) -> None:
    knows(first)
    second = copied(first, "second")
    second.does(edit_note(SAID, "A bench and a roof"), add_note(BOARD, "Her words", note_id=uuid.UUID(int=34)))
    second.does(say_by_person([uuid.UUID(int=34)], AMINA))
    forgets(first)
    first.merges(second)
    second.merges(first)
    assert is_nowhere_on(first)
    assert is_nowhere_on(second)
    assert first.state() == second.state()


def test_a_merge_cut_off_after_the_file_was_in_forgets_when_it_is_done_again(first: Laptop, copied: Copied) -> None:
    knows(first)
    second = copied(first, "second")
    second.does(add_note(BOARD, f"{NAME} wants a roof", note_id=MEANWHILE), say_by_person([MEANWHILE], AMINA))
    second.close()
    forgets(first)
    with received(second.path, first.places, first.workshop.file_id) as copy:
        take_in(first.workshop, copy, Ticks(nobody_waits, STEPS))
    first.merges(second)
    assert is_nowhere_on(first)


class CutOff(Workshop):
    """The battery ends when a file is in and nothing was said yet."""

    def take_in(self, work: Callable[[sa.Connection], bool]) -> bool:
        super().take_in(work)
        raise KeyboardInterrupt


def cut_off(laptop: Laptop, other: Laptop) -> None:
    for one in (laptop, other):
        one.close()
    with CutOff.open(laptop.path, laptop.places) as workshop, pytest.raises(KeyboardInterrupt):
        merge(workshop, [other.path], laptop.places)


def test_a_merge_cut_off_before_it_said_so_names_the_backups_that_hold_somebody_when_it_is_done_again(
    first: Laptop, copied: Copied
) -> None:
    knows(first)
    second = copied(first, "second")
    forgets(first)
    second.does(add_note(BOARD, f"ask {NAME} again", note_id=MEANWHILE))
    cut_off(second, first)
    merged = second.merges(first)
    left = merged.still_there
    assert left.people == (AMINA,)
    assert left.mentions == (RowRef("note", MEANWHILE),)
    assert merged.backup in left.backups
    assert take_out_of_backups(left.backups, second.places, left.gone) == []
    assert second.merges(first).still_there == StillThere()


def test_a_note_removed_for_good_is_told_of_when_a_merge_that_was_cut_off_is_done_again(
    first: Laptop, copied: Copied
) -> None:
    first.does(add_note(BOARD, "A disclosure", note_id=SAID))
    second = copied(first, "second")
    first.does(remove_notes_for_good([SAID]))
    cut_off(second, first)
    left = second.merges(first).still_there
    assert left.notes == (SAID,)
    assert left.backups


@pytest.mark.parametrize("keep_words", [True, False])
def test_notes_that_went_with_a_person_are_not_told_as_notes_removed_for_good(
    first: Laptop, copied: Copied, keep_words: bool
) -> None:
    knows(first)
    second = copied(first, "second")
    forget(first.workshop, Wanted(AMINA, NAME, keep_words=keep_words))
    left = second.merges(first).still_there
    assert (left.people, left.notes) == ((AMINA,), ())
    assert RowRef("note", SAID) in left.gone
    assert take_out_of_backups(left.backups, second.places, left.gone) == []
    assert second.workshop.backups_holding([AMINA, SAID]) == []


def test_who_was_forgotten_on_both_laptops_is_forgotten_once(first: Laptop, copied: Copied) -> None:
    knows(first)
    second = copied(first, "second")
    forgets(first)
    forgets(second)
    first.merges(second)
    second.merges(first)
    assert first.state() == second.state()
    assert first.conflicts() == []
    assert is_nowhere_on(first)
    assert is_nowhere_on(second)


def test_a_name_that_was_written_meanwhile_on_a_laptop_that_did_not_know_is_told_at_the_merge(
    first: Laptop, copied: Copied
) -> None:
    knows(first)
    second = copied(first, "second")
    forgets(first)
    second.does(add_note(BOARD, f"ask {NAME.upper()} again", note_id=MEANWHILE), add_note(BOARD, "A roof"))
    left = first.merges(second).still_there
    assert left.mentions == (RowRef("note", MEANWHILE),)
    assert (left.people, left.backups) == ((), ())


def test_a_laptop_that_hears_of_a_forgetting_tells_where_it_still_has_the_name_and_the_person(
    first: Laptop, copied: Copied
) -> None:
    knows(first)
    second = copied(first, "second")
    forgets(first)
    second.does(add_note(BOARD, f"ask {NAME} again", note_id=MEANWHILE))
    merged = second.merges(first)
    left = merged.still_there
    assert left.people == (AMINA,)
    assert left.mentions == (RowRef("note", MEANWHILE),)
    assert merged.backup in left.backups
    assert take_out_of_backups(left.backups, second.places, left.gone) == []
    assert second.workshop.backups_holding([AMINA]) == []
    assert second.merges(first).still_there == StillThere()


def test_a_name_that_was_taken_off_the_list_before_it_was_forgotten_elsewhere_is_known_from_the_history(
    first: Laptop, copied: Copied
) -> None:
    knows(first)
    second = copied(first, "second")
    forgets(first)
    second.does(Change("person-remove", (Delete("participant", AMINA),)))
    second.does(add_note(BOARD, f"ask {NAME} again", note_id=MEANWHILE))
    assert first.merges(second).still_there.mentions == (RowRef("note", MEANWHILE),)


def test_a_laptop_that_hears_of_a_note_removed_for_good_tells_which_backups_still_have_it(
    first: Laptop, copied: Copied
) -> None:
    first.does(add_note(BOARD, "A disclosure", note_id=SAID))
    second = copied(first, "second")
    first.does(remove_notes_for_good([SAID]))
    merged = second.merges(first)
    left = merged.still_there
    assert left.notes == (SAID,)
    assert merged.backup in left.backups
    assert take_out_of_backups(left.backups, second.places, left.gone) == []
    assert all(b"A disclosure" not in backup.path.read_bytes() for backup in second.workshop.backups())
    assert second.merges(first).still_there == StillThere()


def test_a_backup_that_knows_only_one_of_two_people_forgets_that_one(first: Laptop, copied: Copied) -> None:
    knows(first)
    first.workshop.back_up("by-hand")
    bashir = uuid.UUID(int=41)
    first.does(Change("person-add", (Insert("participant", bashir, {"display_name": "Bashir"}),)))
    second = copied(first, "second")
    second.workshop.back_up("by-hand")
    for person, name in ((AMINA, NAME), (bashir, "Bashir")):
        forget(second.workshop, Wanted(person, name, everywhere=True))
    left = first.merges(second).still_there
    assert len(left.backups) == 3
    assert take_out_of_backups(left.backups, first.places, left.gone) == []
    assert first.workshop.backups_holding([AMINA, bashir]) == []


def test_a_name_that_was_blacked_out_elsewhere_leaves_whatever_the_backups_here_say_it_in(
    first: Laptop, copied: Copied
) -> None:
    knows(first)
    first.does(add_board(f"Who rings {NAME}?"))
    second = copied(first, "second")
    forgets(first)
    left = second.merges(first).still_there
    assert left.backups
    assert take_out_of_backups(left.backups, second.places, left.gone) == []
    assert not any(NAME.encode() in path.read_bytes() for path in left.backups)
