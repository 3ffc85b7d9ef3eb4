"""What can still be read of a damaged workshop: its log as far as it is whole, and the rows of its tables.

The two say the same thing twice, so what was spoilt in one is most often whole in the other.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from facilitator.domain.errors import NotAWorkshop
from facilitator.domain.schema import Column, TableShape, shapes
from facilitator.store.codec import blanked, decode, decode_details, decode_row
from facilitator.store.layout import added_columns, columns_in_order
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED
from facilitator.store.migrate import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.domain.change import Value
    from facilitator.store.pages import Cell, Pages, Record

    Row = tuple[Cell, ...]

_ID = re.compile(r"[0-9a-f]{32}")
_LOG_ROWS: dict[tuple[type | None, ...], str] = {
    (None, str, str, str, str, int, str): "change_session",
    (None, int, int, int, str, str, str, int, int, int, int): "change_group",
    (None, str): "change_name",
    (None, bytes, int): "change_row",
    (None, bytes): "file_key",
    (str, str, bytes): "attachment",
    (str, str, str, int, str): "sqlite_master",
}
"""The tables with a shape of their own. An own number (`id INTEGER PRIMARY KEY`) stands in the file as nothing."""
_CHANGE = (int, int, int, int, int, str, int, int)
_MAY_BE_NOTHING = {"change_group": (7,), "change": (5, 6, 7), "sqlite_master": (4,)}


@dataclass(slots=True)
class Salvaged:
    """What was found. The log's rows are as they stand in their tables, by their key; `tables` holds the rows of
    people's words by table and id; `unplaced` counts rows of which nobody can say what they are.
    """

    sessions: dict[int, Row] = field(default_factory=dict[int, "Row"])
    groups: dict[int, Row] = field(default_factory=dict[int, "Row"])
    names: dict[int, str] = field(default_factory=dict[int, str])
    rows: dict[int, tuple[bytes, int]] = field(default_factory=dict[int, tuple[bytes, int]])
    changes: dict[tuple[int, int], Row] = field(default_factory=dict[tuple[int, int], "Row"])
    tables: dict[str, dict[uuid.UUID, dict[str, Value]]] = field(
        default_factory=lambda: defaultdict[str, dict[uuid.UUID, dict[str, "Value"]]](dict)
    )
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict[str, tuple[str, bytes]])
    key: bytes | None = None
    unplaced: int = 0
    lost_groups: int = 0

    @property
    def anything(self) -> bool:
        """Whether it was worth the while."""
        return bool(self.groups or any(self.tables.values()))

    @property
    def amount(self) -> int:
        """How much it is, to choose between two readings of one file."""
        return len(self.groups) + sum(len(rows) for rows in self.tables.values())

    def ids_known(self) -> dict[uuid.UUID, str]:
        """The table of every row that the log ever heard of."""
        return {uuid.UUID(bytes=raw): table for raw, table in _tables_of_rows(self).items() if len(raw) == 16}


def salvaged(pages: Pages) -> Salvaged:
    """Read all that can be read, and keep of the log what is whole."""
    found = Salvaged()
    layouts: dict[str, list[str]] = {}
    _place(found, layouts, [record for record in pages.records() if not _take_log(found, layouts, record)])
    _keep_whole_groups(found)
    return found


def _take_log(found: Salvaged, layouts: dict[str, list[str]], record: Record) -> bool:
    """Whether a record is one of the log's, or says how a table is laid out."""
    cells = record.cells
    if record.rowid is None:
        if _is(cells, _CHANGE, _MAY_BE_NOTHING["change"]):
            found.changes[cast("int", cells[0]), cast("int", cells[1])] = cells
        return True
    table = next((name for types, name in _LOG_ROWS.items() if _is(cells, types, _MAY_BE_NOTHING.get(name, ()))), None)
    if table is None:
        return False
    key, said = record.rowid, cast("tuple[str, ...]", cells)
    if table == "sqlite_master":
        layouts[said[1]] = columns_in_order(said[4] or "") if said[0] == "table" else []
    elif table == "change_session":
        found.sessions[key] = cells
    elif table == "change_group":
        found.groups[key] = cells
    elif table == "change_name":
        found.names[key] = said[1]
    elif table == "change_row":
        found.rows[key] = cast("bytes", cells[1]), cast("int", cells[2])
    elif table == "file_key":
        found.key = cast("bytes", cells[1])
    elif hashlib.sha256(cast("bytes", cells[2])).hexdigest() == said[0]:
        found.pictures[said[0]] = said[1], cast("bytes", cells[2])
    return True


def _is(cells: Row, types: tuple[type | None, ...], may_be_nothing: Iterable[int]) -> bool:
    """Whether these are the types of a record."""
    return len(cells) == len(types) and all(
        (cell is None and (kind is None or at in may_be_nothing)) or (kind is not None and type(cell) is kind)
        for at, (cell, kind) in enumerate(zip(cells, types, strict=True))
    )


def _place(found: Salvaged, layouts: Mapping[str, list[str]], loose: Iterable[Record]) -> None:
    """Find out which table each row is of: the log knows, or only one table has such rows, or what it points to
    decides.
    """
    known = found.ids_known()
    waiting: list[tuple[uuid.UUID, dict[str, dict[str, Value]]]] = []
    for record in loose:
        if not isinstance(record.cells[0], str) or not _ID.fullmatch(record.cells[0]):
            continue
        row_id = uuid.UUID(hex=record.cells[0])
        of = [shapes()[known[row_id]]] if known.get(row_id) in shapes() else list(shapes().values())
        fitting = ((shape.name, _fitted(shape, record.cells, layouts.get(shape.name))) for shape in of)
        waiting.append((row_id, {name: values for name, values in fitting if values is not None}))
    while waiting:
        undecided = [(row_id, _narrowed(may_be, known)) for row_id, may_be in waiting]
        waiting = [(row_id, may_be) for row_id, may_be in undecided if len(may_be) > 1]
        for row_id, may_be in undecided:
            if len(may_be) == 1:
                ((table, values),) = may_be.items()
                found.tables[table][row_id] = values
                known[row_id] = table
        if len(waiting) == len(undecided):
            break
    found.unplaced = len(waiting)


def _narrowed(may_be: dict[str, dict[str, Value]], known: Mapping[uuid.UUID, str]) -> dict[str, dict[str, Value]]:
    """The tables whose references lead where such references may lead, as far as that is known by now."""
    return {
        table: values
        for table, values in may_be.items()
        if all(
            known.get(cast("uuid.UUID", values[column.name]), column.refers_to) == column.refers_to
            for column in shapes()[table].references
            if values[column.name] is not None
        )
    }


def _fitted(shape: TableShape, cells: Row, layout: list[str] | None) -> dict[str, Value] | None:
    """The values of a row, if these cells can be one of this table. Columns stand as the file says, or as they are made
    now, or as migrations have left them; those that were added after a row was written are not in it.
    """
    added = added_columns(shape.name, (sql for step in MIGRATIONS for sql in step.statements))
    names = ["id", *shape.columns]
    for order in [layout] if layout else [names, [*(name for name in names if name not in added), *added]]:
        if not len(order) - len(added) <= len(cells) <= len(order):
            continue
        values = shape.defaults()
        if all(_put(values, shape.columns.get(name), cell) for name, cell in zip(order[1:], cells[1:], strict=False)):
            return values
    return None


def _put(values: dict[str, Value], column: Column | None, cell: Cell) -> bool:
    """Put a cell into a row as the value it stands for; whether it can stand for one."""
    if column is None:
        return False
    value: Value = cast("Value", cell)
    if cell is None:
        if column.required:
            return False
    elif column.kind == "id":
        if not isinstance(cell, str) or not _ID.fullmatch(cell):
            return False
        value = uuid.UUID(hex=cell)
    elif column.kind == "yes-no":
        if type(cell) is not int or cell not in (0, 1):
            return False
        value = bool(cell)
    elif column.kind == "number":
        if not isinstance(cell, int | float):
            return False
        value = float(cell)  # SQLite stores 5.0 as 5
    elif type(cell) is not {"text": str, "whole": int}[column.kind]:
        return False
    values[column.name] = value
    return True


def _keep_whole_groups(found: Salvaged) -> None:
    """Drop every step of the log of which anything is missing, and every step that built on it, so that what is left is
    a log as it once was, or could have come by a merge. A dropped step comes back whole from another copy.
    """
    _drop_doubles(found)
    of_group = defaultdict[int, list["Row"]](list)
    for row in found.changes.values():
        of_group[cast("int", row[2])].append(row)
    kept_changes: dict[tuple[int, int], Row] = {}
    kept_groups: dict[int, Row] = {}
    names_taken: set[tuple[int, int]] = set()
    for key, group in sorted(found.groups.items(), key=lambda item: (cast("int", item[1][3]), item[0])):
        session, n, undoes, first, many = (cast("int", group[at]) for at in (1, 2, 7, 8, 9))
        changes = {(cast("int", row[0]), cast("int", row[1])): row for row in of_group[key]}
        whole = (
            session in found.sessions
            and (session, n) not in names_taken
            and (group[7] is None or undoes in kept_groups)
            and set(changes) == {(session, seq) for seq in range(first, first + many)}
            and all(_is_sound(found, row, changes, kept_changes) for row in changes.values())
            and _details_hold(group)
        )
        if whole:
            kept_groups[key] = group
            kept_changes |= changes
            names_taken.add((session, n))
    found.lost_groups = _lost(found, kept_groups, of_group)
    _take_rows_of_torn_steps(found, [row for name, row in sorted(found.changes.items()) if name not in kept_changes])
    found.groups, found.changes = kept_groups, kept_changes


def _drop_doubles(found: Salvaged) -> None:
    """What can be there once only: a spoilt byte may have made two ids or names the same."""
    found.rows = {
        key: row for row, key in {row[0]: (row, key) for key, row in found.rows.items()}.values() if len(row[0]) == 16
    }
    found.names = {key: name for name, key in {name: key for key, name in found.names.items()}.items()}
    found.sessions = {key: row for row, key in {row[1]: (row, key) for key, row in found.sessions.items()}.values()}


def _lost(found: Salvaged, kept: Mapping[int, Row], of_group: Mapping[int, list[Row]]) -> int:
    """How many steps are known to be missing: by what is left of them, and by the gaps in their numbers."""
    last = defaultdict[int, int](int)
    for group in found.groups.values():
        session, n = cast("tuple[int, int]", group[1:3])
        last[session] = max(last[session], n)
    nameless = len(of_group.keys() - found.groups.keys())
    return max(sum(last.values()) + nameless - len(kept), 0)


def _is_sound(found: Salvaged, row: Row, *before: Mapping[tuple[int, int], Row]) -> bool:
    """Whether a change leads only to what is there, and says what its cell can hold."""
    key, col = cast("int", row[3]), cast("int", row[4])
    if key not in found.rows or col not in found.names or found.rows[key][1] not in found.names:
        return False
    replaced = cast("tuple[int, int]", row[6:8])
    if row[6] is not None and not any(replaced in changes for changes in before):
        return False
    shape = shapes().get(found.names[found.rows[key][1]])
    name, text = found.names[col], cast("str | None", row[5])
    try:
        if shape is not None and name == INSERTED:
            decode_row(shape, text)
        elif shape is not None and name not in (DELETED, REDACTED) and name in shape.columns:
            decode(shape.columns[name], text)
    except NotAWorkshop:
        return False
    return True


def _take_rows_of_torn_steps(found: Salvaged, torn: Iterable[Row]) -> None:
    """What steps that are not whole still say of rows that are in no table: better known by half than not at all."""
    said: dict[tuple[str, uuid.UUID], dict[str, Value]] = {}
    known = {raw: (name, uuid.UUID(bytes=raw)) for raw, name in _tables_of_rows(found).items() if name in shapes()}
    for row in torn:
        raw, _ = found.rows.get(cast("int", row[3]), (b"", 0))
        place, column = known.get(raw), found.names.get(cast("int", row[4]), "")
        if place is None or place[1] in found.tables[place[0]]:
            continue
        shape, text = shapes()[place[0]], cast("str | None", row[5])
        try:
            if column == INSERTED and text is not None and not _is_blanked(shape, text):
                said[place] = decode_row(shape, text)
            elif place in said and column in (DELETED, REDACTED):
                del said[place]
            elif place in said and column in shape.columns:
                said[place][column] = decode(shape.columns[column], text)
        except NotAWorkshop:
            continue
    for (table, row_id), values in said.items():
        found.tables[table][row_id] = values


def _tables_of_rows(found: Salvaged) -> dict[bytes, str]:
    return {raw: found.names[table] for raw, table in found.rows.values() if table in found.names}


def _is_blanked(shape: TableShape, text: str) -> bool:
    """Whether the row was removed for good: nothing is left of it but what it is part of."""
    return blanked(shape, text) == text and any(column.kind == "text" for column in shape.columns.values())


def _details_hold(group: Row) -> bool:
    try:
        decode_details(cast("str", group[6]))
    except NotAWorkshop:
        return False
    return True
