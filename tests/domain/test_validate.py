"""What a Change is refused for before anything is written, each time in words a person can act on."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import Change, Delete, Insert
from facilitator.domain.errors import BadChange
from facilitator.domain.validate import validate

if TYPE_CHECKING:
    from facilitator.domain.change import Value


def of(table: str, **values: Value) -> Change:
    return Change("try", (Insert(table, uuid.uuid4(), values),))


@pytest.mark.parametrize("day", ["20260114", "2026-W03-3", "14/01/2026", "2026-1-4", "2026-02-30"])
def test_a_day_is_written_in_one_way_only(day: str) -> None:
    validate(of("session", date="2026-01-14"))
    with pytest.raises(BadChange, match="a day such as"):
        validate(of("session", date=day))


@pytest.mark.parametrize("time", ["09", "0930", "T0930", "9:30", "24:00"])
def test_a_time_is_written_in_one_way_only(time: str) -> None:
    validate(of("session", starts_at="09:30"))
    with pytest.raises(BadChange, match="a time such as"):
        validate(of("session", starts_at=time))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**400, -(10**400), True])
def test_a_number_is_one_that_a_file_can_hold(number: float) -> None:
    validate(of("story", position=1.7e308))
    with pytest.raises(BadChange, match="is a number"):
        validate(of("story", position=number))


def test_neither_the_names_nor_the_values_of_details_are_words_people_wrote() -> None:
    validate(Change("try", (), {"notes": 3, "kind": "polis-import"}))
    for details in ({"Yasmin said so": 1}, {"notes": "Yasmin said so"}):
        with pytest.raises(BadChange, match="never words that people wrote"):
            validate(Change("try", (), details))


def test_the_workshop_itself_is_not_taken_away() -> None:
    with pytest.raises(BadChange, match="Delete its file instead"):
        validate(Change("try", (Delete("programme", uuid.uuid4()),)))


def test_what_is_refused_is_named_as_a_person_would_write_it() -> None:
    with pytest.raises(BadChange, match=r"^The display name of this participant is [\d,]+ characters long"):
        validate(of("participant", display_name="A" * 5_000))
