"""Copies of one workshop without what stands around a file (locks, quarantine, backups), so that thousands of histories
can be lived through; what they do is written and merged by the product's own store and sync.
"""

from __future__ import annotations

import shutil
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from facilitator.domain.change import Change, Insert
from facilitator.domain.schema import shapes
from facilitator.store.check import problems
from facilitator.store.layout import FORMAT, create
from facilitator.store.session import LogSession
from facilitator.store.store import Store
from facilitator.sync.merged import nobody_waits
from facilitator.sync.merging import anything_for_us, take_in
from facilitator.sync.outcome import Outcome, Ticks
from facilitator.workshop.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from facilitator.domain.change import Effects

T = TypeVar("T")
State = dict[str, set[tuple[Any, ...]]]
ROOT, BOARD_ID = uuid.UUID(int=2**64), uuid.UUID(int=2**64 + 1)
_TABLES = {name: f"SELECT id, {', '.join(shape.columns)} FROM {name}" for name, shape in shapes().items()}
Logged = set[tuple[str, int]]
_next_path = Path()
_ENGINE = sa.create_engine("sqlite://", creator=lambda: _raw(_next_path), module=dbapi2, poolclass=NullPool)
"""One for all copies, because each has SQLAlchemy put every statement together anew."""


def _raw(path: Path) -> dbapi2.Connection:
    file = dbapi2.connect(f"{path.as_uri()}?mode=rwc", uri=True, isolation_level=None)
    for pragma in ("synchronous=OFF", "foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY"):
        file.execute(f"PRAGMA {pragma}")
    return file


def connect(path: Path) -> sa.Connection:
    """As the store does, but that nothing waits for the disk."""
    global _next_path
    _next_path = path
    return _ENGINE.connect().execution_options(isolation_level="AUTOCOMMIT")


class Copy:
    """One file and the program that has it open, on a laptop whose clock may be wrong."""

    def __init__(self, path: Path, device: str, clock: int) -> None:
        self.path = path
        self.device = device
        self._time = clock
        self.written: Logged = set()
        self._open()

    def read(self, query: Callable[[Reader], T]) -> T:
        with self.store.snapshot() as connection:
            return query(Reader(connection))

    def apply(self, change: Change) -> Effects:
        effects = self.store.apply(change)
        if effects.group is not None:
            self.written.add((effects.group.session, effects.group.n))
        return effects

    def starts_anew(self) -> None:
        """The program ends and starts again, as after a crash or on the next morning."""
        self._close()
        self._open()

    def becomes(self, file: Path) -> None:
        """Somebody puts another copy or a backup in the file's place."""
        self._close()
        shutil.copy(file, self.path)
        self._open()

    def saved_as(self, path: Path) -> Path:
        self._close()
        shutil.copy(self.path, path)
        self._open()
        return path

    def takes_in(self, file: Path) -> Outcome:
        return take_in(self.store, file, Ticks(nobody_waits, 8)) if anything_for_us(self.store, file) else Outcome()

    def merges(self, other: Copy) -> Outcome:
        with other.at_rest():
            return self.takes_in(other.path)

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        self._close()
        yield
        self._open()

    def state(self) -> State:
        with self.store.snapshot() as connection:
            return {name: set(map(tuple, connection.exec_driver_sql(query))) for name, query in _TABLES.items()}

    def ids(self, table: str) -> list[uuid.UUID]:
        with self.store.snapshot() as connection:
            return [uuid.UUID(hex=row[0]) for row in connection.exec_driver_sql(f"SELECT id FROM {table} ORDER BY id")]

    def logged(self) -> Logged:
        query = "SELECT s.sid, g.n FROM change_group g JOIN change_session s ON s.id = g.session"
        with self.store.snapshot() as connection:
            return {(sid, n) for sid, n in connection.exec_driver_sql(query)}

    def problems(self) -> list[str]:
        with self.store.snapshot() as connection:
            return problems(connection)

    def _open(self) -> None:
        connection = connect(self.path)
        self.store = Store(connection, self.path, LogSession(self.device, self.device, FORMAT, self._clock))

    def _close(self) -> None:
        connection = self.store.connection
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
        connection.close()

    def _clock(self) -> int:
        self._time += 1
        return self._time


@contextmanager
def copies(folder: Path, clocks: list[int]) -> Iterator[list[Copy]]:
    """So many copies of one new workshop with a board."""
    first = folder / "0.workshop"
    connection = connect(first)
    connection.exec_driver_sql("BEGIN")
    create(connection)
    connection.exec_driver_sql("COMMIT")
    connection.close()
    made = [Copy(first, "laptop-0", clocks[0])]
    made[0].apply(
        Change(
            "workshop-new",
            (Insert("programme", ROOT, {"title": "Laws"}), Insert("board", BOARD_ID, {"question": "What would help?"})),
        )
    )
    for number, clock in enumerate(clocks[1:], 1):
        made.append(Copy(made[0].saved_as(folder / f"{number}.workshop"), f"laptop-{number}", clock))
    yield made
    for copy in made:
        copy._close()
