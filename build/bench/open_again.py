"""Opening the example again and again in one window, at every station, as a wall and as a list: memory must stay flat,
and no thread, process or page be left of what was closed.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import QEvent

from build.bench import _window
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.ui.parts.page import Page
from facilitator.ui.stations import stations
from facilitator.workshop.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from facilitator.ui.shell import Window

TIMES = 30
WARM = 10  # after so many, what is loaded once is loaded


def run() -> Iterator[dict[str, object]]:
    """Megabytes of the program after ten and after thirty openings, and what is left after the last."""
    ours = psutil.Process()
    with tempfile.TemporaryDirectory() as folder, _window.shown() as (app, window):
        made = Path(folder) / "made.workshop"
        build_millbrook(made, Places.under(Path(folder) / "state")).close()
        before, held = set(threading.enumerate()), []
        for turn in range(TIMES):
            _once(app, window, Path(shutil.copy(made, Path(folder) / f"{turn}.workshop")))
            held.append(ours.memory_info().rss / 1e6)
        yield {
            "figure": f"memory after {TIMES} openings against {WARM}, MB",
            "after_first": round(held[0], 1),
            f"after_{WARM}": round(held[WARM - 1], 1),
            f"after_{TIMES}": round(held[-1], 1),
            "grown_an_opening": round((held[-1] - held[WARM - 1]) / (TIMES - WARM), 2),
            "threads_left": sorted(one.name for one in set(threading.enumerate()) - before),
            "processes_left": [one.name() for one in ours.children(recursive=True) if "python" in one.name()],
            "pages_left": sum(isinstance(one, Page) for one in gc.get_objects()),
        }


def _once(app: QApplication, window: Window, path: Path) -> None:
    """Open a file, be at every station, turn the board twice, and go Home."""
    window.open_path(path)
    _window.until(app, lambda: window.path() == path and window.store.is_idle())
    for station in stations():
        window.go_to(station.name)
        _window.until(app, window.store.is_idle)
    window.go_to("boards")
    for _ in range(2):
        window.do("boards", "wall")
        _window.until(app, window.store.is_idle)
    window.go_home()
    _window.until(app, lambda: window.path() is None and window.store.is_idle())
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the app's own loop does
    gc.collect()
