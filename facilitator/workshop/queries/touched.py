"""What each step of the past was about, in the words by which people know it: so that one "Add a note" can be told from
another before it is taken back. For the facilitator's own screen.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.change import GroupId
from facilitator.domain.may_be_shown import NameInTheRoom, may_be_shown
from facilitator.domain.schema import shapes
from facilitator.store.log_tables import change, change_group, change_name, change_row, change_session
from facilitator.store.replay import row_states
from facilitator.workshop.queries.conflict_view import PERSON, SAYS_WHAT_IT_IS
from facilitator.workshop.queries.consent import consents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from facilitator.workshop.reader import Reader

    Row = tuple[int, uuid.UUID, str]
    """A row by its key in the log, its id and its table."""

NAMED = frozenset({*SAYS_WHAT_IT_IS, PERSON} - {"ballot"})
"""The tables of which a row is named. No ballot: which one was counted when is nobody's business."""
_HIDES = ("withheld", "face_down")
_LOOKED_AT = 50
"""Changes of a step that are looked at: of an import it is enough to know how it begins."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Touched:
    """What the first row says that a step had to do with, and whether it was not the only one."""

    words: str
    others: bool


def touched(reader: Reader, groups: Iterable[GroupId]) -> dict[GroupId, Touched]:
    """What these steps were about, as it says now or said last; those that are missing have nothing to say. What is
    withheld from the room is not said, nor what was removed for good.
    """
    rows: dict[GroupId, dict[Row, None]] = {}
    for group, row in _rows(reader, list(groups)):
        rows.setdefault(group, {})[row] = None
    first = {group: next(iter(found)) for group, found in rows.items()}
    said = _said(reader, set(first.values()))
    return {group: Touched(said[row], len(rows[group]) > 1) for group, row in first.items() if said.get(row)}


def _rows(reader: Reader, groups: list[GroupId]) -> Iterator[tuple[GroupId, Row]]:
    few = sa.case((change_group.c.changes > _LOOKED_AT, _LOOKED_AT), else_=change_group.c.changes)
    query = (
        sa.select(change_session.c.sid, change_group.c.n, change_row.c.id, change_row.c.uuid, change_name.c.name)
        .select_from(change_group)
        .join(change_session, change_session.c.id == change_group.c.session)
        .join(
            change,
            sa.and_(
                change.c.session == change_group.c.session,
                change.c.seq >= change_group.c.first_seq,
                change.c.seq < change_group.c.first_seq + few,
            ),
        )
        .join(change_row, change_row.c.id == change.c.row)
        .join(change_name, change_name.c.id == change_row.c.table)
        .where(change_name.c.name.in_(sorted(NAMED)))
        .order_by(change.c.session, change.c.seq)
    )
    left = iter(groups)
    while some := [(group.session, group.n) for group in islice(left, _AT_ONCE)]:
        for sid, n, key, raw, table in reader.rows(
            query.where(sa.tuple_(change_session.c.sid, change_group.c.n).in_(some))
        ):
            yield GroupId(sid, n), (key, uuid.UUID(bytes=raw), table)


def _said(reader: Reader, rows: set[Row]) -> Mapping[Row, str]:
    said: dict[Row, str] = {}
    people = consents(reader).people
    for row in sorted(rows):
        if row[2] == PERSON and row[1] in people and may_be_shown(NameInTheRoom(), "screen"):
            said[row] = people[row[1]].name
    for table in sorted({row[2] for row in rows} - {PERSON}):
        found = _stand(reader, table, [row[1] for row in rows if row[2] == table])
        said.update({row: found[row[1]] for row in rows if row[2] == table and row[1] in found})
    gone = {row[0]: row for row in rows if row not in said and row[2] != PERSON}
    for key, state in row_states(reader.connection, sorted(gone)).items():
        hidden = any(state.values.get(name) for name in _HIDES)
        said[gone[key]] = "" if hidden else str(state.values[SAYS_WHAT_IT_IS[gone[key][2]]])
    return said


def _stand(reader: Reader, table: str, ids: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What rows of one table say that are there, by id."""
    shape = shapes()[table]
    hides = [shape.table.c[name] for name in _HIDES if name in shape.columns]
    found: dict[uuid.UUID, str] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query: sa.Select[Any] = sa.select(shape.table.c.id, shape.table.c[SAYS_WHAT_IT_IS[table]], *hides)
        for row in reader.rows(query.where(shape.table.c.id.in_(ids[start : start + _AT_ONCE]))):
            row_id, words, *hidden = tuple(row)
            found[row_id] = "" if any(hidden) else str(words)
    return found
