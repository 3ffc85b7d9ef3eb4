"""Notes are said by a table, and a key goes from table to table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.domain.change import Change, Insert
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_next_notes_are_said_by_the_chosen_table(qtbot: QtBot, tmp_path: Path) -> None:
    import uuid

    path = made(tmp_path / "millbrook.workshop")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        rows = [Insert("room_table", uuid.uuid4(), {"name": f"Table {n}", "position": float(n)}) for n in (1, 2)]
        workshop.apply(Change("tables-add", tuple(rows)))
    with shown(qtbot, path) as window:
        window.go_to("boards")
        field = board(window).capture.field
        for key in ("none", "Table 1", "Table 2", "none again"):
            qtbot.keyClicks(field, key)
            qtbot.keyClick(field, Qt.Key.Key_Return)
            settle(qtbot, window)
            qtbot.keyClick(field, Qt.Key.Key_T, CTRL)
        said = {note.text: note.said_by for note in board(window).notes.all_notes()}
        assert said == {"none": "", "Table 1": "Table 1", "Table 2": "Table 2", "none again": ""}
