"""A whole job with the keyboard alone (faults.md, A3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.ui.stations import stations
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import made_from_polis, settle, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
MOST_STOPS = 80


class Hands:
    """Types into whatever has the focus, as a person does."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def at(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.at, words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.at, key, modifier)
        settle(self.qtbot, self.window)


@pytest.fixture
def file(tmp_path: Path, root: Path) -> Path:
    return made_from_polis(tmp_path / "keys.workshop", root / "tests" / "data" / "polis-london-youth-policing")


def test_a_new_workshop_from_its_question_to_the_hidden_note(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "new.workshop"
    Workshop.new(path, "New", Places.of_this_laptop()).close()
    with shown(qtbot, path) as window:
        hands = Hands(qtbot, window)
        hands.press(Qt.Key.Key_4, CONTROL)
        hands.type("What would help?")
        hands.press(Qt.Key.Key_Return)
        for note in ("a bus", "a crossing"):
            hands.type(note)
            hands.press(Qt.Key.Key_Return)
        hands.press(Qt.Key.Key_3, ALT)
        hands.type("a bench")
        hands.press(Qt.Key.Key_Return)
        assert texts(window) == ["a bus", "a crossing", "a bench"]
        hands.press(Qt.Key.Key_Up)
        hands.press(Qt.Key.Key_F2)
        hands.type("a zebra crossing")
        hands.press(Qt.Key.Key_Return)
        assert texts(window) == ["a bus", "a zebra crossing", "a bench"]
        hands.press(Qt.Key.Key_F8)
        hands.press(Qt.Key.Key_Z, CONTROL)
        hands.press(Qt.Key.Key_Z, CONTROL | SHIFT)
        hands.press(Qt.Key.Key_F, CONTROL)
        hands.type("zebra")
        assert texts(window) == ["a zebra crossing"]
        hands.press(Qt.Key.Key_Escape)
        hands.type("goes to the bar")
        assert window.board().capture.field.text() == "goes to the bar"


def test_the_vote_is_seen_and_papers_are_printed(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        hands = Hands(qtbot, window)
        hands.press(Qt.Key.Key_5, CONTROL)
        hands.press(Qt.Key.Key_Down)
        assert window.votes().list.currentIndex().row() >= 0
        hands.press(Qt.Key.Key_P, CONTROL)
        settle(qtbot, window)
        hands.press(Qt.Key.Key_S, CONTROL)
        qtbot.waitUntil(lambda: window.printing().is_done() and list(file.parent.glob("*.pdf")) != [], timeout=60_000)


@pytest.mark.parametrize("station", [station.name for station in stations()])
def test_tab_reaches_everything_that_can_be_used(qtbot: QtBot, file: Path, station: str) -> None:
    with shown(qtbot, file) as window:
        window.go_to(station)
        settle(qtbot, window)
        usable = {one for one in window.findChildren(QWidget) if takes_tab(one)}
        reached = set(stops(qtbot))
        assert {describe(one) for one in usable - reached} == set()


def test_a_station_is_reached_by_tab_and_space(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        hands = Hands(qtbot, window)
        for _ in range(MOST_STOPS):
            if hands.at.accessibleName() == "Votes 1":
                break
            hands.press(Qt.Key.Key_Tab)
        hands.press(Qt.Key.Key_Space)
        assert window.bar.title() == "Votes"


def test_a_selected_note_gets_another_colour_by_its_key(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        hands = Hands(qtbot, window)
        hands.press(Qt.Key.Key_Down)
        window.board().list.setFocus()
        hands.press(Qt.Key.Key_4, ALT)
        assert [note.colour for note in window.board().list.chosen_notes()] == [4]
        assert window.bar.undo.text() == "Undo: change a note's colour"


def stops(qtbot: QtBot) -> Iterator[QWidget]:
    for _ in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None
        yield focus
        qtbot.keyClick(focus, Qt.Key.Key_Tab)


def takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled() and not widget.focusProxy()


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()} {widget.objectName()}"
