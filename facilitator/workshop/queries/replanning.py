"""What a gesture on the plan changes, as the plan stands when it is stored: keys that come faster than the disk answers
all count.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.errors import NotFound
from facilitator.domain.gestures import programme as gestures
from facilitator.domain.ordering import after_last, moved
from facilitator.domain.programme import Activity, Session
from facilitator.domain.schema import shapes, table_of
from facilitator.workshop.queries.plan import next_session_position

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.domain.block_entry import BlockEntry
    from facilitator.domain.change import Change, Value
    from facilitator.domain.ordering import Place
    from facilitator.domain.row import Row
    from facilitator.workshop.reader import Reader

LONGEST = 24 * 60
A_WEEK = timedelta(days=7)
_activity = table_of(Activity)


def lengthening(reader: Reader, activity_id: uuid.UUID, by: int) -> Change:
    """Make a block longer by some minutes, or shorter when negative; never shorter than nothing."""
    minutes = _block(reader, activity_id).minutes + by
    return gestures.edit_activity(activity_id, minutes=min(max(minutes, 0), LONGEST))


def moving(reader: Reader, activity_id: uuid.UUID, by: int) -> Change:
    """Move a block `by` places down, or up when negative, or as far as it can go."""
    return gestures.move_activities(moved(_order(reader, _block(reader, activity_id).session_id), activity_id, by))


def adding(
    reader: Reader,
    session_id: uuid.UUID,
    entries: Sequence[BlockEntry],
    ids: Sequence[uuid.UUID],
    below: uuid.UUID | None = None,
) -> Change:
    """Add blocks at the end, or one `below` another."""
    order = _order(reader, session_id)
    if below is None or below not in dict(order) or len(entries) != 1:
        return gestures.add_activities(session_id, entries, position=after_last(order), ids=ids)
    position, positions = _below(order, below, ids[0])
    return gestures.add_activities(session_id, entries, position=position, positions=positions, ids=ids)


def copying(reader: Reader, activity_id: uuid.UUID, copy_id: uuid.UUID) -> Change:
    """The same block once more, right below."""
    block = _block(reader, activity_id)
    position, positions = _below(_order(reader, block.session_id), activity_id, copy_id)
    return gestures.copy_activity(_cells(block, "activity"), positions, position, copy_id)


def repeating(reader: Reader, session_id: uuid.UUID, copy_id: uuid.UUID) -> Change:
    """The same session once more after all others, a week later, with the same blocks."""
    session = reader.get(Session, session_id)
    if session is None:
        raise NotFound("That session is not in this workshop any more.")
    cells: dict[str, Value] = {**_cells(session, "session"), "position": next_session_position(reader)}
    if session.date:
        cells["date"] = (date.fromisoformat(session.date) + A_WEEK).isoformat()
    blocks = reader.find(Activity, _activity.c.session_id == session_id)
    return gestures.copy_session(cells, [_cells(block, "activity") for block in blocks], copy_id)


def _below(order: Sequence[Place], above: uuid.UUID, new: uuid.UUID) -> tuple[float, dict[uuid.UUID, float]]:
    """The position of a new row right below another, and those that others have to move to for it."""
    ids = [one for one, _ in order]
    last = after_last(order)
    positions = moved([*order, (new, last)], new, ids.index(above) + 1 - len(ids))
    return positions.pop(new, last), positions


def _order(reader: Reader, session_id: uuid.UUID) -> list[Place]:
    rows = reader.find(Activity, _activity.c.session_id == session_id, order_by=(_activity.c.position, _activity.c.id))
    return [(row.id, row.position) for row in rows]


def _block(reader: Reader, activity_id: uuid.UUID) -> Activity:
    found = reader.get(Activity, activity_id)
    if found is None:
        raise NotFound("That block is not in the plan any more.")
    return found


def _cells(row: Row, table: str) -> dict[str, Value]:
    return {name: getattr(row, name) for name in shapes()[table].columns}
