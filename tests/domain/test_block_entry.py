"""A block typed in one line is understood as an organiser means it, and no line she pastes is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.block_entry import BlockEntry, read_block, read_blocks
from facilitator.domain.said_times import read_clock, read_day, read_minutes
from facilitator.domain.schedule import clock_of


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("Welcome 15", BlockEntry("Welcome", 15, kind="welcome")),
        ("Break 15 at 11:05", BlockEntry("Break", 15, "11:05", "break")),
        ("Break at 11.05", BlockEntry("Break", None, "11:05", "break")),
        ("Break at 11:05 15", BlockEntry("Break at 11:05", 15, kind="break")),
        ("11:05 Break, 15 min", BlockEntry("Break", 15, "11:05", "break")),
        ("Lunch 1h at 1", BlockEntry("Lunch", 60, "13:00", "break")),
        ("Lunch 1 h 30", BlockEntry("Lunch", 90, kind="break")),
        ("Look at the map (20 minutes)", BlockEntry("Look at the map", 20)),
        ("Look at the map", BlockEntry("Look at the map")),
        ("Read chapter 3, 15", BlockEntry("Read chapter 3", 15)),
        ("Room: chairs, a box for the vote 30 at 930", BlockEntry("Room: chairs, a box for the vote", 30, "09:30")),
        ("Dot vote, five each 10", BlockEntry("Dot vote, five each", 10, kind="vote")),
        ('Welcome back 15 "Who is new?"', BlockEntry("Welcome back", 15, kind="welcome", prompt="Who is new?")),
        ("Brainstorm 25 “Big letters.” ", BlockEntry("Brainstorm", 25, kind="brainstorm", prompt="Big letters.")),
        ('Try "Gate Wall"', BlockEntry('Try "Gate Wall"')),
        ("مرحبا 15", BlockEntry("مرحبا", 15)),
        ("استراحة ١٥", BlockEntry("استراحة", 15)),
        ("<b>Tea & cake</b> 5", BlockEntry("<b>Tea & cake</b>", 5, kind="break")),
    ],
)
def test_a_line_is_understood(line: str, understood: BlockEntry) -> None:
    assert read_block(line, "10:00") == understood


@pytest.mark.parametrize("line", ["", "  ", "15", "at 11:05", "15 at 11:05"])
def test_a_line_without_a_title_is_no_block(line: str) -> None:
    assert read_block(line) is None


def test_a_block_without_a_length_takes_ten_minutes() -> None:
    found = read_block("Welcome")
    assert found
    assert found.length == 10


def test_the_times_of_a_pasted_running_order_tell_the_lengths_and_hold_nothing() -> None:
    found = read_blocks(["10:00 Welcome", "10.15 – Read aloud", "10:25-10:50 Brainstorm", "Break 15 at 11:05"], "10:00")
    assert [(one.title, one.minutes, one.fixed_start) for one in found] == [
        ("Welcome", 15, ""),
        ("Read aloud", 10, ""),
        ("Brainstorm", 25, ""),
        ("Break", 15, "11:05"),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("9.30", "09:30"), ("9:30", "09:30"), ("930", "09:30"), ("0930", "09:30"), ("9am", "09:00"), ("9", "09:00"),
     ("9 pm", "21:00"), ("9.30 p.m.", "21:30"), ("12", "12:00"), ("12am", "00:00"), ("12.30pm", "12:30"),
     ("1330", "13:30"), ("13h30", "13:30"), ("2", "14:00"), ("02:00", "02:00"), ("24:00", "00:00"), ("", ""),
     ("٩:٣٠", "09:30")],
)  # fmt: skip
def test_a_time_is_read_as_it_is_written(written: str, meant: str) -> None:
    assert read_clock(written) == meant


@pytest.mark.parametrize("words", ["soon", "9:75", "25", "13pm", "0am", "12345", "9:3", "-9"])
def test_what_is_no_time_is_not_guessed(words: str) -> None:
    assert read_clock(words) is None


def test_the_half_of_the_day_is_the_one_near_the_session() -> None:
    assert read_clock("7", "18:30") == "19:00"
    assert read_clock("9.30", "10:00") == "09:30"
    assert read_clock("1.15", "10:00") == "13:15"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("14 Jan", "2027-01-14"), ("14 january 2028", "2028-01-14"), ("14/1", "2027-01-14"), ("14.1.27", "2027-01-14"),
     ("2027-01-14", "2027-01-14"), ("30 Nov", "2026-11-30"), ("Thursday 14 Jan", "2027-01-14"), ("tue", "2026-11-24"),
     ("tomorrow", "2026-11-24"), ("Monday", "2026-11-23"), ("", "")],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(written: str, meant: str) -> None:
    assert read_day(written, "2026-11-23") == meant


@pytest.mark.parametrize("words", ["31 Feb", "14 foo", "soon", "40/1", "2027-13-01"])
def test_what_is_no_day_is_not_guessed(words: str) -> None:
    assert read_day(words, "2026-11-23") is None


@pytest.mark.parametrize(
    ("written", "meant"), [("15", 15), ("15 min", 15), ("1h", 60), ("1 h 30", 90), ("2 hours", 120)]
)
def test_a_length_is_read_as_it_is_written(written: str, meant: int) -> None:
    assert read_minutes(written) == meant


@given(st.integers(0, 24 * 60 - 1).map(clock_of))
def test_a_time_in_full_means_itself_where_it_has_its_nought(clock: str) -> None:
    assert read_clock(clock, clock) == clock


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_without_a_fault_and_a_title_is_never_empty(line: str) -> None:
    for entry in (read_block(line), *read_blocks([line, line])):
        assert entry is None or entry.title.strip()
    assert read_clock(line) is None or len(read_clock(line) or "00:00") == 5


titles = st.text("abcdefgh مرحبا'&<", min_size=1).map(str.strip).filter(lambda title: title and title != "at")


@given(titles, st.integers(0, 24 * 60), st.integers(0, 24 * 60 - 1).map(clock_of))
def test_title_length_and_time_come_out_as_they_were_put_in(title: str, minutes: int, clock: str) -> None:
    found = read_block(f"{title} {minutes} at {clock}", clock)
    assert found
    assert (found.title, found.minutes, found.fixed_start) == (" ".join(title.split()), minutes, clock)


@pytest.mark.parametrize("line", ["1" * 20_000, "at 1 " * 5_000, "1h " * 8_000, "Welcome " + "9" * 1_999])
def test_a_line_that_is_no_block_at_all_is_a_title_and_no_more(line: str) -> None:
    entry = read_block(line)
    assert entry is not None
    assert (entry.minutes, entry.fixed_start) == (None, "")
