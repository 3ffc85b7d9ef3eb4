"""Is the file whole, and do its tables say exactly what its log says?"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.errors import NotAWorkshop
from facilitator.domain.schema import TableShape, shapes
from facilitator.store.attachments import damaged
from facilitator.store.codec import decode_details
from facilitator.store.layout import strangers
from facilitator.store.log_tables import change, change_group, change_name, change_row, change_session
from facilitator.store.replay import RowState, all_row_states
from facilitator.store.trouble import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.change import Value

_Query = sa.Select[*tuple[Any, ...]] | sa.CompoundSelect[*tuple[Any, ...]]
_before = change.alias("before")
_LOOSE: dict[str, _Query] = {
    "session": sa.select(change.c.seq).where(change.c.session.not_in(sa.select(change_session.c.id))),
    "group": sa.select(change.c.seq).where(change.c.grp.not_in(sa.select(change_group.c.id))),
    "row": sa.select(change.c.seq).where(change.c.row.not_in(sa.select(change_row.c.id))),
    "column": sa.select(change.c.seq).where(change.c.col.not_in(sa.select(change_name.c.id))),
    "change": sa.select(change.c.seq)
    .outerjoin(_before, sa.and_(_before.c.session == change.c.prev_session, _before.c.seq == change.c.prev_seq))
    .where(change.c.prev_session.is_not(None), _before.c.seq.is_(None)),
    "step": sa.select(change_group.c.id).where(change_group.c.undoes.not_in(sa.select(change_group.c.id))),
}
"""The log has no foreign keys, which would be looked up at every write, and a replay passes over what leads nowhere."""
_in_range = sa.and_(
    change.c.session == change_group.c.session,
    change.c.seq >= change_group.c.first_seq,
    change.c.seq < change_group.c.first_seq + change_group.c.changes,
)
_MISCOUNTED = (
    sa.select(change_group.c.id)
    .outerjoin(change, change.c.grp == change_group.c.id)
    .group_by(change_group.c.id)
    .having(sa.func.count(change.c.seq).filter(_in_range) != change_group.c.changes)
    .union_all(sa.select(change.c.grp).join(change_group, change_group.c.id == change.c.grp).where(~_in_range))
)
"""Undo goes by a group's range of numbers and replay by each change's group, so the two must say the same."""


def problems(connection: sa.Connection) -> list[str]:
    """What is wrong with a file, in plain sentences without anything people wrote; empty when all is well."""
    try:
        with in_plain_words():
            return _damages(connection) or _faults(connection)
    except NotAWorkshop as error:
        return [str(error)]


def _damages(connection: sa.Connection) -> list[str]:
    """What SQLite itself finds. Only the full check compares the indexes, from which most is read, with the rows."""
    return [
        f"The file is damaged: {row[0]}."
        for row in connection.exec_driver_sql("PRAGMA integrity_check(10)")
        if row[0] != "ok"
    ]


def _faults(connection: sa.Connection) -> list[str]:
    objects = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    found = [f"{name} does not belong in a workshop file, or is not as it should be." for name in strangers(objects)]
    found += [f"A row of {row[0]} points to nothing." for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    found += [
        f"The log points to a {kind} that is not in it." for kind, query in _LOOSE.items() if _any(connection, query)
    ]
    if _any(connection, _MISCOUNTED):
        found.append("A group of the log does not count the changes that belong to it.")
    found += [f"The picture {name[:8]} is not the one that was kept." for name in damaged(connection)]
    for details in connection.execute(sa.select(change_group.c.details)).scalars():
        decode_details(details)
    return found + list(_differences(connection))


def _any(connection: sa.Connection, query: _Query) -> bool:
    return connection.execute(query.limit(1)).first() is not None


def _differences(connection: sa.Connection) -> Iterator[str]:
    expected = standing_rows(connection)
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


def standing_rows(connection: sa.Connection) -> dict[tuple[str, uuid.UUID], RowState]:
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
