"""Pictures of the real window for the documentation, taken by the same code each time so that they never grow old.

A scene is a module in build/scenes/ with `play(stage: Stage) -> None`. Each is played in a process of its own, with a
fresh home folder, on a virtual screen of `SIZE = (width, height)` pixels where the module says so, else 1440 x 900.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from build import scenes
from build.display import virtual_display

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "screenshots"
PLAYED_HERE, PUT_TOGETHER = "--play", "--sheet"
PAPERS = "papers"
"""Not a scene: pictures of what is printed, which need no window."""


class Stage:
    """What a scene works with: a scratch folder, a way to wait for the window and a camera."""

    def __init__(self, work: Path) -> None:
        self.work = work

    def until(self, happened: Callable[[], bool], seconds: float = 20) -> None:
        """Let the window work until something has happened; TimeoutError when it does not."""
        from PySide6.QtCore import QDeadlineTimer, QEventLoop
        from PySide6.QtWidgets import QApplication

        deadline = QDeadlineTimer(round(seconds * 1000))
        while not happened():
            if deadline.hasExpired():
                raise TimeoutError("what the scene waits for did not happen")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def shoot(self, name: str, widget: QWidget, folder: Path = PICTURES) -> None:
        """Write docs/screenshots/NAME.png, or one in another folder, of this widget as it is painted now."""
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()
        folder.mkdir(parents=True, exist_ok=True)
        if not widget.grab().save(str(folder / f"{name}.png")):
            raise OSError(f"{folder / name}.png could not be written")


def play(name: str) -> None:
    """Play one scene in this process."""
    with tempfile.TemporaryDirectory() as work:
        importlib.import_module(f"build.scenes.{name}").play(Stage(Path(work)))


def play_apart(name: str) -> int:
    """Play one scene in a process, screen and home of its own; its exit status."""
    width, height = getattr(importlib.import_module(f"build.scenes.{name}"), "SIZE", (1440, 900))
    with tempfile.TemporaryDirectory() as home, virtual_display(width, height) as variables:
        settings = {key: f"{home}/{key}" for key in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
        env = dict(os.environ, **variables, **settings, HOME=home, LC_ALL="C.UTF-8")
        command = [sys.executable, "-m", "build.screenshots", PLAYED_HERE, name]
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def main(arguments: list[str]) -> int:
    """Play the named scenes, or all, and take the papers; 1 when one of them fails."""
    if arguments[:1] == [PLAYED_HERE]:
        play(arguments[1])
        return 0
    if arguments[:1] == [PUT_TOGETHER]:
        put_together()
        return 0
    names = arguments or [*sorted(module.name for module in pkgutil.iter_modules(scenes.__path__)), PAPERS]
    failed = max((take_papers() if name == PAPERS else play_apart(name) for name in names), default=0)
    if not failed and any(name.startswith("every_station") for name in names):
        command = [sys.executable, "-m", "build.screenshots", PUT_TOGETHER]
        failed = subprocess.run(command, cwd=ROOT, env=offscreen(), check=False).returncode
    return failed


def take_papers() -> int:
    """Picture every printed document, in a process of its own; its exit status."""
    return subprocess.run([sys.executable, "-m", "build.papers"], cwd=ROOT, check=False).returncode


def put_together() -> None:
    """Write the contact sheet of the pictures that the scenes of every station left."""
    from build import contact_sheet
    from facilitator.ui.stations import stations

    contact_sheet.write([station.name for station in stations()])


def offscreen() -> dict[str, str]:
    """This environment without a screen."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
