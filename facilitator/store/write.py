"""One Change, written: the rows and the log from the same list of edits, inside a transaction that the caller has
begun.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.change import Cell, Change, Delete, Edit, Insert, Redact, Reopen, Restore, RowRef, Set, Value
from facilitator.domain.errors import BadChange
from facilitator.domain.schema import TableShape, shapes
from facilitator.store import rows
from facilitator.store.attachments import drop_unused, keep
from facilitator.store.codec import encode, encode_cell, encode_row
from facilitator.store.heads import Head, heads_of, unseen_edits
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED, change
from facilitator.store.redact import blank_row_in_log
from facilitator.store.replay import redacted_values, row_states
from facilitator.store.session import Group, LogSession, row_key
from facilitator.store.settle import Settled, settle

if TYPE_CHECKING:
    from collections.abc import Sequence

_INSERT = sa.insert(change)


@dataclass(slots=True)
class Written:
    """What a Change made different, before it is committed."""

    group: Group
    inserted: list[RowRef] = field(default_factory=list[RowRef])
    changed: list[Cell] = field(default_factory=list[Cell])
    deleted: list[RowRef] = field(default_factory=list[RowRef])
    revived: list[RowRef] = field(default_factory=list[RowRef])
    reopened: list[Cell] = field(default_factory=list[Cell])
    redacted: bool = False


def write(connection: sa.Connection, session: LogSession, change_: Change) -> Written | None:
    """Write a validated Change; None when it makes no difference, and then the caller rolls back.

    Raises BadChange for a row that is not there.
    """
    writer = _Writer(connection, session, session.begin_group(connection, change_))
    keep(connection, change_.attachments)
    for kind, edits in groupby(change_.edits, key=type):
        if kind is Insert:
            writer.insert_all([edit for edit in edits if isinstance(edit, Insert)])
        else:
            for edit in edits:
                writer.edit(edit)
    return writer.finish(keep_empty=change_.undoes is not None)


class _Writer:
    """The state of one Change while it is being written."""

    def __init__(self, connection: sa.Connection, session: LogSession, group: Group) -> None:
        self._connection = connection
        self._session = session
        self._written = Written(group)
        self._unsettled: set[RowRef] = set()
        self._seen: set[tuple[int, int]] = set()
        self._log: list[dict[str, object]] = []
        self._inserted_column = session.name_key(connection, INSERTED)

    def insert_all(self, edits: Sequence[Insert]) -> None:
        """Insert runs of rows of one table at a time: an import is thousands of them."""
        for table, run in groupby(edits, key=lambda edit: edit.table):
            self._insert_run(shapes()[table], list(run))

    def edit(self, edit: Edit) -> None:
        """Write one edit of a row that is already there."""
        shape = shapes()[edit.table]
        key = row_key(self._connection, edit.id)
        if key is None:
            raise BadChange(f"That {edit.table} is not in this workshop.")
        if isinstance(edit, Set):
            self._set(shape, edit, key)
        elif isinstance(edit, Delete | Restore):
            self._mark_deleted(edit, key, deleted=isinstance(edit, Delete))
        elif isinstance(edit, Reopen):
            self._reopen(shape, edit, key)
        elif isinstance(edit, Redact):
            self._redact(shape, edit, key)

    def finish(self, *, keep_empty: bool) -> Written | None:
        """Write the log, then let rows that deletions released or still need go or come back."""
        written = self._written
        if written.group.count == 0 and not keep_empty:
            return None
        self._flush_log()
        self._session.end_group(self._connection, written.group)
        if self._unsettled:
            self._note(settle(self._connection, self._unsettled))
        return written

    def _insert_run(self, shape: TableShape, edits: list[Insert]) -> None:
        keys = self._session.new_row_keys(self._connection, shape.name, [edit.id for edit in edits])
        for key, edit in zip(keys, edits, strict=True):
            self._append(key, self._inserted_column, encode_row(shape, {**shape.defaults(), **edit.values}), None)
        rows.insert_rows(
            self._connection, shape, [{**shape.defaults(), **edit.values, "id": edit.id} for edit in edits]
        )
        self._written.inserted += [RowRef(shape.name, edit.id) for edit in edits]

    def _set(self, shape: TableShape, edit: Set, key: int) -> None:
        columns = {name: self._session.name_key(self._connection, name) for name in edit.values}
        redacted = self._session.name_key(self._connection, REDACTED)
        self._flush_log()
        found = heads_of(self._connection, key, [*columns.values(), redacted], self._inserted_column)
        if not found[redacted][-1].whole_row:
            raise BadChange(f"That {edit.table} was removed for good and cannot be changed.")
        fresh: dict[str, Value] = {}
        for name, value in edit.values.items():
            text = encode_cell(shape.columns[name], value)
            differs = any(head.says(shape, name) != text for head in found[columns[name]])
            if differs:
                fresh[name] = value
            if differs or edit.again:
                self._append_all(key, columns[name], text, found[columns[name]])
        if fresh:
            self._unsettle_parents(shape, edit.id, fresh)
            rows.update_row(self._connection, shape, edit.id, fresh)
            self._written.changed += [Cell(shape.name, edit.id, name) for name in fresh]

    def _mark_deleted(self, edit: Delete | Restore, key: int, *, deleted: bool) -> None:
        column = self._session.name_key(self._connection, DELETED)
        self._flush_log()
        found = heads_of(self._connection, key, [column], self._inserted_column)[column]
        unseen = unseen_edits(self._connection, key) if deleted else []
        if all(head.says_deleted == deleted for head in found) and not unseen:
            return
        self._append_all(key, column, encode(deleted), [*unseen, *found])
        self._unsettled.add(RowRef(edit.table, edit.id))

    def _reopen(self, shape: TableShape, edit: Reopen, key: int) -> None:
        """Say every version again over what stands there now, the newest last. They are several heads, because versions
        of one group replace each other only where they say the same.
        """
        column = self._session.name_key(self._connection, edit.column)
        self._flush_log()
        found = heads_of(self._connection, key, [column], self._inserted_column)[column]
        if edit.column == DELETED:
            newer = self._written_since(key, found[-1])
            for value in edit.values:
                self._append_all(key, column, encode(value), [*newer, *found] if value else found)
            self._unsettled.add(RowRef(edit.table, edit.id))
            if len(edit.values) > 1:
                self._written.reopened.append(Cell(edit.table, edit.id, edit.column))
            return
        for value in edit.values:
            self._append_all(key, column, encode_cell(shape.columns[edit.column], value), found)
            if value in edit.seen:
                self._seen.add(self._written.group.last)
        shown = {edit.column: edit.values[-1]}
        self._unsettle_parents(shape, edit.id, shown)
        rows.update_row(self._connection, shape, edit.id, shown)
        self._written.changed.append(Cell(edit.table, edit.id, edit.column))
        self._written.reopened.append(Cell(edit.table, edit.id, edit.column))

    def _written_since(self, key: int, back: Head) -> list[Head]:
        """What was written on a row since it came back: whoever takes it away again has seen that. What this Change
        itself gives back is to be chosen about, but for what had been seen.
        """
        mine = self._written.group.key
        return [
            head
            for head in unseen_edits(self._connection, key)
            if ((head.session, head.seq) in self._seen if head.group == mine else head.order > back.order)
        ]

    def _redact(self, shape: TableShape, edit: Redact, key: int) -> None:
        column = self._session.name_key(self._connection, REDACTED)
        self._flush_log()
        found = heads_of(self._connection, key, [column], self._inserted_column)[column]
        self._append_all(key, column, encode(value=True), found)
        before = row_states(self._connection, [key])[key].values
        after = redacted_values(shape, before)
        different = {name: value for name, value in after.items() if value != before[name]}
        self._unsettle_parents(shape, edit.id, different)
        blank_row_in_log(self._connection, shape, key)
        rows.update_row(self._connection, shape, edit.id, after)
        pictures = [str(before[name]) for name, column in shape.columns.items() if column.picture]
        drop_unused(self._connection, pictures)
        self._written.redacted = True
        self._written.changed += [Cell(shape.name, edit.id, name) for name in different]

    def _unsettle_parents(self, shape: TableShape, row_id: uuid.UUID, fresh: dict[str, Value]) -> None:
        """A reference that moves may release its old target or need its new one."""
        moving = [column for column in shape.references if column.name in fresh]
        if not moving:
            return
        table = shape.table
        now = self._connection.execute(
            sa.select(*(table.c[column.name] for column in moving)).where(table.c.id == row_id)
        ).first()
        old = now or [None] * len(moving)
        for column, before in zip(moving, old, strict=True):
            for target in (before, fresh[column.name]):
                if isinstance(target, uuid.UUID) and column.refers_to:
                    self._unsettled.add(RowRef(column.refers_to, target))

    def _append_all(self, key: int, column: int, text: str, replaced: list[Head]) -> None:
        for head in replaced:
            self._append(key, column, text, head)

    def _append(self, key: int, column: int, text: str, replaced: Head | None) -> None:
        group = self._written.group
        row: dict[str, object] = {
            "session": group.session_key,
            "seq": group.next_seq(),
            "grp": group.key,
            "row": key,
            "col": column,
            "value": text,
        }
        row["prev_session"], row["prev_seq"] = (replaced.session, replaced.seq) if replaced else (None, None)
        self._log.append(row)

    def _flush_log(self) -> None:
        """Heads are read from the log, so what this Change wrote so far must stand there first."""
        if self._log:
            self._connection.execute(_INSERT, self._log)
            self._log = []

    def _note(self, settled: Settled) -> None:
        self._written.inserted += settled.came
        self._written.deleted += settled.went
        self._written.revived += settled.kept
