"""A Polis folder comes in as one Change, from the window, and one undo takes it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.windows import board, made, settle, shown, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_polis_folder_becomes_a_board_and_a_counted_vote(qtbot: QtBot, tmp_path: Path, root: Path) -> None:
    with shown(qtbot, made(tmp_path / "import.workshop", "one")) as window:
        window.import_polis(root / "tests" / "data" / "polis-london-youth-policing")
        settle(qtbot, window)
        assert "The Polis folder is in" in window.notice.words
        window.go_to("votes")
        settle(qtbot, window)
        assert window.votes().options.rowCount() == 40
        assert window.bar.undo.text() == "Undo: bring in a Polis folder"
        window.undo()
        settle(qtbot, window)
        assert window.votes().options.rowCount() == 0
        assert texts(window) == ["one"]


def test_a_folder_that_is_no_polis_export_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "import.workshop", "one")) as window:
        window.import_polis(tmp_path)
        settle(qtbot, window)
        assert "comments.csv" in window.notice.words
        assert texts(window) == ["one"]
        assert board(window).capture.field.isEnabled()
