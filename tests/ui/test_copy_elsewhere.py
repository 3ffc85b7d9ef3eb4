"""What the rail says of a copy elsewhere is true: after it was read back, and only until the next change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_the_rail_names_the_place_and_the_time_and_says_when_it_is_behind(qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "BLUE STICK"
    stick.mkdir()
    with shown(qtbot, made(tmp_path / "hall.workshop", "one")) as window:
        assert window.rail.elsewhere() == ""
        window.copying.copy_into(stick)
        assert "people's names" in window.notice.words
        settle(qtbot, window)
        assert window.rail.elsewhere().startswith("Also on BLUE STICK, ")
        assert "read back whole" in window.notice.words
        assert [file.name for file in stick.iterdir()] == ["hall.workshop"]
        qtbot.keyClicks(board(window).capture.field, "two")
        qtbot.keyClick(board(window).capture.field, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert window.rail.elsewhere().endswith(", without the last changes")


def test_nothing_is_said_of_a_copy_that_could_not_be_made(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "hall.workshop", "one")) as window:
        window.copying.copy_into(tmp_path / "gone")
        settle(qtbot, window)
        assert window.rail.elsewhere() == ""
        assert "Put the stick back" in window.notice.words
        window.copying.copy_into(tmp_path)
        settle(qtbot, window)
        assert window.rail.elsewhere() == ""
        assert "the workshop itself" in window.notice.words
        assert "Put the stick back" in window.notice.words


def test_a_copy_of_one_workshop_is_not_said_of_another(qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with shown(qtbot, made(tmp_path / "hall.workshop", "one")) as window:
        window.copying.copy_into(stick)
        settle(qtbot, window)
        with qtbot.waitSignal(window.store.opened):
            window.open_path(made(tmp_path / "other.workshop", "two"))
        settle(qtbot, window)
        assert window.rail.elsewhere() == ""
