"""Importing the housing conversation: 165 statements and 15,076 votes, read from its files and stored as one Change."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from build.measure import times
from facilitator.exchange.polis import read_polis
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build.measure import Taken

HOUSING = Path(__file__).resolve().parents[2] / "tests" / "data" / "polis-affordable-housing"
REPEATS = 3


def run() -> Iterator[dict[str, object]]:
    """Wall and processor seconds, the worst of three: of reading, of storing, and of taking it all back."""
    taken: dict[str, list[Taken]] = {"read from the files": [], "stored": [], "taken back by undo": []}
    for _ in range(REPEATS):
        for step, one in zip(taken.values(), once(), strict=True):
            step.append(one)
    for step, every in taken.items():
        yield {
            "figure": f"15,076 votes {step}",
            "worst_wall_s": round(max(one.wall for one in every) / 1000, 2),
            "worst_cpu_s": round(max(one.cpu for one in every) / 1000, 2),
        }
    total = max(read.wall + stored.wall for read, stored, _ in zip(*taken.values(), strict=True))
    yield {"figure": "15,076 votes read and stored", "worst_wall_s": round(total / 1000, 2), "limit_wall_s": 10}


def once() -> list[Taken]:
    """Read, store and undo in a workshop of its own."""
    with tempfile.TemporaryDirectory() as work:
        path = Path(work)
        (read,) = times(lambda: read_polis(HOUSING), 1)
        change = read_polis(HOUSING).change
        with Workshop.new(path / "a.workshop", "Bench", Places.under(path / "state")) as workshop:
            (stored,) = times(lambda: workshop.apply(change), 1)
            (undone,) = times(workshop.undo, 1)
    return [read, stored, undone]
