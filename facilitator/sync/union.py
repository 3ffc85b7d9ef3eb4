"""The union of two logs, in a few statements over whole sets. Sessions are known by their random id, groups by session
and number, names and rows by what they are; the small whole numbers of the other file are put in ours.

The other file is attached as `received`. What is worked with lies in temporary tables that later steps read:

    session_map, name_map   theirs, ours
    group_map               theirs, ours, fresh: whether the group arrives now
    row_map                 theirs, ours, tbl: our key of the table's name, old: whether the row was here before,
                            redacted: whether it is removed for good, here or there
    moved                   row, came: our keys of the rows that came into their table, or went out of it
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.schema import shapes
from facilitator.store.codec import blanked
from facilitator.store.log_tables import DELETED, INSERTED, REDACTED
from facilitator.store.redact import blank_row_in_log

if TYPE_CHECKING:
    import sqlalchemy as sa

TEMPORARY = ("session_map", "name_map", "group_map", "row_map", "kept_column", "kind_of", "moved")

_NEWS = """
SELECT 1 FROM received.change_group g JOIN received.change_session s ON s.id = g.session
WHERE NOT EXISTS (
    SELECT 1 FROM main.change_session ours JOIN main.change_group old ON old.session = ours.id AND old.n = g.n
    WHERE ours.sid = s.sid)
LIMIT 1
"""
_SESSIONS = (
    """
    INSERT INTO main.change_session (sid, device, device_name, app, format, opened_at)
    SELECT sid, device, device_name, app, format, opened_at FROM received.change_session
    WHERE sid NOT IN (SELECT sid FROM main.change_session) ORDER BY id
    """,
    "CREATE TEMP TABLE session_map (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL)",
    """
    INSERT INTO session_map SELECT s.id, ours.id FROM received.change_session s
    JOIN main.change_session ours ON ours.sid = s.sid
    """,
)
_NAMES = (
    "INSERT OR IGNORE INTO main.change_name (name) SELECT name FROM received.change_name ORDER BY id",
    "CREATE TEMP TABLE name_map (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL)",
    """
    INSERT INTO name_map SELECT n.id, ours.id FROM received.change_name n
    JOIN main.change_name ours ON ours.name = n.name
    """,
)
_GROUPS = (
    "CREATE TEMP TABLE group_map (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL, fresh INTEGER NOT NULL)",
    """
    INSERT INTO group_map SELECT g.id, old.id, 0 FROM received.change_group g
    JOIN session_map s ON s.theirs = g.session
    JOIN main.change_group old ON old.session = s.ours AND old.n = g.n
    """,
    """
    INSERT INTO group_map
    SELECT id, (SELECT coalesce(max(id), 0) FROM main.change_group) + row_number() OVER (ORDER BY id), 1
    FROM received.change_group WHERE id NOT IN (SELECT theirs FROM group_map)
    """,
    """
    INSERT INTO main.change_group (id, session, n, hlc, at, code, details, undoes, first_seq, changes, final)
    SELECT m.ours, s.ours, g.n, g.hlc, g.at, g.code, g.details, target.ours, g.first_seq, g.changes, g.final
    FROM group_map m JOIN received.change_group g ON g.id = m.theirs JOIN session_map s ON s.theirs = g.session
    LEFT JOIN group_map target ON target.theirs = g.undoes
    WHERE m.fresh
    """,
)
ARRIVING = """
group_map m CROSS JOIN received.change_group g ON g.id = m.theirs
CROSS JOIN received.change c ON c.session = g.session AND c.seq >= g.first_seq AND c.seq < g.first_seq + g.changes
"""
"""The changes that arrive, where `m.fresh`: by each group's range of numbers, so that a few are found quickly among
many.
"""
_ROWS = (
    """
    CREATE TEMP TABLE row_map (
        theirs INTEGER PRIMARY KEY, ours INTEGER, tbl INTEGER, old INTEGER NOT NULL DEFAULT 0,
        redacted INTEGER NOT NULL DEFAULT 0)
    """,
    f"INSERT OR IGNORE INTO row_map (theirs) SELECT c.row FROM {ARRIVING} WHERE m.fresh",
)
_NEW_ROWS = (
    """
    INSERT OR IGNORE INTO main.change_row (uuid, "table")
    SELECT r.uuid, n.ours FROM row_map m JOIN received.change_row r ON r.id = m.theirs
    JOIN name_map n ON n.theirs = r."table" ORDER BY r.id
    """,
    """
    UPDATE row_map SET (ours, tbl, old) = (
        SELECT ours.id, ours."table", ours.id <= :newest FROM received.change_row r
        JOIN main.change_row ours ON ours.uuid = r.uuid WHERE r.id = row_map.theirs)
    """,
    "CREATE INDEX temp.row_map_ours ON row_map (ours)",
)
_REDACTED = (
    f"""
    UPDATE row_map SET redacted = 1 WHERE theirs IN (
        SELECT c.row FROM {ARRIVING} WHERE m.fresh AND c.col IN (
            SELECT id FROM received.change_name WHERE name = '{REDACTED}'))
    """,
    f"""
    UPDATE row_map SET redacted = 1 WHERE old AND EXISTS (
        SELECT 1 FROM main.change c WHERE c.row = row_map.ours
        AND c.col = (SELECT id FROM main.change_name WHERE name = '{REDACTED}'))
    """,
)
_CHANGES = f"""
INSERT INTO main.change (session, seq, grp, row, col, value, prev_session, prev_seq)
SELECT s.ours, c.seq, m.ours, r.ours, n.ours,
    CASE WHEN NOT r.redacted THEN c.value
        WHEN EXISTS (SELECT 1 FROM kept_column k WHERE k.tbl = r.tbl AND k.col = n.ours)
        THEN blanked_value(r.tbl, n.ours, c.value) END,
    before.ours, c.prev_seq
FROM {ARRIVING}
JOIN session_map s ON s.theirs = c.session
JOIN row_map r ON r.theirs = c.row
JOIN name_map n ON n.theirs = c.col
LEFT JOIN session_map before ON before.theirs = c.prev_session
WHERE m.fresh AND c.grp = g.id
"""
_TO_BLANK = f"""
SELECT r.ours, name.name FROM row_map r JOIN main.change_name name ON name.id = r.tbl
WHERE r.redacted AND r.old AND r.theirs IN (
    SELECT c.row FROM {ARRIVING} WHERE m.fresh AND c.col IN (
        SELECT id FROM received.change_name WHERE name = '{REDACTED}'))
"""


def anything_new(connection: sa.Connection) -> bool:
    """Whether the other log has a group that ours lacks."""
    return connection.exec_driver_sql(_NEWS).first() is not None


def map_groups(connection: sa.Connection) -> None:
    """Put sessions, names and groups together; what the new groups hold comes later."""
    _run(connection, (*_SESSIONS, *_NAMES, *_GROUPS))


def map_rows(connection: sa.Connection) -> None:
    """Find our keys of the rows that the arriving changes are about, and which of these are removed for good."""
    newest = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM main.change_row").scalar_one()
    _run(connection, _ROWS)
    for statement in _NEW_ROWS:
        connection.exec_driver_sql(statement, {"newest": newest} if ":newest" in statement else ())
    _run(connection, _REDACTED)


def add_changes(connection: sa.Connection) -> int:
    """Add the arriving changes. Words of rows that are removed for good, here or there, do not come in at all."""
    _lay_out_what_is_kept(connection)
    return connection.exec_driver_sql(_CHANGES).rowcount


def blank_here(connection: sa.Connection) -> bool:
    """Blank what our log says of rows that were removed for good elsewhere; whether there were any."""
    rows = connection.exec_driver_sql(_TO_BLANK).all()
    for key, table in rows:
        if table in shapes():
            blank_row_in_log(connection, shapes()[table], key)
    return bool(rows)


def forget_maps(connection: sa.Connection) -> None:
    """Drop what was only worked with."""
    _run(connection, [f"DROP TABLE IF EXISTS temp.{name}" for name in TEMPORARY])


def _lay_out_what_is_kept(connection: sa.Connection) -> None:
    """Say to SQLite which columns a row keeps when it is removed for good, and how its first change is blanked."""
    keys = {name: key for key, name in connection.exec_driver_sql("SELECT id, name FROM main.change_name")}
    names = {key: name for name, key in keys.items()}
    connection.exec_driver_sql("CREATE TEMP TABLE kept_column (tbl INTEGER, col INTEGER, PRIMARY KEY (tbl, col))")
    for shape in shapes().values():
        kept = [column.name for column in shape.columns.values() if column.kept_when_redacted]
        for name in (INSERTED, DELETED, REDACTED, *kept):
            if shape.name in keys and name in keys:
                connection.exec_driver_sql("INSERT INTO kept_column VALUES (?, ?)", (keys[shape.name], keys[name]))

    def blanked_value(table: int, column: int, value: str | None) -> str | None:
        return blanked(shapes()[names[table]], value) if names[column] == INSERTED else value

    raw = connection.connection.driver_connection
    raw.create_function("blanked_value", 3, blanked_value)  # pyright: ignore[reportOptionalMemberAccess, reportUnknownMemberType]


def _run(connection: sa.Connection, statements: tuple[str, ...] | list[str]) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)
