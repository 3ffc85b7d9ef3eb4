"""From the start of a program to its first paint, seen from outside: something other than black is on the screen.

`python3 -m build.first_paint COMMAND ...` says how long one takes, on a screen of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from PySide6.QtGui import QGuiApplication, QImage

from build.display import virtual_display

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 60  # seconds
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


def to_paint(command: Sequence[str], env: Mapping[str, str]) -> tuple[float, float]:
    """Start a program, wait until it shows, end it: wall and processor milliseconds. Needs a QGuiApplication."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
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


def at_home(folder: str) -> dict[str, str]:
    """This process's environment, with a home folder of its own."""
    return {**os.environ, **dict.fromkeys(HOMES, folder)}


def main(command: list[str]) -> int:
    """Show how long it takes; 1 when no window comes."""
    with virtual_display() as variables, tempfile.TemporaryDirectory() as home:
        os.environ.update(variables)
        watcher = QGuiApplication([])
        wall, cpu = to_paint(command, at_home(home))
        del watcher
    print(f"first paint after {wall:.0f} ms, of which {cpu:.0f} ms of the processor")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
