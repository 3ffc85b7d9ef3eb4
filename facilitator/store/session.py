"""Who is writing: one log session an opening of a file, its clock, and the small-number keys of names and rows."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator import __version__
from facilitator.domain.change import Change, GroupId
from facilitator.store.codec import damaged, encode_details
from facilitator.store.log_tables import change_group, change_name, change_row, change_session

if TYPE_CHECKING:
    import uuid

LARGEST = (1 << 63) - 1
"""The largest number SQLite has."""
Clock = Callable[[], int]
"""Milliseconds since 1970, as this laptop believes."""

_MAX_HLC = sa.select(sa.func.max(change_group.c.hlc))
_MAX_ROW = sa.select(sa.func.max(change_row.c.id))
_NAME_KEY = sa.select(change_name.c.id).where(change_name.c.name == sa.bindparam("name"))
_INSERT = {table.name: sa.insert(table) for table in (change_session, change_group, change_name, change_row)}
_COUNT = sa.update(change_group).where(change_group.c.id == sa.bindparam("key")).values(changes=sa.bindparam("count"))
_ROW_KEY = sa.select(change_row.c.id).where(change_row.c.uuid == sa.bindparam("uuid"))
_GROUP_KEY = (
    sa.select(change_group.c.id)
    .join(change_session, change_session.c.id == change_group.c.session)
    .where(change_session.c.sid == sa.bindparam("sid"), change_group.c.n == sa.bindparam("n"))
)


def wall_clock() -> int:
    """This laptop's clock, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class LogSession:
    """The writer's place in the log. Counters move only when a transaction has been committed (`keep`)."""

    def __init__(self, device: str, device_name: str, file_format: int, clock: Clock = wall_clock) -> None:
        self.sid = secrets.token_hex(8)
        self.device = device
        self._device_name = device_name
        self._format = file_format
        self._clock = clock
        self._opened_at = _written(clock())
        self._key: int | None = None
        self._groups = 0
        self._changes = 0
        self._names: dict[str, int] = {}
        self._pending_key: int | None = None

    def begin_group(self, connection: sa.Connection, change: Change) -> Group:
        """Start a group in the open transaction; it is real once `keep` is called after the commit."""
        self._pending_key = self._key if self._key is not None else self._register(connection)
        newest = connection.execute(_MAX_HLC).scalar() or 0
        now = self._clock()
        hlc = newest + 1 if change.untimed else max(now << 16, newest + 1)
        if hlc > LARGEST:
            raise damaged()
        undoes = group_key(connection, change.undoes) if change.undoes else None
        row = {
            "session": self._pending_key,
            "n": self._groups + 1,
            "hlc": hlc,
            "at": _written(now)[: len("2026-01-14")] if change.untimed else _written(now),
            "code": change.code,
            "details": encode_details(change.details),
            "undoes": undoes,
            "first_seq": self._changes + 1,
            "changes": 0,
            "final": change.final,
        }
        key = _inserted_key(connection, change_group, row)
        return Group(GroupId(self.sid, self._groups + 1), key, self._pending_key, self._changes)

    def end_group(self, connection: sa.Connection, group: Group) -> None:
        """Note how many changes the group has."""
        connection.execute(_COUNT, {"key": group.key, "count": group.count})

    def keep(self, group: Group) -> None:
        """The transaction was committed: count on from here."""
        self._key = self._pending_key
        self._groups += 1
        self._changes += group.count

    def forget_names(self) -> None:
        """The transaction was rolled back: name keys made in it are not there."""
        self._names.clear()

    def name_key(self, connection: sa.Connection, name: str) -> int:
        """The small number of a table's or column's name, made when first needed."""
        key = self._names.get(name)
        if key is None:
            key = connection.execute(_NAME_KEY, {"name": name}).scalar()
            if key is None:
                key = _inserted_key(connection, change_name, {"name": name})
            self._names[name] = key
        return key

    def new_row_keys(self, connection: sa.Connection, table: str, ids: Iterable[uuid.UUID]) -> list[int]:
        """Keys for new rows, in order. Raises IntegrityError when one of them ever was before."""
        table_key = self.name_key(connection, table)
        first = (connection.execute(_MAX_ROW).scalar() or 0) + 1
        keys = {first + n: row_id for n, row_id in enumerate(ids)}
        rows = [{"id": key, "uuid": row_id.bytes, "table": table_key} for key, row_id in keys.items()]
        connection.execute(_INSERT[change_row.name], rows)
        return list(keys)

    def _register(self, connection: sa.Connection) -> int:
        row = {
            "sid": self.sid,
            "device": self.device,
            "device_name": self._device_name,
            "app": __version__,
            "format": self._format,
            "opened_at": self._opened_at,
        }
        return _inserted_key(connection, change_session, row)


class Group:
    """One Change being written: hands out sequence numbers."""

    def __init__(self, group_id: GroupId, key: int, session_key: int, last_seq: int) -> None:
        self.id = group_id
        self.key = key
        self.session_key = session_key
        self.count = 0
        self._last_seq = last_seq

    @property
    def last(self) -> tuple[int, int]:
        """The key of the change that was written last: its session and number."""
        return self.session_key, self._last_seq + self.count

    def next_seq(self) -> int:
        """The next number in this session."""
        self.count += 1
        return self._last_seq + self.count


def _written(now: int) -> str:
    return datetime.fromtimestamp(now / 1000, UTC).isoformat(timespec="seconds")


def row_key(connection: sa.Connection, row_id: uuid.UUID) -> int | None:
    """The log's key of a row, or None when it never was."""
    return connection.execute(_ROW_KEY, {"uuid": row_id.bytes}).scalar()


def group_key(connection: sa.Connection, group: GroupId) -> int | None:
    """The log's key of a group, or None when it never was."""
    return connection.execute(_GROUP_KEY, {"sid": group.session, "n": group.n}).scalar()


def _inserted_key(connection: sa.Connection, table: sa.Table, row: Mapping[str, object]) -> int:
    return connection.execute(_INSERT[table.name], row).lastrowid
