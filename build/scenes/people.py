"""Everybody on the list, and who is at the door, in the example."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, window_on
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.places import Places

if TYPE_CHECKING:
    from build.screenshots import Stage
    from facilitator.ui.people.page import PeoplePage

LIST = "Who,Sector,Language,Phone\nBeata,parent,Polish,01632 960001\nRuth,NHS,English,\n"


def play(stage: Stage) -> None:
    """The list, three letters at the door, and a spreadsheet whose columns were guessed."""
    path = stage.work / "early-years.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    with window_on(stage, path) as (app, window):
        window.go_to("people")
        page = cast("PeoplePage", window.page("people"))
        stage.until(window.store.is_idle)
        page.list.setCurrentIndex(page.people.index(0))
        dressed(stage, app, window, LARGE, LIGHT)
        stage.until(window.store.is_idle)
        stage.shoot("people", window)
        page.door.field.setText("ya")
        dressed(stage, app, window, SMALL, DARK)
        stage.until(window.store.is_idle)
        stage.shoot("people-dark", window)
        page.door.field.clear()
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("people-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        listed = stage.work / "invited.csv"
        listed.write_text(LIST, encoding="utf-8")
        page.import_list(listed)
        stage.until(window.store.is_idle)
        stage.shoot("people-list", window)
