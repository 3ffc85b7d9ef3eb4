"""What a vote came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, london, window_on

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """The result, and the end of the list where hidden ones stand apart."""
    with window_on(stage, london(stage.work)) as (app, window):
        window.go_to("votes")
        stage.until(window.store.is_idle)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("votes", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("votes-dark", window)
        window.votes().list.scrollToBottom()
        stage.shoot("votes-hidden", window)
