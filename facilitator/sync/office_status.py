"""How the office's archive stands: which workshops came, from which laptops, what is still to come, and where two
versions wait for somebody to choose.
"""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.programme import Programme, Session
from facilitator.domain.schema import table_of
from facilitator.store.log_tables import INSERTED, change, change_group, change_name, change_row, change_session
from facilitator.sync.archive import archive_file, archive_session
from facilitator.workshop.queries.conflicts import conflicts
from facilitator.workshop.reader import Reader

if TYPE_CHECKING:
    from facilitator.sync.archive import Archive

_programme, _session = table_of(Programme), table_of(Session)
_MADE_BY = (
    sa.select(change_row.c.uuid, archive_session.c.workshop)
    .join(change, change.c.row == change_row.c.id)
    .join(change_name, change_name.c.id == change.c.col)
    .join(change_session, change_session.c.id == change.c.session)
    .join(archive_session, archive_session.c.sid == change_session.c.sid)
    .where(change_name.c.name == INSERTED)
)
_FILES = sa.select(archive_file.c.workshop, sa.func.count(), sa.func.max(archive_file.c.received_at)).group_by(
    archive_file.c.workshop
)


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop that wrote in a workshop, and when last (ISO 8601, UTC, or a day alone)."""

    name: str
    last: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A session that has been, on whose day nobody wrote anything that came in."""

    title: str
    day: str


@dataclass(frozen=True, slots=True)
class WorkshopStatus:
    """How one workshop stands in the archive. `changes` counts gestures, `files` those that came in."""

    id: uuid.UUID
    title: str
    changes: int
    files: int
    last_received: str
    laptops: tuple[Laptop, ...]
    missing: tuple[Missing, ...]
    conflicts: int


def status(archive: Archive, today: str) -> list[WorkshopStatus]:
    """Every workshop in the archive, by title. `today` is YYYY-MM-DD."""
    with archive.snapshot() as connection:
        reader = Reader(connection)
        laptops = _laptops(reader)
        changes, days = _changes(reader)
        planned = _planned(reader, today)
        disputed = _disputed(reader)
        files = {workshop: (count, last) for workshop, count, last in reader.rows(_FILES)}
        roots = reader.rows(sa.select(_programme.c.id, _programme.c.title))
    found = [
        WorkshopStatus(
            id=root,
            title=title,
            changes=changes[root.hex],
            files=files.get(root.hex, (0, ""))[0],
            last_received=files.get(root.hex, (0, ""))[1],
            laptops=tuple(laptops.get(root.hex, ())),
            missing=tuple(one for one in planned.get(root.hex, ()) if one.day not in days.get(root.hex, ())),
            conflicts=disputed[root.hex],
        )
        for root, title in roots
    ]
    return sorted(found, key=lambda one: (one.title.casefold(), one.id))


def _laptops(reader: Reader) -> dict[str, list[Laptop]]:
    query = (
        sa.select(archive_session.c.workshop, change_session.c.device_name, sa.func.max(change_group.c.at))
        .join(change_session, change_session.c.sid == archive_session.c.sid)
        .join(change_group, change_group.c.session == change_session.c.id)
        .group_by(archive_session.c.workshop, change_session.c.device, change_session.c.device_name)
        .order_by(change_session.c.device_name)
    )
    found: dict[str, list[Laptop]] = {}
    for workshop, name, last in reader.rows(query):
        found.setdefault(workshop, []).append(Laptop(name, last))
    return found


def _changes(reader: Reader) -> tuple[Counter[str], dict[str, set[str]]]:
    """How many gestures each workshop has, and the days on which somebody made one."""
    day = sa.func.substr(change_group.c.at, 1, len("2026-01-14"))
    query = (
        sa.select(archive_session.c.workshop, day, sa.func.count())
        .join(change_session, change_session.c.sid == archive_session.c.sid)
        .join(change_group, change_group.c.session == change_session.c.id)
        .group_by(archive_session.c.workshop, day)
    )
    count, days = Counter[str](), dict[str, set[str]]()
    for workshop, on, many in reader.rows(query):
        count[workshop] += many
        days.setdefault(workshop, set()).add(on)
    return count, days


def _planned(reader: Reader, today: str) -> dict[str, list[Missing]]:
    """The sessions that have been, by workshop."""
    made_by = _made_by(reader, "session")
    query = sa.select(_session.c.id, _session.c.title, _session.c.date).order_by(_session.c.date, _session.c.position)
    found: dict[str, list[Missing]] = {}
    for row_id, title, on in reader.rows(query.where(_session.c.date != "", _session.c.date < today)):
        found.setdefault(made_by.get(row_id, ""), []).append(Missing(title, on))
    return found


def _disputed(reader: Reader) -> Counter[str]:
    every = conflicts(reader)
    made_by = {ref: _made_by_one(reader, ref) for ref in {one.ref.id for one in every}}
    return Counter(made_by[one.ref.id] for one in every)


def _made_by(reader: Reader, table: str) -> dict[uuid.UUID, str]:
    """The workshop of each row of a table."""
    named = sa.select(change_name.c.id).where(change_name.c.name == table)
    rows = reader.rows(_MADE_BY.where(change_row.c.table.in_(named)))
    return {uuid.UUID(bytes=raw): workshop for raw, workshop in rows}


def _made_by_one(reader: Reader, row_id: uuid.UUID) -> str:
    found = reader.rows(_MADE_BY.where(change_row.c.uuid == row_id.bytes).limit(1))
    return found[0][1] if found else ""
