"""Every control has a name that a screen reader can say, and is big enough to hit (faults.md, A1, A2, A4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from tests.ui.windows import made, made_from_polis, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

LEAST = 24  # logical pixels (WCAG 2.2, 2.5.8)
Role = QAccessible.Role
NAMELESS = {
    Role.Client,  # what only holds other things
    Role.Border,
    Role.Pane,
    Role.LayeredPane,
    Role.Grouping,
    Role.ScrollBar,
    Role.Separator,
    Role.Grip,
    Role.Row,
    Role.NoRole,
}
STATIONS = ("plan", "people", "boards", "votes", "print")


def tree(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What a screen reader finds, from the top down, without what is not on screen."""
    if not found.state().invisible:
        yield found
        for at in range(found.childCount()):
            child = found.child(at)
            if child is not None and child.isValid():
                yield from tree(child)


def blanks(window: QWidget) -> list[str]:
    """The controls without a name."""
    top = QAccessible.queryAccessibleInterface(window)
    found = [one for one in tree(top) if one.role() not in NAMELESS and not one.text(QAccessible.Text.Name).strip()]
    return [f"{one.role().name} {type(one.object()).__name__}" for one in found if one.role() is not Role.StaticText]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, root: Path) -> Iterator[Window]:
    path = made_from_polis(tmp_path / "names.workshop", root / "tests" / "data" / "polis-london-youth-policing")
    with shown(qtbot, path) as window:
        yield window


@pytest.mark.parametrize("station", STATIONS)
def test_no_control_of_a_station_is_without_a_name(qtbot: QtBot, window: Window, station: str) -> None:
    window.go_to(station)
    settle(qtbot, window)
    window.notice.say("Something is said.", do="Do it")
    assert blanks(window) == []


def test_no_control_is_without_a_name_before_a_file_is_open(qtbot: QtBot) -> None:
    with shown(qtbot) as window:
        assert blanks(window) == []
        window.show_keys()
        assert blanks(window) == []


def test_a_screen_reader_hears_a_note_with_all_that_is_on_it(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "notes.workshop", "Text the day before", "Dads' Saturday")) as window:
        notes = QAccessible.queryAccessibleInterface(window.board().list)
        heard = [notes.child(at).text(QAccessible.Text.Name) for at in range(notes.childCount())]
    assert "Note, Text the day before, colour 1" in heard
    assert "Note, Dads' Saturday, colour 1" in heard


def test_a_screen_reader_hears_an_option_with_its_rank_and_counts(qtbot: QtBot, window: Window) -> None:
    window.go_to("votes")
    settle(qtbot, window)
    options = QAccessible.queryAccessibleInterface(window.votes().list)
    first = options.child(0).text(QAccessible.Text.Name)
    assert first.startswith("Rank 1, tied with 2 others, ")
    assert first.endswith("14 agree · 0 pass · 0 disagree, 100% agree")


@pytest.mark.parametrize("station", STATIONS)
def test_nothing_to_hit_is_too_small(qtbot: QtBot, window: Window, station: str) -> None:
    window.go_to(station)
    settle(qtbot, window)
    targets = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    small = [
        f"{type(one).__name__} {one.accessibleName()} {one.width()}x{one.height()}"
        for kind in targets
        for one in window.findChildren(kind)
        if one.isVisible() and type(one).__name__ not in {"QToolButton"} and not inside_spin_box(one)
        if one.width() < LEAST or one.height() < LEAST
    ]
    assert small == []


def inside_spin_box(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QAbstractSpinBox)
