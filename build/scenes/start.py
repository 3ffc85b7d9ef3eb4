"""Home before and after a workshop was open, what a new one starts from, what was checked, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on
from facilitator.ui.look import theme

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """By day, at night, and in high contrast."""
    with window_on(stage, None) as (app, window):
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("start", window)
    with window_on(stage, millbrook(stage.work)) as (app, window):
        stage.until(lambda: bool(window.home.recents.all()[0].state))
        window.go_home()
        stage.until(lambda: window.start.is_home() and bool(window.start.said()) and window.store.is_idle())
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("home", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("home-dark", window)
        theme.wear(app, "contrast-light")
        stage.shoot("home-contrast", window)
        dressed(stage, app, window, (960, 540), LIGHT)
        stage.shoot("home-small", window)
        dressed(stage, app, window, SMALL, LIGHT)
        window.new_file()
        stage.until(window.store.is_idle)
        stage.shoot("new", window)
        window.escape()
        window.start.show_checks()
        stage.shoot("checks", window)
        window.escape()
        window.show_keys()
        stage.shoot("keys", window)
