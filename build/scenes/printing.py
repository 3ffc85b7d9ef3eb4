"""Choosing what to print, and where it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, london, window_on

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """Save all three documents."""
    with window_on(stage, london(stage.work)) as (app, window):
        window.go_to("print")
        stage.until(window.store.is_idle)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("print", window)
        dressed(stage, app, window, SMALL, DARK)
        window.printing().save()
        stage.until(lambda: len(list(stage.work.glob("*.pdf"))) == 3 and window.printing().is_done(), 60)
        stage.shoot("print-saved", window)
