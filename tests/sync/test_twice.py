"""The same thing typed at two tables is offered for joining; the same number given out at two tables is told."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.people import Attendance, Consent, Participant
from facilitator.domain.voting import Ballot, Mark
from facilitator.workshop.queries.twice import join_rows, same_numbers, typed_twice
from facilitator.workshop.queries.voting import poll_result
from tests.sync.laptops import Laptop

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
