"""The heads of a cell: its changes that no later change has replaced. One head is the normal case; several of
different value are a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
_REPLACED_BY = sa.select(change.c.prev_session, change.c.prev_seq).where(
    change.c.row == sa.bindparam("row"), change.c.col == sa.bindparam("col")
)


@dataclass(frozen=True, slots=True)
class Head:
    """An unreplaced change of a cell. `whole_row` says that it is the change which made the row."""

    session: int
    seq: int
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


def unseen_edits(connection: sa.Connection, row: int) -> list[Head]:
    """The heads of a row's cells, written since the row was made, that no deletion of it has named yet.

    A deletion names them as what it replaced: so a merge can tell words that were deleted from words that whoever
    deleted the row had never seen.
    """
    names = {name: key for key, name in connection.execute(_NAMES_OF, {"row": row})}
    inserted, deleted = names.pop(INSERTED, 0), names.pop(DELETED, 0)
    names.pop(REDACTED, None)
    if not names:
        return []
    seen = {(session, seq) for session, seq in connection.execute(_REPLACED_BY, {"row": row, "col": deleted})}
    found = heads_of(connection, row, names.values(), inserted)
    return [
        head
        for heads in found.values()
        for head in heads
        if not head.whole_row and (head.session, head.seq) not in seen
    ]


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
        last = {c.grp: c.seq for c in sorted(mine, key=lambda c: c.seq) if c.col == column}
        left = [
            Head(c.session, c.seq, c.value, c.col == inserted, (c.hlc, c.sid, c.seq))
            for c in mine
            if (c.session, c.seq) not in replaced and (c.col != column or c.seq == last[c.grp])
        ]
        found[column] = sorted(left, key=lambda head: head.order)
    return found
