"""What happens when the program itself is at fault: it is said once, a report can be copied, and the work goes on."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from facilitator import __version__

if TYPE_CHECKING:
    from types import TracebackType


class Trouble(QObject):
    """Catches what nobody caught, from any thread. `happened` carries the report of each fault the first time it is
    seen.
    """

    happened = Signal(str)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Hear of every exception that would otherwise be lost in a slot or a thread."""
        sys.excepthook = self._uncaught
        threading.excepthook = lambda caught: self.report(caught.exc_value)

    def report(self, error: BaseException | None) -> None:
        """Take note of a fault; safe to call from any thread."""
        if error is not None:
            from facilitator.ui import fault_report

            self.report_places(fault_report.places(error))

    def report_places(self, places: str) -> None:
        """Take note of a fault whose places in the code are known already; safe to call from any thread."""
        self._caught.emit(places)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self.report(error.with_traceback(trace))
        else:
            sys.__excepthook__(kind, error, trace)

    def _tell(self, places: str) -> None:
        if places not in self._seen:
            self._seen.add(places)
            self.happened.emit(f"{_system()}\n{places}")


def copy(report: str) -> None:
    """Put a report where it can be pasted from."""
    QGuiApplication.clipboard().setText(report)


def _system() -> str:
    import platform

    return f"Facilitator {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"
