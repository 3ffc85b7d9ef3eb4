"""Ballots that two laptops counted from the same sheet, and not the same: only the sheet can say which is right, so
whoever has it has to look again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.schema import table_of
from facilitator.domain.voting import Ballot, Mark
from facilitator.store.codec import encode, row_id
from facilitator.store.log_tables import INSERTED, change, change_group, change_name, change_row, change_session
from facilitator.workshop.queries.happened import taken_back

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence

    from facilitator.workshop.reader import Reader

    _Step = tuple[int, int]
    """A row and a step that was made to it, by their keys in the log."""

_ballot, _mark = table_of(Ballot), table_of(Mark)
_COUNTING = ("ballot-count", "ballot-correct")
_MOST_AT_ONCE = 500
_made = change.alias("made")
_COUNTED = (
    sa.select(change, change_row.c.uuid, change_group.c.code, change_group.c.undoes)
    .join(change_row, change_row.c.id == change.c.row)
    .join(change_group, change_group.c.id == change.c.grp)
    .where(
        change_row.c.table == sa.select(change_name.c.id).where(change_name.c.name == "ballot").scalar_subquery(),
        change.c.col == sa.select(change_name.c.id).where(change_name.c.name == "state").scalar_subquery(),
    )
)
"""Each time that somebody said a ballot to be counted or spoilt, chose between the two, or took such a step back."""
_WITH_MARKS = (
    sa.select(_made.c.grp)
    .join(change_row, change_row.c.id == _made.c.row)
    .where(
        change_row.c.table == sa.select(change_name.c.id).where(change_name.c.name == "mark").scalar_subquery(),
        _made.c.col == sa.select(change_name.c.id).where(change_name.c.name == INSERTED).scalar_subquery(),
    )
    .distinct()
)
"""The steps in which marks were typed in."""


@dataclass(frozen=True, slots=True)
class ReadTwice:
    """A ballot, by its vote and the number that is printed on it."""

    id: uuid.UUID
    poll_id: uuid.UUID
    number: int


def read_twice(reader: Reader, only: uuid.UUID | None = None) -> list[ReadTwice]:
    """The paper ballots that were typed in more than once and differ, by vote and number, or `only` this one if it is
    one of them; one laptop may have read no mark at all. Counting one anew takes it off this list.
    """
    if not _two_counted(reader):
        return []
    query = (
        sa.select(_ballot.c.poll_id, _ballot.c.number, _ballot.c.id, _mark.c.id, _mark.c.option_id, _mark.c.value)
        .join(_mark, _mark.c.ballot_id == _ballot.c.id)
        .where(_ballot.c.channel == "paper", _ballot.c.state == "counted")
        .order_by(_ballot.c.poll_id, _ballot.c.number, _ballot.c.id)
    )
    marks = reader.rows(query if only is None else query.where(_ballot.c.id == only))
    typed_in = _typed_in(reader, [mark for _, _, _, mark, _, _ in marks])
    said: dict[ReadTwice, dict[int, set[tuple[uuid.UUID, int]]]] = {}
    for poll, number, ballot, mark, option, value in marks:
        readings = said.setdefault(ReadTwice(ballot, poll, number), {})
        readings.setdefault(typed_in.get(mark, 0), set()).add((option, value))
    blank = _read_as_blank(reader, only)
    return [
        ballot
        for ballot, readings in said.items()
        if len(set(map(frozenset, readings.values()))) > 1 or ballot.id in blank
    ]


def _two_counted(reader: Reader) -> bool:
    """Whether ballots were counted on more than one laptop; on one, no number is counted twice."""
    query = (
        sa.select(sa.func.count(sa.distinct(change_session.c.device)))
        .join(change_group, change_group.c.session == change_session.c.id)
        .where(change_group.c.code.in_(_COUNTING))
    )
    return reader.rows(query)[0][0] > 1


def _read_as_blank(reader: Reader, only: uuid.UUID | None) -> set[uuid.UUID]:
    """The ballots that somebody counted without a mark, and that nobody who had seen this counted anew since. On a
    ballot that was counted once only, a mark that stands there came with a step that had seen it.
    """
    said = reader.rows(_COUNTED if only is None else _COUNTED.where(change_row.c.uuid == only.bytes))
    undone = taken_back(reader, {one.code for one in said})
    stand = {(one.row, one.grp): one for one in said if one.undoes is None and one.grp not in undone}
    times = Counter(row for row, _ in stand)
    seen = _seen_by(stand, said)
    with_marks = {group for (group,) in reader.rows(_WITH_MARKS)}
    return {
        row_id(one.uuid)
        for step, one in stand.items()
        if times[one.row] > 1
        and one.code in _COUNTING
        and one.value == encode("counted")
        and one.grp not in with_marks
        and step not in seen
    }


def _seen_by(stand: Iterable[_Step], said: Sequence[sa.Row[*tuple[Any, ...]]]) -> set[_Step]:
    """What those that stand had seen of what was said before, also where a step that was taken back lies between."""
    of = {(one.session, one.seq): (one.row, one.grp) for one in said}
    before: dict[_Step, set[_Step]] = {}
    for one in said:
        if replaced := of.get((one.prev_session, one.prev_seq)):
            before.setdefault((one.row, one.grp), set()).add(replaced)
    seen: set[_Step] = set()
    ahead = [*stand]
    while ahead:
        fresh = before.get(ahead.pop(), set()) - seen
        seen |= fresh
        ahead += fresh
    return seen


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
