"""Asking for files and folders with the system's dialog; on Linux with Qt's own, which is kept from reading what it
lists.

To show what kind of file each one is, Qt and GTK read how it begins. When a program closes a file, POSIX takes back
every lock the program has on it, however many times it has it open (sqlite.org/howtocorrupt.html, "POSIX advisory
locks"). So a look into the folder of the open workshop took SQLite's own locks away, and the next reader cut off what
it was writing by.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtWidgets import QFileDialog, QFileIconProvider

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget


def ask_file(window: QWidget, title: str, start: str, kinds: str) -> Path | None:
    """Which file? `start` is the folder to begin in, or nothing for the last one; `kinds` what to list."""
    return _first(_asked(window, title, start, kinds, QFileDialog.FileMode.ExistingFile))


def ask_files(window: QWidget, title: str, start: str, kinds: str) -> list[Path]:
    """Which files?"""
    return _asked(window, title, start, kinds, QFileDialog.FileMode.ExistingFiles)


def ask_new_file(window: QWidget, title: str, start: str, kinds: str) -> Path | None:
    """Where is a file to be saved? `start` is the folder and the name that is offered."""
    return _first(_asked(window, title, start, kinds, QFileDialog.FileMode.AnyFile))


def ask_folder(window: QWidget, title: str, start: str) -> Path | None:
    """Which folder?"""
    return _first(_asked(window, title, start, "", QFileDialog.FileMode.Directory))


def _asked(window: QWidget, title: str, start: str, kinds: str, mode: QFileDialog.FileMode) -> list[Path]:
    dialog = QFileDialog(window, title)
    icons = _ByName()  # Qt does not keep it alive
    if sys.platform not in {"win32", "darwin"}:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setIconProvider(icons)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if kinds:
        dialog.setNameFilter(kinds)
    if mode is QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(str(Path(start).parent))
        dialog.selectFile(Path(start).name)
    elif start:
        dialog.setDirectory(start)
    try:
        return [Path(one) for one in dialog.selectedFiles()] if dialog.exec() else []
    finally:
        dialog.deleteLater()


def _first(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None


class _ByName(QFileIconProvider):
    """Tells folders from files, and kinds of files by how their names end. It opens nothing."""

    def icon(self, of: QFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(of, QFileInfo):
            of = QFileIconProvider.IconType.Folder if of.isDir() else QFileIconProvider.IconType.File
        return super().icon(of)

    def type(self, of: QFileInfo) -> str:
        return QCoreApplication.translate("file_dialog", "Folder") if of.isDir() else of.suffix()
