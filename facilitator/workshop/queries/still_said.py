"""Notes that may still say what was removed for good: on one laptop a note was removed, while on another, that did not
know, it had been made one with this one.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.store.log_tables import REDACTED, change, change_group, change_name, change_row
from facilitator.workshop.queries.happened import made_one

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.workshop.reader import Reader


def still_said_in(reader: Reader) -> list[uuid.UUID]:
    """The notes in use that took in one which was removed for good, and on which nobody has decided since whether they
    are to be seen.
    """
    pairs = made_one(reader)
    removed = _newest(reader, REDACTED, {gone for _, gone in pairs})
    when: dict[uuid.UUID, int] = {}
    for kept, gone in pairs:
        if gone in removed and kept not in removed:
            when[kept] = max(when.get(kept, 0), removed[gone])
    decided = _newest(reader, "withheld", when)
    open_ = [kept for kept, at in when.items() if decided.get(kept, 0) < at]
    return [kept for kept in sorted(open_) if (note := reader.get(Note, kept)) is not None and not note.withheld]


def _newest(reader: Reader, column: str, notes: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """When (by the log's clock) a cell of each note was last written, for those where it ever was."""
    query = (
        sa.select(change_row.c.uuid, sa.func.max(change_group.c.hlc))
        .select_from(change_row)
        .join(change, change.c.row == change_row.c.id)
        .join(change_group, change_group.c.id == change.c.grp)
        .where(
            change_row.c.uuid.in_([note.bytes for note in notes]),
            change.c.col.in_(sa.select(change_name.c.id).where(change_name.c.name == column)),
        )
        .group_by(change_row.c.uuid)
    )
    return {uuid.UUID(bytes=raw): at for raw, at in reader.rows(query)}
