"""The wall of a board: near, from farther away and whole, by day, at night, in high contrast and mirrored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on
from facilitator.ui.canvas.camera import Camera
from facilitator.ui.look import theme

if TYPE_CHECKING:
    from build.screenshots import Stage
    from facilitator.ui.canvas.view import CanvasView

BOARD = 3
FARTHER, FAR = 0.5, 0.22


def play(stage: Stage) -> None:
    """The third board as its wall, with one Arabic note chosen."""
    with window_on(stage, millbrook(stage.work)) as (app, window):
        page = window.board()
        dressed(stage, app, window, LARGE, LIGHT)
        while page.notes.board is None or "hear each other" not in page.notes.board.question:
            page.do("board-next")
            stage.until(window.store.is_idle)
        page.do("wall")
        assert page.views.wall
        view = page.views.wall.view
        arabic = next(note for note in view.scene.notes if note.language == "ar")

        def shoot(name: str, zoom: float = 0.0) -> None:
            corner(view, zoom) if zoom else view.show_all()
            stage.until(lambda: window.store.is_idle() and not view.is_busy())
            stage.shoot(name, window)

        shoot("wall-whole")
        page.views.choose(arabic.id)
        shoot("wall", 1.0)
        shoot("wall-farther", FARTHER)
        shoot("wall-far", FAR)
        dressed(stage, app, window, SMALL, DARK)
        shoot("wall-dark", 1.0)
        theme.wear(app, "contrast-light")
        shoot("wall-contrast", 0.8)
        dressed(stage, app, window, SMALL, LIGHT)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        shoot("wall-mirrored", 1.0)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        dressed(stage, app, window, LARGE, LIGHT)
        page.do("type-up")
        stage.until(window.store.is_idle)
        stage.shoot("typing-up", window)


def corner(view: CanvasView, zoom: float) -> None:
    """Look at the corner where reading begins."""
    bounds = view.scene.bounds().adjusted(-20, -60, 0, 0)
    view.look(Camera(bounds.left() + view.width() / 2 / zoom, bounds.top() + view.height() / 2 / zoom, zoom))
