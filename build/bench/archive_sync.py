"""The office's archive takes in 200 workshops of 3,000 changes, and then all of them again, which brings nothing.

Wall seconds, since a person waits for it, and CPU seconds of this process and those it starts; the workshops are made
first and are not counted.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Insert
from facilitator.domain.gestures.board import add_board
from facilitator.sync.archive import Archive
from facilitator.sync.office import sync
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKSHOPS, GESTURES, NOTES = 200, 60, 50
WORDS = ("the", "bus", "stop", "nobody", "told", "us", "where", "form", "came", "twice", "ring", "me")


LIMITS = {"200 workshops of 3,000 changes": 60, "the same 200 once more": 5}
"""Seconds."""


def run() -> Iterator[dict[str, object]]:
    """Take them in twice."""
    with tempfile.TemporaryDirectory() as folder:
        places = Places.under(Path(folder) / "state")
        files = [_made(Path(folder) / f"{n}.workshop", places, random.Random(n)) for n in range(WORKSHOPS)]
        with Archive.create(Path(folder) / "all.office", places.device.name) as archive:
            for figure, limit in LIMITS.items():
                wall, cpu = time.perf_counter(), _cpu()
                receipts = sync(archive, files, places)
                taken = {"wall_s": round(time.perf_counter() - wall, 2), "cpu_s": round(_cpu() - cpu, 2)}
                safe = sum(one.safe_to_delete for one in receipts)
                yield {"figure": figure, **taken, "limit_wall_s": limit, "safe_to_delete": safe}


def _made(path: Path, places: Places, chance: random.Random) -> Path:
    with Workshop.new(path, path.stem, places) as workshop:
        board = workshop.apply(add_board("What would help?")).inserted[0].id
        for _ in range(GESTURES):
            notes = tuple(
                Insert("note", uuid.uuid4(), {"board_id": board, "text": " ".join(chance.choices(WORDS, k=8))})
                for _ in range(NOTES)
            )
            workshop.apply(Change("notes-add", notes, {"notes": NOTES}))
    return path


def _cpu() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system
