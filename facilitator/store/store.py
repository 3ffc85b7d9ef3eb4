"""An open workshop file: one connection, one transaction a Change, and what undo would do next."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Effects, GroupId, Step
from facilitator.domain.errors import DiskTrouble, NothingToUndo, ReadOnly
from facilitator.store.connect import keep_a_log_beside, passphrase_of, roll_back
from facilitator.store.history import history
from facilitator.store.identify import is_plain
from facilitator.store.inverse import inverse, is_final
from facilitator.store.look_over import address
from facilitator.store.opening import close_file
from facilitator.store.redact import wiped
from facilitator.store.trouble import in_plain_words
from facilitator.store.undo import Stacks, load_stacks
from facilitator.store.write import Written, write

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    import sqlalchemy as sa

    from facilitator.store.session import LogSession


class Store:
    """What the Workshop writes through. `session` is None when the file is only read. One thread uses it."""

    def __init__(self, connection: sa.Connection, path: Path, session: LogSession | None) -> None:
        self.connection = connection
        self.path = path
        self._session = session
        self._stacks: Stacks | None = None
        self.wrote = False
        self._remains = False
        there = os.stat(path)
        self._place = there.st_dev, there.st_ino

    def apply(self, change: Change) -> Effects:
        """Store a validated Change, all or nothing. Raises BadChange, DiskTrouble, ReadOnly."""
        return self._store(change, left_alone=0)

    def undo(self) -> Effects:
        """Take back this device's latest Change that is not yet undone. Raises NothingToUndo."""
        self._writing()
        step = self.next_undo()
        if step is None:
            raise NothingToUndo("There is nothing to undo on this laptop.")
        return self._take_back(step)

    def redo(self) -> Effects:
        """Do again what was undone last. Raises NothingToUndo."""
        self._writing()
        step = self.next_redo()
        if step is None:
            raise NothingToUndo("There is nothing to do again.")
        return self._take_back(step)

    def take_back(self, group: GroupId) -> Effects:
        """Take back one past group, whoever wrote it, if nothing later was built on it. Raises NothingToUndo."""
        self._writing()
        with in_plain_words():
            entry = next((one for one in history(self.connection) if one.group == group), None)
            if entry is None or entry.undone:
                raise NothingToUndo("That is taken back already, or is not in the history.")
            if is_final(self.connection, group):
                raise NothingToUndo(
                    "That made the workshop, or removed something for good, so it cannot be taken back. "
                    "Choose another step."
                )
            change, left_alone = inverse(self.connection, Step(group, entry.code, entry.details))
        if left_alone or not change.edits:
            raise NothingToUndo(
                "That cannot be taken back by itself, because something was changed there since. Take back the later "
                "change first, or change it by hand."
            )
        return self._store(change, 0)

    def next_undo(self) -> Step | None:
        """What undo would take back."""
        undo = self._piles().undo
        return undo[-1] if undo else None

    def next_redo(self) -> Step | None:
        """What redo would do again."""
        redo = self._piles().redo
        return redo[-1] if redo else None

    def data_version(self) -> int:
        """A number that changes when another connection has written to the file."""
        with in_plain_words():
            return self.connection.exec_driver_sql("PRAGMA data_version").scalar_one()

    @contextmanager
    def snapshot(self) -> Generator[sa.Connection]:
        """Read in one transaction, so that all of it is from one moment."""
        with in_plain_words():
            self.connection.exec_driver_sql("BEGIN")
            try:
                yield self.connection
            finally:
                roll_back(self.connection)

    @contextmanager
    def alongside(self, copy: Path) -> Generator[sa.Connection]:
        """Another file, which has passed the gate and has our format, as the schema `received`, to read only."""
        key = "" if is_plain(copy) else passphrase_of(self.connection)
        with in_plain_words():
            where = address(copy.resolve().as_posix(), "ro")
            self.connection.exec_driver_sql("ATTACH ? AS received KEY ?", (where, key))
        try:
            yield self.connection
        finally:
            roll_back(self.connection)
            self.connection.exec_driver_sql("DETACH received")

    def take_in(self, work: Callable[[sa.Connection], bool]) -> bool:
        """Let a merge write log and tables, all or nothing. `work` says whether it removed words for good; the answer
        is whether traces of them remain, as in Effects.
        """
        session = self._writing()
        if not self.wrote:
            keep_a_log_beside(self.connection)
        with in_plain_words(), self._transaction(session):
            removed = work(self.connection)
            self._check_still_there()
            self.connection.exec_driver_sql("COMMIT")
        self.wrote = True
        self._stacks = None
        if removed:
            self._remains = not wiped(self.connection)
        return self._remains

    def close(self) -> None:
        """Let go of the file, and leave one file. Raises DiskTrouble when removed words could still not be wiped."""
        if self._remains:
            self._remains = not wiped(self.connection)
        close_file(self.connection, self.path, write=self._session is not None)
        if self._remains:
            raise DiskTrouble(
                "What was removed for good is gone from the workshop, but traces of it may be left in the file. "
                "Please free some space, close it everywhere, then open and close it here once more."
            )

    def _take_back(self, step: Step) -> Effects:
        with in_plain_words():
            change, left_alone = inverse(self.connection, step)
        return self._store(change, left_alone)

    def _writing(self) -> LogSession:
        if self._session is None:
            raise ReadOnly(
                "This workshop is open for reading only, so nothing can be changed here. "
                "Close it where else it is open, or work on a copy."
            )
        return self._session

    def _store(self, change: Change, left_alone: int) -> Effects:
        session = self._writing()
        piles = self._piles()
        if not self.wrote:
            keep_a_log_beside(self.connection)
        with in_plain_words(), self._transaction(session):
            written = write(self.connection, session, change)
            if written is None:
                roll_back(self.connection)
                session.forget_names()
            else:
                self._check_still_there()
                self.connection.exec_driver_sql("COMMIT")
                session.keep(written.group)
        if written is None:
            return Effects(None, undo=self.next_undo(), redo=self.next_redo())
        piles.push(Step(written.group.id, change.code, change.details), change.undoes, final=change.final)
        self.wrote = True
        if written.redacted:
            self._remains = not wiped(self.connection)
        return self._effects(written, left_alone)

    @contextmanager
    def _transaction(self, session: LogSession) -> Generator[None]:
        self.connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            self.connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            yield
        except BaseException:
            roll_back(self.connection)
            session.forget_names()
            raise

    def _check_still_there(self) -> None:
        """SQLite writes on into a file that was deleted or whose disk was changed, and nobody would ever see it."""
        try:
            there = os.stat(self.path)
        except OSError:
            there = None
        if there is None or (there.st_dev, there.st_ino) != self._place:
            raise DiskTrouble(
                "The workshop's file is not in its place any more, so this was not stored. "
                "Please put the file or its disk back and open it again, or save a copy elsewhere."
            )

    def _piles(self) -> Stacks:
        if self._stacks is None:
            with in_plain_words():
                self._stacks = load_stacks(self.connection, self._session.device) if self._session else Stacks()
        return self._stacks

    def _effects(self, written: Written, left_alone: int) -> Effects:
        return Effects(
            group=written.group.id,
            inserted=tuple(written.inserted),
            changed=tuple(written.changed),
            deleted=tuple(written.deleted),
            revived=tuple(written.revived),
            conflicts=tuple(written.reopened),
            left_alone=left_alone,
            remains=self._remains,
            undo=self.next_undo(),
            redo=self.next_redo(),
        )
