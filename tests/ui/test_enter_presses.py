"""Enter presses what has the focus, and what cannot be printed is not ticked: nothing that is pressed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator.ui.rail import Station
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.printing_windows import at_print, made_to_print
from tests.ui.windows import settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_enter_on_a_station_goes_there(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made_to_print(tmp_path / "w.workshop")) as window:
        window.go_to("plan")
        people = next(one for one in window.rail.findChildren(Station) if one.name == "people")
        people.setFocus()
        qtbot.keyClick(people, Qt.Key.Key_Return)
        assert window.station() == "people"


def test_every_button_of_every_station_is_pressed_by_enter(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made_to_print(tmp_path / "w.workshop")) as window:
        window.go_to("print")
        settle(qtbot, window)
        for button in window.findChildren(QPushButton):
            assert button.autoDefault(), button.accessibleName() or button.text()


def test_a_workshop_with_nothing_in_it_has_nothing_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "empty.workshop"
    Workshop.new(path, "Nothing yet", Places.of_this_laptop()).close()
    with at_print(qtbot, path) as (_, page):
        assert not any(one.box.isChecked() for one in page.list.rows.values())
        here = next(one for one in page.list.rows.values() if one.box.focusPolicy() is Qt.FocusPolicy.StrongFocus)
        assert page.details._document is here.document
        assert not page.save_button.isEnabled()
