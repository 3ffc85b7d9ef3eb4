"""Ballots that two laptops counted from the same sheet, and not the same: only the sheet can say which is right, so
whoever has it has to look again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Mark
from facilitator.store.log_tables import INSERTED, change, change_group, change_name, change_row, change_session

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from facilitator.workshop.reader import Reader

_ballot, _mark = table_of(Ballot), table_of(Mark)
_COUNTING = ("ballot-count", "ballot-correct")
_MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ReadTwice:
    """A ballot, by its vote and the number that is printed on it."""

    id: uuid.UUID
    poll_id: uuid.UUID
    number: int


def read_twice(reader: Reader) -> list[ReadTwice]:
    """The paper ballots whose marks were typed in more than once and differ, by vote and number. Counting one anew
    takes it off this list.
    """
    if not _two_counted(reader):
        return []
    query = (
        sa.select(_ballot.c.poll_id, _ballot.c.number, _ballot.c.id, _mark.c.id, _mark.c.option_id, _mark.c.value)
        .join(_mark, _mark.c.ballot_id == _ballot.c.id)
        .where(_ballot.c.channel == "paper", _ballot.c.state == "counted")
        .order_by(_ballot.c.poll_id, _ballot.c.number, _ballot.c.id)
    )
    marks = reader.rows(query)
    typed_in = _typed_in(reader, [mark for _, _, _, mark, _, _ in marks])
    said: dict[ReadTwice, dict[int, set[tuple[uuid.UUID, int]]]] = {}
    for poll, number, ballot, mark, option, value in marks:
        readings = said.setdefault(ReadTwice(ballot, poll, number), {})
        readings.setdefault(typed_in.get(mark, 0), set()).add((option, value))
    return [ballot for ballot, readings in said.items() if len(set(map(frozenset, readings.values()))) > 1]


def _two_counted(reader: Reader) -> bool:
    """Whether ballots were counted on more than one laptop; on one, no number is counted twice."""
    query = (
        sa.select(sa.func.count(sa.distinct(change_session.c.device)))
        .join(change_group, change_group.c.session == change_session.c.id)
        .where(change_group.c.code.in_(_COUNTING))
    )
    return reader.rows(query)[0][0] > 1


def _typed_in(reader: Reader, marks: Iterable[uuid.UUID]) -> dict[uuid.UUID, int]:
    """The step in which each mark was made, by its key in the log."""
    keys = {mark.bytes: mark for mark in marks}
    every = list(keys)
    made: dict[uuid.UUID, int] = {}
    inserted = sa.select(change_name.c.id).where(change_name.c.name == INSERTED).scalar_subquery()
    for start in range(0, len(every), _MOST_AT_ONCE):
        query = (
            sa.select(change_row.c.uuid, change.c.grp)
            .join(change, change.c.row == change_row.c.id)
            .where(change_row.c.uuid.in_(every[start : start + _MOST_AT_ONCE]), change.c.col == inserted)
        )
        made.update({keys[raw]: group for raw, group in reader.rows(query)})
    return made
