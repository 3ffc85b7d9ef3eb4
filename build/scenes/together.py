"""Two laptops come back together in the example: what came, what there is to choose, and what happened."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, window_on
from facilitator.domain.board import Note
from facilitator.domain.change import Change, Delete
from facilitator.domain.gestures.board import add_note, colour_notes, edit_note
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.places import Device, Places
from facilitator.workshop.queries.board import boards
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from build.screenshots import Stage
    from facilitator.ui.together.page import TogetherPage

HERE, THERE = "A wall both sides can write on, at the gate", "One wall, two pens, no glass in front"


def play(stage: Stage) -> None:
    """Another laptop's file is brought in, one thing is chosen, and the past is looked through."""
    path = stage.work / "early-years.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    other = _apart(path, stage.work / "table-2.workshop", stage.work)
    with window_on(stage, path) as (app, window):
        window.go_to("together")
        stage.until(window.store.is_idle)
        page = cast("TogetherPage", window.page("together"))
        page.bringing.bring_in([other])
        stage.until(lambda: window.store.is_idle() and len(page.choices.cards) > 0)
        window.notice.clear()
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("together", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("together-dark", window)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("together-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        page.do("happened")
        stage.until(window.store.is_idle)
        page.past.show_boards()
        stage.until(window.store.is_idle)
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("together-past", window)


def _apart(path: Path, copy: Path, work: Path) -> Path:
    """A copy that was worked on at another table, while here the same notes were changed too."""
    shutil.copy(path, copy)
    with Workshop.open(path, Places.of_this_laptop()) as here:
        board = here.read(boards)[2].id
        notes = here.read(lambda reader: reader.find(Note, Note.board_id == board))[:4]
        here.apply(edit_note(notes[0].id, HERE))
        here.apply(colour_notes([notes[1].id], 3))
        here.apply(Change("notes-merge", (Delete("note", notes[2].id),)))
    with Workshop.open(copy, Places(work / "there", Device("there", "Table 2's laptop"))) as there:
        there.apply(edit_note(notes[0].id, THERE))
        there.apply(colour_notes([notes[1].id], 5))
        there.apply(edit_note(notes[2].id, "Staff answer on the board within a week"))
        for text in (
            "Who takes the rude ones down?",
            "لوحة بجانب المكتبة",
            "Ask the lollipop lady, she knows everybody",
        ):
            there.apply(add_note(board, text))
    return copy
