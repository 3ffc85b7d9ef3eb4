"""The plan of a session reads back in order, with clock times that follow and clashes said."""

from __future__ import annotations

import pickle
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import Change, Insert
from facilitator.domain.gestures.board import add_board
from facilitator.domain.gestures.people import add_person, tick_arrivals
from facilitator.domain.gestures.programme import (
    add_activity,
    add_session,
    edit_activity,
    edit_session,
    move_activities,
    remove_activity,
    remove_session,
)
from facilitator.domain.gestures.voting import add_poll
from facilitator.domain.ordering import after_last, moved
from facilitator.domain.people import Table
from facilitator.workshop.queries.counts import counts
from facilitator.workshop.queries.hanging import hanging_on
from facilitator.workshop.queries.plan import Plan, next_session_position, plan

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

SESSION, BOARD, POLL, WELCOME, BRAINSTORM, BREAK, TABLE = (uuid.uuid4() for _ in range(7))


@pytest.fixture
def hall(workshop: Workshop) -> Workshop:
    """A session of three blocks, the last of them held at 10:30."""
    workshop.apply(add_board("What would help?", board_id=BOARD))
    workshop.apply(add_poll("Which first?", poll_id=POLL))
    workshop.apply(add_session("Session 1", date="2027-01-14", starts_at="10:00", session_id=SESSION))
    workshop.apply(add_activity(SESSION, "Welcome", minutes=15, position=1, activity_id=WELCOME))
    workshop.apply(add_activity(SESSION, "Brainstorm", minutes=25, board_id=BOARD, position=2, activity_id=BRAINSTORM))
    workshop.apply(
        add_activity(SESSION, "Break", kind="break", minutes=15, fixed_start="10:30", position=3, activity_id=BREAK)
    )
    return workshop


def planned(workshop: Workshop) -> Plan:
    found = workshop.read(lambda reader: plan(reader, SESSION))
    assert found is not None
    return found


def times(workshop: Workshop) -> list[tuple[str, str]]:
    return [(block.starts, block.title) for block in planned(workshop).blocks]


def test_clock_times_follow_and_a_clash_is_said(hall: Workshop) -> None:
    found = planned(hall)
    assert times(hall) == [("10:00", "Welcome"), ("10:15", "Brainstorm"), ("10:30", "Break")]
    assert [(block.title, block.clash) for block in found.clashes] == [("Break", 10)]
    assert (found.ends, found.minutes) == ("10:45", 45)
    assert [block.uses for block in found.blocks] == ["", "What would help?", ""]
    hall.apply(edit_activity(BRAINSTORM, minutes=10, poll_id=POLL))
    assert [(block.gap, block.clash, block.uses) for block in planned(hall).blocks][1:] == [
        (0, 0, "Which first?"),
        (5, 0, ""),
    ]


def test_a_block_moves_up_and_down_and_the_times_follow(hall: Workshop) -> None:
    hall.apply(move_activities(moved(planned(hall).order, BRAINSTORM, -1)))
    assert times(hall) == [("10:00", "Brainstorm"), ("10:25", "Welcome"), ("10:30", "Break")]
    hall.apply(move_activities(moved(planned(hall).order, BRAINSTORM, 2)))
    assert [block.title for block in planned(hall).blocks] == ["Welcome", "Break", "Brainstorm"]
    hall.undo()
    hall.undo()
    assert [block.title for block in planned(hall).blocks] == ["Welcome", "Brainstorm", "Break"]


def test_without_a_start_the_times_are_minutes_into_the_session(hall: Workshop) -> None:
    hall.apply(edit_session(SESSION, starts_at=""))
    hall.apply(edit_activity(BREAK, fixed_start=""))
    assert [(block.starts, block.after) for block in planned(hall).blocks] == [("", 0), ("", 15), ("", 40)]
    assert planned(hall).ends == ""


def test_a_block_is_added_below_and_taken_away_while_its_board_stays(hall: Workshop) -> None:
    hall.apply(add_activity(SESSION, "Close", position=after_last(planned(hall).order)))
    assert planned(hall).blocks[-1].title == "Close"
    hall.apply(remove_activity(BRAINSTORM))
    assert [block.title for block in planned(hall).blocks] == ["Welcome", "Break", "Close"]
    assert hall.read(counts)["boards"] == 1


def test_a_session_goes_with_its_blocks_and_arrivals_and_comes_back_with_them(hall: Workshop) -> None:
    person = uuid.uuid4()
    hall.apply(add_person("Amina", participant_id=person))
    hall.apply(tick_arrivals(SESSION, [person]))
    hall.apply(Change("table-add", (Insert("room_table", TABLE, {"name": "Table 1", "session_id": SESSION}),)))
    before = planned(hall)
    hall.apply(remove_session(SESSION, hall.read(lambda reader: hanging_on(reader, "session", SESSION))))
    assert hall.read(lambda reader: plan(reader, SESSION)) is None
    assert hall.read(counts)["sessions"] == 0
    assert hall.check() == []
    table = hall.read(lambda reader: reader.get(Table, TABLE))
    assert table is not None
    assert table.session_id is None
    hall.undo()
    assert planned(hall) == before


def test_a_new_session_comes_after_the_others(hall: Workshop) -> None:
    hall.apply(edit_session(SESSION, position=4.0))
    assert hall.read(next_session_position) == 5.0


def test_the_plan_can_go_to_another_process(hall: Workshop) -> None:
    assert pickle.loads(pickle.dumps(planned(hall))) == planned(hall)
