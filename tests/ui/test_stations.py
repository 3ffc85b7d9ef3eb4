"""Going from station to station: a key means what the station one is at says it means, and the panel folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.windows import made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_key_of_the_board_does_nothing_at_another_station(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "keys.workshop", "A swing for big children")) as window:
        window.board().list.selectAll()
        assert window.actions_["withhold"].isEnabled()
        window.go_to("votes")
        assert not window.actions_["withhold"].isEnabled()
        window.do("boards", "withhold")
        settle(qtbot, window)
        assert [note.withheld for note in window.board().list.chosen_notes()] == [False]


def test_the_folded_panel_is_remembered_by_the_next_window(qtbot: QtBot, tmp_path: Path) -> None:
    path = made(tmp_path / "fold.workshop", "A swing for big children")
    with shown(qtbot, path) as window:
        assert window.board().panel.isVisible()
        window.fold()
        assert not window.board().panel.isVisible()
    with shown(qtbot, path) as window:
        assert not window.board().panel.isVisible()
        window.fold()
        assert window.board().panel.isVisible()
