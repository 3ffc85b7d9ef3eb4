"""A note and an option are heard with all that is on them, and nothing is without a name (faults.md, A1, A2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from tests.accessibility.accessible import blanks
from tests.ui.windows import made, made_from_polis, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, root: Path) -> Iterator[Window]:
    path = made_from_polis(tmp_path / "names.workshop", root / "tests" / "data" / "polis-london-youth-policing")
    with shown(qtbot, path) as window:
        yield window


def test_no_control_is_without_a_name_before_a_file_is_open(qtbot: QtBot) -> None:
    with shown(qtbot) as window:
        assert blanks(window) == []
        window.show_keys()
        assert blanks(window) == []


def test_a_screen_reader_hears_a_note_with_all_that_is_on_it(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "notes.workshop", "Text the day before", "Dads' Saturday")) as window:
        notes = QAccessible.queryAccessibleInterface(window.board().list)
        heard = [notes.child(at).text(QAccessible.Text.Name) for at in range(notes.childCount())]
    assert "Note, Text the day before, colour 1" in heard
    assert "Note, Dads' Saturday, colour 1" in heard


def test_a_screen_reader_hears_an_option_with_its_rank_and_counts(qtbot: QtBot, window: Window) -> None:
    window.go_to("votes")
    settle(qtbot, window)
    options = QAccessible.queryAccessibleInterface(window.votes().list)
    first = options.child(0).text(QAccessible.Text.Name)
    assert first.startswith("Rank 1, tied with 2 others, ")
    assert first.endswith("14 agree · 0 pass · 0 disagree, 100% agree")
