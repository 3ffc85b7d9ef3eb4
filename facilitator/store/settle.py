"""Deleted rows that something in use still points to stay in their table, so that nothing ever dangles; when the last
such row goes, they go too.

A row stands in its table when it is not deleted, or when a row that stands points to it. Tables point to each other
without a circle, so one pass from the tables nothing points to up to those everything points to settles every case.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.change import RowRef
from facilitator.domain.schema import TableShape, shapes
from facilitator.store import rows
from facilitator.store.replay import RowState, row_states
from facilitator.store.session import row_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa


@dataclass(slots=True)
class Settled:
    """Rows that came into their table, went out of it, or are deleted but kept because they are needed."""

    came: list[RowRef] = field(default_factory=list[RowRef])
    went: list[RowRef] = field(default_factory=list[RowRef])
    kept: list[RowRef] = field(default_factory=list[RowRef])


def settle(connection: sa.Connection, unsettled: Iterable[RowRef]) -> Settled:
    """Put in and take out what the log and the references now ask for, starting from some rows."""
    settled = Settled()
    waiting: dict[str, set[uuid.UUID]] = {name: set() for name in shapes()}
    for ref in unsettled:
        waiting[ref.table].add(ref.id)
    for name in reversed(shapes()):
        for state in _states(connection, waiting[name]):
            if _settle_row(connection, state, settled):
                for column in state.shape.references:
                    target = state.values[column.name]
                    if column.refers_to and isinstance(target, uuid.UUID):
                        waiting[column.refers_to].add(target)
    return settled


def _states(connection: sa.Connection, ids: Iterable[uuid.UUID]) -> list[RowState]:
    keys = [key for key in (row_key(connection, row_id) for row_id in sorted(ids)) if key is not None]
    return list(row_states(connection, keys).values())


def _settle_row(connection: sa.Connection, state: RowState, settled: Settled) -> bool:
    """Whether the row came or went."""
    shape, ref = state.shape, RowRef(state.shape.name, state.id)
    present = rows.is_present(connection, shape, state.id)
    wanted = not state.deleted or rows.is_needed(connection, shape.name, state.id)
    if wanted and state.deleted:
        settled.kept.append(ref)
    if wanted == present:
        return False
    _move(connection, shape, state, come=wanted)
    (settled.came if wanted else settled.went).append(ref)
    return True


def _move(connection: sa.Connection, shape: TableShape, state: RowState, *, come: bool) -> None:
    if come:
        rows.insert_rows(connection, shape, [{**state.values, "id": state.id}])
    else:
        rows.delete_row(connection, shape, state.id)
