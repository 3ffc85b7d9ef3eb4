"""No row, no log entry and no word about one ties a person to a ballot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from facilitator.domain.schema import ROOMS, shapes, table_of
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.store.log_tables import change, change_group, change_name, change_row
from facilitator.workshop.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

PEOPLE = {table_of(model).name for model in ROOMS["people"]} - {"room_table"}
BALLOTS = {"ballot", "mark"}


@pytest.fixture(scope="module")
def millbrook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """A programme as it happened: people arriving, answering, sitting down, and voting."""
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "m.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


def test_no_way_leads_from_a_ballot_to_a_person_or_back() -> None:
    points = {shape.name: {column.refers_to for column in shape.references} for shape in shapes().values()}
    assert points["mark"] == {"ballot", "option"}
    assert points["ballot"] == {"poll"}
    assert [name for name, to in points.items() if to & BALLOTS] == ["mark"]


def test_a_ballot_holds_its_number_and_channel_and_no_time_or_order() -> None:
    assert set(shapes()["ballot"].columns) == {"poll_id", "number", "channel", "state"}
    assert set(shapes()["mark"].columns) == {"ballot_id", "option_id", "value"}


def logged(reader: Reader) -> list[tuple[int, str, str]]:
    """Group, table and value of every change in the log."""
    query = (
        sa.select(change.c.grp, change_name.c.name, sa.func.coalesce(change.c.value, ""))
        .join(change_row, change_row.c.id == change.c.row)
        .join(change_name, change_name.c.id == change_row.c.table)
    )
    return [(group, name, str(value)) for group, name, value in reader.rows(query)]


def person_ids(reader: Reader) -> set[str]:
    return {row_id.hex for (row_id,) in reader.rows(sa.select(shapes()["participant"].table.c.id))}


def test_no_gesture_touches_a_person_and_a_ballot_together(millbrook: Workshop) -> None:
    groups: dict[int, set[str]] = {}
    for group, name, _ in millbrook.read(logged):
        groups.setdefault(group, set()).add(name)
    assert any(tables & BALLOTS for tables in groups.values())
    assert any(tables & PEOPLE for tables in groups.values())
    assert [tables for tables in groups.values() if tables & BALLOTS and tables & PEOPLE] == []


def test_nothing_logged_of_a_ballot_names_a_person(millbrook: Workshop) -> None:
    people = millbrook.read(person_ids)
    assert len(people) == 37
    said = [value for _, name, value in millbrook.read(logged) if name in BALLOTS]
    assert said
    ids = {found for value in said for found in re.findall(r"[0-9a-f]{32}", value)}
    assert ids
    assert not ids & people


def test_the_words_of_counting_name_nobody_and_say_nothing_of_a_vote(millbrook: Workshop) -> None:
    query = sa.select(change_group.c.code, change_group.c.details).where(change_group.c.code.like("ballot%"))
    details = {text for _, text in millbrook.read(lambda reader: reader.rows(query))}
    assert details
    for text in details:
        assert re.fullmatch(r'\{("ballots":\d+)?\}', text), text
