"""How long a person waits at the station of print: from arriving and from ticking a document to its first page, and for
the whole pack of the example, in the real window.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from facilitator.ui.printing.page import PrintPage
    from facilitator.workshop.documents import Document

PATIENCE = 60  # seconds
PEOPLE = 34


def run() -> Iterator[dict[str, object]]:
    """Milliseconds of arriving (the child process starts), of ticking a document when it runs, and of saving the pack;
    beside each, the longest time in which the window did not answer.
    """
    from build.screenshots import Stage
    from build.theatre import millbrook, window_on
    from facilitator.workshop.documents import Document

    with (
        tempfile.TemporaryDirectory() as folder,
        window_on(Stage(Path(folder)), millbrook(Path(folder))) as (_, window),
    ):
        clock = _Clock()
        window.go_to("print")
        page = window.printing()
        yield clock.row("arriving, to the first page", [clock.until(lambda: _seen(page))], limit_ms=3000)
        clock.until(page.is_seen)
        fresh = (Document.FEEDBACK_FORMS, Document.SUMMARY, Document.REPORT)
        for document in fresh:
            yield clock.row(f"ticking: {document}", [_tick(page, document, clock)], limit_ms=1000)
        for document in fresh[1:]:
            page.list.rows[document].box.click()
        last = page.session.count() - 1
        page.session.setCurrentIndex(last)
        page.session.activated.emit(last)
        clock.until(page.is_seen)
        saved: list[float] = []
        for _ in range(3):
            page.save()
            saved.append(clock.until(page.is_done))
        figure = f"saving the pack for {PEOPLE} people and 6 to spare"
        yield clock.row(figure, saved, limit_ms=6000) | {"told": page.outcome()}


class _Clock:
    """Lets the window work, and remembers the longest time it did so without answering."""

    def __init__(self) -> None:
        self._longest = 0.0

    def until(self, happened: Callable[[], bool]) -> float:
        """Seconds until something happened."""
        from PySide6.QtWidgets import QApplication

        begun = before = time.perf_counter()
        while not happened():
            QApplication.processEvents()
            now = time.perf_counter()
            self._longest = max(self._longest, now - before)
            before = now
            if now - begun > PATIENCE:
                raise TimeoutError("what the bench waits for did not happen")
            time.sleep(0.001)
        return time.perf_counter() - begun

    def row(self, figure: str, seconds: list[float], *, limit_ms: int) -> dict[str, object]:
        """One line of the bench."""
        longest, self._longest = self._longest, 0.0
        return {
            "figure": figure,
            "median_ms": round(1000 * statistics.median(seconds)),
            "max_ms": round(1000 * max(seconds)),
            "window_held_ms": round(1000 * longest),
            "limit_ms": limit_ms,
        }


def _tick(page: PrintPage, document: Document, clock: _Clock) -> float:
    """Tick a document that was not drawn before, as a person does."""
    box = page.list.rows[document].box
    box.setFocus()
    box.click()

    def there() -> bool:
        at = page.pages.first_of(document)
        return at.isValid() and page.pages.at(at).picture is not None

    taken = clock.until(there)
    clock.until(page.is_seen)
    return taken


def _seen(page: PrintPage) -> bool:
    return page.pages.rowCount() > 0 and page.pages.at(page.pages.index(0)).picture is not None
