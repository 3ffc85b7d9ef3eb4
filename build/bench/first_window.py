"""What the first window costs: processor time from the start of Python to the first paint, in a home where nobody has
been and in one that remembers eight workshops. Python's compiled modules are there, as after any start but the first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from build.first_paint import at_home
from build.measure import summary
from facilitator.ui.home.recents import Recents
from facilitator.ui.preferences import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 10
REMEMBERED = 8  # workshops
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
    """Ours, median of ten, beside a window of Qt with nothing in it, turn by turn."""
    with tempfile.TemporaryDirectory() as compiled:
        for remembered in (0, REMEMBERED):
            with tempfile.TemporaryDirectory() as home:
                env = at_home(home) | {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
                remember(Path(home), remembered)
                pairs = [(_one(SCRIPT, env), _one(BARE, env)) for _ in range(REPEATS + 1)][1:]
            ours, theirs = (summary([one.cpu_ms for one in side]) for side in zip(*pairs, strict=True))
            yield {
                "figure": f"start of Python to first paint, {remembered} workshops remembered, cpu",
                **ours,
                "limit_ms": LIMIT,
                "ratio_to_empty_window": round(ours["median_ms"] / theirs["median_ms"], 2),
                "heavy_modules": sorted(HEAVY.intersection(pairs[0][0].modules)),
                "load": round(os.getloadavg()[0], 1),
            }


def remember(home: Path, count: int) -> None:
    """Let a home know so many workshops, each with a picture of thirty notes."""
    recents = Recents(home / FOLDER / "recent.json")
    for number in range(count):
        path = home / f"{number}.workshop"
        recents.opened(path, f"Millbrook early years {number}", "2026-11-23")
        picture = tuple((at / 30, at % 5 / 5, at % 7 + 1) for at in range(30))
        recents.learn(replace(recents.all()[0], state={"state": "gathering", "notes": 30}, picture=picture))


def _one(script: str, env: Mapping[str, str]) -> Painted:
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return Painted(**json.loads(done.stdout))
