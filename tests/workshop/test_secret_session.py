"""After a whole session of counting, by every way there is, no row and no log entry ties a person to a ballot."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from facilitator.domain.gestures.counting import reopen_poll
from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.voting import Choice, add_poll, close_poll
from facilitator.domain.schema import ROOMS, shapes, table_of
from facilitator.store.log_tables import change, change_group, change_name, change_row
from facilitator.workshop.giving_out import more_ballots
from facilitator.workshop.queries.entry import (
    assisted,
    ballot_box,
    corrected,
    counted_in,
    show_of_hands,
    spoilt,
    tokens,
)
from facilitator.workshop.queries.options import opened

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

POLL = uuid.uuid4()
PEOPLE = {table_of(model).name for model in ROOMS["people"]} - {"room_table"}
VOTES = {"ballot", "mark"}


@pytest.fixture
def counted(workshop: Workshop) -> Workshop:
    """People are listed and vote on paper, with help, by hands and by tokens; one ballot is corrected, one undone."""
    for number in range(6):
        workshop.apply(add_person(f"Person {number}"))
    choices = [Choice("Benches"), Choice("Shade")]
    workshop.apply(add_poll("What do you think?", choices, poll_id=POLL))
    box = workshop.read(lambda reader: ballot_box(reader, POLL))
    assert box is not None
    one, two = (line.id for line in box.lines)
    for make in (
        lambda reader: more_ballots(reader, POLL, 6),
        lambda reader: opened(reader, POLL),
        lambda reader: counted_in(reader, POLL, 1, {one: 1, two: -1}),
        lambda reader: counted_in(reader, POLL, 2, {one: 0}),
        lambda reader: spoilt(reader, POLL, 3),
        lambda reader: assisted(reader, POLL, {two: 1}),
        lambda reader: show_of_hands(reader, POLL, {one: 3}, {two: 2}, {two: 1}),
        lambda reader: tokens(reader, POLL, {one: 4}),
        lambda _reader: close_poll(POLL),
        lambda _reader: reopen_poll(POLL),
        lambda reader: corrected(reader, POLL, 1, {one: -1}),
        lambda reader: corrected(reader, POLL, 3, {two: 1}),
    ):
        workshop.apply(workshop.read(make))
    workshop.undo()
    return workshop


def logged(reader: Reader) -> list[tuple[int, str, str, str]]:
    """Group, table, row and value of every change in the log."""
    query = (
        sa.select(change.c.grp, change_name.c.name, change_row.c.uuid, sa.func.coalesce(change.c.value, ""))
        .join(change_row, change_row.c.id == change.c.row)
        .join(change_name, change_name.c.id == change_row.c.table)
    )
    return [(group, name, str(row), str(value)) for group, name, row, value in reader.rows(query)]


def ids(reader: Reader, tables: set[str]) -> set[str]:
    """The ids of all rows of some tables, as they are written."""
    return {row_id.hex for name in tables for (row_id,) in reader.rows(sa.select(shapes()[name].table.c.id))}


def test_no_row_holds_both_a_person_and_a_ballot(counted: Workshop) -> None:
    people, ballots = counted.read(lambda reader: (ids(reader, PEOPLE), ids(reader, VOTES)))
    assert len(people) == 6
    assert len(ballots) > 12
    for name, shape in shapes().items():
        for row in counted.read(lambda reader, table=shape.table: reader.rows(sa.select(table))):
            held = {str(getattr(value, "hex", value)) for value in row}
            assert not (held & people and held & ballots), name


def test_no_entry_of_the_log_holds_both(counted: Workshop) -> None:
    entries = counted.read(logged)
    people = counted.read(lambda reader: ids(reader, PEOPLE))
    groups: dict[int, set[str]] = {}
    for group, name, _, value in entries:
        groups.setdefault(group, set()).add(name)
        if name in VOTES:
            assert not any(person in value for person in people)
    assert any(tables & VOTES for tables in groups.values())
    assert not any(tables & VOTES and tables & PEOPLE for tables in groups.values())


def test_the_words_of_the_log_say_how_many_and_never_what_or_who(counted: Workshop) -> None:
    query = sa.select(change_group.c.code, change_group.c.details)
    told = {
        (code, details)
        for code, details in counted.read(lambda reader: reader.rows(query))
        if code.startswith(("ballot", "hands", "tokens"))
    }
    poll = f'{{"poll":"{POLL.hex}"}}'
    assert told == {
        ("ballots-issue", '{"ballots":6}'),
        ("ballot-count", "{}"),
        ("ballot-spoil", "{}"),
        ("ballot-assist", "{}"),
        ("ballot-correct", poll),
        ("hands-count", '{"hands":6}'),
        ("tokens-count", '{"tokens":4}'),
    }


def test_every_entry_about_a_ballot_has_a_day_and_no_minute(counted: Workshop) -> None:
    about = [entry for entry in counted.history() if entry.code.startswith(("ballot", "hands", "tokens"))]
    assert len(about) >= 9
    assert all(len(entry.at) == len("2027-01-14") for entry in about)
