"""The heads of a cell: its changes that no later change has replaced. One head is the normal case; several of
different value are a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.store.codec import decode_row, encode_cell
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED, change, change_group, change_name, change_session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.schema import TableShape

_CELL = (
    sa.select(
        change.c.session,
        change.c.seq,
        change.c.col,
        change.c.grp,
        change.c.value,
        change.c.prev_session,
        change.c.prev_seq,
        change_group.c.hlc,
        change_session.c.sid,
    )
    .join(change_group, change_group.c.id == change.c.grp)
    .join(change_session, change_session.c.id == change.c.session)
    .where(change.c.row == sa.bindparam("row"), change.c.col.in_(sa.bindparam("cols", expanding=True)))
)
_NAMES_OF = (
    sa.select(change_name.c.id, change_name.c.name)
    .where(change_name.c.id.in_(sa.select(change.c.col).where(change.c.row == sa.bindparam("row"))))
    .order_by(change_name.c.id)
)
_of_undo, _undone, _said_before = change.alias("of_undo"), change.alias("undone"), change.alias("said_before")
_said_in, _said_by = change_group.alias("said_in"), change_session.alias("said_by")
_SAID_BEFORE_UNDO = (
    sa.select(_said_before, _said_in.c.hlc, _said_by.c.sid)
    .select_from(_of_undo)
    .join(change_group, change_group.c.id == _of_undo.c.grp)
    .join(_undone, sa.and_(_undone.c.row == _of_undo.c.row, _undone.c.grp == change_group.c.undoes))
    .join(
        _said_before,
        sa.and_(_said_before.c.session == _undone.c.prev_session, _said_before.c.seq == _undone.c.prev_seq),
    )
    .join(_said_in, _said_in.c.id == _said_before.c.grp)
    .join(_said_by, _said_by.c.id == _said_before.c.session)
    .where(
        _of_undo.c.session == sa.bindparam("session"),
        _of_undo.c.seq == sa.bindparam("seq"),
        sa.or_(_said_before.c.col == _of_undo.c.col, _said_before.c.col == sa.bindparam("inserted")),
    )
    .order_by(_said_in.c.hlc, _said_by.c.sid, _said_before.c.seq)
)
"""What the group that a change's group took back had replaced in the same cell."""
_SEEN = sa.select(change.c.prev_session, change.c.prev_seq).where(
    change.c.row == sa.bindparam("row"),
    change.c.col == sa.select(change_name.c.id).where(change_name.c.name == DELETED).scalar_subquery(),
)


@dataclass(frozen=True, slots=True)
class Head:
    """An unreplaced change of a cell. `whole_row` says that it is the change which made the row."""

    session: int
    seq: int
    group: int
    value: str | None
    whole_row: bool
    order: tuple[int, str, int]

    def says(self, shape: TableShape, column: str) -> str | None:
        """What this change says of a column, as JSON; None when that has been redacted."""
        if not self.whole_row or self.value is None:
            return self.value
        return encode_cell(shape.columns[column], decode_row(shape, self.value)[column])

    @property
    def says_deleted(self) -> bool:
        """What this change says of the cell that Delete and Restore write."""
        return not self.whole_row and self.value == "true"


def head_from(logged: sa.Row[*tuple[Any, ...]], inserted: int) -> Head:
    """One row of the log with the clock and name of its group."""
    order = (logged.hlc, logged.sid, logged.seq)
    return Head(logged.session, logged.seq, logged.grp, logged.value, logged.col == inserted, order)


def said_before_undo(connection: sa.Connection, head: Head, inserted: int) -> list[Head]:
    """The versions that undo gave back with this one, as they were written, from the oldest to the newest; none when no
    undo wrote it.
    """
    asked = {"session": head.session, "seq": head.seq, "inserted": inserted}
    return [head_from(row, inserted) for row in connection.execute(_SAID_BEFORE_UNDO, asked)]


def unseen_edits(connection: sa.Connection, row: int) -> list[Head]:
    """The heads of a row's cells, written since the row was made, that no deletion of it has named yet.

    A deletion names them as what it replaced: so a merge can tell words that were deleted from words that whoever
    deleted the row had never seen.
    """
    names = {name: key for key, name in connection.execute(_NAMES_OF, {"row": row})}
    inserted = names.pop(INSERTED, 0)
    for special in (DELETED, REDACTED):
        names.pop(special, None)
    if not names:
        return []
    seen = seen_by_deletions(connection, row)
    found = heads_of(connection, row, names.values(), inserted)
    return [
        head
        for heads in found.values()
        for head in heads
        if not head.whole_row and (head.session, head.seq) not in seen
    ]


def seen_by_deletions(connection: sa.Connection, row: int) -> set[tuple[int, int]]:
    """The changes of a row, by session and number, that its deletions have named."""
    return {(session, seq) for session, seq in connection.execute(_SEEN, {"row": row})}


def heads_of(connection: sa.Connection, row: int, columns: Iterable[int], inserted: int) -> dict[int, list[Head]]:
    """The heads of several cells of one row by column key, from the oldest to the newest; the last is the one shown.

    `row`, `columns` and `inserted` are the log's keys of the row, the columns and the whole-row column.
    """
    columns = list(columns)
    changes = connection.execute(_CELL, {"row": row, "cols": [*columns, inserted]}).all()
    found: dict[int, list[Head]] = {}
    for column in columns:
        mine = [c for c in changes if c.col in (column, inserted)]
        replaced = {(c.prev_session, c.prev_seq) for c in mine if c.col == column}
        last = {(c.grp, c.value): c.seq for c in sorted(mine, key=lambda c: c.seq)}
        left = [
            head_from(c, inserted) for c in mine if (c.session, c.seq) not in replaced and c.seq == last[c.grp, c.value]
        ]
        found[column] = sorted(left, key=lambda head: head.order)
    return found
