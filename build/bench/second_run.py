"""From the second `dev.py run` to the first paint, seen from outside."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from build.first_paint import to_paint
from build.measure import percentile

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ["python3", "build/dev.py", "run"]
REPEATS = 10


def run() -> Iterator[dict[str, object]]:
    """Wall and processor milliseconds up to the first paint: median and worst of ten."""
    watcher = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory() as work:
        env = dict(os.environ, XDG_CONFIG_HOME=work, XDG_DATA_HOME=work, XDG_CACHE_HOME=work)
        files = examples(Path(work), REPEATS + 1)  # the first one only warms the disk's cache
        taken = [to_paint([*COMMAND, str(file)], env) for file in files][1:]
    del watcher
    for unit, values in zip(("wall_ms", "cpu_ms"), zip(*taken, strict=True), strict=True):
        yield {
            "figure": f"start to first paint, {unit}",
            "median": round(statistics.median(values)),
            "worst": round(percentile(values, 100)),
            "runs": REPEATS,
        }


def examples(work: Path, count: int) -> list[Path]:
    """Copies of the example, because a window that is made to end leaves its file as after a crash."""
    subprocess.run([*COMMAND, "demo", "--out", str(work)], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    example = next(work.glob("*.workshop"))
    return [Path(shutil.copy(example, work / f"{number}.workshop")) for number in range(count)]
