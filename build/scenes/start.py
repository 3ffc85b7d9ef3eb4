"""The page where one begins, and the page of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, window_on

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """By day and at night."""
    with window_on(stage, None) as (app, window):
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("start", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("start-dark", window)
        dressed(stage, app, window, SMALL, LIGHT)
        window.show_keys()
        stage.shoot("keys", window)
