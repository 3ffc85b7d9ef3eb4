"""What people said of a prototype, in the example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """The latest version of the first idea."""
    with window_on(stage, millbrook(stage.work)) as (app, window):
        window.go_to("prototypes")
        stage.until(window.store.is_idle)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("prototypes", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("prototypes-dark", window)
