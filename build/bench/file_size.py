"""How large a workshop file is against the same plain tables without the log: what a stick must carry."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from build.bench.import_votes import HOUSING
from build.measure import ratio
from facilitator.domain.change import Change
from facilitator.domain.gestures.board import add_board, add_note
from facilitator.exchange.polis import read_polis
from facilitator.store.log_tables import LOG
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOTES = 5_000
WORDS = "A bench where the bus stops, and somebody to ask when the next one comes"


def run() -> Iterator[dict[str, object]]:
    """Kilobytes of a closed file and of the same without its log: notes typed one by one, notes imported, votes."""
    for figure, fill in (
        ("5,000 notes, one at a time", typed_notes),
        ("5,000 notes in one import", imported_notes),
        ("15,076 votes", votes),
        ("5,000 notes and 15,076 votes", lambda workshop: (typed_notes(workshop), votes(workshop))),
    ):
        yield {"figure": figure, **sizes(fill), "limit_ratio": 3.0}


def sizes(fill: Callable[[Workshop], object]) -> dict[str, object]:
    """What one workshop comes to."""
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "a.workshop"
        with Workshop.new(path, "Bench", Places.under(Path(work) / "state")) as workshop:
            fill(workshop)
        ours, plain = path.stat().st_size, without_log(path)
        return {"file_kb": ours // 1024, "plain_kb": plain // 1024, "ratio": ratio(ours, plain)}


def typed_notes(workshop: Workshop) -> None:
    """Each note a Change of its own."""
    board = workshop.apply(add_board("What would help?")).inserted[0].id
    for number in range(NOTES):
        workshop.apply(add_note(board, f"{WORDS} ({number})", position=float(number)))


def imported_notes(workshop: Workshop) -> None:
    """All notes in one Change."""
    board = workshop.apply(add_board("What would help?")).inserted[0].id
    notes = (add_note(board, f"{WORDS} ({number})", position=float(number)) for number in range(NOTES))
    workshop.apply(Change("notes-import", tuple(edit for note in notes for edit in note.edits)))


def votes(workshop: Workshop) -> None:
    """The housing conversation."""
    workshop.apply(read_polis(HOUSING).change)


def without_log(path: Path) -> int:
    """The bytes of the file once the log's tables are dropped and the rest is packed."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for table in reversed(LOG.sorted_tables):
        connection.execute(f"DROP TABLE {table.name}")
    connection.execute("VACUUM")
    connection.close()
    return path.stat().st_size
