"""Flips bits of a workshop file, then opens it and does with it all a person might. Prints what did not hold.

A program of its own, because the worst a damaged file can do is end the program.

    python -m tests.security.drive_bit_flips FOLDER WORKSHOP FIRST COUNT
"""

from __future__ import annotations

import json
import random
import sys
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import Expected, NothingToUndo
from facilitator.domain.gestures.board import add_note, edit_note, remove_notes_for_good
from facilitator.domain.schema import shapes
from facilitator.workshop.places import Places
from facilitator.workshop.queries.board import boards, outline
from facilitator.workshop.queries.counts import counts
from facilitator.workshop.queries.print_queries import report_values
from facilitator.workshop.queries.voting import poll_result, polls
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.reader import Reader

Trouble = object()
State = dict[str, list[tuple[object, ...]]]


def main(folder: Path, source: Path, first: int, count: int) -> int:
    """Try files number `first` and on; prints a line of JSON."""
    whole = source.read_bytes()
    places = Places.under(folder / "state")
    with Workshop.open(source, places) as workshop:
        expected = workshop.read(every_row)
    broken: list[str] = []
    came: Counter[str] = Counter()
    for number in range(first, first + count):
        path = folder / "flipped.workshop"
        path.write_bytes(flipped(whole, number))
        try:
            came[use(path, places, expected)] += 1
        except Exception:  # noqa: BLE001 (it is what the test looks for)
            broken.append(f"file {number}: {traceback.format_exc(limit=-6)}")
        for left in folder.glob("flipped*"):
            left.unlink()
    print(json.dumps({"came": came, "broken": broken}))
    return 0


def flipped(whole: bytes, number: int) -> bytes:
    """A file with one to thirty bits turned over, where there is something, and half of the time in one page."""
    chance = random.Random(number)
    damaged = bytearray(whole)
    page = chance.randrange(len(whole) // 4096) * 4096
    near = [at for at in range(page, page + 4096) if whole[at]]
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        at = chance.choice(near) if near and number % 2 else chance.randrange(len(whole))
        damaged[at] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def use(path: Path, places: Places, expected: State) -> str:
    """What became of a file: refused at the door, found out later by an error in words, or of good use."""
    try:
        workshop = Workshop.open(path, places)
    except Expected:
        return "refused"
    troubles = 0
    try:
        problems = workshop.check()
        same = tried(lambda: workshop.read(every_row)) == expected
        assert problems or same, "the check found nothing, but the words are not what they were"
        troubles = sum(tried(act) is Trouble for act in everything(workshop))
        if not problems:
            problems = [problem for problem in workshop.check() if same]
            assert not problems, f"a file that was well is not well after use: {problems}"
    finally:
        tried(workshop.close)
    return "in trouble" if troubles else "problems found" if problems else "of good use"


def tried(act: Callable[[], object]) -> object:
    """What it gives, or that it was refused in words."""
    try:
        return act()
    except NothingToUndo:
        return None
    except Expected:
        return Trouble


def everything(workshop: Workshop) -> list[Callable[[], object]]:
    """What a person does in an afternoon."""
    found = tried(lambda: workshop.read(boards))
    board = found[0].id if isinstance(found, list) and found else None
    acts: list[Callable[[], object]] = [
        lambda: workshop.title,
        lambda: workshop.sheet_key(),
        lambda: workshop.read(counts),
        lambda: workshop.read(lambda reader: [outline(reader, item.id) for item in boards(reader)]),
        lambda: workshop.read(lambda reader: [poll_result(reader, item.id) for item in polls(reader)]),
        lambda: workshop.read(lambda reader: report_values(reader, "2026-11-23")),
        workshop.history,
        workshop.next_undo,
    ]
    if board:
        note = add_note(board, "After the damage")
        new = note.edits[0].id
        acts += [
            lambda: workshop.apply(note),
            lambda: workshop.apply(edit_note(new, "After the damage, corrected")),
            *[workshop.undo] * 12,
            *[workshop.redo] * 12,
            lambda: workshop.apply(remove_notes_for_good([new])),
        ]
    return [*acts, lambda: workshop.back_up("by-hand")]


def every_row(reader: Reader) -> State:
    """All that the tables hold."""
    return {
        shape.name: [tuple(row) for row in reader.rows(shape.table.select().order_by(shape.table.c.id))]
        for shape in shapes().values()
    }


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
