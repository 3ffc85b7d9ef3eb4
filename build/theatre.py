"""What scenes share: the real window on an example workshop, in the size and light a picture needs."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.app import window as app_window
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.exchange.polis import read_polis
from facilitator.ui.look import theme
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from build.screenshots import Stage
    from facilitator.ui.shell import Window

LARGE, SMALL = (1440, 900), (1280, 720)
LIGHT, DARK = Qt.ColorScheme.Light, Qt.ColorScheme.Dark
LONDON = Path(__file__).parent.parent / "resources" / "examples" / "london-youth-policing"


def millbrook(work: Path) -> Path:
    """The invented programme that the app shows itself with."""
    path = work / "millbrook.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    return path


def london(work: Path) -> Path:
    """What 26 young people in London said of scrutiny of policing."""
    path = work / "london.workshop"
    with Workshop.new(path, "Young people and policing", Places.of_this_laptop()) as workshop:
        workshop.apply(read_polis(LONDON).change)
    return path


@contextlib.contextmanager
def window_on(stage: Stage, path: Path | None) -> Iterator[tuple[QApplication, Window]]:
    """The real window, on a file or on the page where one begins."""
    app, window = app_window.start([str(path)] if path else [])
    theme.choose(app, LIGHT)
    window.activateWindow()
    if path:
        stage.until(lambda: bool(window.path()) and window.store.is_idle())
    stage.until(window.isActiveWindow)
    try:
        yield app, window
    finally:
        window.close()
        stage.until(lambda: not window.isVisible())


def dressed(stage: Stage, app: QApplication, window: Window, size: tuple[int, int], scheme: Qt.ColorScheme) -> None:
    """Give the window a size and a light, and let it settle."""
    theme.choose(app, scheme)
    window.resize(*size)
    stage.until(lambda: window.store.is_idle() and (window.width(), window.height()) == size)
