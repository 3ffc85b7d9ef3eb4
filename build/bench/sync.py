"""Merging what another laptop wrote: 10 thousand, 100 thousand and a million changes, half of them new notes and half
notes that were moved, with the file looked over first as always; then the same file once more.

Beside them the same edits as a changeset of SQLite's session extension (apsw) and as an update of a CRDT document
(pycrdt), applied to another copy that looks nothing over, keeps no history and, in the second case, has no tables.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pycrdt

from build.measure import ratio, times
from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.gestures.board import add_board
from facilitator.store.layout import statements
from facilitator.sync.merging import merge
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build.measure import Taken

LIMITS = {10_000: 0.5, 100_000: 3.0, 1_000_000: 45.0}
"""Wall seconds."""
AGAIN = {100_000: 0.3}
COMPARED = 100_000
"""More than that is not given to the others."""
TOGETHER = 1_000
WORDS = "A bench where the bus stops, and somebody to ask when the next one comes"
BOARD = uuid.UUID(int=1)


@dataclass(frozen=True)
class Edits:
    """What the other laptop did: notes by id with their place, and where each was moved (x and y: two changes)."""

    notes: dict[uuid.UUID, float]
    moved: dict[uuid.UUID, tuple[float, float]]


def run() -> Iterator[dict[str, object]]:
    """Wall and processor seconds (of this process; a child looks the file over) of one merge each."""
    for count, limit in LIMITS.items():
        edits = made_up(count)
        with tempfile.TemporaryDirectory() as work:
            first, again = ours(Path(work), edits)
        yield {"figure": f"{count:,} changes merged", **seconds(first), "limit_wall_s": limit}
        yield {"figure": f"{count:,} changes merged again", **seconds(again), "limit_wall_s": AGAIN.get(count)}
        if count <= COMPARED:
            for name, theirs in (("SQLite session changeset", by_session(edits)), ("CRDT document", by_crdt(edits))):
                share = {"ours_times_as_much": ratio(first.cpu, theirs.cpu)}
                yield {"figure": f"{count:,} changes by {name}", **seconds(theirs), **share}


def seconds(taken: Taken) -> dict[str, object]:
    """As they are printed."""
    return {"wall_s": round(taken.wall / 1000, 3), "cpu_s": round(taken.cpu / 1000, 3)}


def made_up(count: int) -> Edits:
    """So many changes: half are notes, and every second note is moved in both directions."""
    chance = random.Random(count)
    notes = {uuid.UUID(int=chance.getrandbits(128)): float(number) for number in range(count // 2)}
    moved = {note: (chance.random() * 1_000, chance.random() * 1_000) for note in list(notes)[: count // 4]}
    return Edits(notes, moved)


def ours(work: Path, edits: Edits) -> tuple[Taken, Taken]:
    """Two copies go apart, and the one that was worked on is merged into the other, twice."""
    here, there = work / "here.workshop", work / "there.workshop"
    places = Places.under(work / "state")
    with Workshop.new(here, "Bench", places) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
    shutil.copy(here, there)
    with Workshop.open(there, Places.under(work / "other")) as workshop:
        for change in changes(edits):
            workshop.apply(change)
    with Workshop.open(here, places) as workshop:
        (first,) = times(lambda: merge(workshop, [there], places), 1)
        (again,) = times(lambda: merge(workshop, [there], places), 1)
    return first, again


def changes(edits: Edits) -> Iterator[Change]:
    """In gestures of a thousand."""
    notes = [
        Insert("note", note, {"board_id": BOARD, "text": f"{WORDS} {place}", "position": place})
        for note, place in edits.notes.items()
    ]
    moves = [Set("note", note, {"x": x, "y": y}) for note, (x, y) in edits.moved.items()]
    for code, every in (("notes-import", notes), ("notes-move", moves)):
        for start in range(0, len(every), TOGETHER):
            yield Change(code, tuple(every[start : start + TOGETHER]))


def by_session(edits: Edits) -> Taken:
    """Plain tables, and a changeset of the one file applied to the other."""
    here, there = plain(), plain()
    session = apsw.Session(there, "main")
    session.attach("note")
    with there:
        there.executemany(
            "INSERT INTO note (id, board_id, text, position) VALUES (?, ?, ?, ?)",
            ((note.hex, BOARD.hex, f"{WORDS} {place}", place) for note, place in edits.notes.items()),
        )
        there.executemany(
            "UPDATE note SET x = ?, y = ? WHERE id = ?", ((x, y, note.hex) for note, (x, y) in edits.moved.items())
        )
    return times(lambda: apsw.Changeset.apply(session.changeset(), here), 1)[0]


def plain() -> apsw.Connection:
    """A file's tables without anything in them."""
    connection = apsw.Connection(":memory:")
    for statement in statements():
        connection.execute(statement)
    connection.execute("INSERT INTO board (id) VALUES (?)", (BOARD.hex,))
    return connection


def by_crdt(edits: Edits) -> Taken:
    """A map of maps, and an update of the one document applied to the other."""
    here, there = pycrdt.Doc(), pycrdt.Doc()
    notes = there.get("note", type=pycrdt.Map)
    with there.transaction():
        for note, place in edits.notes.items():
            notes[note.hex] = pycrdt.Map({"board_id": BOARD.hex, "text": f"{WORDS} {place}", "position": place})
        for note, (x, y) in edits.moved.items():
            notes[note.hex]["x"], notes[note.hex]["y"] = x, y
    return times(lambda: here.apply_update(there.get_update()), 1)[0]
