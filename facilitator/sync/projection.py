"""The tables follow the log once more, for the rows that a merge touched: whole sets at a time, with the same outcome
as `store.replay` and `store.settle` give row by row.

From the tables nothing points to, up to those everything points to, so that one pass settles which deleted rows stay
because something in use needs them.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.change import Cell, RowRef
from facilitator.domain.schema import TableShape, referrers, shapes
from facilitator.store.log_tables import DELETED, INSERTED

if TYPE_CHECKING:
    import sqlalchemy as sa

    from facilitator.domain.change import Value
    from facilitator.domain.schema import Column

TEMPORARY = ("pending", "candidate", "newest", "said", "before")

_PENDING = "CREATE TEMP TABLE pending (tbl INTEGER, id TEXT, PRIMARY KEY (tbl, id)) WITHOUT ROWID"
MOVED = "CREATE TEMP TABLE moved (row INTEGER PRIMARY KEY, came INTEGER NOT NULL)"
"""Our keys of the rows that came into their table, or went out of it."""
_CANDIDATES = (
    """
    CREATE TEMP TABLE candidate (
        row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, touched INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
        present INTEGER NOT NULL DEFAULT 0, wanted INTEGER NOT NULL DEFAULT 1)
    """,
    """
    INSERT INTO candidate (row, id, touched)
    SELECT DISTINCT r.id, lower(hex(r.uuid)), 1 FROM row_map m JOIN main.change_row r ON r.id = m.ours
    WHERE m.tbl = {table}
    """,
    """
    INSERT OR IGNORE INTO candidate (row, id, touched)
    SELECT r.id, p.id, 0 FROM pending p JOIN main.change_row r ON r.uuid = unhex(p.id)
    WHERE p.tbl = {table} AND EXISTS (SELECT 1 FROM main.change c WHERE c.row = r.id AND c.col = {deleted})
    """,
)
_NEWEST = (
    """
    CREATE TEMP TABLE newest AS SELECT c.row, c.col, c.value, max(g.hlc) AS hlc, c.session, c.seq, count(*) AS several
    FROM candidate m CROSS JOIN main.change c ON c.row = m.row CROSS JOIN main.change_group g ON g.id = c.grp
    GROUP BY m.row, c.col
    """,
    "CREATE UNIQUE INDEX temp.newest_cell ON newest (row, col)",
    """
    INSERT OR REPLACE INTO newest
    SELECT row, col, value, hlc, session, seq, 1 FROM (
        SELECT c.row, c.col, c.value, g.hlc, c.session, c.seq, row_number() OVER (
            PARTITION BY c.row, c.col ORDER BY g.hlc DESC, s.sid DESC, c.seq DESC) turn
        FROM newest n CROSS JOIN main.change c ON c.row = n.row AND c.col = n.col
        JOIN main.change_group g ON g.id = c.grp JOIN main.change_session s ON s.id = c.session
        WHERE n.several > 1)
    WHERE turn = 1
    """,
)
"""Of each cell the change that is shown: the newest by the clock; on a tie the session's random id decides. Nearly all
cells have one change only, so those with several are sorted out by themselves.
"""
_STATES = (
    "UPDATE candidate SET present = 1 WHERE EXISTS (SELECT 1 FROM main.{name} t WHERE t.id = candidate.id)",
    """
    UPDATE candidate SET deleted = 1 WHERE row IN (SELECT row FROM newest WHERE col = {deleted} AND value = 'true')
    """,
    "UPDATE candidate SET wanted = 0 WHERE deleted AND NOT ({needed})",
    "CREATE TEMP TABLE before AS SELECT t.* FROM candidate m CROSS JOIN main.{name} t ON t.id = m.id",
    """
    INSERT INTO moved SELECT row, wanted FROM candidate WHERE wanted <> present
    """,
)
_SAID = """
CREATE TEMP TABLE said AS
SELECT m.id, coalesce(json_patch(made.value, (
    SELECT json_group_object(name.name, json(cell.value))
    FROM newest cell JOIN main.change_name name ON name.id = cell.col
    WHERE cell.row = m.row AND cell.col NOT IN ({inserted}, {deleted}) AND (cell.hlc > made.hlc OR cell.hlc = made.hlc
        AND ((SELECT sid FROM main.change_session WHERE id = cell.session), cell.seq)
            > ((SELECT sid FROM main.change_session WHERE id = made.session), made.seq))
    HAVING count(*) > 0)), made.value) AS value
FROM candidate m JOIN newest made ON made.row = m.row AND made.col = {inserted} WHERE m.wanted
"""
"""What the log says of each row that is to stand: how it was made, with the cells that were written since. What is
null, or was blanked, is the column's default again.
"""
_GONE = "DELETE FROM main.{name} WHERE id IN (SELECT id FROM candidate WHERE present AND NOT wanted)"
_POINTED_TO = """
INSERT OR IGNORE INTO pending
SELECT {target}, {column} FROM before WHERE {column} IS NOT NULL
UNION SELECT {target}, t.{column} FROM candidate m CROSS JOIN main.{name} t ON t.id = m.id WHERE t.{column} IS NOT NULL
"""


@dataclass(slots=True)
class Projected:
    """What came out different in the tables. `revived` rows were deleted and stay, or came back, because something in
    use needs them.
    """

    inserted: list[RowRef] = field(default_factory=list[RowRef])
    changed: list[Cell] = field(default_factory=list[Cell])
    deleted: list[RowRef] = field(default_factory=list[RowRef])
    revived: list[RowRef] = field(default_factory=list[RowRef])


def project(connection: sa.Connection) -> Projected:
    """Let the tables follow the log for the rows in `row_map`, and for those that these need or needed."""
    keys = {name: key for key, name in connection.exec_driver_sql("SELECT id, name FROM main.change_name")}
    keys.setdefault(DELETED, -1)
    connection.exec_driver_sql(_PENDING)
    connection.exec_driver_sql(MOVED)
    projected = Projected()
    for name in reversed(shapes()):
        if name in keys and _anything_for(connection, keys[name]):
            _project_table(connection, shapes()[name], keys, projected)
    connection.exec_driver_sql("DROP TABLE pending")
    return projected


def _anything_for(connection: sa.Connection, table: int) -> bool:
    query = "SELECT EXISTS (SELECT 1 FROM row_map WHERE tbl = ?) OR EXISTS (SELECT 1 FROM pending WHERE tbl = ?)"
    return bool(connection.exec_driver_sql(query, (table, table)).scalar_one())


def _project_table(connection: sa.Connection, shape: TableShape, keys: dict[str, int], projected: Projected) -> None:
    needed = " OR ".join(
        f"EXISTS (SELECT 1 FROM main.{other.name} o WHERE o.{column.name} = candidate.id)"
        for other, column in referrers(shape.name)
    )
    words = {
        "name": shape.name,
        "table": keys[shape.name],
        "inserted": keys[INSERTED],
        "deleted": keys[DELETED],
        "needed": needed or "0",
    }
    for statement in (*_CANDIDATES, *_NEWEST, *_STATES, _SAID, _write(shape), _GONE):
        connection.exec_driver_sql(statement.format(**words))
    for column in shape.references:
        target = keys.get(column.refers_to or "")
        if target is not None:
            connection.exec_driver_sql(_POINTED_TO.format(target=target, column=column.name, name=shape.name))
    _note(connection, shape, projected)
    for name in TEMPORARY[1:]:
        connection.exec_driver_sql(f"DROP TABLE temp.{name}")


def _write(shape: TableShape) -> str:
    names = ", ".join(shape.columns)
    values = ", ".join(_value(column) for column in shape.columns.values())
    same = ", ".join(f"{name} = excluded.{name}" for name in shape.columns)
    return (
        f"INSERT INTO main.{shape.name} (id, {names}) SELECT id, {values} FROM said WHERE true "
        f"ON CONFLICT (id) DO UPDATE SET {same}"
    )


def _value(column: Column) -> str:
    value = f"json_extract(value, '$.{column.name}')"
    return value if column.default is None else f"coalesce({value}, {_literal(column.default)})"


def _literal(value: Value) -> str:
    return (
        f"'{value}'" if isinstance(value, str) else str(float(value) if isinstance(value, float) else int(value or 0))
    )


def _note(connection: sa.Connection, shape: TableShape, projected: Projected) -> None:
    def refs(where: str) -> list[RowRef]:
        query = f"SELECT id FROM candidate WHERE {where} ORDER BY id"
        return [RowRef(shape.name, uuid.UUID(hex=row[0])) for row in connection.exec_driver_sql(query)]

    projected.inserted += refs("wanted AND NOT present")
    projected.deleted += refs("present AND NOT wanted")
    projected.revived += refs("wanted AND deleted AND (touched OR NOT present)")
    for name in shape.columns:
        query = f"SELECT b.id FROM before b JOIN main.{shape.name} t ON t.id = b.id WHERE b.{name} IS NOT t.{name}"
        projected.changed += [
            Cell(shape.name, uuid.UUID(hex=row[0]), name)
            for row in connection.exec_driver_sql(query + " ORDER BY b.id")
        ]
