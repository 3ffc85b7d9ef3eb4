"""The wall of notes, frame by frame: CPU milliseconds for each gesture at 1,000, 5,000 and 20,000 notes on 1920 x 1080
pixels, how much of a zoom was blurry, how soon a board stands and is sharp, and how much memory that takes. Each size
is a process of its own. Then keys in the real window while its wall is shown.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QPointF

    from facilitator.ui.canvas.gesture import Gesture
    from facilitator.ui.canvas.view import CanvasView

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 5_000, 20_000)
WIDTH, HEIGHT = 1920, 1080
FRAMES = 120


def run() -> Iterator[dict[str, object]]:
    """A row for each size and gesture; 5,000 notes once more at two device pixels for a logical one; and Excalidraw
    beside ours where it can be had.
    """
    from build.bench._beside import beside

    ours: list[dict[str, object]] = []
    for notes in SIZES:
        for row in _in_a_process(notes, 1):
            ours += [row] if "gesture" in row else []
            yield row
    yield from _in_a_process(5_000, 2)
    for notes in SIZES:
        yield from _in_a_process(notes, 1, "build.bench._wall_keys")
    yield from beside(ours)


def _in_a_process(notes: int, ratio: int, module: str = "build.bench.board") -> Iterator[dict[str, object]]:
    env = {**os.environ, "QT_SCALE_FACTOR": str(ratio)}
    command = [sys.executable, "-m", module, str(notes), str(ratio)]
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        yield json.loads(line)


class Stage:
    """A view on a wall, and a stopwatch that counts this process's CPU time frame by frame."""

    def __init__(self, notes: int, ratio: int) -> None:
        from PySide6.QtWidgets import QApplication

        from build.bench._wall import wall
        from facilitator.ui.look import fonts, theme

        self.app = QApplication([])
        theme.dress(self.app)
        fonts.load_rest()
        from facilitator.ui.canvas.view import CanvasView

        self.notes, self.ratio = notes, ratio
        shown = wall(notes)
        self.before = memory()  # of the window's libraries and of the notes themselves
        began = time.perf_counter()
        self.view: CanvasView = CanvasView()
        self.view.resize(WIDTH // ratio, HEIGHT // ratio)
        self.view.show()
        while not self.view.window().windowHandle().isExposed():
            self.app.processEvents()
        self.view.show_board(*shown)
        self.frame()
        self.first = (time.perf_counter() - began) * 1e3
        self.settle()
        self.sharp = (time.perf_counter() - began) * 1e3

    def frame(self) -> None:
        """Paint now what is due."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        QApplication.sendPostedEvents()
        QApplication.sendEvent(self.view.window(), QEvent(QEvent.Type.UpdateRequest))

    def settle(self) -> None:
        """The eye rests until everything is sharp."""
        self.view._sharpen()
        self.view.update()
        self.frame()
        while self.view.tiles.shown.missing:
            self.view.update()
            self.frame()

    def measure(self, name: str, step: Callable[[int], object], frames: int = FRAMES) -> dict[str, object]:
        """CPU milliseconds a frame while `step` does something before each, and the share of blurry tiles: those of
        which nothing was there of at least half their resolution.
        """
        self.settle()
        taken, wanted, blurry = [], 0, 0
        for at in range(frames):
            began = time.process_time()
            step(at)
            self.view.update()
            self.frame()
            taken.append((time.process_time() - began) * 1e3)
            wanted, blurry = wanted + self.view.tiles.shown.wanted, blurry + self.view.tiles.shown.blurry
        taken.sort()
        return {
            "notes": self.notes,
            "pixel_ratio": self.ratio,
            "gesture": name,
            "median_ms": round(statistics.median(taken), 2),
            "p95_ms": round(taken[int(len(taken) * 0.95)], 2),
            "blurry_share": round(blurry / max(wanted, 1), 3),
        }


def memory() -> float:
    """Megabytes resident at most so far."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


def scenes(stage: Stage) -> Iterator[dict[str, object]]:
    """Every gesture, one after another."""
    from PySide6.QtCore import QPointF, QRectF

    from facilitator.ui.canvas.camera import Camera
    from facilitator.ui.canvas.gesture import Band, Carry

    view = stage.view
    middle = view.scene.bounds().center()
    whole = view.camera.showing(view.scene.bounds(), view._size()).zoom

    def at(zoom: float, across: float = 0.0) -> Callable[[int], None]:
        return lambda step: view.look(
            Camera(middle.x() + (step - 60) * 16 / zoom, middle.y() + (step - 60) * 9 / zoom, zoom)
        )

    for name, zoomed in (("pan at 1", 1.0), ("pan at 0.35", 0.35), ("pan at all", whole)):
        at(zoomed)(0)
        yield stage.measure(name, at(zoomed))

    low, high = min(whole, 0.5), 2.0

    def zoom(step: int) -> None:
        share = step / 120 if step <= 120 else (240 - step) / 120
        view.look(Camera(middle.x(), middle.y(), low * (high / low) ** share))

    zoom(0)
    yield stage.measure("zoom", zoom, 241)
    for count, zoomed in ((1, 1.0), (200, 0.35)):
        view.look(Camera(middle.x(), middle.y(), zoomed))
        around = QRectF(0, 0, math.sqrt(count) * 190, math.sqrt(count) * 190)
        around.moveCenter(middle)
        chosen = set(view.scene.ids(view.scene.touched_by(around)[:count]))
        carry = Carry(view, QPointF(500, 400), chosen, theme_id=None)
        yield _gesture(stage, f"drag {len(chosen)}", carry, QPointF(500, 400), QPointF(4, 2))
    for name, zoomed in (("rubber band at 0.35", 0.35), ("rubber band at all", whole)):
        view.look(Camera(middle.x(), middle.y(), zoomed))
        corner, step = QPointF(20, 20), QPointF(view.width() / 130, view.height() / 130)
        yield _gesture(stage, name, Band(view, corner, adding=False), corner, step)


def _gesture(stage: Stage, name: str, gesture: Gesture, start: QPointF, step: QPointF) -> dict[str, object]:
    """One gesture from a point on, a step further each frame, left in the end."""
    stage.view.hands.begin(gesture)
    measured = stage.measure(name, lambda at: gesture.move(start + step * at))
    stage.view.cancel()
    return measured


def main(notes: int, ratio: int) -> None:
    """Measure one size in this process."""
    stage = Stage(notes, ratio)
    first = {"notes": notes, "pixel_ratio": ratio, "first_paint_ms": round(stage.first), "sharp_ms": round(stage.sharp)}
    print(json.dumps(first), flush=True)
    for row in scenes(stage):
        print(json.dumps(row), flush=True)
    most = memory()
    row = {"most_memory_mb": round(most), "of_it_before_the_wall_mb": round(stage.before)}
    print(json.dumps({"notes": notes, "pixel_ratio": ratio, **row}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
