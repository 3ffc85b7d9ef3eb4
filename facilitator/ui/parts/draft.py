"""What is half typed is kept beside the backups of this laptop, so that a crash does not lose it."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop

PAUSE = 500  # milliseconds without a key before the words are written


class Draft(QObject):
    """One thing that is typed, by a name that is part of its file's. `found` carries what was half typed last time. A
    window that may only read leaves the draft to the one that writes.
    """

    found = Signal(str)

    def __init__(self, store: StoreThread, parent: QObject, name: str = "") -> None:
        super().__init__(parent)
        self._store, self._name = store, name
        self._words = ""
        self._file: Path | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._write)

    def begin(self) -> None:
        """Look for what was half typed in the open workshop, and keep what is typed from now on."""
        self._store.submit(partial(_find, self._name), self._restore)

    def end(self) -> None:
        """Write at once what still waits to be written."""
        if self._pause.isActive():
            self._pause.stop()
            self._write()

    def keep(self, words: str) -> None:
        """This is what is typed now; nothing means that there is no draft any more."""
        self._words = words
        if words:
            self._pause.start()
        else:
            self._pause.stop()
            self._write()

    def _restore(self, found: tuple[Path, str]) -> None:
        self._file, words = found
        if words:
            self.found.emit(words)

    def _write(self) -> None:
        file, words = self._file, self._words
        if file:
            self._store.submit(lambda _workshop: _put(file, words), lambda _nothing: None)


def _find(name: str, workshop: Workshop) -> tuple[Path, str]:
    from facilitator.workshop.places import Places

    folder = Places.of_this_laptop().state / "drafts"
    file = folder / (f"{workshop.file_id}.{name}.txt" if name else f"{workshop.file_id}.txt")
    try:
        return file, file.read_text("utf-8").strip()
    except (OSError, ValueError):
        return file, ""


def _put(file: Path, words: str) -> None:
    # The words themselves are stored elsewhere; a full disk will be told of there, and must not stop the typing here.
    with contextlib.suppress(OSError):
        if not words.strip():
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(".half")
        half.write_text(words, "utf-8")
        half.replace(file)
