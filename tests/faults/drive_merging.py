"""Kills a program while it merges, wherever it is just then, and looks at what is left: the file as before or as after,
and whole. Prints what did not hold.

    python -m tests.faults.drive_merging FOLDER ROUNDS
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

from facilitator.domain.change import Change, Edit, Insert, Redact, Set
from facilitator.store.check import problems
from facilitator.store.connect import connect, disconnect, fold_into_one_file
from facilitator.store.layout import FORMAT
from facilitator.store.session import LogSession
from facilitator.store.store import Store
from facilitator.sync import merging
from facilitator.sync.outcome import Ticks
from tests.faults.story import BOARD, begin, many_notes

OFTEN = 100
"""Steps of SQLite's machine between two looks; the child is killed in one of them."""


def main(folder: Path, rounds: int) -> int:
    """Kill as often as asked; prints a line of JSON."""
    here, there = laptops_apart(folder)
    before = groups(here)
    after = before + 3
    looks = count_looks(here, there, folder)
    chance, broken, outcomes = random.Random(rounds), list[str](), {before: 0, after: 0}
    for number in range(rounds):
        file = copied(here, folder)
        merge_and_die(file, there, chance.randrange(looks + looks // 5))
        found = groups(file)
        if found not in outcomes:
            broken.append(f"round {number}: {found} groups")
            continue
        outcomes[found] += 1
        broken += [f"round {number}: {problem}" for problem in whole(file)]
    print(json.dumps({"broken": broken, "before": outcomes[before], "after": outcomes[after]}))
    return 0


def laptops_apart(folder: Path) -> tuple[Path, Path]:
    """Two files: on one of them some notes more, some changed, and one removed for good."""
    here = begin(folder)
    with_store(here, lambda store: store.apply(many_notes()))
    there = Path(shutil.copy(here, folder / "there.workshop"))
    notes = [edit.id for edit in many_notes().edits]
    more: list[Edit] = [Insert("note", uuid.uuid4(), {"board_id": BOARD, "text": f"More {n}"}) for n in range(100)]
    with_store(there, lambda store: store.apply(Change("notes-import", tuple(more))))
    with_store(there, lambda store: store.apply(Change("note-edit", (Set("note", notes[0], {"text": "Stool"}),))))
    with_store(there, lambda store: store.apply(Change("notes-remove-for-good", (Redact("note", notes[1]),))))
    return here, there


def with_store(path: Path, work: Callable[[Store], object]) -> None:
    """Open a file, do something, close it."""
    connection = connect(path, write=True)
    store = Store(connection, path, LogSession("device", "Laptop", FORMAT))
    work(store)
    fold_into_one_file(connection)
    disconnect(connection)


def merge_into(store: Store, there: Path, dies_at: int) -> int:
    """Merge, and die in one of the looks; gives how many there were."""
    looks = 0

    def look(_done: int, _all: int) -> None:
        nonlocal looks
        if looks == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)
        looks += 1

    merging.BETWEEN_LOOKS = OFTEN
    merging.take_in(store, there, Ticks(look, 8))
    return looks


def count_looks(here: Path, there: Path, folder: Path) -> int:
    """How often a whole merge looks up."""
    counted: list[int] = []
    with_store(copied(here, folder), lambda store: counted.append(merge_into(store, there, -1)))
    return counted[0]


def merge_and_die(file: Path, there: Path, dies_at: int) -> None:
    """In a child: it is killed in the merge, or right after it, before the file is closed."""
    child = os.fork()
    if child == 0:
        store = Store(connect(file, write=True), file, LogSession("device", "Laptop", FORMAT))
        merge_into(store, there, dies_at)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)


def copied(here: Path, folder: Path) -> Path:
    """A fresh file to merge into, and nothing beside it."""
    file = folder / "tried.workshop"
    for end in ("-wal", "-shm"):
        file.with_name(file.name + end).unlink(missing_ok=True)
    return Path(shutil.copy(here, file))


def groups(file: Path) -> int:
    """How many gestures the log has."""
    connection = connect(file, write=True)
    try:
        return connection.exec_driver_sql("SELECT count(*) FROM change_group").scalar_one()
    finally:
        disconnect(connection)


def whole(file: Path) -> list[str]:
    """What is wrong with it."""
    connection = connect(file, write=True)
    try:
        return problems(connection)
    finally:
        disconnect(connection)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
