"""Opening a file of 5,000 notes in a window that is there: until its outline is painted and a typed note stored."""

from __future__ import annotations

import random
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from build.bench import _window
from build.measure import summary
from facilitator.domain.change import Change, Insert
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from facilitator.ui.shell import Window

NOTES, THEMES = 5_000, 40
REPEATS = 5
LIMIT = 1_000  # milliseconds on the clock
WORDS = """parents services hear each other sooner board gate photo duty week staff answer wall copy library tea visitor
appointment volunteers speak role play phone call text day before swap shop number everything"""


def run() -> Iterator[dict[str, object]]:
    """Milliseconds on the clock, of five openings."""
    painted, stored = [], []
    with tempfile.TemporaryDirectory() as folder, _window.shown() as (app, window):
        for number in range(REPEATS):
            started, shown, safe = _once(app, window, made(Path(folder) / f"{number}.workshop"))
            painted.append((shown - started) * 1000)
            stored.append((safe - started) * 1000)
    yield {"figure": f"open {NOTES} notes to outline painted", **summary(painted)}
    yield {
        "figure": f"open {NOTES} notes to outline painted and a typed note stored",
        **summary(stored),
        "limit_ms": LIMIT,
    }


def _once(app: QApplication, window: Window, path: Path) -> tuple[float, float, float]:
    """The moments of opening, of the outline being painted, and of a typed note being stored."""
    started = time.perf_counter()
    window.open_path(path)
    _window.until(app, lambda: window.path() == path and window.board().notes.notes_shown() == NOTES)
    window.board().list.viewport().repaint()
    shown = time.perf_counter()
    field = window.board().capture.field
    field.setText("Ask parents to draw the first visit")
    field.returnPressed.emit()
    return started, shown, _window.until(app, lambda: not field.text())


def made(path: Path, notes: int = NOTES) -> Path:
    """A workshop of one board with so many notes in forty themes and in none."""
    chance = random.Random(5)
    board, themes = uuid.uuid4(), [uuid.uuid4() for _ in range(THEMES)]
    edits = [Insert("board", board, {"question": "How might parents and services hear each other sooner?"})]
    for place, theme in enumerate(themes):
        edits.append(Insert("theme", theme, {"board_id": board, "name": f"Theme {place}", "position": float(place)}))
    for place in range(notes):
        text = " ".join(chance.choices(WORDS.split(), k=chance.randint(3, 30)))
        values = {"board_id": board, "theme_id": chance.choice([*themes, None]), "text": text, "position": float(place)}
        edits.append(Insert("note", uuid.uuid4(), {**values, "colour": chance.randint(1, 7)}))
    with Workshop.new(path, "Five thousand", Places.of_this_laptop()) as workshop:
        workshop.apply(Change("notes-import", tuple(edits), {"notes": notes}))
    return path
