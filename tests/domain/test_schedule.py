"""Clock times follow from the start and the minutes; what is held at a time stays there, and gaps and clashes are
said.
"""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.schedule import Block, clock_of, late, minutes_of, schedule

clocks = st.integers(0, 24 * 60 - 1).map(clock_of)
lengths = st.integers(0, 300)
blocks = st.lists(st.builds(Block, lengths, st.just("") | clocks), max_size=12)
loose = st.lists(st.builds(Block, lengths), max_size=12)


def test_each_activity_begins_when_the_one_before_it_ends() -> None:
    planned = schedule("10:00", [Block(15), Block(10), Block(25)])

    assert [clock_of(slot.starts) for slot in planned.slots] == ["10:00", "10:15", "10:25"]
    assert (planned.known, clock_of(planned.ends)) == (True, "10:50")
    assert all(slot.gap == slot.clash == 0 for slot in planned.slots)


def test_a_break_held_at_its_time_shows_the_gap_before_it_and_what_follows_goes_on_from_there() -> None:
    planned = schedule("10:00", [Block(50), Block(15, "11:05"), Block(10)])

    assert [(clock_of(slot.starts), slot.gap, slot.clash) for slot in planned.slots] == [
        ("10:00", 0, 0),
        ("11:05", 15, 0),
        ("11:20", 0, 0),
    ]


def test_what_runs_into_a_fixed_time_clashes_and_nothing_is_moved() -> None:
    planned = schedule("10:00", [Block(70), Block(15, "11:05"), Block(10)])

    assert [(clock_of(slot.starts), slot.gap, slot.clash) for slot in planned.slots] == [
        ("10:00", 0, 0),
        ("11:05", 0, 5),
        ("11:20", 0, 0),
    ]


def test_doors_open_before_the_session_and_the_first_activity_waits_for_its_start() -> None:
    planned = schedule("10:00", [Block(10, "09:40"), Block(15)])

    assert [(clock_of(slot.starts), slot.gap) for slot in planned.slots] == [("09:40", 0), ("10:00", 10)]
    assert clock_of(planned.starts) == "09:40"


def test_without_a_start_the_first_fixed_time_says_when_to_begin() -> None:
    planned = schedule("", [Block(20), Block(10), Block(15, "11:00")])

    assert [clock_of(slot.starts) for slot in planned.slots] == ["10:30", "10:50", "11:00"]


def test_with_no_time_of_day_at_all_minutes_are_counted_from_the_beginning() -> None:
    planned = schedule("", [Block(20), Block(10)])

    assert not planned.known
    assert [slot.starts for slot in planned.slots] == [0, 20]
    assert schedule("", []).slots == ()


def test_an_evening_may_go_on_past_midnight() -> None:
    assert clock_of(schedule("23:30", [Block(60)]).ends) == "00:30"


def test_a_session_that_goes_on_after_the_room_has_to_be_empty_is_late_by_so_much() -> None:
    planned = schedule("10:00", [Block(150), Block(4)])
    assert late(planned, "12:30") == 4
    assert late(planned, "12:34") == late(planned, "") == 0
    assert late(schedule("", [Block(150)]), "12:30") == 0
    assert late(schedule("23:30", [Block(60)]), "00:15") == 15
    assert late(schedule("10:00", []), "09:00") == 0


@given(clocks, loose)
def test_blocks_that_may_move_follow_one_another_and_take_their_minutes_together(
    starts_at: str, planned: list[Block]
) -> None:
    found = schedule(starts_at, planned)
    assert all(before.ends == slot.starts for before, slot in pairwise(found.slots))
    assert found.ends - found.starts == sum(block.minutes for block in planned)


@given(st.just("") | clocks, blocks)
def test_every_activity_keeps_its_length_and_a_fixed_one_its_time(starts_at: str, planned: list[Block]) -> None:
    found = schedule(starts_at, planned)

    assert len(found.slots) == len(planned)
    for block, slot in zip(planned, found.slots, strict=True):
        assert slot.ends - slot.starts == block.minutes
        assert not block.fixed_start or clock_of(slot.starts) == block.fixed_start


@given(clocks, blocks)
def test_gap_and_clash_account_for_every_minute_between_two_activities(starts_at: str, planned: list[Block]) -> None:
    found = schedule(starts_at, planned)

    for before, slot in pairwise(found.slots):
        assert slot.starts == before.ends + slot.gap - slot.clash
        assert not (slot.gap and slot.clash)


@given(clocks, blocks)
def test_nothing_that_can_move_clashes_or_begins_before_the_session(starts_at: str, planned: list[Block]) -> None:
    for block, slot in zip(planned, schedule(starts_at, planned).slots, strict=True):
        if not block.fixed_start:
            assert slot.clash == 0
            assert slot.starts >= minutes_of(starts_at)


@given(clocks, loose, st.integers(0, 300))
def test_starting_later_moves_everything_that_is_not_fixed_by_as_much(
    starts_at: str, planned: list[Block], later: int
) -> None:
    moved = schedule(clock_of(minutes_of(starts_at)), planned)
    start = minutes_of(starts_at) + later
    if start < 24 * 60:
        shifted = schedule(clock_of(start), planned)
        assert [slot.starts for slot in shifted.slots] == [slot.starts + later for slot in moved.slots]


@given(clocks)
def test_a_time_of_day_is_read_as_it_was_written(clock: str) -> None:
    assert clock_of(minutes_of(clock)) == clock
