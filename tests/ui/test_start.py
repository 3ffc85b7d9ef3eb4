"""The first paint comes before anything heavy is loaded, and the window opens what it was given."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.ui.windows import made

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "numpy", "typer", "uharfbuzz", "multiprocessing")
SCRIPT = """
import json, sys
from facilitator.app import window

def painted(shown):
    print(json.dumps({"modules": sorted(sys.modules), "threads": len(sys._current_frames())}), flush=True)

app, shown = window.start(sys.argv[1:], painted)
shown.store.opened.connect(lambda _opened: shown.close())
app.exec()
print(json.dumps({"title": shown.windowTitle()}))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path, root: Path) -> None:
    file = made(tmp_path / "start.workshop", "one")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(file)], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    first, last = (json.loads(line) for line in done.stdout.splitlines())
    loaded = {name.partition(".")[0] for name in first["modules"]}
    assert loaded.isdisjoint(HEAVY)
    assert not {name for name in first["modules"] if name.startswith(("facilitator.workshop", "facilitator.store"))}
    assert first["threads"] == 1
    assert last["title"] == "Millbrook early years – Facilitator"
