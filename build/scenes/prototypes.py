"""What people said of a prototype, and two versions of it beside each other, in the example."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on

if TYPE_CHECKING:
    from build.screenshots import Stage
    from facilitator.ui.prototypes.page import PrototypesPage


def play(stage: Stage) -> None:
    """The latest version of the first idea, and what came of the one before."""
    with window_on(stage, millbrook(stage.work)) as (app, window):
        window.go_to("prototypes")
        page = cast("PrototypesPage", window.page("prototypes"))
        stage.until(window.store.is_idle)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("prototypes", window)
        page.do("compare")
        stage.until(window.store.is_idle)
        stage.shoot("prototypes-compared", window)
        page.do("compare")
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("prototypes-dark", window)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("prototypes-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
