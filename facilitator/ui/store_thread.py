"""One thread owns the open Workshop. The window hands it jobs and gets answers back as queued signals, so that it
never waits for a disk.
"""

from __future__ import annotations

import contextlib
import gc
import queue
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.domain.errors import Cancelled, Expected, FileTrouble

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.change import Effects, Step
    from facilitator.workshop.workshop import Workshop

T = TypeVar("T")
Failed = Callable[[Exception], None]
Then = Callable[[], None] | None
TURN = 0.0005  # seconds for which a busy thread may keep the window from going on
REST = 3_000  # milliseconds without a job


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window needs to know of a workshop that was just opened. `first` is the station that is shown first:
    the boards once there are notes, before that the plan.
    """

    path: Path
    title: str
    read_only: bool
    notices: tuple[str, ...]
    undo: Step | None
    redo: Step | None
    first: str = "boards"


class Cancel:
    """A way to stop long work from the window: the work asks now and then whether it should go on."""

    def __init__(self) -> None:
        self._wanted = threading.Event()

    def set(self) -> None:
        """Ask the work to stop at its next step."""
        self._wanted.set()

    def check(self) -> None:
        """Raise Cancelled when the person asked to stop."""
        if self._wanted.is_set():
            raise Cancelled("Stopped. Nothing was changed.")


class _Gone(Exception):
    """Something was to be read of a workshop that is closed by now: nobody wants to know any more."""


class StoreThread(QObject):
    """Runs jobs on the open Workshop, one after the other. Every signal and callback arrives on the window's own
    thread.

    `applied` carries the Effects of each stored Change, before the callback of whoever sent it. `refused` carries an
    Expected error, `broken` anything else. `waiting` says whether a job is still under way. What was asked of a
    workshop that is put away meanwhile is answered to nobody: the page that asked is gone.
    """

    opened = Signal(object)
    applied = Signal(object)
    refused = Signal(object)
    broken = Signal(object)
    waiting = Signal(bool)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._workshop: Workshop | None = None
        # Stands for the workshop the thread has, and for the one the window shows; None before there is any.
        self._here: object = None
        self._shown: object = None
        self._pending = 0
        self._warm = self._over = False
        self._thread: threading.Thread | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(gc.collect)

    def is_idle(self) -> bool:
        """Whether every job has been done and answered."""
        return self._pending == 0

    def warm(self) -> None:
        """Load on the thread what the first opening will need, while the person reads the page where one begins."""
        self._put(_load, self._warmed, None)

    def is_warm(self) -> bool:
        """Whether the first opening has nothing left to load."""
        return self._warm

    def submit(self, job: Callable[[Workshop], T], done: Callable[[T], None], failed: Failed | None = None) -> None:
        """Run a job on the Workshop and hand its answer to `done`, or its exception to `failed` and to `refused` or
        `broken`.
        """
        self._put(*self._of_the_shown(job, done, failed, _Gone()))

    def change(
        self,
        job: Callable[[Workshop], Effects],
        done: Callable[[Effects], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run a job that changes the workshop, and tell every view of its Effects."""

        def spread(effects: Effects) -> None:
            self.applied.emit(effects)
            if done:
                done(effects)

        late = FileTrouble("That came after the workshop was closed, and was not kept. Open it and do it again.")
        self._put(*self._of_the_shown(job, spread, failed, late))

    def open(self, make: Callable[[], Workshop], failed: Failed | None = None) -> None:
        """Open or make a workshop in place of the one that is open. When that fails, the one before stays."""
        file = object()

        def show(opened: Opened) -> None:
            self._shown = file
            self.opened.emit(opened)

        self._put(lambda: self._swap(make, file), show, failed)

    def put_away(self, done: Callable[[], None]) -> None:
        """Do what is still in the queue and close the Workshop; the thread stays for the next one."""
        file = object()

        def show(_answer: object) -> None:
            self._shown = file
            done()

        self._put(lambda: self._close(file), show, show)

    def aside(self, job: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None) -> None:
        """Run a job that needs a disk but no open Workshop."""
        self._put(job, done, failed)

    def finish(self, done: Callable[[], None]) -> None:
        """Do what is still in the queue, close the Workshop, end the thread, and then say so."""
        if self._thread is None:
            self._over = True
            done()
            return
        thread = self._thread

        def ended(_nothing: None) -> None:
            thread.join()
            self._thread = None
            gc.enable()
            done()

        self._put(self._close, ended, lambda _error: ended(None))
        self._jobs.put(None)
        self._over = True

    def end(self) -> None:
        """Finish without a word and wait for it: the event loop is over and nobody hears an answer any more."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            gc.enable()

    def _of_the_shown(
        self, job: Callable[[Workshop], T], done: Callable[[T], None], failed: Failed | None, late: Exception
    ) -> tuple[Callable[[], T], Callable[[T], None], Failed]:
        """The job, and who hears of it. Once the workshop that it is meant for is closed it is `late`, and whoever
        asked is gone.
        """
        file = self._shown

        def work() -> T:
            if file is not None and self._here is not file:
                raise late
            return job(self._owned())

        def fail(error: Exception) -> None:
            if failed and file in {None, self._shown}:
                failed(error)

        return work, done, fail

    def _put(self, job: Callable[[], T], done: Callable[[T], None], failed: Failed | None) -> None:
        if self._over:
            return
        self._pending += 1
        if self._pending == 1:
            self._rest.stop()
            self.waiting.emit(True)
        self._jobs.put(lambda: self._run(job, done, failed))
        if self._thread is None:
            # What Qt made must be unmade by the window's own thread, or the program ends: while there are others,
            # garbage is looked for when there is nothing to do, and never by the way.
            gc.disable()
            # A daemon, so that a window that dies cannot leave a process behind that holds the file.
            self._thread = threading.Thread(target=self._work, name="store", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        try:
            while job := self._jobs.get():
                job()
        finally:
            self._close()

    def _run(self, job: Callable[[], T], done: Callable[[T], None], failed: Failed | None) -> None:
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001 (whatever a job raises is the window's to tell)
            caught = error
            self._answered.emit(lambda: self._fail(caught, failed))
        else:
            self._answered.emit(lambda: done(answer))

    def _deliver(self, answer: Callable[[], None]) -> None:
        self._pending -= 1
        try:
            answer()
        finally:
            if self._pending == 0:
                self._rest.start()
                self.waiting.emit(False)

    def _fail(self, error: Exception, failed: Failed | None) -> None:
        if failed:
            failed(error)
        if isinstance(error, Expected):
            self.refused.emit(error)
        elif not isinstance(error, _Gone):
            self.broken.emit(error)

    def _warmed(self, _nothing: None) -> None:
        self._warm = True

    def _owned(self) -> Workshop:
        if self._workshop is None:
            raise FileTrouble("No workshop is open. Open one first.")
        return self._workshop

    def _swap(self, make: Callable[[], Workshop], file: object) -> Opened:
        workshop = make()
        self._close(file)
        self._workshop = workshop
        return Opened(
            workshop.path,
            workshop.title,
            workshop.read_only,
            tuple(workshop.notices),
            workshop.next_undo(),
            workshop.next_redo(),
            _first_station(workshop),
        )

    def _close(self, file: object = None) -> None:
        workshop, self._workshop, self._here = self._workshop, None, file
        if workshop:
            with contextlib.closing(workshop):
                pass


def _first_station(workshop: Workshop) -> str:
    from facilitator.domain.board import Note

    return "boards" if workshop.read(lambda reader: reader.count(Note)) else "plan"


def _load() -> None:
    import facilitator.workshop.places
    import facilitator.workshop.queries.board
    import facilitator.workshop.queries.voting
    import facilitator.workshop.workshop  # noqa: F401

    # What is loaded stays for good; looking it over for garbage each time would hold the window up for 90 ms.
    gc.freeze()
    sys.setswitchinterval(TURN)
