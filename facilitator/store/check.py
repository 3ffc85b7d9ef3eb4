"""Is the file whole, and do its tables say exactly what its log says?"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.schema import TableShape, shapes
from facilitator.store.layout import strangers
from facilitator.store.replay import RowState, all_row_states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.change import Value


def problems(connection: sa.Connection) -> list[str]:
    """What is wrong with a file, in plain sentences without anything people wrote; empty when all is well."""
    found = [
        f"The file is damaged: {row[0]}."
        for row in connection.exec_driver_sql("PRAGMA quick_check(10)")
        if row[0] != "ok"
    ]
    if found:
        return found
    objects = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    found += [f"{name} does not belong in a workshop file, or is not as it should be." for name in strangers(objects)]
    found += [f"A row of {row[0]} points to nothing." for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return found + list(_differences(connection))


def _differences(connection: sa.Connection) -> Iterator[str]:
    expected = _expected(connection)
    for shape in shapes().values():
        for row_id, values in _rows(connection, shape):
            state = expected.pop((shape.name, row_id), None)
            if state is None:
                yield f"A row of {shape.name} is in its table but not in the log, or is deleted and not needed."
            else:
                yield from (
                    f"The {name} of a {shape.name} is not what the log says."
                    for name in values
                    if values[name] != state.values[name]
                )
    for table, _ in expected:
        yield f"A row of {table} is in the log but not in its table."


def _expected(connection: sa.Connection) -> dict[tuple[str, uuid.UUID], RowState]:
    """Every row that should stand: those not deleted, and the deleted ones that these need."""
    states = {(state.shape.name, state.id): state for state in all_row_states(connection)}
    standing = {key: state for key, state in states.items() if not state.deleted}
    needed = list(standing.values())
    while needed:
        state = needed.pop()
        for column in state.shape.references:
            target = state.values[column.name]
            key = (column.refers_to or "", target)
            if isinstance(target, uuid.UUID) and key not in standing and key in states:
                standing[(key[0], target)] = states[(key[0], target)]
                needed.append(standing[(key[0], target)])
    return standing


def _rows(connection: sa.Connection, shape: TableShape) -> Iterator[tuple[uuid.UUID, dict[str, Value]]]:
    names = ["id", *shape.columns]
    for row in connection.execute(sa.select(*(shape.table.c[name] for name in names))):
        yield row[0], dict(zip(names[1:], row[1:], strict=True))
