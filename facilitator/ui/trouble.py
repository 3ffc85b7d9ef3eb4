"""What happens when the program itself is at fault: it is said once, a report can be copied, and the work goes on.

A report holds where in the program it happened and on what system, and never what was on the screen: messages of exceptions
may repeat what people wrote, so only their kind is kept.
"""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from facilitator import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType


class Trouble(QObject):
    """Catches what nobody caught, from any thread. `happened` carries the report of each fault the first time it is seen."""

    happened = Signal(str)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Hear of every exception that would otherwise be lost in a slot or a thread."""
        sys.excepthook = lambda kind, error, trace: (
            self.report(error.with_traceback(trace))
            if isinstance(error, Exception)
            else sys.__excepthook__(kind, error, trace)
        )
        threading.excepthook = lambda caught: self.report(caught.exc_value)

    def report(self, error: BaseException | None) -> None:
        """Take note of a fault; safe to call from any thread."""
        if error is not None:
            self._caught.emit(describe(error))

    def _tell(self, report: str) -> None:
        if report not in self._seen:
            self._seen.add(report)
            self.happened.emit(report)


def describe(error: BaseException) -> str:
    """The report: the program's version, the system, and the places in the code, without any message or value."""
    system = f"Facilitator {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"
    return "\n".join([system, *_chain(error)])


def copy(report: str) -> None:
    """Put a report where it can be pasted from."""
    QGuiApplication.clipboard().setText(report)


def _chain(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield from _chain(cause)
        yield "then"
    yield from _places(error.__traceback__)
    yield type(error).__qualname__


def _places(trace: TracebackType | None) -> Iterator[str]:
    for place in traceback.extract_tb(trace):
        file = place.filename.replace("\\", "/")
        start = file.rfind("/facilitator/")
        yield f"  {file[start + 1 :] if start >= 0 else file.rsplit('/', 1)[-1]}:{place.lineno} {place.name}"
