"""The stand-alone app beside the source and beside a program of the same trade: its folder, and its first window.

Needs `python3 build/dev.py package` first; Xournal++ is measured where it is installed.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from build import freeze
from build.first_paint import at_home, to_paint
from build.measure import percentile

if TYPE_CHECKING:
    from collections.abc import Iterator

REPEATS = 10


def run() -> Iterator[dict[str, object]]:
    """Megabytes; then milliseconds to the first paint of each, taking turns: median and worst of ten."""
    yield {"figure": "folder", "mb": round(freeze.size(freeze.folder(freeze.DIST)) / freeze.MB)}
    programs = commands()
    watcher = QGuiApplication.instance() or QGuiApplication([])
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(REPEATS + 1):  # the first round only warms the disk's cache and makes the settings
            for name, command in programs.items():
                taken[name].append(to_paint(command, at_home(home)))
    del watcher
    for name, times in taken.items():
        walls, cpus = zip(*times[1:], strict=True)
        yield {
            "figure": f"start to first paint, {name}",
            "median_wall_ms": round(statistics.median(walls)),
            "worst_wall_ms": round(percentile(walls, 100)),
            "median_cpu_ms": round(statistics.median(cpus)),
            "runs": REPEATS,
        }


def commands() -> dict[str, list[str]]:
    """What is started, without a file."""
    ours = {"frozen": [freeze.program(freeze.DIST)], "source": [sys.executable, "-m", "facilitator"]}
    if not shutil.which("xournalpp"):
        return ours
    return {**ours, "Xournal++": ["sh", "-c", "exec xournalpp 2>/dev/null"]}  # it complains of missing sound cards
