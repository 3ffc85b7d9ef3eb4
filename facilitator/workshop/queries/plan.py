"""The plan of a session: its timed blocks in order with the clock times that follow, and the board or vote of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Board
from facilitator.domain.programme import Activity, Session
from facilitator.domain.schedule import DAY, Block, clock_of, late, minutes_of, schedule
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll
from facilitator.workshop.queries.consent import consents

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.domain.row import Row
    from facilitator.domain.schedule import Slot
    from facilitator.workshop.reader import Reader

_session, _activity = table_of(Session), table_of(Activity)


@dataclass(frozen=True, slots=True)
class BlockLine:
    """One timed block. `starts` and `ends` are HH:MM, or empty where no time of day is known; `after` is how many
    minutes into the session it begins. `gap` is how many minutes nothing is planned before it, `clash` how many the
    block before it would still need. `uses` is the question of its vote, or else of its board.
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
    `ends` (HH:MM, or empty) is when the last of them ends, `ends_at` by when the room has to be empty, and `late` how
    many minutes lie between the two.
    """

    session_id: uuid.UUID
    title: str
    date: str
    starts_at: str
    ends_at: str
    doors_at: str
    place: str
    purpose: str
    ends: str
    minutes: int
    late: int
    blocks: tuple[BlockLine, ...]

    @property
    def order(self) -> tuple[tuple[uuid.UUID, float], ...]:
        """The blocks and their positions, as `domain.ordering.moved` wants them."""
        return tuple((block.id, block.position) for block in self.blocks)

    @property
    def lasts(self) -> int:
        """How many minutes the session takes: getting the room ready before it begins does not count."""
        if not (self.starts_at and self.ends):
            return self.minutes
        return (minutes_of(self.ends) - minutes_of(self.starts_at)) % DAY

    @property
    def clashes(self) -> tuple[BlockLine, ...]:
        """The blocks held at a time at which the one before them is still going on."""
        return tuple(block for block in self.blocks if block.clash)


def plan(reader: Reader, session_id: uuid.UUID) -> Plan | None:
    """A session's plan, or None when there is no such session."""
    session = reader.get(Session, session_id)
    if session is None:
        return None
    rows = reader.find(Activity, _activity.c.session_id == session_id, order_by=(_activity.c.position, _activity.c.id))
    questions = _questions(reader, Board) | _questions(reader, Poll)
    empty = Plan(
        session_id=session.id,
        title=session.title,
        date=session.date,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        doors_at=session.doors_at,
        place=session.place,
        purpose=session.purpose,
        ends="",
        minutes=0,
        late=0,
        blocks=(),
    )
    return retimed(empty, [_line(row, questions) for row in rows])


def retimed(before: Plan, blocks: Sequence[BlockLine]) -> Plan:
    """The same session with these blocks in this order, and the times that follow."""
    timed = schedule(before.starts_at, [Block(block.minutes, block.fixed_start) for block in blocks])
    placed = tuple(
        _placed(block, slot, known=timed.known, opens=timed.starts)
        for block, slot in zip(blocks, timed.slots, strict=True)
    )
    return replace(
        before,
        ends=clock_of(timed.ends) if timed.known and blocks else "",
        minutes=timed.ends - timed.starts,
        late=late(timed, before.ends_at),
        blocks=placed,
    )


@dataclass(frozen=True, slots=True)
class Usable:
    """What a block can use: boards and votes by their questions, and who may lead it: those who help, and whoever leads
    another block.
    """

    boards: tuple[tuple[uuid.UUID, str], ...]
    polls: tuple[tuple[uuid.UUID, str], ...]
    leads: tuple[str, ...]


def usable(reader: Reader) -> Usable:
    """What the blocks of this workshop can use."""
    helping = consents(reader).names_in_the_room("supporter", "screen")
    leading = reader.rows(sa.select(_activity.c.lead).distinct())
    names = {name.strip() for name in (*helping, *(lead for (lead,) in leading))} - {""}
    return Usable(
        tuple(_questions(reader, Board).items()),
        tuple(_questions(reader, Poll).items()),
        tuple(sorted(names, key=str.casefold)),
    )


def next_session_position(reader: Reader) -> float:
    """The place for a new session after all others."""
    last = reader.rows(sa.select(sa.func.max(_session.c.position)))[0][0]
    return (last or 0.0) + 1.0


def _questions(reader: Reader, model: type[Row]) -> dict[uuid.UUID, str]:
    table = table_of(model)
    return dict(reader.rows(sa.select(table.c.id, table.c.question).order_by(table.c.question)))


def _line(row: Activity, questions: dict[uuid.UUID, str]) -> BlockLine:
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
        starts="",
        ends="",
        after=0,
        gap=0,
        clash=0,
    )


def _placed(block: BlockLine, slot: Slot, *, known: bool, opens: int) -> BlockLine:
    return replace(
        block,
        starts=clock_of(slot.starts) if known else "",
        ends=clock_of(slot.ends) if known else "",
        after=slot.starts - opens,
        gap=slot.gap,
        clash=slot.clash,
    )
