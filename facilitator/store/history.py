"""The log as a list of what happened, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import sqlalchemy as sa

from facilitator.domain.change import GroupId, Value
from facilitator.store.codec import decode_details
from facilitator.store.log_tables import change_group, change_session

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One Change as it was stored: when (ISO 8601, UTC), on which device, what, and whether it was undone since.

    `did` tells a first doing from an undo and from the redo of an undo; `code` and `details` are those of the first
    doing.
    """

    group: GroupId
    at: str
    did: Literal["do", "undo", "redo"]
    code: str
    details: Mapping[str, Value]
    device: str
    undone: bool


def history(connection: sa.Connection, limit: int | None = None) -> list[HistoryEntry]:
    """What happened, newest first."""
    query = (
        sa.select(change_group, change_session.c.sid, change_session.c.device_name)
        .join(change_session, change_session.c.id == change_group.c.session)
        .order_by(change_group.c.hlc.desc(), change_session.c.sid.desc(), change_group.c.n.desc())
    )
    groups = connection.execute(query).all()
    undone_by: dict[int, list[int]] = {}
    targets: dict[int, int] = {}
    for group in groups:
        if group.undoes is not None:
            undone_by.setdefault(group.undoes, []).append(group.id)
            targets[group.id] = group.undoes
    undone: dict[int, bool] = {}
    for group in groups:
        undone[group.id] = any(not undone[later] for later in undone_by.get(group.id, ()) if later in undone)
    return [
        HistoryEntry(
            GroupId(g.sid, g.n),
            g.at,
            _did(g.id, targets),
            g.code,
            decode_details(g.details),
            g.device_name,
            undone[g.id],
        )
        for g in groups[:limit]
    ]


def _did(key: int, targets: Mapping[int, int]) -> Literal["do", "undo", "redo"]:
    depth = 0
    while key in targets:
        key = targets[key]
        depth += 1
    return "do" if depth == 0 else "undo" if depth % 2 else "redo"
