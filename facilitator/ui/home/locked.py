"""The step before an encrypted workshop opens: its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.ui.parts.secret import secret
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    from pathlib import Path


class Locked(QWidget):
    """`said` carries the file and what was typed."""

    said = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._title = label("", "title", wrap=True)
        self.field = secret(self.tr("Passphrase"), said=False)
        self.field.returnPressed.connect(self._say)
        top = row(self._title, button(self.tr("Back  Esc"), self.left.emit))
        top.setStretch(0, 1)
        opener = button(self.tr("Open"), self._say, main=True)
        opener.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        about = self.tr("This workshop is encrypted. Nobody can open it without its passphrase, and we cannot help.")
        self.setLayout(
            column(
                top,
                label(about, "muted", wrap=True),
                12,
                label(self.tr("Passphrase"), "strong"),
                self.field,
                opener,
                None,
            )
        )

    def ask(self, path: Path) -> None:
        """Ask for the passphrase of this file."""
        self._path = path
        self._title.setText(path.stem)
        self.field.clear()

    def arrive(self) -> None:
        """The page has come up."""
        self.field.setFocus()

    def _say(self) -> None:
        words = self.field.text()
        self.field.clear()
        if self._path is not None and words:
            self.said.emit(self._path, words)
