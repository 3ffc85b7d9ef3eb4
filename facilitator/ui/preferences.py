"""What this laptop remembers of how its people like the window: light or dark, the size of things, what was printed
last. Nothing that anybody said and nobody's name is kept here.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

FOLDER = "Facilitator"
"""Beside what other programs remember."""


class Preferences:
    """Values by name, as text, in a small file of their own that a person can read and delete."""

    def __init__(self, file: Path | None = None) -> None:
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        self._settings = QSettings(str(file or Path(where) / FOLDER / "window.ini"), QSettings.Format.IniFormat)

    def get(self, name: str, default: str = "") -> str:
        """What was kept under this name."""
        return str(self._settings.value(name, default))

    def keep(self, name: str, value: str) -> None:
        """Remember it from now on; a disk that is full or locked costs only the remembering."""
        self._settings.setValue(name, value)

    def folder(self) -> Path:
        """The folder of what is remembered."""
        return Path(self._settings.fileName()).parent

    def write(self) -> None:
        """Put what is remembered on the disk now, for another window that is about to begin."""
        self._settings.sync()
