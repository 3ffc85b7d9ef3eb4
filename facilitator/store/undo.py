"""Undo is a logged Change too: the inverse of a group, but for the cells and rows that changed since, which are left
alone and counted.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.change import Change, Delete, Edit, GroupId, Restore, Set, Step, Value
from facilitator.domain.schema import TableShape, shapes
from facilitator.store.codec import decode, decode_details, decode_row, row_id
from facilitator.store.heads import heads_of
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

_row_table = change_name.alias("row_table")
_column_name = change_name.alias("column_name")
_NAME_KEY = sa.select(change_name.c.id).where(change_name.c.name == sa.bindparam("name"))
_NEWEST = (
    sa.select(change.c.col, change.c.value)
    .join(change_group, change_group.c.id == change.c.grp)
    .join(change_session, change_session.c.id == change.c.session)
    .where(sa.tuple_(change.c.session, change.c.seq).in_(sa.bindparam("keys", expanding=True)))
    .order_by(change_group.c.hlc.desc(), change_session.c.sid.desc(), change.c.seq.desc())
    .limit(1)
)
"""Of some changes by (session, seq) the one that is shown."""


@dataclass(frozen=True, slots=True)
class _Logged:
    """One change of the group that is being undone."""

    key: tuple[int, int]
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
    edits: list[Edit | None] = []
    for (row, _), piece in reversed(pieces.items()):
        edits.append(_unmake(states[row], piece) if row in made else _unset(connection, piece))
    kept = tuple(edit for edit in edits if edit is not None)
    return Change(step.code, kept, step.details, undoes=step.group), len(edits) - len(kept)


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


def _unmake(state: RowState, mine: list[_Logged]) -> Edit | None:
    """Delete a row that stands as this group made it; leave one alone that has changed, gone or been redacted since."""
    made = state.shape.defaults()
    for change_ in mine:
        if change_.column == INSERTED:
            made = decode_row(state.shape, change_.value)
        elif change_.column in state.shape.columns:
            made[change_.column] = decode(state.shape.columns[change_.column], change_.value)
    untouched = state.values == made and not state.deleted and not state.redacted
    return Delete(state.shape.name, state.id) if untouched else None


def _unset(connection: sa.Connection, cell: list[_Logged]) -> Edit | None:
    """Set a cell back to what it showed before this group; leave one alone that shows something else by now."""
    last = cell[-1]
    mine = {change_.key for change_ in cell}
    found = heads_of(connection, last.row, [last.col], _name_key(connection, INSERTED))[last.col]
    if last.column == DELETED:
        deleted = last.value == "true"
        if any(head.says_deleted != deleted for head in found) or _was_so_before(connection, cell):
            return None
        return Restore(last.table, last.id) if deleted else Delete(last.table, last.id)
    shape = shapes()[last.table]
    if last.column not in shape.columns or last.value is None:
        return None
    if any(head.says(shape, last.column) != last.value for head in found):
        return None
    before = {change_.prev for change_ in cell} - mine
    return Set(last.table, last.id, {last.column: _newest_value(connection, shape, last, before)})


def _was_so_before(connection: sa.Connection, cell: list[_Logged]) -> bool:
    """Whether a row was deleted (or in use) already before it was said once more, so that nothing is to be set back: a
    deletion is said again when it takes in what another laptop had written meanwhile.
    """
    last = cell[-1]
    mine = {change_.key for change_ in cell}
    before = {change_.prev for change_ in cell} - mine
    query = _NEWEST.where(change.c.col == last.col)
    newest = connection.execute(query, {"keys": list(before)}).first()
    return newest is not None and newest.value == last.value


def _newest_value(connection: sa.Connection, shape: TableShape, cell: _Logged, keys: set[tuple[int, int]]) -> Value:
    """What the newest of some changes says of a cell."""
    newest = connection.execute(_NEWEST, {"keys": list(keys)}).first()
    if newest is None:
        return shape.columns[cell.column].default
    if newest.col == cell.col:
        return decode(shape.columns[cell.column], newest.value)
    return decode_row(shape, newest.value)[cell.column]


def _name_key(connection: sa.Connection, name: str) -> int:
    return connection.execute(_NAME_KEY, {"name": name}).scalar_one()


@dataclass(slots=True)
class Stacks:
    """What undo and redo would do next on this device: its groups in order, each undo taking its target off one pile
    and onto the other.
    """

    undo: deque[Step] = field(default_factory=deque[Step])
    redo: deque[Step] = field(default_factory=deque[Step])

    def push(self, step: Step, undoes: GroupId | None, *, final: bool) -> None:
        """A group was stored."""
        if final:
            self.redo.clear()
        elif self.undo and undoes == self.undo[-1].group:
            self.undo.pop()
            self.redo.append(step)
        elif self.redo and undoes == self.redo[-1].group:
            self.redo.pop()
            self.undo.append(step)
        else:
            self.undo.append(step)
            self.redo.clear()


def load_stacks(connection: sa.Connection, device: str) -> Stacks:
    """The piles as this device left them, also after a restart."""
    target, target_session = change_group.alias("target"), change_session.alias("target_session")
    query = (
        sa.select(
            change_session.c.sid,
            change_group.c.n,
            change_group.c.code,
            change_group.c.details,
            change_group.c.final,
            target_session.c.sid,
            target.c.n,
        )
        .join(change_session, change_session.c.id == change_group.c.session)
        .outerjoin(target, target.c.id == change_group.c.undoes)
        .outerjoin(target_session, target_session.c.id == target.c.session)
        .where(change_session.c.device == device)
        .order_by(change_group.c.hlc, change_session.c.sid, change_group.c.n)
    )
    stacks = Stacks()
    for sid, n, code, details, final, target_sid, target_n in connection.execute(query):
        undoes = None if target_sid is None else GroupId(target_sid, target_n)
        stacks.push(Step(GroupId(sid, n), code, decode_details(details)), undoes, final=bool(final))
    elsewhere = _taken_back_elsewhere(connection, device)
    if elsewhere:
        stacks.undo = deque(step for step in stacks.undo if step.group not in elsewhere)
    return stacks


def _taken_back_elsewhere(connection: sa.Connection, device: str) -> set[GroupId]:
    """The groups that somebody took back on another device, and that were not done again since."""
    query = (
        sa.select(change_group.c.id, change_group.c.undoes, change_session.c.device)
        .join(change_session, change_session.c.id == change_group.c.session)
        .where(change_group.c.undoes.is_not(None))
        .order_by(change_group.c.hlc.desc(), change_session.c.sid.desc(), change_group.c.n.desc())
    )
    taken_back: dict[int, str] = {}
    for key, undoes, by in connection.execute(query):
        if key not in taken_back:
            taken_back.setdefault(undoes, by)
    keys = [key for key, by in taken_back.items() if by != device]
    named = (
        sa.select(change_session.c.sid, change_group.c.n)
        .join(change_session, change_session.c.id == change_group.c.session)
        .where(change_group.c.id.in_(keys))
    )
    return {GroupId(sid, n) for sid, n in connection.execute(named)} if keys else set()
