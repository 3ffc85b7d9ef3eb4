"""What one more note costs on a small board and on a board of 5,000: typed, stored, shown, selected and painted."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from build.bench import _window
from build.bench.open_5000 import made
from build.measure import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from facilitator.ui.shell import Window

FEW, MANY = 20, 5_000
ADDED = 60
FIRST = 10  # not counted: what is loaded once


def run() -> Iterator[dict[str, object]]:
    """CPU milliseconds of the whole program a note, and how many times dearer it is on the large board."""
    medians: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder, _window.shown() as (app, window):
        for notes in (FEW, MANY):
            taken = _added(app, window, made(Path(folder) / f"{notes}.workshop", notes), notes)
            medians[notes] = statistics.median(taken)
            yield {"figure": f"a note added to {notes}, CPU", **summary(taken)}
    yield {"figure": f"a note added to {MANY} against {FEW}, times", "ratio": round(medians[MANY] / medians[FEW], 2)}


def _added(app: QApplication, window: Window, path: Path, notes: int) -> list[float]:
    window.open_path(path)
    _window.until(app, lambda: window.path() == path and window.board().notes.count() == notes)
    _window.until(app, window.store.is_idle)
    window.board().list.viewport().repaint()
    taken: list[float] = []
    field = window.board().capture.field
    for turn in range(FIRST + ADDED):
        started = time.process_time()
        field.setText(f"Ask parents to draw the first visit, {turn}")
        field.returnPressed.emit()
        _window.until(app, lambda done=turn + 1: window.board().notes.count() == notes + done and not field.text())
        _window.until(app, window.store.is_idle)
        window.board().list.viewport().repaint()
        taken.append((time.process_time() - started) * 1000)
    return taken[FIRST:]
