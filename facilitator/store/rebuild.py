"""A new file from what was salvaged of a damaged one: the log as far as it was whole, the rows it says, and one last
step that says what only the tables still knew.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import sqlalchemy as sa

from facilitator.domain.change import Change, Insert, Restore, Set
from facilitator.domain.errors import BadChange
from facilitator.domain.schema import TableShape, shapes
from facilitator.domain.validate import validate
from facilitator.store.attachments import attachment
from facilitator.store.check import standing_rows
from facilitator.store.log_tables import change, change_group, change_name, change_row, change_session, file_key
from facilitator.store.replay import all_row_states
from facilitator.store.rows import insert_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from facilitator.domain.change import Edit, Value
    from facilitator.store.replay import RowState
    from facilitator.store.salvage import Salvaged

CODE = "workshop-recover"
STAND_IN = "Recovered"
"""What stands in the place of words that are lost, where something that is left belongs to them."""


@dataclass(slots=True)
class Plan:
    """The last step. `stand_ins` counts rows by table of which only the place is left; `from_tables` those that the
    log had lost.
    """

    edits: list[Edit] = field(default_factory=list["Edit"])
    from_tables: int = 0
    stand_ins: dict[str, int] = field(default_factory=dict[str, int])


def fill(connection: sa.Connection, found: Salvaged) -> None:
    """Put the log that was salvaged into a new, empty file, and the rows that it says. Rows may still lead to others
    that are lost; the plan brings these.
    """
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    needed = {row[3] for row in found.changes.values()}
    for table, rows in (
        (change_session, [(key, *row[1:]) for key, row in found.sessions.items()]),
        (change_name, list(found.names.items())),
        (change_row, [(key, *row) for key, row in found.rows.items() if key in needed]),
        (change_group, [(key, *row[1:]) for key, row in found.groups.items()]),
        (change, list(found.changes.values())),
        (attachment, [(name, *picture) for name, picture in found.pictures.items()]),
    ):
        _insert(connection, table, rows)
    if found.key is not None:
        connection.execute(sa.update(file_key).values(key=found.key))
    for state in standing_rows(connection).values():
        insert_rows(connection, state.shape, [{**state.values, "id": state.id}])
    connection.exec_driver_sql("COMMIT")


def plan(connection: sa.Connection, found: Salvaged) -> Plan:
    """What is still to be written so that the file is whole: rows the log has lost, cells that it has older, and a
    stand-in wherever something leads to a row that is lost.
    """
    states = {(state.shape.name, state.id): state for state in all_row_states(connection)}
    standing = {key: dict(state.values) for key, state in standing_rows(connection).items()}
    made = Plan()
    inserts: dict[tuple[str, uuid.UUID], dict[str, Value]] = {}
    for (table, row_id), values in standing.items():
        _note_changes(made, table, row_id, values, _sound(table, values))
    for table in shapes():
        for row_id, values in found.tables.get(table, {}).items():
            sound, state = _sound(table, values), states.get((table, row_id))
            if state is None:
                inserts[table, row_id] = standing[table, row_id] = sound
                made.from_tables += 1
            elif found.lost_groups and not state.redacted:
                _bring_back(made, state, stands=(table, row_id) in standing)
                _note_changes(made, table, row_id, state.values, sound)
                standing[table, row_id] = sound
    for table, row_id, values in _stand_ins(standing, found.ids_known()):
        inserts[table, row_id] = standing[table, row_id] = values
        made.stand_ins[table] = made.stand_ins.get(table, 0) + 1
    in_order = sorted(inserts.items(), key=lambda item: list(shapes()).index(item[0][0]))
    made.edits = [*(Insert(table, row_id, values) for (table, row_id), values in in_order), *made.edits]
    return made


def last_step(made: Plan) -> Change:
    """The plan as a Change."""
    return Change(CODE, tuple(made.edits))


def _insert(connection: sa.Connection, table: sa.Table, rows: Sequence[tuple[object, ...]]) -> None:
    names = [column.name for column in table.columns]
    if rows:
        connection.execute(sa.insert(table), [dict(zip(names, row, strict=True)) for row in rows])


def _bring_back(made: Plan, state: RowState, *, stands: bool) -> None:
    """A row that stands in its table and that the log, of which something is lost, has deleted."""
    if state.deleted and not stands:
        made.edits.append(Restore(state.shape.name, state.id))


def _note_changes(
    made: Plan, table: str, row_id: uuid.UUID, before: Mapping[str, Value], after: Mapping[str, Value]
) -> None:
    differing = {name: value for name, value in after.items() if before[name] != value}
    if differing:
        made.edits.append(Set(table, row_id, differing))


def _sound(table: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """A row with its default wherever it holds what its column cannot."""
    if _holds(table, values):
        return dict(values)
    shape = shapes()[table]
    return {
        name: value if _holds(table, {name: value}) else shape.columns[name].default for name, value in values.items()
    }


def _holds(table: str, values: Mapping[str, Value]) -> bool:
    try:
        validate(Change(CODE, (Set(table, uuid.UUID(int=0), values),)))
    except BadChange:
        return False
    return True


def _stand_ins(
    standing: Mapping[tuple[str, uuid.UUID], Mapping[str, Value]], known: Mapping[uuid.UUID, str]
) -> Iterator[tuple[str, uuid.UUID, dict[str, Value]]]:
    """The rows that something leads to and that are nowhere, and what these need in their turn."""
    made: set[tuple[str, uuid.UUID]] = set()
    waiting = [
        (column.refers_to or "", cast("uuid.UUID", values[column.name]))
        for (table, _), values in standing.items()
        for column in shapes()[table].references
        if values[column.name] is not None
    ]
    if not any(table == "programme" for table, _ in standing):
        waiting.append(
            ("programme", next((row_id for row_id, table in known.items() if table == "programme"), uuid.uuid4()))
        )
    while waiting:
        place = waiting.pop()
        if place in standing or place in made:
            continue
        made.add(place)
        values = _empty_row(shapes()[place[0]])
        waiting += [
            (column.refers_to or "", cast("uuid.UUID", values[column.name]))
            for column in shapes()[place[0]].references
            if values[column.name] is not None
        ]
        yield *place, values


def _empty_row(shape: TableShape) -> dict[str, Value]:
    values = shape.defaults()
    for column in shape.references:
        if column.required:
            values[column.name] = uuid.uuid4()
    words = (
        column.name
        for column in shape.columns.values()
        if column.kind == "text" and not (column.choices or column.form or column.picture)
    )
    first = next(words, None)
    return values | ({first: STAND_IN} if first else {})
