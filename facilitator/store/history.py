"""The log as a list of what happened, newest first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.change import GroupId
from facilitator.domain.past import EVERYTHING, Did, HistoryEntry, Wanted
from facilitator.store.codec import decode_details
from facilitator.store.log_tables import change, change_group, change_name, change_row, change_session

if TYPE_CHECKING:
    from collections.abc import Sequence


def history(connection: sa.Connection, limit: int | None = None, wanted: Wanted = EVERYTHING) -> list[HistoryEntry]:
    """What happened, or the part of it that is wanted, newest first."""
    query = (
        sa.select(change_group, change_session.c.sid, change_session.c.device_name)
        .join(change_session, change_session.c.id == change_group.c.session)
        .order_by(change_group.c.hlc.desc(), change_session.c.sid.desc(), change_group.c.n.desc())
    )
    groups = connection.execute(query).all()
    did, touching = _did(groups), _touching(connection, wanted)
    undone: dict[int, bool] = {}
    undone_by: dict[int, list[int]] = {}
    for group in groups:
        undone[group.id] = any(not undone[later] for later in undone_by.get(group.id, ()))
        undone_by.setdefault(group.undoes, []).append(group.id)
    return [
        HistoryEntry(
            GroupId(g.sid, g.n),
            g.at,
            did[g.id],
            g.code,
            decode_details(g.details),
            g.device_name,
            undone[g.id],
        )
        for g in islice((group for group in groups if _is_wanted(group, wanted, touching)), limit)
    ]


def devices(connection: sa.Connection) -> list[str]:
    """The names of the laptops that wrote here."""
    return list(
        connection.execute(
            sa.select(change_session.c.device_name).distinct().order_by(change_session.c.device_name)
        ).scalars()
    )


def _touching(connection: sa.Connection, wanted: Wanted) -> set[int] | None:
    """The groups that have to do with the tables or the card that are wanted; None for all."""
    if not wanted.tables and wanted.row is None:
        return None
    query = sa.select(change.c.grp).join(change_row, change_row.c.id == change.c.row).distinct()
    if wanted.tables:
        named = sa.select(change_name.c.id).where(change_name.c.name.in_(sorted(wanted.tables)))
        query = query.where(change_row.c.table.in_(named))
    if wanted.row is not None:
        query = query.where(change_row.c.uuid == wanted.row.bytes)
    return set(connection.execute(query).scalars())


def _is_wanted(group: sa.Row[Any], wanted: Wanted, touching: set[int] | None) -> bool:
    return (
        (not wanted.device or group.device_name == wanted.device)
        and (not wanted.since or group.at >= wanted.since[: len(group.at)])
        and (not wanted.until or group.at <= wanted.until)
        and (touching is None or group.id in touching)
    )


def _did(groups: Sequence[sa.Row[Any]]) -> dict[int, Did]:
    """What each group did, of a list from the newest to the oldest. Only what stands before a group can be undone by
    it, so that a damaged file cannot lead in circles.
    """
    did: dict[int, Did] = {}
    for group in reversed(groups):
        target = did.get(group.undoes)
        did[group.id] = "do" if target is None else "redo" if target == "undo" else "undo"
    return did
