"""What scenes share: the real window on an example workshop, in the size and light a picture needs."""

from __future__ import annotations

import contextlib
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.app import window as app_window
from facilitator.domain.change import Change, Insert
from facilitator.domain.gestures.board import withhold_notes
from facilitator.exchange.polis import read_polis
from facilitator.ui import theme
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from build.screenshots import Stage
    from facilitator.ui.shell import Window

LARGE, SMALL = (1440, 900), (1280, 720)
LIGHT, DARK = Qt.ColorScheme.Light, Qt.ColorScheme.Dark
LONDON = Path(__file__).parent.parent / "resources" / "examples" / "london-youth-policing"

QUESTION = "How might parents and services hear each other sooner?"
MEANINGS = ("idea", "worry", "question", "from staff")
THEMES: dict[str, tuple[tuple[str, int, int, str], ...]] = {
    "One shared wall": (
        ("A board at the school gate both sides can write on", 1, 2, ""),
        ("Photo of who is on duty this week", 1, 1, ""),
        ("Staff must answer on the board within 3 days", 4, 3, ""),
        ("لوحة فيها صور لمن لا يقرأ الإنجليزية", 3, 2, "A board with pictures for people who don't read English"),
        ("Parents run it, not the centre", 5, 2, ""),
    ),
    "People, not leaflets": (
        ("A parent who has been through it rings you first", 2, 1, ""),
        ("Tea with the health visitor, no appointment", 4, 3, ""),
        ("Role play the first phone call", 6, 4, ""),
    ),
    "": (
        ("Text the day before", 1, 1, ""),
        ("Councillor's five-minute slot on Fridays", 3, 2, ""),
        ("“You said, we did” every month", 2, 1, ""),
    ),
}
"""An invented board: by theme, each note's words, colour, table and translation."""


def millbrook(work: Path) -> Path:
    """The invented workshop of the pictures."""
    path, board, edits = work / "millbrook.workshop", uuid.uuid4(), []
    meanings = {f"meaning_{number}": meaning for number, meaning in enumerate(MEANINGS, 1)}
    edits.append(Insert("board", board, {"question": QUESTION, **meanings}))
    tables = [uuid.uuid4() for _ in range(4)]
    edits += [Insert("room_table", table, {"name": f"Table {number}"}) for number, table in enumerate(tables, 1)]
    rude = uuid.uuid4()
    for place, (name, notes) in enumerate(THEMES.items()):
        theme_id = uuid.uuid4() if name else None
        if theme_id:
            edits.append(Insert("theme", theme_id, {"board_id": board, "name": name, "position": float(place)}))
        for at, (text, colour, table, translation) in enumerate(notes):
            values = {"text": text, "colour": colour, "translation": translation, "table_id": tables[table - 1]}
            about = {"board_id": board, "theme_id": theme_id, "position": float(at)}
            edits.append(Insert("note", uuid.uuid4(), {**values, **about}))
    about = {"board_id": board, "text": "Something about a named person", "position": 99.0}
    edits.append(Insert("note", rude, {**about, "table_id": tables[3]}))
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        workshop.apply(Change("board-add", tuple(edits)))
        workshop.apply(withhold_notes([rude], on=True))
    return path


def london(work: Path) -> Path:
    """What 26 young people in London said of scrutiny of policing."""
    path = work / "london.workshop"
    with Workshop.new(path, "Young people and policing", Places.of_this_laptop()) as workshop:
        workshop.apply(read_polis(LONDON).change)
    return path


@contextlib.contextmanager
def window_on(stage: Stage, path: Path | None) -> Iterator[tuple[QApplication, Window]]:
    """The real window, on a file or on the page where one begins."""
    app, window = app_window.start([str(path)] if path else [])
    theme.choose(app, LIGHT)
    window.activateWindow()
    if path:
        stage.until(lambda: "boards" in window.pages and window.store.is_idle())
    stage.until(window.isActiveWindow)
    try:
        yield app, window
    finally:
        window.close()
        stage.until(lambda: not window.isVisible())


def dressed(stage: Stage, app: QApplication, window: Window, size: tuple[int, int], scheme: Qt.ColorScheme) -> None:
    """Give the window a size and a light, and let it settle."""
    theme.choose(app, scheme)
    window.resize(*size)
    stage.until(lambda: window.store.is_idle() and (window.width(), window.height()) == size)
