"""From the second `dev.py run` to the first paint, seen from outside: something other than black is on the screen."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from PySide6.QtGui import QGuiApplication, QImage

from build.measure import percentile

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ["python3", "build/dev.py", "run"]
REPEATS = 10
LIMIT = 30  # seconds


def run() -> Iterator[dict[str, object]]:
    """Wall and processor milliseconds up to the first paint: median and worst of ten."""
    watcher = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory() as work:
        env = dict(os.environ, XDG_CONFIG_HOME=work, XDG_DATA_HOME=work, XDG_CACHE_HOME=work)
        files = examples(Path(work), REPEATS + 1)
        taken = [to_paint(file, env) for file in files][1:]  # the first one only warms the disk's cache
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


def to_paint(file: Path, env: dict[str, str]) -> tuple[float, float]:
    """Start the app on a file, wait until it shows, end it: wall and processor milliseconds."""
    started = time.perf_counter()
    process = subprocess.Popen([*COMMAND, str(file)], cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        while not painted():
            if process.poll() is not None or time.perf_counter() - started > LIMIT:
                raise RuntimeError(f"the window did not show (exit status {process.returncode})")
        wall = (time.perf_counter() - started) * 1000
        spent = psutil.Process(process.pid).cpu_times()
        return wall, (spent.user + spent.system + spent.children_user + spent.children_system) * 1000
    finally:
        process.terminate()
        process.wait()
        while painted():
            time.sleep(0.01)


def painted() -> bool:
    """Whether any pixel on a coarse grid of the screen is not black."""
    image = QGuiApplication.primaryScreen().grabWindow(0).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return any(
        image.pixelColor(x, y).value() for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)
    )
