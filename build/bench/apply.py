"""Storing one note: what a key press at the capture bar waits for, against bare SQLite writing the same rows."""

from __future__ import annotations

import json
import statistics
import tempfile
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from build.measure import ratio, summary, times
from facilitator.domain.gestures.board import add_board, add_note
from facilitator.store.layout import statements
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build.measure import Taken

NOTES = 2_000
ROUNDS = 5
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON")
WORDS = "A bench where the bus stops, and somebody to ask when the next one comes"


def run() -> Iterator[dict[str, object]]:
    """Processor milliseconds (median) and wall milliseconds (99th percentile) of one note, ours and bare in turn."""
    ours: list[Taken] = []
    bare: list[Taken] = []
    with tempfile.TemporaryDirectory() as work, through_the_door(Path(work)) as workshop:
        board = workshop.apply(add_board("What would help?")).inserted[0].id
        plain = by_hand(Path(work) / "bare.sqlite", board)
        position = 0.0

        def one() -> None:
            nonlocal position
            position += 1
            workshop.apply(add_note(board, WORDS, position=position))

        for _ in range(ROUNDS):
            ours += times(one, NOTES // ROUNDS)
            bare += times(plain, NOTES // ROUNDS)
    cpu, bare_cpu = (statistics.median(one.cpu for one in taken) for taken in (ours, bare))
    wall = [one.wall for one in ours]
    yield {
        "figure": "one note stored, processor",
        "median_ms": round(cpu, 3),
        "limit_median_ms": 1,
        "bare_median_ms": round(bare_cpu, 3),
        "ratio": ratio(cpu, bare_cpu),
    }
    yield {"figure": "one note stored, wall", **summary(wall), "limit_p99_ms": 10}
    yield {"figure": "one note stored by bare SQLite, wall", **summary([one.wall for one in bare])}


def through_the_door(work: Path) -> Workshop:
    """A new workshop."""
    return Workshop.new(work / "a.workshop", "Bench", Places.under(work / "state"))


def by_hand(path: Path, board: uuid.UUID) -> Callable[[], None]:
    """What stores one note and its log rows with nothing between us and SQLite, as safely on the disk."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    for statement in statements():
        connection.execute(statement)
    connection.execute("INSERT INTO board (id) VALUES (?)", (board.hex,))
    connection.execute("INSERT INTO change_session VALUES (1, 'bench', '', '', '', 1, '')")
    connection.executemany("INSERT INTO change_name VALUES (?, ?)", [(1, "note"), (2, "*")])
    number = 0

    def store() -> None:
        nonlocal number
        number += 1
        note = uuid.uuid4()
        values = {"board_id": board.hex, "text": WORDS, "position": float(number)}
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO change_group VALUES (?, 1, ?, ?, '2026-01-01T00:00:00Z', 'note-add', '{}', NULL, ?, 1, 0)",
            (number,) * 4,
        )
        connection.execute("INSERT INTO change_row VALUES (?, ?, 1)", (number, note.bytes))
        connection.execute(
            "INSERT INTO note (id, board_id, text, position) VALUES (?, ?, ?, ?)",
            (note.hex, board.hex, WORDS, float(number)),
        )
        logged = json.dumps(values, separators=(",", ":"))
        connection.execute("INSERT INTO change VALUES (1, ?, ?, ?, 2, ?, NULL, NULL)", (number, number, number, logged))
        connection.execute("COMMIT")

    return store
