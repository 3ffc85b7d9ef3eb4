"""What arrives is held to what this program itself would have written: by SQLite's own look at the values, over whole
sets, inside the transaction, so that a log which does not fit is taken back before anybody has seen it.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from sqlalchemy.exc import DBAPIError

from facilitator.domain.schema import shapes
from facilitator.domain.typed_words import UNSTORABLE
from facilitator.store.limits import tables_beyond_limits
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from facilitator.domain.schema import TableShape

LATEST = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp() * 1000) << 16
"""A laptop whose clock is wrong by years is merged like any other. Beyond this no clock ever was: numbers so large
would leave no room for what everybody writes after it, so such a log is made up.
"""
_NO_ID = "({0} IS NOT NULL AND (length({0}) <> 32 OR {0} GLOB '*[^0-9a-f]*'))"
_WRONG = f"""
CASE WHEN {{type}} = 'null' THEN NOT k.loose
    WHEN k.kind = 'text' THEN {{type}} <> 'text'
    WHEN k.kind = 'whole' THEN {{type}} <> 'integer'
    WHEN k.kind = 'number' THEN {{type}} NOT IN ('real', 'integer')
    WHEN k.kind = 'yes-no' THEN {{type}} NOT IN ('true', 'false')
    ELSE {{type}} <> 'text' OR {_NO_ID.format("{value}")} END
"""
"""Whether a value is not of its column's kind, by its type as JSON."""
_KINDS = """
CREATE TEMP TABLE kind_of (
    tbl INTEGER, name TEXT, col INTEGER, kind TEXT, loose INTEGER, PRIMARY KEY (tbl, name)) WITHOUT ROWID
"""

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
_NO_ROW = """
SELECT 1 FROM row_map r CROSS JOIN main.change c ON c.row = r.ours AND c.col = {inserted}
WHERE r.tbl = {table} AND (NOT json_valid(c.value) OR json_type(c.value) <> 'object' {missing})
"""
_WRONG_ROWS = f"""
SELECT 1 FROM row_map r CROSS JOIN main.change c ON c.row = r.ours AND c.col = {{inserted}}
CROSS JOIN json_each(c.value) j CROSS JOIN kind_of k ON k.tbl = r.tbl AND k.name = j.key
WHERE {_WRONG.format(type="j.type", value="j.value")}
"""
_NO_CELL = f"""
SELECT 1 FROM {_ARRIVED}
WHERE m.fresh AND c.col <> {{inserted}} AND c.value IS NOT NULL AND NOT json_valid(c.value)
"""
_WRONG_CELLS = f"""
SELECT 1 FROM {_ARRIVED}
CROSS JOIN main.change_row r ON r.id = c.row
CROSS JOIN kind_of k INDEXED BY kind_of_cell ON k.tbl = r."table" AND k.col = c.col
WHERE m.fresh AND c.value IS NOT NULL AND c.col <> {{inserted}}
AND {_WRONG.format(type="json_type(c.value)", value="json_extract(c.value, '$')")}
"""
_TEXTS = (
    f"SELECT c.value FROM {_ARRIVED} WHERE m.fresh",
    "SELECT g.details FROM group_map m JOIN main.change_group g ON g.id = m.ours WHERE m.fresh",
    "SELECT json_quote(device || device_name || app || opened_at) FROM received.change_session",
    "SELECT json_quote(g.at) FROM group_map m JOIN main.change_group g ON g.id = m.ours WHERE m.fresh",
)
_CAME = """
SELECT lower(hex(r.uuid)) FROM (SELECT ours AS row FROM row_map UNION SELECT row FROM moved) m
CROSS JOIN main.change_row r ON r.id = m.row
WHERE r."table" = (SELECT id FROM main.change_name WHERE name = '{table}')
"""
"""The ids of the rows of a table that something arrived of, or that came back because something that arrived needs
them. All others keep to their limits already, and the archive has a hundred workshops of them.
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
    if added != counted or _any(connection, (_LOOSE, _NEVER_MADE)):
        return False
    return all(connection.exec_driver_sql(query + " LIMIT 1").first() is None for query in _wrong_values(connection))


def words_fit(connection: sa.Connection) -> bool:
    """Whether all that arrives can be read as text, and holds no sign that cannot be stored: one such value would make
    every file that takes it in unreadable. SQLite lets both through.
    """
    try:
        for query in _TEXTS:
            for row in connection.exec_driver_sql(query):
                if row[0] and "\\u" in row[0] and _holds_unstorable(json.loads(row[0])):
                    return False
    except (DBAPIError, ValueError, RecursionError):
        return False
    return True


def tables_fit(connection: sa.Connection) -> bool:
    """Whether the rows that follow the log anew hold nothing beyond their limits."""
    return not tables_beyond_limits(connection, _CAME)


def _holds_unstorable(said: object) -> bool:
    """A value, or a row of them."""
    texts = cast("dict[str, object]", said).values() if isinstance(said, dict) else [said]
    return any(isinstance(text, str) and UNSTORABLE.search(text) for text in texts)


def _any(connection: sa.Connection, queries: tuple[str, ...]) -> bool:
    return any(connection.exec_driver_sql(query + " LIMIT 1").first() is not None for query in queries)


def _wrong_values(connection: sa.Connection) -> Iterator[str]:
    """Queries for values that cannot be, each of which may rely on those before it to have found nothing."""
    keys = {name: key for key, name in connection.exec_driver_sql("SELECT id, name FROM main.change_name")}
    about = {row[0] for row in connection.exec_driver_sql("SELECT DISTINCT tbl FROM row_map")}
    here = [shape for shape in shapes().values() if keys.get(shape.name) in about]
    inserted = keys.get(INSERTED, -1)
    connection.exec_driver_sql(_KINDS)
    kinds = list(_kinds(here, keys))
    if kinds:
        connection.exec_driver_sql("INSERT INTO kind_of VALUES (?, ?, ?, ?, ?)", kinds)
    connection.exec_driver_sql("CREATE INDEX temp.kind_of_cell ON kind_of (tbl, col)")
    for shape in here:
        needed = [column.name for column in shape.columns.values() if column.kept_when_redacted]
        missing = "".join(f" OR json_type(c.value, '$.{name}') IS NULL" for name in needed)
        yield _NO_ROW.format(inserted=inserted, table=keys[shape.name], missing=missing)
    yield _WRONG_ROWS.format(inserted=inserted)
    yield _NO_CELL.format(inserted=inserted)
    yield _WRONG_CELLS.format(inserted=inserted)


def _kinds(here: list[TableShape], keys: dict[str, int]) -> Iterator[tuple[int, str, int | None, str, bool]]:
    """What may stand in each cell: table, column by name and key, its kind, whether it may be nothing."""
    for shape in here:
        for column in shape.columns.values():
            yield keys[shape.name], column.name, keys.get(column.name), column.kind, not column.required
        for name in (DELETED, REDACTED):
            yield keys[shape.name], name, keys.get(name), "yes-no", False
