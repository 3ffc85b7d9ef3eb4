"""The outline of a board while notes are typed: by day, at night, mirrored, narrowed, and where there is least room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on

if TYPE_CHECKING:
    from build.screenshots import Stage

LEAST = (960, 540)  # a Full HD screen at 200 %


def play(stage: Stage) -> None:
    """Choose a note, type the next one, then find one."""
    with window_on(stage, millbrook(stage.work)) as (app, window):
        page = window.board()
        arabic = next(
            note for row in range(99) if (note := page.notes.note_at(page.notes.index(row))) and note.translation
        )
        page.list.choose(arabic.id)
        page.capture.field.setText("Ask parents to draw the fi")
        dressed(stage, app, window, LARGE, LIGHT)
        stage.shoot("board", window)
        dressed(stage, app, window, SMALL, DARK)
        stage.shoot("board-dark", window)
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("board-mirrored", window)
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        page.capture.field.clear()
        window.find_note()
        page.search("told")
        stage.shoot("find", window)
        page.search("")
        dressed(stage, app, window, LARGE, LIGHT)
        window.board().do("filter")
        page.filter.choices["colour"].put(3)
        page.filter.choices["colour"].keep()
        stage.shoot("board-filter", window)
        window.board().do("show-all")
        page.list.clearSelection()
        page.capture.field.setText("بتائیں کہ یہ کب کھلتا ہے")
        dressed(stage, app, window, SMALL, LIGHT)
        stage.shoot("board-asks-language", window)
        page.capture.field.clear()
        dressed(stage, app, window, LEAST, LIGHT)
        page.list.choose(arabic.id)
        stage.shoot("board-least", window)
