"""The office's archive: two workshops that came back, one of them with a session missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, window_on
from facilitator.domain.gestures.board import add_board
from facilitator.domain.gestures.programme import add_session
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.ui.office.page import OfficePage
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """A stick is taken in."""
    stick = stage.work / "stick"
    stick.mkdir()
    build_millbrook(stick / "early-years.workshop", Places.of_this_laptop()).close()
    with Workshop.new(stick / "harbour.workshop", "Harbour Street library", Places.of_this_laptop()) as other:
        other.apply(add_board("What would help?"))
        other.apply(add_session("Second morning", date="2026-01-21"))
    (stick / "copy of notes.workshop").write_bytes(b"half copied")
    with window_on(stage, None) as (app, window):
        window.start.office.click()
        page = window.findChild(OfficePage)
        assert isinstance(page, OfficePage)
        page.open_archive(stage.work / "all.office", new=True)
        stage.until(window.store.is_idle)
        page.take_in([stick])
        stage.until(window.store.is_idle)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("office", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("office-dark", window)
