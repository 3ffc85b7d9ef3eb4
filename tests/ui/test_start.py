"""Before the first paint nothing is loaded but what it shows, and the window opens what it was given."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ui.windows import made

if TYPE_CHECKING:
    from pathlib import Path

OURS = {
    "": "app domain resources ui",
    "app.": "again application window",
    "domain.": "errors",
    "ui.": "actions arriving copying counting deeds files fitting home look menu notice other_writer parts preferences"
    " rail saving shell stations store_thread top_bar trouble words",
    "ui.home.": "cards flow home page recents words",
    "ui.look.": "fonts icons looks scaling theme tokens",
    "ui.parts.": "direction file_dialog stage widgets",
}
"""Every module of ours that may be loaded before a person sees the window: each of them makes the start longer."""
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
BROUGHT_ALONG = {"PySide6", "__feature__", "shiboken6", "shibokensupport", "signature_bootstrap"}
"""What PySide loads of its own, whatever a program does."""
LATE = {"asyncio", "email", "html", "http", "multiprocessing", "platform", "socket", "sqlite3", "ssl", "xml"}
FAMILIES = {"QStyle", "QAbstractItemView", "QGraphicsView", "QAccessible", "QProcess", "QImage"}
"""Classes for whose many names PySide needs 5 to 15 ms when it first meets them or one of their kind."""
SCRIPT = """
import enum, gc, json, sys
before = {name.partition(".")[0] for name in sys.modules}
from facilitator.app import window

def painted(shown):
    met = {one.__qualname__.partition(".")[0] for one in gc.get_objects() if isinstance(one, enum.EnumMeta)}
    seen = {"modules": sorted(sys.modules), "classes": sorted(met), "threads": len(sys._current_frames())}
    print(json.dumps({**seen, "before": sorted(before)}), flush=True)

app, shown = window.start(sys.argv[1:], painted)
shown.store.opened.connect(lambda _opened: shown.close())
app.exec()
print(json.dumps({"title": shown.windowTitle()}))
"""


@pytest.fixture
def start(tmp_path: Path, root: Path) -> list[dict[str, list[str]]]:
    """What was loaded when the window was first painted, and how the start ended."""
    file = made(tmp_path / "start.workshop", "one")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(file)], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_nothing_is_loaded_before_the_first_paint_but_what_it_shows(start: list[dict[str, list[str]]]) -> None:
    first, last = start
    ours = {f"facilitator.{room}{name}" for room, names in OURS.items() for name in names.split()}
    loaded = set(first["modules"])
    assert {name for name in loaded if name.startswith("facilitator.")} == ours
    assert {name for name in loaded if name.startswith("PySide6.Qt")} == QT
    whole = {name.partition(".")[0] for name in loaded}
    others = whole - set(first["before"]) - sys.stdlib_module_names - {"facilitator"}
    assert others <= BROUGHT_ALONG
    assert whole.isdisjoint(LATE)
    assert first["threads"] == 1
    assert last["title"] == "Millbrook early years – Facilitator"


def test_no_class_of_qt_is_met_before_the_first_paint_that_costs_much_to_meet(
    start: list[dict[str, list[str]]],
) -> None:
    met = set(start[0]["classes"])
    assert "QPainter" in met  # so it would be seen
    assert met.isdisjoint(FAMILIES)
