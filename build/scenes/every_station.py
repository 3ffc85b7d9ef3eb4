"""Every station of the example by day, at night, in high contrast and mirrored: what the contact sheet is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from build.contact_sheet import HOME, PICTURES
from build.theatre import LARGE, millbrook, window_on
from facilitator.ui.look import theme
from facilitator.ui.stations import stations

if TYPE_CHECKING:
    from pathlib import Path

    from build.screenshots import Stage
    from facilitator.ui.shell import Window

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
LOOKS = {
    "light": ("light", LEFT),
    "dark": ("dark", LEFT),
    "contrast": ("contrast-light", LEFT),
    "mirrored": ("light", RIGHT),
}
DRAWN = 1_500  # milliseconds for what a page draws of papers after it has been read


def play(stage: Stage) -> None:
    """All of them in one window each, in four looks."""
    path = millbrook(stage.work)
    walk(stage, path, LARGE, list(LOOKS))
    walk(stage, None, LARGE, list(LOOKS))


def walk(stage: Stage, path: Path | None, size: tuple[int, int], looks: list[str], called: str = "") -> None:
    """Picture every station of a workshop, or without one the page where one begins, in these looks."""
    with window_on(stage, path) as (app, window):
        window.resize(*size)
        for look in looks:
            colours, direction = LOOKS[look]
            theme.wear(app, colours)
            app.setLayoutDirection(direction)
            for station in [one.name for one in stations()] if path else [HOME]:
                if path:
                    _go(stage, window, station)
                stage.shoot(f"{called or look}-{station}", window, PICTURES)
        app.setLayoutDirection(LEFT)


def _go(stage: Stage, window: Window, station: str) -> None:
    """Go to a station and press a key there, as a person does who looks around."""
    window.go_to(station)
    stage.until(window.store.is_idle)
    if focus := QApplication.focusWidget():
        QTest.keyClick(focus, Qt.Key.Key_Down)
    drawn = QDeadlineTimer(DRAWN)
    stage.until(lambda: window.store.is_idle() and drawn.hasExpired())
    if station == "print":
        stage.until(window.printing().is_seen, 90)
