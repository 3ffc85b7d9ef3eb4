"""The tables are a pure function of the set of changes. This is that function, a few rows at a time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.schema import TableShape, shapes
from facilitator.store.codec import decode, decode_row, row_id
from facilitator.store.log_tables import (
    DELETED,
    INSERTED,
    REDACTED,
    change,
    change_group,
    change_name,
    change_row,
    change_session,
)

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Iterator

    from facilitator.domain.change import GroupId, Value

_row_table = change_name.alias("row_table")
_column_name = change_name.alias("column_name")

_IN_ORDER = (
    sa.select(
        change.c.row.label("key"),
        change_row.c.uuid,
        _row_table.c.name.label("table_name"),
        _column_name.c.name.label("column_name"),
        change.c.value,
    )
    .join(change_group, change_group.c.id == change.c.grp)
    .join(change_session, change_session.c.id == change.c.session)
    .join(change_row, change_row.c.id == change.c.row)
    .join(_row_table, _row_table.c.id == change_row.c.table)
    .join(_column_name, _column_name.c.id == change.c.col)
    .order_by(change.c.row, change_group.c.hlc, change_session.c.sid, change.c.seq)
)
"""Every change of a row from the oldest to the newest. The clock orders them; on a tie the session's random id
decides, the same everywhere.
"""

_SOME = _IN_ORDER.where(change.c.row.in_(sa.bindparam("keys", expanding=True)))


_Logged = sa.Row[int, bytes, str, str, str | None]


@dataclass(slots=True)
class RowState:
    """What the log says of one row. `deleted` rows may still stand in their table when something in use points to
    them.
    """

    key: int
    id: uuid.UUID
    shape: TableShape
    values: dict[str, Value]
    deleted: bool
    redacted: bool


def row_states(connection: sa.Connection, keys: Iterable[int]) -> dict[int, RowState]:
    """The states of some rows by their log key."""
    states: dict[int, RowState] = {}
    for some in _chunks(keys):
        states.update((state.key, state) for state in _replayed(connection.execute(_SOME, {"keys": some})))
    return states


def states_at(connection: sa.Connection, tables: Iterable[str], group: GroupId) -> Iterator[RowState]:
    """The states of every row of some tables as they were once a group was stored, one at a time. What was removed for
    good since is `redacted` then, too.
    """
    when = (
        sa.select(change_group.c.hlc, change_session.c.sid)
        .join(change_session, change_session.c.id == change_group.c.session)
        .where(change_session.c.sid == group.session, change_group.c.n == group.n)
    )
    found = connection.execute(when).first()
    if found is not None:
        until = sa.tuple_(change_group.c.hlc, change_session.c.sid) <= sa.tuple_(*map(sa.literal, found))
        wanted = sa.or_(until, _column_name.c.name == REDACTED)
        yield from _replayed(connection.execute(_IN_ORDER.where(_row_table.c.name.in_(list(tables)), wanted)))


def all_row_states(connection: sa.Connection) -> Iterator[RowState]:
    """The state of every row that ever was, one at a time."""
    yield from _replayed(connection.execute(_IN_ORDER))


def _replayed(changes: Iterable[_Logged]) -> Iterator[RowState]:
    for key, history in groupby(changes, key=lambda row: row[0]):
        state = _replay_row(key, list(history))
        if state is not None:
            yield state


def _replay_row(key: int, history: list[_Logged]) -> RowState | None:
    _, raw_id, table_name, _, _ = history[0]
    shape = shapes().get(table_name)
    if shape is None:
        return None
    state = RowState(key, row_id(raw_id), shape, shape.defaults(), deleted=False, redacted=False)
    for _, _, _, column, value in history:
        if column == INSERTED:
            state.values = decode_row(shape, value)
        elif column == DELETED:
            state.deleted = value == "true"
        elif column == REDACTED:
            state.redacted = True
        elif column in shape.columns:
            state.values[column] = decode(shape.columns[column], value)
    if state.redacted:
        state.values = redacted_values(shape, state.values)
    return state


def redacted_values(shape: TableShape, values: dict[str, Value]) -> dict[str, Value]:
    """A row with everything it can be without blanked."""
    return {
        name: values[name] if column.kept_when_redacted else column.default for name, column in shape.columns.items()
    }


def _chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    remaining = iter(keys)
    while chunk := list(islice(remaining, 500)):
        yield chunk
