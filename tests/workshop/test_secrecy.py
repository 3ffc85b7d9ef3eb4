"""What a ballot leaves behind: a number and the way it came in, and nothing that leads to a person."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Insert
from facilitator.domain.gestures.board import add_board
from facilitator.domain.schema import shapes
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def count_a_ballot(poll: uuid.UUID, number: int) -> Change:
    values = {"poll_id": poll, "number": number, "channel": "screen", "state": "counted"}
    return Change("ballot-count", (Insert("ballot", uuid.uuid4(), values),))


def test_the_log_keeps_the_day_of_a_ballot_and_not_the_minute(tmp_path: Path) -> None:
    now = 1_800_000_000_000
    with Workshop.new(tmp_path / "vote.workshop", "Vote", Places.under(tmp_path / "s"), clock=lambda: now) as workshop:
        poll = uuid.uuid4()
        workshop.apply(Change("poll-add", (Insert("poll", poll, {"question": "Which?"}),)))
        for number in (1, 2):
            now += 60_000 * number
            workshop.apply(count_a_ballot(poll, number))
        now += 60_000
        workshop.apply(add_board("And then?"))
        assert [entry.at for entry in reversed(workshop.history())] == [
            "2027-01-15T08:00:00+00:00",
            "2027-01-15T08:00:00+00:00",
            "2027-01-15",
            "2027-01-15",
            "2027-01-15T08:04:00+00:00",
        ]


def test_no_table_ties_a_person_to_a_ballot() -> None:
    reached = {"participant"}
    for shape in shapes().values():
        points_to = {column.refers_to for column in shape.references}
        assert not ({"ballot", "mark"} & points_to and reached & points_to), shape.name
    assert {column.refers_to for column in shapes()["ballot"].references} == {"poll"}
    assert {column.refers_to for column in shapes()["mark"].references} == {"ballot", "option"}


def test_a_laptop_is_not_known_by_its_owners_name(tmp_path: Path) -> None:
    assert Places.under(tmp_path / "s").device.name.startswith("Laptop ")
