"""What arrives is held to what this program itself would have written: by SQLite's own look at the values, over whole
sets, inside the transaction, so that a log which does not fit is taken back before anybody has seen it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from facilitator.domain.schema import shapes
from facilitator.store.limits import tables_beyond_limits
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from facilitator.domain.schema import Column, TableShape

LATEST = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp() * 1000) << 16
"""A laptop whose clock is wrong by years is merged like any other. Beyond this no clock ever was: numbers so large
would leave no room for what everybody writes after it, so such a log is made up.
"""
_NO_ID = "({0} IS NOT NULL AND (length({0}) <> 32 OR {0} GLOB '*[^0-9a-f]*'))"
_TYPES = {
    "text": "'text'",
    "whole": "'integer'",
    "number": "'real', 'integer'",
    "yes-no": "'true', 'false'",
    "id": "'text'",
}
"""The JSON types of each kind of column."""

_GROUPS = (
    """
    SELECT 1 FROM group_map m JOIN received.change_group g ON g.id = m.theirs
    WHERE m.fresh AND (g.n < 1 OR g.first_seq < 1 OR g.changes < 0 OR g.hlc < 0
        OR length(g.code) > 64 OR g.code GLOB '*[^a-z0-9-]*'
        OR NOT json_valid(g.details) OR json_type(g.details) <> 'object')
    """,
    """
    SELECT 1 FROM group_map m JOIN received.change_group g ON g.id = m.theirs
    JOIN main.change_group ours ON ours.id = m.ours
    WHERE NOT m.fresh AND (ours.hlc <> g.hlc OR ours.code <> g.code OR ours.first_seq <> g.first_seq
        OR ours.changes <> g.changes)
    """,
    "SELECT 1 FROM received.change_group WHERE session NOT IN (SELECT theirs FROM session_map)",
    "SELECT 1 FROM received.change_session WHERE length(sid) <> 16 OR sid GLOB '*[^0-9a-f]*'",
)
"""Groups that cannot be, or that say something else here: then two programs wrote under one name."""
_CLOCK = "SELECT 1 FROM group_map m JOIN main.change_group g ON g.id = m.ours WHERE m.fresh AND g.hlc > ?"
_COUNTED = "SELECT coalesce(sum(g.changes), 0) FROM group_map m JOIN main.change_group g ON g.id = m.ours WHERE m.fresh"
_ROWS = (
    "SELECT 1 FROM row_map WHERE ours IS NULL",
    """
    SELECT 1 FROM row_map m JOIN received.change_row r ON r.id = m.theirs
    LEFT JOIN name_map n ON n.theirs = r."table" WHERE length(r.uuid) <> 16 OR n.ours IS NULL OR n.ours <> m.tbl
    """,
)
_ARRIVED = """
group_map m CROSS JOIN main.change_group g ON g.id = m.ours
CROSS JOIN main.change c ON c.session = g.session AND c.seq >= g.first_seq AND c.seq < g.first_seq + g.changes
"""
_LOOSE = f"""
SELECT 1 FROM {_ARRIVED}
LEFT JOIN main.change before ON before.session = c.prev_session AND before.seq = c.prev_seq
WHERE m.fresh AND (c.prev_session IS NOT NULL AND (before.row IS NULL OR before.row <> c.row)
    OR c.prev_session IS NULL AND c.prev_seq IS NOT NULL)
"""
_NO_KINDS = "SELECT NULL, NULL, NULL, NULL"
_WRONG_CELLS = f"""
WITH kinds (tbl, col, kind, loose) AS MATERIALIZED ({{kinds}})
SELECT 1 FROM {_ARRIVED} JOIN main.change_row r ON r.id = c.row JOIN kinds k ON k.col = c.col AND k.tbl = r."table"
WHERE m.fresh AND c.col IN (SELECT col FROM kinds) AND c.value IS NOT NULL AND (NOT json_valid(c.value) OR CASE
    WHEN json_type(c.value) = 'null' THEN NOT k.loose
    WHEN k.kind = 'text' THEN json_type(c.value) <> 'text'
    WHEN k.kind = 'whole' THEN json_type(c.value) <> 'integer'
    WHEN k.kind = 'number' THEN json_type(c.value) NOT IN ('real', 'integer')
    WHEN k.kind = 'yes-no' THEN json_type(c.value) NOT IN ('true', 'false')
    ELSE json_type(c.value) <> 'text' OR {_NO_ID.format("json_extract(c.value, '$')")} END)
"""
_NEVER_MADE = f"""
SELECT 1 FROM row_map r WHERE NOT EXISTS (
    SELECT 1 FROM main.change c WHERE c.row = r.ours AND c.col = (
        SELECT id FROM main.change_name WHERE name = '{INSERTED}'))
"""


def groups_fit(connection: sa.Connection) -> bool:
    """Whether the groups that arrive can be, and those that both have are the same."""
    return not _any(connection, _GROUPS)


def clocks_fit(connection: sa.Connection) -> bool:
    """Whether no arriving group says it is from after any time that a clock may show."""
    return connection.exec_driver_sql(_CLOCK + " LIMIT 1", (LATEST,)).first() is None


def rows_fit(connection: sa.Connection) -> bool:
    """Whether the rows that arrive are what they are here."""
    return not _any(connection, _ROWS)


def changes_fit(connection: sa.Connection, added: int) -> bool:
    """Whether as many changes came as the groups count, each replaces one of the same row, every row was once made,
    and every value is of its column's type.
    """
    counted = connection.exec_driver_sql(_COUNTED).scalar_one()
    return added == counted and not _any(connection, (_LOOSE, _NEVER_MADE, *_wrong_values(connection)))


def tables_fit(connection: sa.Connection) -> bool:
    """Whether the tables, once they follow the log, hold nothing beyond their limits."""
    return not tables_beyond_limits(connection)


def _any(connection: sa.Connection, queries: tuple[str, ...]) -> bool:
    return any(connection.exec_driver_sql(query + " LIMIT 1").first() is not None for query in queries)


def _wrong_values(connection: sa.Connection) -> Iterator[str]:
    keys = {name: key for key, name in connection.exec_driver_sql("SELECT id, name FROM main.change_name")}
    about = {row[0] for row in connection.exec_driver_sql("SELECT DISTINCT tbl FROM row_map")}
    here = [shape for shape in shapes().values() if keys.get(shape.name) in about]
    yield from (_wrong_rows(shape, keys) for shape in here)
    yield _WRONG_CELLS.format(kinds=" UNION ALL ".join(_kinds(here, keys)) or _NO_KINDS)


def _wrong_rows(shape: TableShape, keys: dict[str, int]) -> str:
    """New rows of a table that are no JSON object, or in which a column is of another type."""
    wrong = " OR ".join(_wrong(column, f"'$.{column.name}'") for column in shape.columns.values())
    return f"""
    SELECT 1 FROM row_map r CROSS JOIN main.change c ON c.row = r.ours AND c.col = {keys[INSERTED]}
    WHERE r.tbl = {keys[shape.name]} AND (NOT json_valid(c.value) OR json_type(c.value) <> 'object' OR {wrong})
    """


def _wrong(column: Column, path: str) -> str:
    allowed = _TYPES[column.kind] + ("" if column.required else ", 'null'")
    wrong = f"json_type(c.value, {path}) NOT IN ({allowed})"
    if column.kind == "id":
        wrong += f" OR {_NO_ID.format(f'json_extract(c.value, {path})')}"
    if column.kept_when_redacted:
        wrong += f" OR json_type(c.value, {path}) IS NULL"
    return wrong


def _kinds(here: list[TableShape], keys: dict[str, int]) -> Iterator[str]:
    """The kind of each cell that may be set, as rows: table, column, its JSON type, whether it may be nothing."""
    for shape in here:
        for column in shape.columns.values():
            if column.name in keys:
                yield f"SELECT {keys[shape.name]}, {keys[column.name]}, '{column.kind}', {int(not column.required)}"
        for name in (DELETED, REDACTED):
            if name in keys:
                yield f"SELECT {keys[shape.name]}, {keys[name]}, 'yes-no', 0"
