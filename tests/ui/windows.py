"""A real window on a real workshop, for tests of the window."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator.domain.gestures.board import add_board, add_note
from facilitator.exchange.polis import read_polis
from facilitator.ui.look import theme
from facilitator.ui.shell import Window
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.boards.page import BoardPage
    from facilitator.ui.votes.page import VotesPage

QUESTION = "How might parents and services hear each other sooner?"
LONDON = "tests/data/polis-london-youth-policing"
SLOW = 60_000  # milliseconds that a busy machine may need; nothing is measured by it


def made(path: Path, *texts: str) -> Path:
    """A workshop file with one board and these notes on it."""
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        board = add_board(QUESTION)
        workshop.apply(board)
        for place, text in enumerate(texts, 1):
            workshop.apply(add_note(board.edits[0].id, text, position=float(place)))
    return path


def made_from_polis(path: Path, folder: Path) -> Path:
    """A workshop file with the board and the vote of a Polis export."""
    with Workshop.new(path, "Policing", Places.of_this_laptop()) as workshop:
        workshop.apply(read_polis(folder).change)
    return path


@contextlib.contextmanager
def shown(qtbot: QtBot, path: Path | None = None) -> Iterator[Window]:
    """A window that is shown, on a workshop that is open; closed again after the block."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app)
    window = Window()
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    try:
        if path:
            with qtbot.waitSignal(window.store.opened, timeout=SLOW):
                window.open_path(path)
            settle(qtbot, window)
        yield window
    finally:
        window.close()
        window.close()  # again, in case there were words in the bar
        qtbot.waitUntil(lambda: not window.isVisible(), timeout=SLOW)
        window.deleteLater()


def settle(qtbot: QtBot, window: Window) -> None:
    """Wait until the store thread has answered everything."""
    qtbot.waitUntil(window.store.is_idle, timeout=SLOW)


def board(window: Window) -> BoardPage:
    """The page of boards."""
    return window.board()


def votes(window: Window) -> VotesPage:
    """The page of votes."""
    page = window.page("votes")
    from facilitator.ui.votes.page import VotesPage

    assert isinstance(page, VotesPage)
    return page


def texts(window: Window) -> list[str]:
    """The notes the outline shows, from top to bottom."""
    model = board(window).notes
    notes = (model.note_at(model.index(row)) for row in range(model.rowCount()))
    return [note.text for note in notes if note]
