"""Starts the window: as little as possible before the first paint, and the rest as soon as a person sees something."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator.app import again
from facilitator.app.application import Application
from facilitator.ui.look import fonts, theme
from facilitator.ui.preferences import Preferences
from facilitator.ui.shell import Window

if TYPE_CHECKING:
    from collections.abc import Callable


def main(argv: list[str]) -> int:
    """Open the window, on a file when one is named, and run until it is closed. Gives the exit status."""
    app, window = start(argv)
    window.trouble.listen()
    try:
        return app.exec()
    finally:
        window.store.end()


def start(argv: list[str], first_paint: Callable[[Window], object] | None = None) -> tuple[QApplication, Window]:
    """Make the app and show its window. `first_paint` is called when the window has been painted for the first time."""
    running = QApplication.instance()
    preferences = Preferences()
    if running is None:
        again.set_scale(preferences)
    app = running if isinstance(running, QApplication) else Application([sys.argv[0], *theme.STYLE])
    app.setApplicationName("Facilitator")
    app.setDesktopFileName("facilitator")
    theme.dress(app)
    was = again.arrival()
    window = Window(preferences)
    window.leaving.connect(lambda: again.begin_again(window))
    if isinstance(app, Application):
        app.asked_to_open.connect(window.open_path)
    window.painted.connect(lambda: _after_first_paint(window, argv, first_paint, was))
    again.place(window, was)
    window.show()
    return app, window


def _after_first_paint(
    window: Window, argv: list[str], first_paint: Callable[[Window], object] | None, was: again.Arrival | None
) -> None:
    if first_paint:
        first_paint(window)
    window.store.warm()
    if argv:
        window.open_path(Path(argv[0]).absolute(), was.station if was else "")
    fonts.load_rest()
    window.setWindowIcon(theme.app_icon())
