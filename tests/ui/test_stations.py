"""Going from station to station: a key means what the station one is at says it means, and the panel folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.gestures.people import add_person
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.ui.rail import Station
from facilitator.workshop.places import Places
from tests.ui.windows import made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

STATIONS = ("plan", "people", "boards", "votes", "prototypes")


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


def test_the_rail_counts_before_anybody_has_been_to_a_station_as_its_page_does(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "millbrook.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        assert set(window.pages) == {"boards"}
        before = said_on_the_rail(window)
        for station in STATIONS:
            window.go_to(station)
            settle(qtbot, window)
        assert said_on_the_rail(window) == before
        assert before["people"] == "People 34"
        assert before["plan"] == "Plan 2 h 30"


def test_the_rail_counts_what_comes_in_at_a_station_where_nobody_has_been(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "rail.workshop", "A swing for big children")) as window:
        assert said_on_the_rail(window)["people"] == "People"
        window.store.change(lambda workshop: workshop.apply(add_person("Samia")))
        settle(qtbot, window)
        assert said_on_the_rail(window)["people"] == "People 1"
        window.undo()
        settle(qtbot, window)
        assert said_on_the_rail(window)["people"] == "People"
        assert "people" not in window.pages


def said_on_the_rail(window: Window) -> dict[str, str]:
    return {one.name: one.accessibleName() for one in window.rail.findChildren(Station)}
