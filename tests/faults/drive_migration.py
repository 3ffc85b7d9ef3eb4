"""Kills a program at its n-th write while it brings an old file up to date, for n = 1, 2, 3 .. until it ends by itself,
and prints what did not hold.

    python -m tests.faults.drive_migration FOLDER OLD-FILE HOW
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from pathlib import Path

from facilitator.domain.gestures.board import add_board
from facilitator.store.layout import FORMAT
from facilitator.workshop.workshop import Workshop
from tests.faults.drive_every_write import with_fault
from tests.faults.story import State, places, state


def main(folder: Path, old: Path, how: str) -> int:
    """Try every n; prints a line of JSON."""
    expected = told(Path(shutil.copy(old, folder / "told.workshop")))
    broken: list[str] = []
    n = 1
    while True:
        work = folder / str(n)
        work.mkdir()
        path = Path(shutil.copy(old, work / "hall.workshop"))
        _, happened = with_fault(path, [], n, how)
        broken += [f"write {n}: {problem}" for problem in look(path, expected)]
        if not happened:
            break
        n += 1
    print(json.dumps({"faults": n - 1, "broken": broken}))
    return 0


def told(path: Path) -> State:
    """What the old file holds."""
    with Workshop.open(path, places(path.parent)) as workshop:
        return state(workshop)


def look(path: Path, expected: State) -> list[str]:
    """What does not hold. The next opening finds the old file or the new one, and a backup from before."""
    problems: list[str] = []
    with Workshop.open(path, places(path.parent)) as workshop:
        problems += workshop.check()
        if (found := state(workshop)) != expected:
            problems.append(f"there is {found}, not {expected}")
        if workshop.format_version != FORMAT:
            problems.append("it is not up to date")
        workshop.apply(add_board("Afterwards"))
        backups = [backup.path for backup in workshop.backups() if backup.why == "before-migration"]
    if not backups:
        problems.append("there is no backup from before")
    problems += [f"{backup.name} is not from before" for backup in backups if format_of(backup) != 0]
    beside = {file.name for file in path.parent.iterdir()} - {path.name, "state"}
    return problems + [f"left beside the file: {name}" for name in beside]


def format_of(path: Path) -> int:
    """The version a file says it has."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
