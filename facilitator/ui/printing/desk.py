"""The desk that pages are looked at on: asks a child process to draw documents and to picture pages, the newest wish
first, and hands the answers to the window as queued signals.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.ui import fault_report
from facilitator.ui.printing import child as print_child
from facilitator.ui.printing.child import Draw, Drew, NotDrawn, Picture

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess

    from facilitator.ui.printing.child import Answer, Request
    from facilitator.ui.printing.how import How
    from facilitator.workshop.queries.print_values import PrintValues


class PrintDesk(QObject):
    """`answered` carries Drew, Pictured or NotDrawn. A wish for a document or page takes the place of an older one for
    the same that was not begun; pages come before documents, so that the first page is seen before the last is drawn.
    """

    answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wishes = threading.Condition()
        self._drawings: dict[str, Draw] = {}
        self._pictures: dict[tuple[str, int], Picture] = {}
        self._held: dict[str, int] = {}  # the documents that the child has drawn, and in which turn
        self._over = self._busy = self._closed = False
        self._child: BaseProcess | None = None
        self._thread: threading.Thread | None = None

    def draw(self, name: str, turn: int, documents: tuple[PrintValues, ...], how: How) -> None:
        """Draw a document anew; pictures of it that were wished for before are not made any more."""
        with self._wishes:
            self._pictures = {key: wish for key, wish in self._pictures.items() if wish.name != name}
            if not self._closed:
                self._drawings[name] = Draw(name, turn, documents, how)
                self._wake()

    def picture(self, wish: Picture) -> None:
        """Picture a page of a document that is drawn."""
        with self._wishes:
            if not self._closed:
                self._pictures[wish.name, wish.page] = wish
                self._wake()

    def is_idle(self) -> bool:
        """Whether nothing is wished for any more."""
        with self._wishes:
            return not (self._busy or self._drawings or self._pictures)

    def end(self, *, for_good: bool = False) -> None:
        """Stop at once, and wait until nothing runs any more. A later wish begins anew, unless it is `for_good`: then
        what was still being read for it would leave a child behind.
        """
        with self._wishes:
            self._over = True
            self._closed = self._closed or for_good
            self._drawings.clear()
            self._pictures.clear()
            self._wishes.notify_all()
            child, thread = self._child, self._thread
        if child is not None:
            with contextlib.suppress(ValueError):  # it ended by itself just now
                child.kill()
        if thread is not None:
            thread.join()
        self._thread, self._over, self._busy = None, False, False

    def _wake(self) -> None:
        if self._thread is None:
            # A daemon, so that a window that dies leaves nothing behind.
            self._thread = threading.Thread(target=self._serve, name="print desk", daemon=True)
            self._thread.start()
        self._wishes.notify_all()

    def _serve(self) -> None:
        while not self._over:
            try:
                self._serve_with_a_child()
            except Exception as error:  # noqa: BLE001 (a thread has nobody else to tell)
                self._give_up(fault_report.places(error))

    def _serve_with_a_child(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        child = spawn.Process(target=print_child.serve, args=(theirs,), daemon=True)
        child.start()
        self._child = child
        theirs.close()
        self._held.clear()
        try:
            self._ask(ours.send, ours.recv)
        finally:
            self._child = None
            ours.close()
            child.kill()
            child.join()
            child.close()

    def _give_up(self, places: str) -> None:
        """No child can be started: every wish is answered by that, and the next one is tried with another child."""
        with self._wishes:
            wishes = [*self._drawings.values()]
            self._drawings.clear()
            self._pictures.clear()
            self._busy = False
        for wish in wishes:
            self.answered.emit(NotDrawn(wish.name, wish.turn, places=places))
        with self._wishes:
            while not (self._over or self._drawings or self._pictures):
                self._wishes.wait()

    def _ask(self, send: Callable[[Request], None], receive: Callable[[], Answer]) -> None:
        """Pass wishes on until the desk is closed, or the child dies of one: that one is not tried again."""
        while request := self._next():
            try:
                send(request)
                answer = receive()
            except (EOFError, OSError):
                if not self._over:
                    places = f"the child process that shows pages ended at {type(request).__name__}"
                    self.answered.emit(NotDrawn(request.name, request.turn, places=places))
                return
            if isinstance(answer, Drew):
                self._held[answer.name] = answer.turn
            self.answered.emit(answer)

    def _can_picture(self) -> bool:
        """Whether a page is wished for of a document that is drawn; wishes that nothing will answer are let go."""
        if not self._drawings:
            self._pictures = {key: wish for key, wish in self._pictures.items() if self._is_there(wish)}
        return bool(self._pictures)

    def _is_there(self, wish: Picture) -> bool:
        """Whether the child has that page: one wished for of an older drawing may be there no more."""
        return self._held.get(wish.name) == wish.turn

    def _next(self) -> Request | None:
        with self._wishes:
            self._busy = False
            while not (self._over or self._drawings or self._can_picture()):
                self._wishes.wait()
            if self._over:
                return None
            self._busy = True
            # A page that was seen before the child was a new one waits until its document is drawn again.
            ready = [key for key, wish in self._pictures.items() if self._is_there(wish)]
            if ready:
                return self._pictures.pop(ready[0])
            return self._drawings.pop(next(iter(self._drawings)))
