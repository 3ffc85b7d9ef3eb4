"""What a vote came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, london, millbrook, window_on
from facilitator.domain.gestures.counting import reopen_poll
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import polls
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """The result, the end of the list where hidden ones stand apart, and a vote that is being counted."""
    with window_on(stage, london(stage.work)) as (app, window):
        window.go_to("votes")
        stage.until(window.store.is_idle)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("votes", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("votes-dark", window)
        window.votes().list.scrollToBottom()
        stage.shoot("votes-hidden", window)
    path = millbrook(stage.work)
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        at, dots = next((at, poll) for at, poll in enumerate(workshop.read(polls)) if poll.method == "dots")
        workshop.apply(reopen_poll(dots.id))
    with window_on(stage, path) as (app, window):
        window.go_to("votes")
        window.votes()._picker.setCurrentIndex(at)
        window.votes()._pick(at)
        stage.until(window.votes().desk.isVisible)
        dressed(stage, app, window, LARGE, LIGHT)
        QTest.keyClicks(window.votes().desk.paper, "aac")
        stage.shoot("votes-counting", window)
