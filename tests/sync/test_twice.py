"""The same thing typed at two tables is offered for joining; the same number given out at two tables is told."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest

from facilitator.domain.change import Change, Delete, Insert, Set
from facilitator.domain.gestures.board import add_note, colour_notes
from facilitator.domain.gestures.counting import correct_ballot
from facilitator.domain.gestures.voting import count_ballot, spoil_ballot
from facilitator.domain.people import Attendance, Consent, Participant
from facilitator.domain.voting import Ballot, Mark
from facilitator.workshop.queries.choosing import keep_version
from facilitator.workshop.queries.closing import closing
from facilitator.workshop.queries.conflict_view import apart, conflict_views
from facilitator.workshop.queries.entry import corrected, spoilt
from facilitator.workshop.queries.read_twice import read_twice
from facilitator.workshop.queries.twice import join_rows, same_numbers, typed_twice
from facilitator.workshop.queries.voting import poll_result
from tests.sync.laptops import BOARD, Laptop

Copied = Callable[[Laptop, str], Laptop]
SESSION, POLL, OPTION, BALLOT, AMINA, AMINA_TOO = (uuid.UUID(int=number) for number in range(20, 26))


def insert(table: str, row: uuid.UUID | None = None, **values: object) -> Change:
    return Change(f"{table.replace('_', '-')}-add", (Insert(table, row or uuid.uuid4(), values),))  # pyright: ignore[reportArgumentType]


def arrives(who: uuid.UUID) -> Change:
    return insert("attendance", participant_id=who, session_id=SESSION)


def test_a_person_typed_on_two_laptops_is_offered_and_joined(first: Laptop, copied: Copied) -> None:
    first.does(insert("session", SESSION))
    second = copied(first, "second")
    first.does(insert("participant", AMINA, display_name="Amina"), arrives(AMINA))
    second.does(insert("participant", AMINA_TOO, display_name="amina ", languages="so"), arrives(AMINA_TOO))
    second.does(insert("consent", participant_id=AMINA_TOO, use="notes", answer="yes", asked_on="2026-01-14"))
    first.merges(second)
    (pair,) = first.workshop.read(typed_twice)
    first.does(first.workshop.read(lambda reader: join_rows(reader, pair)))
    (amina,) = first.workshop.read(lambda reader: reader.find(Participant))
    assert (amina.display_name.strip().casefold(), amina.languages) == ("amina", "so")
    assert {row.participant_id for row in first.workshop.read(lambda reader: reader.find(Attendance))} == {amina.id}
    assert {row.participant_id for row in first.workshop.read(lambda reader: reader.find(Consent))} == {amina.id}
    assert first.workshop.read(typed_twice) == []
    first.workshop.undo()
    assert len(first.workshop.read(typed_twice)) == 1
    assert first.workshop.check() == []


def test_two_people_of_one_name_typed_on_one_laptop_are_two_people(first: Laptop) -> None:
    first.does(
        insert("participant", AMINA, display_name="Amina"), insert("participant", AMINA_TOO, display_name="Amina")
    )
    assert first.workshop.read(typed_twice) == []


def a_vote(first: Laptop) -> None:
    first.does(
        insert("poll", POLL, question="Which?", state="open"), insert("option", OPTION, poll_id=POLL, text="Tea")
    )


def a_ballot(row: uuid.UUID | None = None, number: int = 1, state: str = "issued") -> Change:
    return insert("ballot", row, poll_id=POLL, number=number, channel="paper", state=state)


def test_two_people_who_really_are_two_are_not_asked_about_once_one_has_another_name(
    first: Laptop, copied: Copied
) -> None:
    second = copied(first, "second")
    first.does(insert("participant", AMINA, display_name="Amina"))
    second.does(insert("participant", AMINA_TOO, display_name="Amina"))
    first.merges(second)
    assert len(first.workshop.read(typed_twice)) == 1
    first.does(Change("participant-edit", (Set("participant", AMINA_TOO, {"display_name": "Amina K."}),)))
    assert first.workshop.read(typed_twice) == []


def test_two_ballots_with_one_number_are_both_kept_and_told(first: Laptop, copied: Copied) -> None:
    a_vote(first)
    second = copied(first, "second")
    first.does(a_ballot())
    second.does(a_ballot(), a_ballot(number=2))
    first.merges(second)
    assert first.workshop.read(lambda reader: reader.count(Ballot)) == 3
    (same,) = first.workshop.read(same_numbers)
    assert (same.table, same.part_of, same.number, len(same.rows)) == ("ballot", POLL, 1, 2)


def test_one_ballot_typed_in_on_both_laptops_counts_once(first: Laptop, copied: Copied) -> None:
    a_vote(first)
    first.does(a_ballot(BALLOT, state="counted"))
    second = copied(first, "second")
    for laptop in (first, second):
        laptop.does(insert("mark", ballot_id=BALLOT, option_id=OPTION, value=1))
    first.merges(second)
    assert first.workshop.read(lambda reader: reader.count(Mark)) == 2
    result = first.workshop.read(lambda reader: poll_result(reader, POLL))
    assert result is not None
    assert result.options[0].counts["agree"] == 1
    assert first.workshop.check() == []


OTHER = uuid.UUID(int=30)


def counted_apart(first: Laptop, copied: Copied, here: uuid.UUID, there: uuid.UUID) -> Laptop:
    """One ballot that both laptops counted, each with what it read; another that only one of them has."""
    a_vote(first)
    first.does(insert("option", OTHER, poll_id=POLL, text="Coffee", place=2), a_ballot(BALLOT), a_ballot(number=2))
    second = copied(first, "second")
    first.does(count_ballot(BALLOT, {here: 1}))
    second.does(count_ballot(BALLOT, {there: 1}))
    first.merges(second)
    return second


def test_a_ballot_that_two_laptops_read_differently_is_told_until_it_is_counted_once_more(
    first: Laptop, copied: Copied
) -> None:
    second = counted_apart(first, copied, OPTION, OTHER)
    (ballot,) = first.workshop.read(read_twice)
    assert (ballot.id, ballot.poll_id, ballot.number) == (BALLOT, POLL, 1)
    assert [(one.table, one.number, one.within) for one in first.workshop.read(apart).numbers] == [
        ("mark", 1, "Which?")
    ]
    loose = first.workshop.read(lambda reader: closing(reader, "2026-01-14")).loose
    assert [one.rows for one in loose if one.code == "read-twice"] == [(BALLOT,)]
    marks = [mark.id for mark in first.workshop.read(lambda reader: reader.find(Mark))]
    first.does(correct_ballot(POLL, BALLOT, marks, {OTHER: 1}))
    second.merges(first)
    assert first.workshop.read(read_twice) == second.workshop.read(read_twice) == []


def test_a_ballot_that_two_laptops_read_alike_is_nothing_to_look_at(first: Laptop, copied: Copied) -> None:
    counted_apart(first, copied, OPTION, OPTION)
    assert first.workshop.read(read_twice) == []


def test_whoever_chooses_whether_a_note_stays_is_told_which_note_it_is(first: Laptop, copied: Copied) -> None:
    first.does(add_note(BOARD, "Tea", note_id=AMINA))
    second = copied(first, "second")
    first.does(Change("note-remove", (Delete("note", AMINA),)))
    second.does(colour_notes([AMINA], 3))
    first.merges(second)
    (choice,) = first.workshop.read(conflict_views)
    assert (choice.column, choice.about, choice.within) == ("deleted", "Tea", "What would help?")


def test_a_ballot_to_choose_about_says_its_number(first: Laptop, copied: Copied) -> None:
    a_vote(first)
    first.does(a_ballot(BALLOT, number=7))
    second = copied(first, "second")
    first.does(count_ballot(BALLOT, {OPTION: 1}))
    second.does(spoil_ballot(BALLOT))
    first.merges(second)
    (choice,) = first.workshop.read(conflict_views)
    assert (choice.about, choice.within) == ("7", "Which?")


def both_count(first: Laptop, copied: Copied, here: dict[uuid.UUID, int], there: dict[uuid.UUID, int]) -> Laptop:
    """One ballot that both laptops counted, each with what it read, before either has heard of the other."""
    a_vote(first)
    first.does(a_ballot(BALLOT))
    second = copied(first, "second")
    first.does(count_ballot(BALLOT, here))
    second.does(count_ballot(BALLOT, there))
    return second


@pytest.mark.parametrize("blank_here", [True, False])
def test_a_ballot_that_one_laptop_read_as_blank_is_told_until_it_is_counted_once_more(
    first: Laptop, copied: Copied, blank_here: bool
) -> None:
    readings = [{}, {OPTION: 1}] if blank_here else [{OPTION: 1}, {}]
    second = both_count(first, copied, *readings)
    first.merges(second)
    second.merges(first)
    for laptop in (first, second):
        assert [one.id for one in laptop.workshop.read(read_twice)] == [BALLOT]
    first.does(first.workshop.read(lambda reader: corrected(reader, POLL, 1, {OPTION: 1})))
    assert first.workshop.read(read_twice) == []
    first.workshop.undo()
    assert [one.id for one in first.workshop.read(read_twice)] == [BALLOT]
    first.workshop.redo()
    second.merges(first)
    assert first.workshop.read(read_twice) == second.workshop.read(read_twice) == []
    assert first.workshop.check() == second.workshop.check() == []


def test_a_ballot_that_both_laptops_read_as_blank_is_nothing_to_look_at(first: Laptop, copied: Copied) -> None:
    second = both_count(first, copied, {}, {})
    first.merges(second)
    assert first.workshop.read(read_twice) == []


def test_a_slip_that_was_put_right_before_the_laptops_came_together_is_nothing_to_look_at(
    first: Laptop, copied: Copied
) -> None:
    second = both_count(first, copied, {OPTION: 1}, {})
    second.does(second.workshop.read(lambda reader: corrected(reader, POLL, 1, {OPTION: 1})))
    first.merges(second)
    assert first.workshop.read(read_twice) == []
    assert first.workshop.check() == []


def test_a_correction_that_is_taken_back_or_a_choice_between_spoilt_and_counted_is_no_reading(
    first: Laptop, copied: Copied
) -> None:
    a_vote(first)
    first.does(a_ballot(BALLOT), a_ballot(number=2))
    second = copied(first, "second")
    first.does(count_ballot(BALLOT, {OPTION: 1}))
    second.does(second.workshop.read(lambda reader: spoilt(reader, POLL, 1)))
    second.merges(first)
    (torn,) = second.conflicts()
    counted = [version.value for version in torn.versions].index("counted") + 1
    second.does(second.workshop.read(lambda reader: keep_version(reader, torn.id, counted)))
    assert second.workshop.read(read_twice) == []
    second.does(second.workshop.read(lambda reader: corrected(reader, POLL, 1, None)))
    second.workshop.undo()
    assert second.workshop.read(read_twice) == []


@pytest.mark.parametrize("first_try", [{OPTION: 1}, None])
def test_a_sheet_that_is_counted_once_more_after_a_correction_was_taken_back_is_settled(
    first: Laptop, copied: Copied, first_try: dict[uuid.UUID, int] | None
) -> None:
    second = both_count(first, copied, {}, {OPTION: 1})
    first.merges(second)
    first.does(first.workshop.read(lambda reader: corrected(reader, POLL, 1, first_try)))
    first.workshop.undo()
    assert [one.id for one in first.workshop.read(read_twice)] == [BALLOT]
    first.does(first.workshop.read(lambda reader: corrected(reader, POLL, 1, {OPTION: 1})))
    assert first.workshop.read(read_twice) == []
    assert first.workshop.check() == []


def test_a_blank_sheet_that_is_counted_once_more_as_marked_is_settled_too(first: Laptop, copied: Copied) -> None:
    second = both_count(first, copied, {}, {OPTION: 1})
    first.merges(second)
    for values in ({}, {OPTION: 1}):
        first.does(first.workshop.read(lambda reader, values=values: corrected(reader, POLL, 1, values)))
        assert first.workshop.read(read_twice) == []
