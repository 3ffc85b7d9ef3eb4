"""The plan of a session: its timed blocks in order with the clock times that follow, and the board or vote of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Board
from facilitator.domain.programme import Activity, Session
from facilitator.domain.schedule import Block, clock_of, schedule
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.row import Row
    from facilitator.domain.schedule import Slot
    from facilitator.workshop.reader import Reader

_session, _activity = table_of(Session), table_of(Activity)


@dataclass(frozen=True, slots=True)
class BlockLine:
    """One timed block. `starts` and `ends` are HH:MM, or empty where no time of day is known; `after` is how many
    minutes into the session it begins. `gap` is how many minutes nothing is planned before it, `clash` how many the
    block before it would still need. `uses` is the question of its board or vote.
    """

    id: uuid.UUID
    kind: str
    title: str
    prompt: str
    minutes: int
    fixed_start: str
    group_format: str
    lead: str
    kit: str
    board_id: uuid.UUID | None
    poll_id: uuid.UUID | None
    uses: str
    position: float
    starts: str
    ends: str
    after: int
    gap: int
    clash: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A session with its blocks. `minutes` is from the start of the first to the end of the last, gaps included;
    `ends` is HH:MM, or empty.
    """

    session_id: uuid.UUID
    title: str
    date: str
    starts_at: str
    place: str
    purpose: str
    ends: str
    minutes: int
    blocks: tuple[BlockLine, ...]

    @property
    def order(self) -> tuple[tuple[uuid.UUID, float], ...]:
        """The blocks and their positions, as `domain.ordering.moved` wants them."""
        return tuple((block.id, block.position) for block in self.blocks)

    @property
    def clashes(self) -> tuple[BlockLine, ...]:
        """The blocks held at a time at which the one before them is still going on."""
        return tuple(block for block in self.blocks if block.clash)


def plan(reader: Reader, session_id: uuid.UUID) -> Plan | None:
    """A session's plan, or None when there is no such session."""
    session = reader.get(Session, session_id)
    if session is None:
        return None
    rows = reader.find(Activity, _activity.c.session_id == session_id, order_by=(_activity.c.position,))
    timed = schedule(session.starts_at, [Block(row.minutes, row.fixed_start) for row in rows])
    questions = _questions(reader, Board) | _questions(reader, Poll)
    blocks = tuple(
        _line(row, slot, questions, known=timed.known, opens=timed.starts)
        for row, slot in zip(rows, timed.slots, strict=True)
    )
    return Plan(
        session_id=session.id,
        title=session.title,
        date=session.date,
        starts_at=session.starts_at,
        place=session.place,
        purpose=session.purpose,
        ends=clock_of(timed.ends) if timed.known and blocks else "",
        minutes=timed.ends - timed.starts,
        blocks=blocks,
    )


def next_session_position(reader: Reader) -> float:
    """The place for a new session after all others."""
    last = reader.rows(sa.select(sa.func.max(_session.c.position)))[0][0]
    return (last or 0.0) + 1.0


def _questions(reader: Reader, model: type[Row]) -> dict[uuid.UUID, str]:
    table = table_of(model)
    return dict(reader.rows(sa.select(table.c.id, table.c.question)))


def _line(row: Activity, slot: Slot, questions: dict[uuid.UUID, str], *, known: bool, opens: int) -> BlockLine:
    used = row.poll_id or row.board_id
    return BlockLine(
        id=row.id,
        kind=row.kind,
        title=row.title,
        prompt=row.prompt,
        minutes=row.minutes,
        fixed_start=row.fixed_start,
        group_format=row.group_format,
        lead=row.lead,
        kit=row.kit,
        board_id=row.board_id,
        poll_id=row.poll_id,
        uses=questions.get(used, "") if used else "",
        position=row.position,
        starts=clock_of(slot.starts) if known else "",
        ends=clock_of(slot.ends) if known else "",
        after=slot.starts - opens,
        gap=slot.gap,
        clash=slot.clash,
    )
