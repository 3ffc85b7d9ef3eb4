"""A note changed where it stands, and the strip that says what can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.theatre import DARK, LARGE, LIGHT, SMALL, dressed, millbrook, window_on

if TYPE_CHECKING:
    from build.screenshots import Stage


def play(stage: Stage) -> None:
    """Add a note, then change another."""
    with window_on(stage, millbrook(stage.work)) as (app, window):
        page = window.board()
        page.capture.field.setText("Swap shop as a reason to come in")
        page.capture.field.returnPressed.emit()
        stage.until(lambda: "Undo: add a note" in window.bar.undo.toolTip())
        page.list.setCurrentIndex(page.notes.index(2))
        dressed(stage, app, window, LARGE, LIGHT)
        window.board().do("edit")
        stage.shoot("editing", window)
        page.list.setFocus()
        urdu = next(note for note in page.notes.all_notes() if note.language in {"ur", "ar"})
        page.list.choose(urdu.id)
        dressed(stage, app, window, SMALL, DARK)
        window.board().do("edit")
        stage.shoot("editing-dark", window)
