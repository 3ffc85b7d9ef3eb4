"""Undo is a logged Change too: the inverse of a group, but for the cells and rows that changed since, which are left
alone and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import sqlalchemy as sa

from facilitator.domain.change import Change, Delete, Edit, GroupId, Reopen, Restore, Set, Step
from facilitator.domain.schema import Column, shapes
from facilitator.store.codec import decode, decode_row, row_id
from facilitator.store.heads import Head, head_from, heads_of, seen_by_deletions
from facilitator.store.log_tables import (
    DELETED,
    INSERTED,
    change,
    change_group,
    change_name,
    change_row,
    change_session,
)
from facilitator.store.replay import RowState, row_states

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

_row_table = change_name.alias("row_table")
_column_name = change_name.alias("column_name")
_NAME_KEY = sa.select(change_name.c.id).where(change_name.c.name == sa.bindparam("name"))
_REPLACED = (
    sa.select(change, change_group.c.hlc, change_session.c.sid)
    .join(change_group, change_group.c.id == change.c.grp)
    .join(change_session, change_session.c.id == change.c.session)
    .where(sa.tuple_(change.c.session, change.c.seq).in_(sa.bindparam("keys", expanding=True)))
    .order_by(change_group.c.hlc, change_session.c.sid, change.c.seq)
)
"""Some changes by (session, seq), from the oldest to the newest."""
_COLUMNS_OF = (
    sa.select(change_name.c.id, change_name.c.name)
    .join(change, change.c.col == change_name.c.id)
    .where(
        change.c.row == sa.bindparam("row"),
        sa.tuple_(change.c.session, change.c.seq).in_(sa.bindparam("keys", expanding=True)),
    )
)
"""The columns of some changes of one row."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Logged:
    """One change of the group that is being undone."""

    key: tuple[int, int]
    group: int
    row: int
    col: int
    table: str
    id: uuid.UUID
    column: str
    value: str | None
    prev: tuple[int, int]


def inverse(connection: sa.Connection, step: Step) -> tuple[Change, int]:
    """The Change that takes a step back, and how many cells and rows it leaves alone because they changed since."""
    logged = [change_ for change_ in _changes_of(connection, step.group) if change_.table in shapes()]
    made = {change_.row for change_ in logged if change_.column == INSERTED}
    states = row_states(connection, sorted(made))
    pieces: dict[tuple[int, int | None], list[_Logged]] = {}
    for change_ in logged:
        pieces.setdefault((change_.row, None if change_.row in made else change_.col), []).append(change_)
    edits: list[Edit] = []
    left_alone = 0
    for (row, _), piece in reversed(pieces.items()):
        back = _unmake(states[row], piece) if row in made else _unset(connection, piece)
        left_alone += back is None
        edits += back or ()
    return Change(step.code, tuple(edits), step.details, undoes=step.group), left_alone


def is_final(connection: sa.Connection, group: GroupId) -> bool:
    """Whether a group is one that nothing takes back."""
    query = (
        sa.select(change_group.c.final)
        .join(change_session, change_session.c.id == change_group.c.session)
        .where(change_session.c.sid == group.session, change_group.c.n == group.n)
    )
    return bool(connection.execute(query).scalar())


def _changes_of(connection: sa.Connection, group: GroupId) -> list[_Logged]:
    in_group = sa.and_(
        change.c.session == change_group.c.session,
        change.c.seq >= change_group.c.first_seq,
        change.c.seq < change_group.c.first_seq + change_group.c.changes,
    )
    query = (
        sa.select(
            change, change_row.c.uuid, _row_table.c.name.label("table_name"), _column_name.c.name.label("column_name")
        )
        .select_from(change_group)
        .join(change_session, change_session.c.id == change_group.c.session)
        .join(change, in_group)
        .join(change_row, change_row.c.id == change.c.row)
        .join(_row_table, _row_table.c.id == change_row.c.table)
        .join(_column_name, _column_name.c.id == change.c.col)
        .where(change_session.c.sid == group.session, change_group.c.n == group.n)
        .order_by(change.c.seq)
    )
    return [
        _Logged(
            (c.session, c.seq),
            c.grp,
            c.row,
            c.col,
            c.table_name,
            row_id(c.uuid),
            c.column_name,
            c.value,
            (c.prev_session, c.prev_seq),
        )
        for c in connection.execute(query)
    ]


def _unmake(state: RowState, mine: list[_Logged]) -> list[Edit] | None:
    """Delete a row that stands as this group made it; leave one alone that has changed, gone or been redacted since."""
    made = state.shape.defaults()
    for change_ in mine:
        if change_.column == INSERTED:
            made = decode_row(state.shape, change_.value)
        elif change_.column in state.shape.columns:
            made[change_.column] = decode(state.shape.columns[change_.column], change_.value)
    untouched = state.values == made and not state.deleted and not state.redacted
    return [Delete(state.shape.name, state.id)] if untouched else None


def _unset(connection: sa.Connection, cell: list[_Logged]) -> list[Edit] | None:
    """Set a cell back to what it showed before this group, or to the versions there were; None for one that is left
    alone because it shows something else by now.
    """
    last = cell[-1]
    found = heads_of(connection, last.row, [last.col], _name_key(connection, INSERTED))[last.col]
    before, said = _versions_before(connection, cell), _said(cell)
    if last.column == DELETED:
        if {head.says_deleted for head in found} != {text == "true" for text in said}:
            return None
        return _set_back_deletion(connection, cell, before)
    shape = shapes()[last.table]
    if last.column not in shape.columns or last.value is None:
        return None
    if {head.says(shape, last.column) for head in found} != said:
        return None
    column = shape.columns[last.column]
    texts = _different(head.says(shape, last.column) for head in before)
    if said == set(texts):  # said again only because a deletion was taken back that had taken it in
        return []
    if len(texts) > 1:
        seen = seen_by_deletions(connection, last.row)
        return [_reopened(last, column, before, {(head.session, head.seq) for head in before} & seen)]
    return [Set(last.table, last.id, {last.column: decode(column, texts[0]) if texts else column.default})]


def _set_back_deletion(connection: sa.Connection, cell: list[_Logged], before: list[Head]) -> list[Edit]:
    """The edits after which a row is gone, in use, or to be chosen about, as it was before this group."""
    table, row_id = cell[-1].table, cell[-1].id
    versions = _different(head.says_deleted for head in before) or [False]
    said = _said(cell)
    if len(versions) > 1:
        return [Reopen(table, row_id, DELETED, tuple(versions))]
    if versions == [False]:
        return [Restore(table, row_id)]
    if said == {"true"}:  # it was gone already, and is so once more with what another laptop had written on it
        again = _taken_in(connection, cell)
        return [*again, Reopen(table, row_id, DELETED, (True,))] if again else [Delete(table, row_id)]
    return [Delete(table, row_id)] if len(said) > 1 else [Reopen(table, row_id, DELETED, (True,))]


def _taken_in(connection: sa.Connection, deletion: list[_Logged]) -> list[Edit]:
    """What a deletion names as seen, to be said again: so nobody has seen it, and it stands to be chosen about."""
    last, shape = deletion[-1], shapes()[deletion[-1].table]
    named = {change_.prev for change_ in deletion}
    inserted = _name_key(connection, INSERTED)
    columns = {
        key: name
        for key, name in connection.execute(_COLUMNS_OF, {"row": last.row, "keys": list(named)})
        if name in shape.columns
    }
    found = heads_of(connection, last.row, columns, inserted)
    return [
        _reopened(last, shape.columns[columns[key]], heads, {(head.session, head.seq) for head in heads} - named)
        for key, heads in found.items()
        if any(
            (head.session, head.seq) in named and head.group != last.group and head.value is not None for head in heads
        )
    ]


def _reopened(row: _Logged, column: Column, heads: list[Head], seen: set[tuple[int, int]]) -> Reopen:
    """Every version of a cell said again; `seen` are the heads that a deletion of the row had taken in before."""
    shape = shapes()[row.table]
    texts = _different(head.says(shape, column.name) for head in heads)
    unseen = {head.says(shape, column.name) for head in heads if (head.session, head.seq) not in seen}
    values = {text: decode(column, text) for text in texts}
    known = tuple(value for text, value in values.items() if text not in unseen)
    return Reopen(row.table, row.id, column.name, tuple(values.values()), known)


def _versions_before(connection: sa.Connection, cell: list[_Logged]) -> list[Head]:
    """What the changes of one cell replaced in that cell, from the oldest to the newest."""
    keys = {change_.prev for change_ in cell} - {change_.key for change_ in cell}
    inserted = _name_key(connection, INSERTED)
    query = _REPLACED.where(change.c.col.in_([cell[-1].col, inserted]))
    return [head_from(row, inserted) for row in connection.execute(query, {"keys": list(keys)})]


def _said(cell: list[_Logged]) -> set[str | None]:
    """The values of a group's changes of one cell that it did not itself replace."""
    newest = {change_.value: change_.key for change_ in cell}
    replaced = {change_.prev for change_ in cell}
    return {value for value, key in newest.items() if key not in replaced}


def _different(values: Iterable[T]) -> list[T]:
    """Each value once, in the order in which it was last said."""
    return list(reversed(dict.fromkeys(reversed(list(values)))))


def _name_key(connection: sa.Connection, name: str) -> int:
    return connection.execute(_NAME_KEY, {"name": name}).scalar_one()
