"""What a merge brought, counted while the transaction is still open and it is known what arrived."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import TYPE_CHECKING

from facilitator.store.log_tables import INSERTED
from facilitator.sync.merged import Brought
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.reader import Reader

if TYPE_CHECKING:
    import sqlalchemy as sa

    from facilitator.sync.projection import Projected
    from facilitator.workshop.queries.conflicts import Conflict

_GROUPS = "SELECT count(*) FROM group_map WHERE fresh"
_ARRIVED = f"""
SELECT s.device, s.device_name, name.name, r.uuid, max(c.col = (
    SELECT id FROM main.change_name WHERE name = '{INSERTED}')) AND NOT m.old AS made
FROM row_map m CROSS JOIN main.change c ON c.row = m.ours
JOIN group_map arrived ON arrived.ours = c.grp AND arrived.fresh
JOIN main.change_session s ON s.id = c.session
JOIN main.change_row r ON r.id = m.ours JOIN main.change_name name ON name.id = m.tbl
GROUP BY s.device, s.device_name, m.ours
"""

_WHAT = ("added", "changed", "removed", "both")


def count_groups(connection: sa.Connection) -> int:
    """How many gestures arrived."""
    return connection.exec_driver_sql(_GROUPS).scalar_one()


def conflicts_touched(connection: sa.Connection) -> list[Conflict]:
    """The conflicts of the rows that a merge touched."""
    rows = [row[0] for row in connection.exec_driver_sql("SELECT ours FROM row_map WHERE old")]
    return conflicts(Reader(connection), rows)


def brought(connection: sa.Connection, projected: Projected, disputed: list[Conflict]) -> list[Brought]:
    """What each laptop brought, in rows by table; a row is counted once, by what came of it."""
    inserted = {ref.id for ref in projected.inserted}
    deleted = {ref.id for ref in projected.deleted}
    both = {one.ref.id: one for one in disputed}
    counted: dict[tuple[str, str], dict[str, Counter[str]]] = {}
    for device, device_name, table, raw, made in connection.exec_driver_sql(_ARRIVED):
        row = uuid.UUID(bytes=raw)
        of = counted.setdefault((device, device_name), {what: Counter() for what in _WHAT})
        if made:
            of["added"][table] += row in inserted
        elif row in both:
            of["both"][table] += 1
        else:
            of["removed" if row in deleted else "changed"][table] += 1
    return [
        Brought(device, device_name, **{what: +counts for what, counts in of.items()})
        for (device, device_name), of in counted.items()
    ]
