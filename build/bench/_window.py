"""What the benches of the window share: a window in this process, and waiting for it without slowing it down."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

from facilitator.app import window as app_window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from facilitator.ui.shell import Window

LIMIT = 60_000  # milliseconds
PULSE = 2  # milliseconds between two looks


@contextlib.contextmanager
def shown() -> Iterator[tuple[QApplication, Window]]:
    """The window on the page where one begins, as a person finds it a moment after the start."""
    painted: list[bool] = []
    app, window = app_window.start([], lambda _window: painted.append(True))
    window.resize(1920, 1080)
    try:
        until(app, lambda: bool(painted) and window.is_ready())
        yield app, window
    finally:
        window.close()
        until(app, lambda: not window.isVisible())


def until(app: QApplication, happened: Callable[[], bool]) -> float:
    """Let the window work until something has happened; gives the moment in seconds."""
    deadline, pulse = QDeadlineTimer(LIMIT), QTimer(interval=PULSE)
    pulse.start()
    while not happened():
        if deadline.hasExpired():
            raise TimeoutError("what the bench waits for did not happen")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # without a limit, or it would not sleep
    pulse.stop()
    return time.perf_counter()
