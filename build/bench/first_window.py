"""What the first window costs: processor time from the start of Python to the first paint."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build.measure import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 10
LIMIT = 300  # milliseconds of processor time
HEAVY = {"sqlmodel", "sqlalchemy", "reportlab", "numpy", "typer"}
SCRIPT = """
import time
from facilitator.app import window

def painted(shown):
    spent = time.process_time()
    import json, sys
    print(json.dumps({"cpu_ms": spent * 1000, "modules": sorted({name.partition(".")[0] for name in sys.modules})}))
    shown.close()

app, shown = window.start([], painted)
app.exec()
"""
BARE = """
import time
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        print('{"cpu_ms": %f, "modules": []}' % (time.process_time() * 1000))
        self.close()

app = QApplication([])
window = Window()
window.show()
app.exec()
"""


@dataclass(frozen=True)
class Painted:
    """What a process had spent, and had loaded, when its window was painted."""

    cpu_ms: float
    modules: list[str]


def run() -> Iterator[dict[str, object]]:
    """Ours, median of ten, beside a window of Qt with nothing in it."""
    taken = [_one(SCRIPT) for _ in range(REPEATS)]
    bare = [_one(BARE) for _ in range(REPEATS)]
    ours, theirs = summary([one.cpu_ms for one in taken]), summary([one.cpu_ms for one in bare])
    yield {
        "figure": "start of Python to first paint, cpu",
        **ours,
        "limit_ms": LIMIT,
        "ratio_to_empty_window": round(ours["median_ms"] / theirs["median_ms"], 2),
        "heavy_modules": sorted(HEAVY.intersection(taken[0].modules)),
    }


def _one(script: str) -> Painted:
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return Painted(**json.loads(done.stdout))
