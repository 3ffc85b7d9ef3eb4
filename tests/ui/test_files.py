"""What a file is called that is named after a person's words, and where it is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView, QTreeView, QWidget

from facilitator.domain.gestures.board import add_board
from facilitator.ui import files
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import made

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Millbrook early years", "Millbrook early years"),
        ("Who decides? Parents/services", "Who decides Parents services"),
        ("<b>Hall</b> /..", "b Hall b"),
        ("..\\..\\autostart", "autostart"),
        ("কাজের বোর্ড", "কাজের বোর্ড"),
        ("می\u200cروم", "می\u200cروم"),
        ("Youth\u202efdp", "Youth fdp"),
        ("nul", "Workshop"),
        ("COM1.plan", "Workshop"),
        (" . ", "Workshop"),
        ("\U0001f600" * 300, "\U0001f600" * files.LONGEST),
    ],
)
def test_any_words_make_a_name_that_every_system_takes(words: str, name: str) -> None:
    assert files.file_name(words, "Workshop") == name


def offered(qtbot: QtBot, title: str, typed: str = "") -> tuple[Path, Path | None]:
    """What the dialog begins with, and what comes of the person's choice: a name typed, or Escape."""
    begun: list[Path] = []

    def choose(dialog: QFileDialog) -> None:
        begun.append(Path(dialog.selectedFiles()[0]))
        field = dialog.findChild(QLineEdit)
        assert field
        field.setText(typed)
        qtbot.keyClick(field, Qt.Key.Key_Return if typed else Qt.Key.Key_Escape)

    window = QWidget()
    qtbot.addWidget(window)
    when_asked(choose)
    answer = files.ask_new(window, title)
    return begun[0], answer


def when_asked(act: Callable[[QFileDialog], None]) -> None:
    """Act on the next dialog for files, as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            timer.stop()
            act(dialog)

    timer = QTimer(QApplication.instance(), interval=1)
    timer.timeout.connect(look)
    timer.start()


def test_a_new_workshop_is_offered_a_place_among_ones_own_files_whatever_it_is_called(
    qtbot: QtBot, own_home: Path
) -> None:
    start, _ = offered(qtbot, "Hall /../..")
    assert start == own_home / "Hall.workshop"
    (own_home / "Documents").mkdir()
    start, _ = offered(qtbot, "Hall")
    assert start == own_home / "Documents" / "Hall.workshop"


def test_a_dot_in_the_name_a_person_chose_stays(qtbot: QtBot, tmp_path: Path) -> None:
    chosen = tmp_path / "Round 1.2 May"
    assert offered(qtbot, "", str(chosen))[1] == Path(f"{chosen}.workshop")
    assert offered(qtbot, "", f"{chosen}.workshop")[1] == Path(f"{chosen}.workshop")
    assert offered(qtbot, "")[1] is None


@pytest.mark.skipif(sys.platform == "win32", reason="there locks do not depend on who closes a file")
def test_looking_into_the_folder_of_the_open_workshop_takes_no_lock_away(qtbot: QtBot, tmp_path: Path) -> None:
    """SQLite's locks lie on the log's index while a workshop is being written; see sqlite.org/walformat.html."""
    path = made(tmp_path / "hall.workshop", "one")
    window = QWidget()
    qtbot.addWidget(window)
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("What else?"))
        index = path.with_name(f"{path.name}-shm")
        assert is_locked(index)

        def look(dialog: QFileDialog) -> None:
            dialog.setNameFilter("*")
            dialog.setDirectory(str(tmp_path))
            listed, icons = dialog.findChild(QTreeView), dialog.findChild(QListView)
            assert listed
            assert icons
            qtbot.waitUntil(lambda: listed.model().rowCount(listed.rootIndex()) >= 4)
            for view in (listed, icons):
                view.grab()
            dialog.reject()

        when_asked(look)
        assert files.ask_others(window) == []
        assert is_locked(index)


def is_locked(index: Path) -> bool:
    """Whether another program finds the byte locked by which SQLite says that the index is in use."""
    look = "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'rb+'), fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 128)"
    done = subprocess.run([sys.executable, "-c", look, str(index)], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "BlockingIOError" in done.stderr
    return done.returncode != 0
