"""The plan of a session in the example, and one where the times do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on
from facilitator.domain.gestures.programme import edit_activity, edit_session
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from build.screenshots import Stage
    from facilitator.ui.plan.page import PlanPage
    from facilitator.ui.shell import Window

THIRD = 2


def play(stage: Stage) -> None:
    """A block being prepared, the session itself, the whole mirrored, a clash, and a workshop with nothing in it."""
    with window_on(stage, millbrook(stage.work)) as (app, window):
        page = _third(stage, window)
        page.list.setCurrentIndex(page.blocks.index(2))
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("plan", window)
        page.list.choose(None)
        page.capture.field.setText("Tea 15 at 11:05")
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("plan-dark", window)
        page.capture.field.clear()
        _make_late(stage, page)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("plan-clash", window)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("plan-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    empty = stage.work / "new.workshop"
    Workshop.new(empty, "Millbrook early years", Places.of_this_laptop()).close()
    with window_on(stage, empty) as (app, window):
        window.go_to("plan")
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("plan-empty", window)


def _third(stage: Stage, window: Window) -> PlanPage:
    window.go_to("plan")
    page = cast("PlanPage", window.page("plan"))
    stage.until(window.store.is_idle)
    page.sessions.setCurrentIndex(THIRD)
    page.sessions.activated.emit(THIRD)
    stage.until(window.store.is_idle)
    return page


def _make_late(stage: Stage, page: PlanPage) -> None:
    plan = page.blocks.plan()
    assert plan
    longer = edit_activity(plan.blocks[1].id, minutes=14)
    page.store.change(lambda workshop: workshop.apply(longer))
    page.store.change(lambda workshop: workshop.apply(edit_activity(plan.blocks[-1].id, minutes=24)))
    page.store.change(lambda workshop: workshop.apply(edit_session(plan.session_id, ends_at="12:30")))
    page.list.setCurrentIndex(page.blocks.index(1))
    stage.until(page.store.is_idle)
