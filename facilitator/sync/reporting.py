"""What a merge brought, counted while the transaction is still open and it is known what arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.store.log_tables import INSERTED
from facilitator.sync.merged import Brought
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.reader import Reader

if TYPE_CHECKING:
    import sqlalchemy as sa

    from facilitator.workshop.queries.conflicts import Conflict

_GROUPS = "SELECT count(*) FROM group_map WHERE fresh"
_ARRIVED = f"""
SELECT s.device, s.device_name, name.name, CASE
    WHEN written.made AND NOT m.old THEN CASE WHEN moved.came THEN 'added' END
    WHEN m.ours IN ({{both}}) THEN 'both' WHEN NOT moved.came THEN 'removed' ELSE 'changed' END AS what, count(*)
FROM (
    SELECT c.row, c.session, max(c.col = (SELECT id FROM main.change_name WHERE name = '{INSERTED}')) AS made
    FROM group_map arrived CROSS JOIN main.change_group g ON g.id = arrived.ours
    CROSS JOIN main.change c ON c.session = g.session AND c.seq >= g.first_seq AND c.seq < g.first_seq + g.changes
    WHERE arrived.fresh GROUP BY c.session, c.row) written
JOIN row_map m ON m.ours = written.row JOIN main.change_session s ON s.id = written.session
JOIN main.change_name name ON name.id = m.tbl LEFT JOIN moved ON moved.row = m.ours
GROUP BY s.device, s.device_name, name.name, what HAVING what IS NOT NULL
"""
_WHAT = ("added", "changed", "removed", "both")


def count_groups(connection: sa.Connection) -> int:
    """How many gestures arrived."""
    return connection.exec_driver_sql(_GROUPS).scalar_one()


def conflicts_touched(connection: sa.Connection) -> list[Conflict]:
    """The conflicts of the rows that a merge touched."""
    rows = [row[0] for row in connection.exec_driver_sql("SELECT ours FROM row_map WHERE old")]
    return conflicts(Reader(connection), rows)


def brought(connection: sa.Connection, disputed: list[Conflict]) -> list[Brought]:
    """What each laptop brought, in rows by table; a row is counted by what came of it."""
    both = ", ".join(f"'{one.ref.id.hex}'" for one in disputed)
    rows = f"SELECT id FROM main.change_row WHERE lower(hex(uuid)) IN ({both})" if both else "NULL"
    counted: dict[tuple[str, str], dict[str, dict[str, int]]] = {}
    for device, device_name, table, what, count in connection.exec_driver_sql(_ARRIVED.format(both=rows)):
        counted.setdefault((device, device_name), {what: {} for what in _WHAT})[what][table] = count
    return [Brought(device, device_name, **of) for (device, device_name), of in counted.items()]
