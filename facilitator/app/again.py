"""Begins the program anew in the same place: at another size of everything, on the same file and station.

Qt reads QT_SCALE_FACTOR once, before the app is made. So the window closes its file, and only then the same program is
started again, with a line in its environment that says where the person was.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

import facilitator
from facilitator.ui.look.scaling import kept_scale

if TYPE_CHECKING:
    from PySide6.QtCore import QProcessEnvironment
    from PySide6.QtGui import QScreen

    from facilitator.ui.preferences import Preferences
    from facilitator.ui.shell import Window

SCALE = "QT_SCALE_FACTOR"
GIVEN_SCALE = "FACILITATOR_GIVEN_SCALE"
"""What a person had set for all programs of Qt themselves, before ours was added to it."""
ARRIVAL = "FACILITATOR_ARRIVAL"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where the window was: its station, and its place on the screen as shares of it, so that the new one comes up
    over the old one whatever the size of a pixel.
    """

    station: str = ""
    left: float = 0.0
    top: float = 0.0
    width: float = 0.0
    height: float = 0.0
    maximised: bool = False

    @classmethod
    def of(cls, window: Window) -> Arrival:
        """Where a window is now."""
        screen, at = window.screen().availableGeometry(), window.normalGeometry()
        return cls(
            window.station(),
            (at.x() - screen.x()) / screen.width(),
            (at.y() - screen.y()) / screen.height(),
            at.width() / screen.width(),
            at.height() / screen.height(),
            window.isMaximized(),
        )


def set_scale(preferences: Preferences) -> None:
    """Give everything the size that was chosen on this laptop; only before the app is made."""
    given = os.environ.setdefault(GIVEN_SCALE, os.environ.get(SCALE, ""))
    percent = kept_scale(preferences)
    with contextlib.suppress(ValueError):
        os.environ[SCALE] = f"{float(given or 1) * percent / 100:g}"


def arrival() -> Arrival | None:
    """Where the window before this one was, if there was one; asking again gives nothing."""
    try:
        said = json.loads(os.environ.pop(ARRIVAL, ""))
        return Arrival(**{one.name: said[one.name] for one in fields(Arrival)})
    except (ValueError, KeyError, TypeError):
        return None


def place(window: Window, was: Arrival | None) -> None:
    """Put a window where the one before was, or in the middle of what the screen has room for."""
    screen = window.screen()
    room = screen.availableGeometry()
    if was and was.width and was.height:
        window.resize(round(was.width * room.width()), round(was.height * room.height()))
        window.move(room.x() + round(was.left * room.width()), room.y() + round(was.top * room.height()))
    else:
        window.resize(window.size().boundedTo(_most(screen)))
    if was and was.maximised:
        window.showMaximized()


def begin_again(window: Window) -> bool:
    """Start the program once more, on the file that this window has just closed. Whether it could be started."""
    from PySide6.QtCore import QProcess

    process = QProcess()
    program, *arguments = command(window.path())
    process.setProgram(program)
    process.setArguments(arguments)
    process.setProcessEnvironment(environment(Arrival.of(window)))
    return bool(process.startDetached()[0])


def command(path: Path | None) -> list[str]:
    """What starts this program again, packed or from its source."""
    ours = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "facilitator"]
    return [*ours, *([str(path.absolute())] if path else [])]


def environment(was: Arrival) -> QProcessEnvironment:
    """The environment this program was given, with where it was."""
    from PySide6.QtCore import QProcessEnvironment

    ours = QProcessEnvironment.systemEnvironment()
    ours.remove(SCALE)
    if given := ours.value(GIVEN_SCALE):
        ours.insert(SCALE, given)
    ours.remove(GIVEN_SCALE)
    ours.insert(ARRIVAL, json.dumps(asdict(was)))
    if not getattr(sys, "frozen", False):
        top = str(Path(facilitator.__file__).parent.parent)
        ours.insert("PYTHONPATH", os.pathsep.join(filter(None, (top, ours.value("PYTHONPATH")))))
    return ours


def _most(screen: QScreen) -> QSize:
    room = screen.availableGeometry()
    return QSize(room.width(), max(room.height() - 32, 1))  # the title stands above what is counted
