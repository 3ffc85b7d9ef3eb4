"""What a file is called that is named after a person's words, and where it is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.ui import files

if TYPE_CHECKING:
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


def offered(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, title: str, chosen: str) -> tuple[Path, Path | None]:
    """What the system's dialog is told to begin with, and what comes of the person's choice."""
    told: list[str] = []

    def ask(_window: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        told.append(start)
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window = QWidget()
    qtbot.addWidget(window)
    answer = files.ask_new(window, title)
    return Path(told[0]), answer


def test_a_new_workshop_is_offered_a_place_among_ones_own_files_whatever_it_is_called(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    start, _ = offered(qtbot, monkeypatch, "Hall /../..", "")
    assert start == own_home / "Hall.workshop"
    (own_home / "Documents").mkdir()
    start, _ = offered(qtbot, monkeypatch, "Hall", "")
    assert start == own_home / "Documents" / "Hall.workshop"


def test_a_dot_in_the_name_a_person_chose_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = str(Path("/hall/Round 1.2 May"))
    assert offered(qtbot, monkeypatch, "", chosen)[1] == Path(f"{chosen}.workshop")
    assert offered(qtbot, monkeypatch, "", f"{chosen}.workshop")[1] == Path(f"{chosen}.workshop")
    assert offered(qtbot, monkeypatch, "", "")[1] is None
