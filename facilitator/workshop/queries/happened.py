"""What only the log tells: how often something was done to a vote, and which notes became part of another."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.store.codec import decode_details
from facilitator.store.log_tables import DELETED, change, change_group, change_name, change_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.workshop.reader import Reader

_group = change_group
_other, _kept, _gone = change.alias("other"), change_row.alias("kept"), change_row.alias("gone")
_MADE_ONE = (
    sa.select(_kept.c.uuid, _gone.c.uuid)
    .select_from(change_group)
    .join(change, change.c.grp == change_group.c.id)
    .join(_kept, _kept.c.id == change.c.row)
    .join(_other, sa.and_(_other.c.grp == change_group.c.id, _other.c.row != change.c.row))
    .join(_gone, _gone.c.id == _other.c.row)
    .where(
        change_group.c.code == "notes-merge",
        _gone.c.table.in_(sa.select(change_name.c.id).where(change_name.c.name == "note")),
        _other.c.col.in_(sa.select(change_name.c.id).where(change_name.c.name == DELETED)),
    )
    .distinct()
)


def times_done(reader: Reader, code: str, poll_id: uuid.UUID) -> int:
    """How often a Change of this code was made to a vote and not undone. Its details name the vote as `poll`."""
    query = sa.select(_group.c.id, _group.c.details).where(_group.c.code == code, _group.c.undoes.is_(None))
    undone = taken_back(reader, (code,))
    return sum(
        group not in undone and decode_details(details).get("poll") == poll_id.hex
        for group, details in reader.rows(query)
    )


def taken_back(reader: Reader, codes: Iterable[str]) -> set[int]:
    """The steps of these codes, by their keys in the log, that were undone and not done again since; undo and redo of
    them are steps, too.
    """
    query = sa.select(_group.c.id, _group.c.undoes).where(_group.c.code.in_(list(codes)))
    undone: set[int] = set()
    for group, undoes in reader.rows(query.order_by(_group.c.hlc.desc(), _group.c.id.desc())):
        if group not in undone and undoes is not None:
            undone.add(undoes)
    return undone


def made_one(reader: Reader) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Each note that was ever made one with another, as the one that stayed and the one that went."""
    return [(uuid.UUID(bytes=kept), uuid.UUID(bytes=gone)) for kept, gone in reader.rows(_MADE_ONE)]


def merged_into(reader: Reader, note_ids: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    """The notes that were made one with some others and so are gone from the board: their words are in these."""
    went: dict[uuid.UUID, set[uuid.UUID]] = {}
    for kept, gone in made_one(reader):
        went.setdefault(kept, set()).add(gone)
    waiting = list(note_ids)
    asked, found = set(waiting), dict[uuid.UUID, None]()
    while waiting:
        fresh = went.pop(waiting.pop(), set()) - asked
        found |= dict.fromkeys(sorted(fresh))
        waiting += fresh
    return [one for one in found if reader.get(Note, one) is None]
