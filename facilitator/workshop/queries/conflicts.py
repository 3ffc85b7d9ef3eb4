"""Where two laptops wrote differently, exactly: cells with two heads of different value, and rows deleted on one laptop
whose words were changed on another that had not seen the deletion. Nothing is lost and nothing waits; a person chooses
when there is time, once, and every later merge carries the choice.

Where a note lies on the wall, and in what order things stand, is no such question: the newest place is as good.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.change import Cell, RowRef, Value
from facilitator.domain.errors import NotFound
from facilitator.domain.schema import shapes
from facilitator.store.codec import decode, row_id
from facilitator.store.heads import Head, heads_of, said_before_undo, unseen_edits
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
    from collections.abc import Iterable, Sequence

    from facilitator.domain.schema import TableShape
    from facilitator.workshop.reader import Reader

QUIET = frozenset({"x", "y", "width", "height", "position"})
"""Columns of place and order: the newest is shown and nobody is asked."""


@dataclass(frozen=True, slots=True)
class Version:
    """One of several: what it says, on which device and when (ISO 8601, UTC). `deleted` is the version in which the
    row is gone; `column` is the cell that was written, of which a row that was deleted may have several.
    """

    value: Value
    column: str
    deleted: bool
    device_name: str
    at: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell with several versions, from the oldest to the newest. `column` is "deleted" where the question is whether
    the row stays.
    """

    ref: RowRef
    column: str
    versions: tuple[Version, ...]

    @property
    def id(self) -> str:
        """What it is called on the command line, the same on every laptop."""
        return f"{self.ref.id.hex}.{self.column}"

    @property
    def cell(self) -> Cell:
        """The cell it is about."""
        return Cell(self.ref.table, self.ref.id, self.column)


def conflicts(reader: Reader, rows: Iterable[int] | None = None) -> list[Conflict]:
    """Every conflict, oldest row first; or those of some rows by their key in the log."""
    return _Search(reader, rows, QUIET).found()


def all_conflicts(reader: Reader) -> list[Conflict]:
    """Conflicts of place and order among them, of which nobody is asked."""
    return _Search(reader, None, frozenset()).found()


def chosen_conflict(reader: Reader, name: str) -> Conflict:
    """The conflict with this id, or whose id alone begins so. Raises NotFound."""
    every = conflicts(reader)
    wanted = [one for one in every if one.id == name] or [one for one in every if name and one.id.startswith(name)]
    if len(wanted) != 1:
        raise NotFound(
            "There is no such conflict, or more than one begins so. Look at the list of conflicts for their ids."
        )
    return wanted[0]


class _Search:
    """The keys and heads that a search for conflicts needs."""

    def __init__(self, reader: Reader, rows: Iterable[int] | None, quiet: frozenset[str]) -> None:
        self._connection = reader.connection
        self._reader = reader
        self._rows = None if rows is None else list(rows)
        self._names = dict(reader.rows(sa.select(change_name.c.id, change_name.c.name)))
        self._keys = {name: key for key, name in self._names.items()}
        self._special = [self._keys.get(name, -1) for name in (INSERTED, REDACTED)]
        self._quiet = [key for key, name in self._names.items() if name in quiet]

    def found(self) -> list[Conflict]:
        by_row: dict[int, list[int]] = {}
        for row, column in self._forked():
            by_row.setdefault(row, []).append(column)
        for row in self._deleted_and_edited():
            by_row.setdefault(row, [])
        return [one for row in sorted(by_row) for one in self._of_row(row, by_row[row])]

    def _of_row(self, row: int, columns: list[int]) -> list[Conflict]:
        raw, table = self._reader.rows(
            sa.select(change_row.c.uuid, change_name.c.name)
            .join(change_name, change_name.c.id == change_row.c.table)
            .where(change_row.c.id == row)
        )[0]
        if table not in shapes():
            return []
        ref, deleted = RowRef(table, row_id(raw)), self._keys.get(DELETED, -1)
        heads = heads_of(self._connection, row, [*columns, deleted], self._special[0])
        if _differ(heads[deleted]):
            return [self._conflict(ref, DELETED, [(DELETED, head) for head in heads[deleted]])]
        if heads[deleted] and heads[deleted][-1].says_deleted:
            return self._deleted_but_edited(ref, row, heads[deleted])
        return [
            self._conflict(ref, self._names[column], [(self._names[column], head) for head in heads[column]])
            for column in columns
            if self._names[column] in shapes()[table].columns
        ]

    def _deleted_but_edited(self, ref: RowRef, row: int, deletions: list[Head]) -> list[Conflict]:
        last = deletions[-1]
        written = [
            (self._column_of(head), head)
            for head in unseen_edits(self._connection, row)
            if head.value is not None and not (head.session == last.session and head.seq > last.seq)
        ]
        loud = [(column, head) for column, head in written if self._keys.get(column) not in self._quiet]
        loud = [(column, head) for column, head in loud if column in shapes()[ref.table].columns]
        return [self._conflict(ref, DELETED, [(DELETED, last), *loud])] if loud else []

    def _column_of(self, head: Head) -> str:
        where = (change.c.session == head.session, change.c.seq == head.seq)
        return self._names[self._reader.rows(sa.select(change.c.col).where(*where))[0][0]]

    def _conflict(self, ref: RowRef, column: str, heads: list[tuple[str, Head]]) -> Conflict:
        """Versions that say the same are one: the newest of them."""
        shape = shapes()[ref.table]
        said: dict[tuple[str, str | None], tuple[str, Head]] = {}
        for name, head in heads:
            text = head.says(shape, name) if name != DELETED else str(head.says_deleted)
            said.pop((name, text), None)
            said[name, text] = name, head
        return Conflict(ref, column, tuple(self._version(ref, name, head) for name, head in said.values()))

    def _version(self, ref: RowRef, column: str, head: Head) -> Version:
        shape = shapes()[ref.table]
        first = self._first_said(shape, column, head)
        device, at = self._reader.rows(
            sa.select(change_session.c.device_name, change_group.c.at)
            .select_from(change)
            .join(change_group, change_group.c.id == change.c.grp)
            .join(change_session, change_session.c.id == change.c.session)
            .where(change.c.session == first.session, change.c.seq == first.seq)
        )[0]
        if column == DELETED:
            return Version(None, column, head.says_deleted, device, at)
        return Version(decode(shape.columns[column], head.says(shape, column)), column, False, device, at)

    def _first_said(self, shape: TableShape, column: str, head: Head) -> Head:
        """The change in which somebody wrote this version, the newest where several said the same. Undo of a choice
        says it again, and so does redo, but who chooses next wants to know who wrote it, and when.
        """

        def says(one: Head) -> object:
            return one.says_deleted if column == DELETED else one.says(shape, column)

        passed: set[int] = set()  # a file from elsewhere may hold groups that take back each other
        first: Head | None = head
        while first is not None and first.group not in passed:
            passed.add(first.group)
            head = first
            before = said_before_undo(self._connection, head, self._special[0])
            first = next((one for one in reversed(before) if says(one) == says(head)), None)
        return head

    def _forked(self) -> Sequence[sa.Row[Any, Any]]:
        """Cells with two or more changes of different value that no later change has replaced."""
        later = change.alias("later")
        several = (
            sa.select(change.c.row, change.c.col)
            .where(change.c.col.not_in([*self._special, *self._quiet]), *self._some_rows())
            .group_by(change.c.row, change.c.col)
            .having(sa.func.count() > 1)
            .cte("several")
        )
        replaced = sa.exists().where(
            later.c.row == change.c.row,
            later.c.col == change.c.col,
            sa.or_(
                sa.and_(later.c.prev_session == change.c.session, later.c.prev_seq == change.c.seq),
                sa.and_(
                    later.c.grp == change.c.grp,
                    later.c.seq > change.c.seq,
                    later.c.value.is_not_distinct_from(change.c.value),
                ),
            ),
        )
        query = (
            sa.select(change.c.row, change.c.col)
            .select_from(several.join(change, sa.and_(change.c.row == several.c.row, change.c.col == several.c.col)))
            .where(~replaced)
            .group_by(change.c.row, change.c.col)
            .having(sa.func.count(sa.distinct(change.c.value)) > 1)
        )
        return self._reader.rows(query)

    def _deleted_and_edited(self) -> list[int]:
        """Rows that were ever deleted and have cells that no deletion has named; whether it is a conflict shows the
        closer look.
        """
        deleted = self._keys.get(DELETED, -1)
        edit, named = change.alias("edit"), change.alias("named")
        loud = edit.c.col.not_in([*self._special, *self._quiet, deleted])
        seen = sa.exists().where(
            named.c.row == edit.c.row,
            named.c.col == deleted,
            named.c.prev_session == edit.c.session,
            named.c.prev_seq == edit.c.seq,
        )
        query = (
            sa.select(change.c.row)
            .join(edit, edit.c.row == change.c.row)
            .where(change.c.col == deleted, loud, ~seen, *self._some_rows())
            .distinct()
        )
        return [row[0] for row in self._reader.rows(query)]

    def _some_rows(self) -> list[Any]:
        return [] if self._rows is None else [change.c.row.in_(self._rows)]


def _differ(heads: list[Head]) -> bool:
    return len({head.says_deleted for head in heads}) > 1
