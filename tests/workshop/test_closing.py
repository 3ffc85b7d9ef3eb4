"""When people leave: what is still loose is listed, and what was promised begins the next session."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.attachment import Attachment
from facilitator.domain.change import Change, Insert
from facilitator.domain.programme import Activity
from facilitator.workshop.closing_session import carry
from facilitator.workshop.queries.closing import closing, promises
from facilitator.workshop.queries.plan import plan

if TYPE_CHECKING:
    from facilitator.domain.change import Value
    from facilitator.workshop.workshop import Workshop

BOARD, POLL, TODAY, NEXT = (uuid.UUID(int=number) for number in range(1, 5))
CROP = Attachment("image/png", b"\x89PNG\r\n\x1a\n" + b"a note on paper" * 40)
DAY = "2026-11-28"
TITLE = "What we promised"


def put(workshop: Workshop, table: str, **values: Value) -> uuid.UUID:
    row_id = uuid.uuid4()
    picture = (CROP,) if values.get("photo") else ()
    workshop.apply(Change("test-add", (Insert(table, row_id, values),), attachments=picture))
    return row_id


@pytest.fixture
def hall(workshop: Workshop) -> Workshop:
    """A session today, one in January, a board and a vote."""
    rows: list[tuple[str, uuid.UUID, dict[str, Value]]] = [
        ("session", TODAY, {"title": "Ideas", "date": DAY}),
        ("session", NEXT, {"title": "Trying out", "date": "2027-01-14", "position": 1.0}),
        ("board", BOARD, {"question": "What would help?"}),
        ("poll", POLL, {"question": "What first?", "state": "open", "answered_by": "The council", "answer_date": DAY}),
    ]
    workshop.apply(Change("test-add", tuple(Insert(table, row_id, values) for table, row_id, values in rows)))
    return workshop


def loose(workshop: Workshop) -> dict[str, tuple[uuid.UUID, ...]]:
    return {end.code: end.rows for end in workshop.read(lambda reader: closing(reader, DAY)).loose}


def carried(workshop: Workshop) -> Change | None:
    return workshop.read(lambda reader: carry(reader, NEXT, TITLE, promises(reader)))


def test_when_all_is_done_nothing_is_loose(hall: Workshop) -> None:
    put(hall, "note", board_id=BOARD, text="Tea")
    put(hall, "decision", what="Open on Sundays", outcome="keep", who="Amina", by_when="2027-01-01")
    put(hall, "decision", what="A slide", outcome="drop")
    assert loose(hall) == {}


def test_what_is_unread_unowned_or_parked_is_listed_with_where_it_is(hall: Workshop) -> None:
    expected = {
        "unread": (put(hall, "note", board_id=BOARD, photo=CROP.hash),),
        "face-down": (put(hall, "note", board_id=BOARD, text="Tea", face_down=True),),
        "parked": (put(hall, "note", board_id=BOARD, text="Later", parked=True),),
        "unowned": (
            put(hall, "decision", what="Open on Sundays", outcome="keep", who="Amina"),
            put(hall, "decision", what="More chairs", outcome="change", by_when="2027-01-01", position=1.0),
        ),
        "unanswered": (put(hall, "poll", question="Which day?", state="closed", answered_by="The council"),),
    }
    put(hall, "note", board_id=BOARD, text="A name", parked=True, withheld=True)
    put(hall, "poll", question="Not yet", state="draft")
    assert loose(hall) == expected


def test_paper_ballots_that_are_out_are_listed_until_the_vote_is_closed(hall: Workshop) -> None:
    put(hall, "ballot", poll_id=POLL, number=1, channel="paper", state="issued")
    put(hall, "ballot", poll_id=POLL, number=2, channel="paper", state="counted")
    assert loose(hall) == {"ballots-out": (POLL,)}


def test_promises_come_the_soonest_first_and_only_where_somebody_or_a_day_is_named(hall: Workshop) -> None:
    put(hall, "decision", what="Later", outcome="keep", who="Ben")
    put(hall, "decision", what="Soon", outcome="change", who="Amina", by_when="2026-11-01")
    put(hall, "decision", what="Nobody's", outcome="keep")
    put(hall, "decision", what="Dropped", outcome="drop", who="Amina")
    assert [one.what for one in hall.read(promises)] == ["Soon", "What first?", "Later"]


def test_promises_become_the_first_block_of_the_next_session(hall: Workshop) -> None:
    put(hall, "activity", session_id=NEXT, title="Welcome")
    put(hall, "decision", what="Open\non Sundays", outcome="keep", who="Amina", by_when="2027-01-01")
    found = hall.read(lambda reader: closing(reader, DAY))
    assert found.next_session is not None
    assert found.next_session.id == NEXT
    change = carried(hall)
    assert change is not None
    hall.apply(change)
    planned = hall.read(lambda reader: plan(reader, NEXT))
    assert planned is not None
    assert [block.title for block in planned.blocks] == [TITLE, "Welcome"]
    assert blocks(hall)[0].prompt == "What first? – The council – 2026-11-28\nOpen on Sundays – Amina – 2027-01-01"
    hall.undo()
    assert [block.title for block in blocks(hall)] == ["Welcome"]


def test_promises_are_carried_once_and_then_brought_up_to_date(hall: Workshop) -> None:
    first = carried(hall)
    assert first is not None
    hall.apply(first)
    assert carried(hall) is None
    put(hall, "decision", what="More chairs", outcome="keep", who="Ben")
    again = carried(hall)
    assert again is not None
    hall.apply(again)
    (block,) = blocks(hall)
    assert block.prompt.endswith("More chairs – Ben")


def test_more_promises_than_a_block_can_hold_are_counted(hall: Workshop) -> None:
    for number in range(9):
        put(hall, "decision", what=f"{number} " + "x" * 900, outcome="keep", who="Ben")
    change = carried(hall)
    assert change is not None
    hall.apply(change)
    assert blocks(hall)[0].prompt.endswith("\n+ 4")


def test_where_nothing_was_promised_nothing_is_carried(workshop: Workshop) -> None:
    assert workshop.read(lambda reader: carry(reader, NEXT, TITLE, promises(reader))) is None
    assert workshop.read(lambda reader: closing(reader, DAY)).next_session is None


def blocks(workshop: Workshop) -> list[Activity]:
    return sorted(workshop.read(lambda reader: reader.find(Activity)), key=lambda block: block.position)
