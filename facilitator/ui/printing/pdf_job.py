"""Makes PDFs in a child process and puts each in its place when it is whole. Stopping it leaves nothing half made, and
what cannot be made does not keep the others from it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import Cancelled, Expected
from facilitator.ui import fault_report
from facilitator.ui.printing import pdf_child
from facilitator.ui.printing.how import How
from facilitator.ui.printing.pdf_child import Broken, Drawn, Made, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from facilitator.workshop.queries.print_values import PrintValues

HOW = How()


@dataclass(frozen=True, slots=True)
class Order:
    """One PDF to make: what it says, a group for each document, and where it goes."""

    groups: tuple[tuple[PrintValues, ...], ...]
    path: Path
    how: How = HOW


@dataclass(frozen=True, slots=True)
class Saved:
    """One PDF that is in its place; `each` is how many pages each copy of each document in it has."""

    path: Path
    pages: int
    warnings: tuple[str, ...]
    each: tuple[int, ...] = ()


class PdfJob(QObject):
    """Makes one PDF after another. `drawn` carries pages done and in all of the one being made; `refused` and `broken`
    tell of what could not be made; `saved` ends the job and carries what is in its place, if anything.
    """

    drawn = Signal(int, int)
    saved = Signal(object)
    refused = Signal(object)
    broken = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child: BaseProcess | None = None
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, orders: Sequence[Order]) -> None:
        """Start making them."""
        self._thread = threading.Thread(target=self._watch, args=(tuple(orders),), name="pdf")
        self._thread.start()

    def stop(self) -> None:
        """End the child at once; what is not whole is thrown away."""
        self._stopped.set()
        child = self._child
        if child is not None:
            with contextlib.suppress(ValueError):  # it ended by itself just now
                child.kill()

    def wait(self) -> None:
        """Return when nothing is running any more."""
        if self._thread is not None:
            self._thread.join()

    def _watch(self, orders: tuple[Order, ...]) -> None:
        saved: list[Saved] = []
        try:
            for order in orders:
                self._try(order, saved)
        except Cancelled as stopped:
            self.refused.emit(stopped)
        self.saved.emit(saved)

    def _try(self, order: Order, saved: list[Saved]) -> None:
        try:
            saved.append(self._make(order))
        except Cancelled:
            raise
        except Expected as error:
            self.refused.emit(error)
        except _ChildFault as fault:
            self.broken.emit(fault.places)
        except Exception as error:  # noqa: BLE001 (a thread has nobody else to tell)
            self.broken.emit(fault_report.places(error))

    def _make(self, order: Order) -> Saved:
        from facilitator.workshop.places import Places
        from facilitator.workshop.safe_write import safely_written
        from facilitator.workshop.scratch import scratch

        with scratch(Places.of_this_laptop()) as folder:
            draft = folder / "draft.pdf"
            made = self._run(order, draft)
            self._check()
            with safely_written(order.path) as file:
                file.write(draft.read_bytes())
        for words in made.refused:
            self.refused.emit(Expected(words))
        for places in made.broken:
            self.broken.emit(places)
        return Saved(order.path, made.pages, made.warnings, made.each)

    def _run(self, order: Order, draft: Path) -> Made:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe(duplex=False)
        child = spawn.Process(target=pdf_child.make, args=(theirs, order.groups, order.how, draft), daemon=True)
        self._check()
        child.start()
        self._child = child
        theirs.close()
        try:
            return self._listen(ours.recv)
        finally:
            self._child = None
            if self._stopped.is_set():
                child.kill()
            child.join()
            child.close()
            ours.close()

    def _listen(self, receive: Callable[[], pdf_child.Message]) -> Made:
        while True:
            self._check()
            try:
                message = receive()
            except EOFError:
                self._check()
                raise _ChildFault("the child process that makes the PDF ended without a word") from None
            if isinstance(message, Drawn):
                self.drawn.emit(message.pages, message.of)
            elif isinstance(message, Made):
                return message
            elif isinstance(message, Refused):
                raise Expected(message.words)
            elif isinstance(message, Broken):
                raise _ChildFault(message.places)

    def _check(self) -> None:
        if self._stopped.is_set():
            raise Cancelled("Stopped. Nothing half made was kept.")


class _ChildFault(Exception):
    """The child is at fault; carries the places in its code."""

    def __init__(self, places: str) -> None:
        super().__init__()
        self.places = places
