"""Keys in the real window while its wall of so many notes is shown: CPU milliseconds of the window's thread from the
arrival of a key until what it led to is painted, in the bar that captures and in the editor of a note. First, how soon
the wall is there when one goes to it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from build.bench import _window
from build.bench.open_5000 import made
from build.measure import summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.shell import Window

KEYS = 200
WORDS = "the bus stops where nobody waits "


def rows(notes: int) -> Iterator[dict[str, object]]:
    """A row for going to the wall, and one for each place where keys go."""
    with tempfile.TemporaryDirectory() as folder, _window.shown() as (app, window):
        path = made(Path(folder) / "wall.workshop", notes)
        window.open_path(path)
        _window.until(app, lambda: window.path() == path and window.board().notes.notes_shown() == notes)
        _window.until(app, window.store.is_idle)
        window.go_to("boards")
        _window.until(app, window.board().isVisible)
        window.activateWindow()
        _window.until(app, window.isActiveWindow)
        yield {"notes": notes, **_gone_to(app, window)}
        field = window.board().capture.field
        yield {"notes": notes, "keys_in": "the capture bar while the wall shows", **_typed(app, field)}
        field.clear()  # or the window asks about the words in it
        wall = window.board().views.wall
        assert wall
        wall.choose(wall.view.scene.notes[notes // 2].id)
        wall.edit_chosen()
        editor = wall.findChild(QPlainTextEdit)
        assert editor
        yield {"notes": notes, "keys_in": "the editor of a note on the wall", **_typed(app, editor)}
        sys.stdout.flush()
        os._exit(0)


def _gone_to(app: QApplication, window: Window) -> dict[str, object]:
    """Milliseconds on the clock from asking for the wall until it is painted, and until it is sharp."""
    page = window.board()
    began = time.perf_counter()
    page.do("wall")
    wall = page.views.wall
    assert wall
    wall.view.repaint()
    painted = time.perf_counter()
    app.processEvents()
    wall.view.repaint()
    while wall.view.isVisible() and wall.view.tiles.shown.missing:
        wall.view.repaint()
    sharp = time.perf_counter()
    return {"wall_first_paint_ms": round((painted - began) * 1e3), "wall_sharp_ms": round((sharp - began) * 1e3)}


def _typed(app: QApplication, taking: QWidget) -> dict[str, object]:
    taking.setFocus()
    _window.until(app, taking.hasFocus)
    spent: list[float] = []
    for turn in range(KEYS):
        letter = WORDS[turn % len(WORDS)]
        began = time.thread_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(taking, event)
        app.processEvents()
        spent.append((time.thread_time() - began) * 1e3)
    return {f"cpu_{name}": value for name, value in summary(spent).items()}


if __name__ == "__main__":
    for row in rows(int(sys.argv[1])):
        print(json.dumps(row), flush=True)
