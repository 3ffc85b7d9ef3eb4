"""The programme room: the whole piece of work, its dated sessions, and the timed blocks of each."""

from __future__ import annotations

import uuid

from facilitator.domain import row
from facilitator.domain.row import Row


class Programme(Row, table=True):
    """The file's one root row; its id is the file's id."""

    title: str = row.text(300)
    place: str = row.text(300)
    area: str = row.text(300)
    purpose: str = row.text(5_000)
    languages: str = row.languages()


class Session(Row, table=True):
    """A dated meeting. Doors open at `doors_at`; by `ends_at` the room has to be empty."""

    title: str = row.text(300)
    date: str = row.date()
    starts_at: str = row.clock()
    ends_at: str = row.clock()
    doors_at: str = row.clock()
    place: str = row.text(300)
    purpose: str = row.text(5_000)
    position: float = row.number()


class Activity(Row, table=True):
    """A timed block of a session, in the order of `position`. `minutes` is its length; `fixed_start` holds it at a
    clock time.
    """

    session_id: uuid.UUID = row.part_of("session")
    kind: str = row.choice(
        "other",
        "welcome",
        "relationships",
        "purpose",
        "stories",
        "brainstorm",
        "group",
        "vote",
        "prototype",
        "break",
        "close",
    )
    title: str = row.text(300)
    prompt: str = row.text(5_000)
    minutes: int = row.whole(10, 0, 24 * 60)
    fixed_start: str = row.clock()
    group_format: str = row.choice("whole-room", "alone", "pairs", "tables")
    lead: str = row.text(300)
    kit: str = row.text(2_000)
    board_id: uuid.UUID | None = row.points_to("board")
    poll_id: uuid.UUID | None = row.points_to("poll")
    position: float = row.number()
