"""What is half typed in the bar is kept beside the backups of this laptop, so that a crash does not lose it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QLineEdit

    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop

PAUSE = 500  # milliseconds without a key before the words are written


class Draft(QObject):
    """Follows one field; `name` tells the drafts of several fields apart. A window that may only read leaves the draft
    to the one that writes.
    """

    def __init__(self, store: StoreThread, field: QLineEdit, notice: Notice, name: str = "") -> None:
        super().__init__(field)
        self._store, self._field, self._notice, self._name = store, field, notice, name
        self._file: Path | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._keep)
        field.textChanged.connect(self._changed)

    def begin(self) -> None:
        """Look for what was half typed in the open workshop, and follow the field from now on."""
        self._store.submit(lambda workshop: _find(workshop, self._name), self._restore)

    def end(self) -> None:
        """Write at once what still waits to be written."""
        if self._pause.isActive():
            self._pause.stop()
            self._keep()

    def _restore(self, found: tuple[Path, str]) -> None:
        self._file, words = found
        if words:
            self._field.setText(words + self._field.text())
            again = self.tr("What was half typed last time is in the bar again. Press Enter to keep it.")
            self._notice.say(again)

    def _changed(self, words: str) -> None:
        if words:
            self._pause.start()
        else:
            self._pause.stop()
            self._keep()

    def _keep(self) -> None:
        file, words = self._file, self._field.text()
        if file:
            self._store.submit(lambda _workshop: _write(file, words), lambda _nothing: None)


def _find(workshop: Workshop, name: str) -> tuple[Path, str]:
    from facilitator.workshop.places import Places

    file = Places.of_this_laptop().state / "drafts" / f"{workshop.file_id}{name and f'-{name}'}.txt"
    try:
        return file, " ".join(file.read_text("utf-8").split())
    except (OSError, ValueError):
        return file, ""


def _write(file: Path, words: str) -> None:
    # The note itself is stored elsewhere; a full disk will be told of there, and must not stop the typing here.
    with contextlib.suppress(OSError):
        if not words.strip():
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        half = file.with_suffix(".half")
        half.write_text(words, "utf-8")
        half.replace(file)
