"""A file that the desktop hands to the running app is opened, as macOS does with a double click."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.ui.windows import made

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from facilitator.app import window

app, shown = window.start([])
shown.painted.connect(lambda: QCoreApplication.sendEvent(app, QFileOpenEvent(sys.argv[1])))
shown.store.opened.connect(lambda _opened: shown.close())
app.exec()
print(shown.windowTitle())
"""


def test_the_file_of_a_double_click_is_opened(tmp_path: Path, root: Path) -> None:
    file = made(tmp_path / "early.workshop", "Nobody told us it moved")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(file)], cwd=root, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "Millbrook early years – Facilitator\n"
