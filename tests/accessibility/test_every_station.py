"""What holds at every station of the example, whichever stations there are: names, size, room and direction (faults.md,
A1, A4, A5, A6).
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.ui.stations import stations
from facilitator.workshop.places import Places
from tests.accessibility.accessible import blanks
from tests.ui.windows import settle, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

LEAST = 24  # logical pixels (WCAG 2.2, 2.5.8)
TWICE_AS_LARGE = (960, 540)  # logical pixels of a screen of 1920 x 1080 at 200 %
LAID_OUT = 2_000  # milliseconds for a page to take its place
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")).close()
    return folder / "millbrook.workshop"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, example: Path) -> Iterator[Window]:
    with shown(qtbot, Path(shutil.copy(example, tmp_path / "millbrook.workshop"))) as window:
        yield window


@pytest.fixture
def app() -> Iterator[QApplication]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    yield app
    app.setLayoutDirection(LEFT)


def everywhere(qtbot: QtBot, window: Window, look: Callable[[], list[str]]) -> dict[str, list[str]]:
    """What is found at each station, where something is."""
    found: dict[str, list[str]] = {}
    for station in stations():
        window.go_to(station.name)
        settle(qtbot, window)
        with contextlib.suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: not look(), timeout=LAID_OUT)
        found[station.name] = look()
    return {station: problems for station, problems in found.items() if problems}


def test_no_control_is_without_a_name(qtbot: QtBot, window: Window) -> None:
    window.notice.say("Something is said.", do="Do it")
    assert everywhere(qtbot, window, lambda: blanks(window)) == {}


def test_nothing_to_hit_is_too_small(qtbot: QtBot, window: Window) -> None:
    def small() -> list[str]:
        return [describe(one) for one in controls(window) if one.width() < LEAST or one.height() < LEAST]

    assert everywhere(qtbot, window, small) == {}


@pytest.mark.parametrize("direction", [LEFT, RIGHT])
def test_at_twice_the_size_everything_can_be_reached(
    qtbot: QtBot, app: QApplication, window: Window, direction: Qt.LayoutDirection
) -> None:
    app.setLayoutDirection(direction)
    window.resize(*TWICE_AS_LARGE)

    def out_of_reach() -> list[str]:
        assert (window.width(), window.height()) == TWICE_AS_LARGE
        return [describe(one) for one in controls(window) if not can_be_seen(one, window)]

    assert everywhere(qtbot, window, out_of_reach) == {}


def test_a_mirrored_station_has_the_rail_and_the_menu_on_the_other_side(
    qtbot: QtBot, app: QApplication, window: Window
) -> None:
    app.setLayoutDirection(RIGHT)

    def not_mirrored() -> list[str]:
        rail, menu = middle(window.rail, window), middle(window.bar.menu, window)
        return [] if menu < window.width() / 4 < window.width() * 3 / 4 < rail else [f"{rail} {menu}"]

    assert everywhere(qtbot, window, not_mirrored) == {}


def controls(window: Window) -> list[QWidget]:
    """What a person can press or type into, without the parts inside others."""
    found = (one for kind in CONTROLS for one in window.findChildren(kind) if one.isVisible())
    return [one for one in found if not isinstance(one.parentWidget(), (QAbstractSpinBox, QComboBox, QLineEdit))]


def can_be_seen(widget: QWidget, window: Window) -> bool:
    """Whether all of it is inside the window, or can be scrolled there."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) or (isinstance(area, QAbstractScrollArea) and area.viewport() is parent):
            return widget.mapTo(parent, QPoint(0, 0)).x() >= 0 and reaches(widget, parent) <= parent.width()
        parent = area
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.rect().contains(place)


def reaches(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, QPoint(widget.width(), 0)).x()


def middle(widget: QWidget, window: Window) -> float:
    return widget.mapTo(window, QPoint(0, 0)).x() + widget.width() / 2


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} {widget.width()}x{widget.height()} at {widget.pos()}"
