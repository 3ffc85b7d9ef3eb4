"""The notes on the wall are in the accessibility tree with all that is on them (faults.md, A2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from facilitator.ui.canvas.view import CanvasView
from tests.ui.test_canvas_hands import BOARD, NAMES, NOTES, eight, first_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CanvasView]:
    made = CanvasView()
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_board(BOARD, eight(), first_places(), NAMES)
    made.setFocus()
    yield made
    made.deleteLater()


def test_every_note_is_heard_with_its_colour_table_and_theme(view: CanvasView) -> None:
    wall = QAccessible.queryAccessibleInterface(view)
    assert wall.role() == QAccessible.Role.List
    heard = [wall.child(at).text(QAccessible.Text.Name) for at in range(wall.childCount())]
    assert heard[0] == "Note, Note 0, colour 1, said by Table 1, Buses"
    assert heard[7] == "Note, Note 7, colour 1, said by Table 1, in no theme"


def test_what_is_chosen_by_keys_is_the_one_in_focus_and_where_it_is_seen(view: CanvasView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    wall = QAccessible.queryAccessibleInterface(view)
    second = wall.child(view.scene.row(NOTES[1]) or 0)
    assert second.state().selected
    assert not wall.child(0).state().selected
    place = view.place_of(NOTES[1])
    assert place is not None
    assert second.rect().topLeft() == view.mapToGlobal(place.toAlignedRect().topLeft())


def test_a_note_that_is_gone_is_not_in_the_tree(view: CanvasView) -> None:
    wall = QAccessible.queryAccessibleInterface(view)
    last = wall.child(7)
    view.follow({NOTES[7]}, [])
    assert wall.childCount() == 7
    assert not last.isValid()
