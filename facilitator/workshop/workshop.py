"""The Workshop: open a file, apply Changes, ask, close. Nothing else in the program touches the file."""

from __future__ import annotations

import contextlib
import uuid
from typing import TYPE_CHECKING, Self, TypeVar

import sqlalchemy as sa

from facilitator.domain.change import Change, Edit, Effects, GroupId, Insert, Step
from facilitator.domain.errors import FileTrouble, NotAWorkshop
from facilitator.domain.past import EVERYTHING, HistoryEntry, Wanted
from facilitator.domain.programme import Programme
from facilitator.domain.validate import validate
from facilitator.store.backup import Backup, back_up, backups_in, prune
from facilitator.store.check import problems
from facilitator.store.connect import passphrase_of
from facilitator.store.history import devices, history
from facilitator.store.layout import FORMAT
from facilitator.store.log_tables import file_key
from facilitator.store.migrate import MIGRATIONS, Migration, file_format
from facilitator.store.opening import Opened, create_file, open_file
from facilitator.store.redact import still_has
from facilitator.store.session import Clock, LogSession, wall_clock
from facilitator.store.store import Store
from facilitator.workshop.reader import Reader
from facilitator.workshop.scratch import sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from facilitator.workshop.places import Places

T = TypeVar("T")


class Workshop:
    """An open workshop. It is not safe to share between threads: one thread owns it.

    `read_only` says that nothing can be changed here; `notices` are sentences to show on opening: why it is read
    only, that it was brought up to date, that it was not closed last time.
    """

    def __init__(self, opened: Opened, path: Path, places: Places, clock: Clock) -> None:
        self._lock = opened.lock
        self._places = places
        session = LogSession(places.device.id, places.device.name, FORMAT, clock) if opened.lock else None
        self._store = Store(opened.connection, opened.path, session)
        self.path = path
        self.notices = tuple(opened.notices)
        self._file_id: uuid.UUID | None = None
        self._closed = False
        self._origin = opened.path
        self._when_closed: Callable[[], object] = lambda: None

    @classmethod
    def new(
        cls, path: Path, title: str, places: Places, edits: Sequence[Edit] = (), *, clock: Clock = wall_clock
    ) -> Self:
        """Make a workshop file; `edits` (a template) are part of its first Change. Raises FileTrouble when the path
        is taken.
        """
        start = Change("workshop-new", (Insert("programme", uuid.uuid4(), {"title": title}), *edits))
        validate(start)
        workshop = cls(create_file(path, places.device.name), path, places, clock)
        try:
            workshop.apply(start)
        except BaseException:
            workshop._abandon()
            raise
        return workshop

    @classmethod
    def open(
        cls,
        path: Path,
        places: Places,
        migrations: Sequence[Migration] = MIGRATIONS,
        *,
        clock: Clock = wall_clock,
        passphrase: str = "",
    ) -> Self:
        """Open a workshop file. Raises NotFound, NotAWorkshop, NewerFile or FileTrouble, and NeedsPassphrase for one
        that is encrypted when the passphrase is not given or another one; a refused file is not touched.
        """
        return cls(open_file(path, places.device.name, places.backups, migrations, passphrase), path, places, clock)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed here."""
        return self._lock is None

    @property
    def passphrase(self) -> str:
        """What the file was opened with; empty for a plain one. Copies of it open with the same."""
        return passphrase_of(self._store.connection)

    @property
    def file_id(self) -> uuid.UUID:
        """The file's id: that of its root row, the same in every copy of it."""
        if self._file_id is None:
            self._file_id = self.read(lambda reader: _root(reader).id)
        return self._file_id

    @property
    def title(self) -> str:
        """The programme's title."""
        return self.read(lambda reader: _root(reader).title)

    @property
    def format_version(self) -> int:
        """The version of the file's format."""
        return file_format(self._store.connection)

    def apply(self, change: Change) -> Effects:
        """Store a Change, all or nothing. Raises BadChange, DiskTrouble or ReadOnly; after any of them all is as
        before.
        """
        validate(change)
        return self._store.apply(change)

    def undo(self) -> Effects:
        """Take back this laptop's latest Change. Raises NothingToUndo."""
        return self._store.undo()

    def redo(self) -> Effects:
        """Do again what was undone last. Raises NothingToUndo."""
        return self._store.redo()

    def next_undo(self) -> Step | None:
        """What undo would take back, to put in words."""
        return self._store.next_undo()

    def next_redo(self) -> Step | None:
        """What redo would do again, to put in words."""
        return self._store.next_redo()

    def read(self, query: Callable[[Reader], T]) -> T:
        """Ask a question of one consistent snapshot of the file."""
        with self._store.snapshot() as connection:
            return query(Reader(connection))

    def take_back(self, group: GroupId) -> Effects:
        """Take back one past Change, whoever made it, if nothing later was built on it. Raises NothingToUndo."""
        return self._store.take_back(group)

    def history(self, limit: int | None = None, wanted: Wanted = EVERYTHING) -> list[HistoryEntry]:
        """What happened, or the part of it that is wanted, newest first."""
        with self._store.snapshot() as connection:
            return history(connection, limit, wanted)

    def devices(self) -> list[str]:
        """The names of the laptops that wrote here."""
        with self._store.snapshot() as connection:
            return devices(connection)

    def alongside(self, copy: Path) -> AbstractContextManager[sa.Connection]:
        """For a merge: another file that is whole and safe, attached to read."""
        return self._store.alongside(copy)

    def take_in(self, work: Callable[[sa.Connection], bool]) -> bool:
        """For a merge: write what another file's log says, all or nothing. `work` says whether it removed words for
        good; the answer is whether traces of them remain, as in Effects.
        """
        return self._store.take_in(work)

    def data_version(self) -> int:
        """A number that changes when somebody else has written to the file; a read-only view asks for it."""
        return self._store.data_version()

    def sheet_key(self) -> bytes:
        """The secret that signs printed sheets. Never exported, never shown."""
        return self.read(lambda reader: reader.rows(sa.select(file_key.c.key))[0][0])

    def check(self) -> list[str]:
        """What is wrong with the file, in plain sentences; empty when it is whole and its tables say what its log
        says.
        """
        with self._store.snapshot() as connection:
            return problems(connection)

    def backups(self) -> list[Backup]:
        """The backups of this workshop on this laptop, newest first."""
        return backups_in(self._backup_folder())

    def back_up(self, why: str) -> Path:
        """Make a backup now. Raises DiskTrouble."""
        return back_up(self._store.connection, self._backup_folder(), self._origin, why)

    def backups_holding(self, row_ids: Iterable[uuid.UUID]) -> list[Backup]:
        """The backups on this laptop that still have the words of some rows, newest first: what to delete, or to be
        told of, after these were removed for good. One that cannot be read counts, because it may.
        """
        ids = list(row_ids)
        return [backup for backup in self.backups() if still_has(backup.path, ids, self.passphrase)]

    def close(self) -> None:
        """Back up what was written since opening, leave one file, and let others write. Closing again does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            if self._store.wrote:
                self.back_up("on-closing")
                prune(self._backup_folder())
                sweep(self._places)
        finally:
            try:
                self._store.close()
            finally:
                if self._lock is not None:
                    self._lock.release()
        self._when_closed()

    def stand_for(self, path: Path, when_closed: Callable[[], object]) -> None:
        """Say that this file is a copy that stands for the one at `path`, and what to do once it is closed."""
        self.path = self._origin = path
        self._when_closed = when_closed

    def __enter__(self) -> Self:
        """Use it in a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def _backup_folder(self) -> Path:
        return self._places.backups / self.file_id.hex

    def _abandon(self) -> None:
        """A new file could not be begun: leave nothing behind."""
        with contextlib.suppress(FileTrouble):
            self._store.close()
        if self._lock is not None:
            self._lock.release()
        with contextlib.suppress(OSError):
            self.path.unlink()


def _root(reader: Reader) -> Programme:
    found = reader.find(Programme)
    if not found:
        raise NotAWorkshop("The file is damaged: it does not say which workshop it is. Please open its newest backup.")
    return found[0]
