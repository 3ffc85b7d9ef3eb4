"""From a key to what it paints, in a workshop of 5,000 notes, while the store thread works without a pause: 15,076
votes are brought in and taken out again, every note is read, and a report is made.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from build.bench import _window
from build.bench.import_votes import HOUSING
from build.bench.open_5000 import made
from build.measure import summary
from facilitator.domain.gestures.voting import Choice, add_poll, issue_ballots, open_poll
from facilitator.exchange.polis import read_polis
from facilitator.ui.printing.pdf_job import Order, PdfJob
from facilitator.workshop.places import Places
from facilitator.workshop.queries.board import boards, outline
from facilitator.workshop.queries.print_queries import report_values
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget

    from facilitator.domain.change import Effects
    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.print_values import ReportValues
    from facilitator.workshop.reader import Reader

KEYS = 400
LIMIT = 50  # milliseconds on the clock, at the 99th percentile
LETTERS = [*"the bus stops where nobody waits".replace(" ", ""), *["BackSpace"] * 27]
MARKS = ["a", "BackSpace", "b", "c", "BackSpace", "BackSpace"]


def run() -> Iterator[dict[str, object]]:
    """Milliseconds of the wall clock from the key's press to its paint, and of the window's thread from the key's
    arrival to its paint; first with the store at rest.
    """
    with tempfile.TemporaryDirectory() as folder, _window.shown() as (app, window):
        path = _voting(made(Path(folder) / "busy.workshop"))
        window.open_path(path)
        _window.until(app, lambda: window.path() == path and window.store.is_idle())
        window.activateWindow()
        _window.until(app, window.isActiveWindow)
        for busy in (False, True):
            work = Work(window, Path(folder) / "report.pdf") if busy else None
            for name, station, keys in (("the capture bar", "boards", LETTERS), ("the ballot", "votes", MARKS)):
                window.go_to(station)
                taking, painted = _where(window, station)
                _window.until(app, lambda: taking.isVisible() and taking.hasFocus())  # noqa: B023
                watch = Watch(taking, painted)
                yield {
                    "figure": f"key to paint in {name}, store {'busy' if busy else 'at rest'}",
                    **_typed(app, watch, keys),
                    "limit_p99_ms": LIMIT,
                    **({"jobs": work.done} if work else {}),
                }
            if work:
                work.end()
                _window.until(app, window.store.is_idle)
        window.board().capture.field.clear()  # or the window asks about the words in it


def _typed(app: QApplication, watch: Watch, keys: list[str]) -> dict[str, object]:
    command = [sys.executable, "-m", "build.bench._keys_child", str(KEYS), *keys]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        _window.until(app, lambda: len(watch.painted) == KEYS)
        assert typist.stdout
        pressed = [float(line) for line in typist.stdout]
    watch.end()
    wall = [(after - before) * 1000 for before, after in zip(pressed, watch.painted, strict=True)]
    spent = summary([seconds * 1000 for seconds in watch.spent])
    return {**summary(wall), "cpu_median_ms": spent["median_ms"], "cpu_p99_ms": spent["p99_ms"], "keys": KEYS}


class Watch(QObject):
    """Notes when each key has come and when it has been painted."""

    def __init__(self, taking: QWidget, shown: QWidget) -> None:
        super().__init__()
        self._taking, self._shown = taking, shown
        self._come: list[float] = []
        self.painted: list[float] = []
        self.spent: list[float] = []
        taking.installEventFilter(self)
        if shown is not taking:
            shown.installEventFilter(self)

    def end(self) -> None:
        """Look away."""
        self._taking.removeEventFilter(self)
        self._shown.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event go its way."""
        if watched is self._taking and event.type() is QEvent.Type.KeyPress:
            self._come.append(time.thread_time())
        elif watched is self._shown and event.type() is QEvent.Type.Paint and self._come:
            QTimer.singleShot(0, self, self._note)  # which comes when this paint is on the screen
        return False

    def _note(self) -> None:
        wall, spent = time.monotonic(), time.thread_time()
        for come in self._come:
            self.painted.append(wall)
            self.spent.append(spent - come)
        self._come.clear()


class Work(QObject):
    """Gives the store thread one heavy job after another."""

    def __init__(self, window: Window, paper: Path) -> None:
        super().__init__()
        self._store, self._paper = window.store, paper
        self._over = False
        self._report: PdfJob | None = None
        self.done = 0
        self._next()

    def end(self) -> None:
        """Give no more jobs."""
        self._over = True
        if self._report:
            self._report.stop()

    def _next(self) -> None:
        if self._over:
            return
        self.done += 1
        turn = self.done % 4
        if turn == 1:
            self._store.change(_bring_in, lambda _effects: self._next())
        elif turn == 2:
            self._store.change(lambda workshop: workshop.undo(), lambda _effects: self._next())
        elif turn == 3:
            self._store.submit(_read_every_note, lambda _count: self._next())
        else:
            self._store.submit(_report, self._print)

    def _print(self, values: ReportValues) -> None:
        if self._report is None:
            self._report = PdfJob(self)
            for ended in (self._report.saved, self._report.refused, self._report.broken):
                ended.connect(self._printed)
            self._report.begin([Order(((values,),), self._paper)])
        self._next()

    def _printed(self) -> None:
        self._report = None


def _bring_in(workshop: Workshop) -> Effects:
    return workshop.apply(read_polis(HOUSING).change)


def _read_every_note(workshop: Workshop) -> int:
    def read(reader: Reader) -> int:
        every = (outline(reader, one.id) for one in boards(reader))
        return sum(len(one.themes) for one in every if one)

    return workshop.read(read)


def _report(workshop: Workshop) -> ReportValues:
    return workshop.read(lambda reader: report_values(reader, "2026-11-26"))


def _where(window: Window, station: str) -> tuple[QWidget, QWidget]:
    """What takes the keys at a station, and what shows them."""
    if station == "boards":
        return window.board().capture.field, window.board().capture.field
    paper = window.votes().desk.paper
    return paper, paper.viewport()


def _voting(path: Path) -> Path:
    """With a vote of dots that is open, and forty ballots given out."""
    poll_id = uuid.uuid4()
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        options = [Choice(f"What should we try first, number {number}?") for number in range(1, 21)]
        workshop.apply(add_poll("What should we try first?", options, poll_id=poll_id, method="dots"))
        workshop.apply(issue_ballots(poll_id, range(1, 41)))
        workshop.apply(open_poll(poll_id))
    return path
