"""Blocks are added, moved, copied and made longer as the plan stands, and each step is taken back by one undo."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.block_entry import read_block, read_blocks
from facilitator.domain.errors import NotFound
from facilitator.domain.gestures.programme import add_activity, add_session, edit_activity, edit_session
from facilitator.workshop.queries import replanning
from facilitator.workshop.queries.plan import Plan, plan, usable
from facilitator.workshop.queries.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.change import Change
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

SESSION, AGAIN, NEW = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
LINES = ("Welcome 15", "Brainstorm 25", "Break 15 at 11:05")


@pytest.fixture
def hall(workshop: Workshop) -> Workshop:
    workshop.apply(add_session("Ideas", date="2027-01-14", starts_at="10:00", ends_at="12:30", session_id=SESSION))
    do(workshop, lambda reader: replanning.adding(reader, SESSION, read_blocks(LINES), [uuid.uuid4() for _ in LINES]))
    return workshop


def do(workshop: Workshop, make: Callable[[Reader], Change]) -> None:
    workshop.apply(workshop.read(make))


def planned(workshop: Workshop, session: uuid.UUID = SESSION) -> Plan:
    found = workshop.read(lambda reader: plan(reader, session))
    assert found
    return found


def titles(workshop: Workshop) -> list[tuple[str, str]]:
    return [(block.starts, block.title) for block in planned(workshop).blocks]


def test_typed_lines_become_blocks_in_their_order_by_one_step(hall: Workshop) -> None:
    assert titles(hall) == [("10:00", "Welcome"), ("10:15", "Brainstorm"), ("11:05", "Break")]
    hall.undo()
    assert titles(hall) == []


def test_a_block_is_added_right_below_another(hall: Workshop) -> None:
    first = planned(hall).blocks[0].id
    entry = read_block("Read aloud 10")
    assert entry
    do(hall, lambda reader: replanning.adding(reader, SESSION, [entry], [NEW], below=first))
    assert [title for _, title in titles(hall)] == ["Welcome", "Read aloud", "Brainstorm", "Break"]


def test_a_copy_stands_below_even_where_blocks_share_their_number_and_is_held_at_no_time(hall: Workshop) -> None:
    for block in planned(hall).blocks:
        hall.apply(edit_activity(block.id, position=0.0))
    third = planned(hall).blocks[1]
    do(hall, lambda reader: replanning.copying(reader, third.id, NEW))
    blocks = planned(hall).blocks
    assert [block.title for block in blocks].index(third.title) + 1 == [block.id for block in blocks].index(NEW)
    copy = next(block for block in blocks if block.id == NEW)
    assert (copy.title, copy.minutes, copy.fixed_start) == (third.title, third.minutes, "")
    hall.undo()
    assert len(planned(hall).blocks) == 3


def test_minutes_never_fall_below_nothing_and_two_quick_presses_both_count(hall: Workshop) -> None:
    first = planned(hall).blocks[0].id
    for by in (5, 5):
        do(hall, lambda reader, by=by: replanning.lengthening(reader, first, by))
    assert planned(hall).blocks[0].minutes == 25
    do(hall, lambda reader: replanning.lengthening(reader, first, -100))
    assert planned(hall).blocks[0].minutes == 0


def test_a_block_moves_and_the_times_follow(hall: Workshop) -> None:
    first = planned(hall).blocks[0].id
    do(hall, lambda reader: replanning.moving(reader, first, 1))
    assert titles(hall)[:2] == [("10:00", "Brainstorm"), ("10:25", "Welcome")]


def test_the_same_again_next_week_has_the_same_blocks(hall: Workshop) -> None:
    do(hall, lambda reader: replanning.repeating(reader, SESSION, AGAIN))
    copy = planned(hall, AGAIN)
    assert (copy.date, copy.starts_at, copy.ends_at) == ("2027-01-21", "10:00", "12:30")
    assert [(block.starts, block.title) for block in copy.blocks] == titles(hall)
    assert not {block.id for block in copy.blocks} & {block.id for block in planned(hall).blocks}
    assert [one.id for one in hall.read(sessions)] == [SESSION, AGAIN]
    hall.undo()
    assert [one.id for one in hall.read(sessions)] == [SESSION]


def test_the_plan_says_by_how_much_it_is_late_for_the_room(hall: Workshop) -> None:
    assert planned(hall).late == 0
    hall.apply(edit_session(SESSION, ends_at="11:10"))
    assert (planned(hall).ends, planned(hall).late) == ("11:20", 10)


def test_getting_the_room_ready_is_not_part_of_how_long_the_session_takes(hall: Workshop) -> None:
    hall.apply(add_activity(SESSION, "Room", minutes=30, fixed_start="09:30", position=-1.0))
    assert (planned(hall).minutes, planned(hall).lasts) == (110, 80)


def test_who_leads_a_block_is_offered_for_the_next(hall: Workshop) -> None:
    hall.apply(add_activity(SESSION, "Read", lead="Amina"))
    assert hall.read(usable).leads == ("Amina",)


def test_what_is_gone_is_said_to_be_gone(hall: Workshop) -> None:
    with pytest.raises(NotFound):
        do(hall, lambda reader: replanning.moving(reader, NEW, 1))
    with pytest.raises(NotFound):
        do(hall, lambda reader: replanning.repeating(reader, NEW, AGAIN))
