"""Kills a program at a random call while it writes a bundle, and looks at what is left under the bundle's name.

python -m tests.sync.drive_bundle_kills FOLDER ROUNDS
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

from facilitator.domain.errors import Expected
from facilitator.domain.gestures.board import add_board
from facilitator.sync.bundle import make_bundle
from facilitator.sync.bundle_opening import open_bundle
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.sync.test_bundle import FOR_THE_OFFICE, THE_OFFICE

TOO_MANY = 10**9


def main(folder: Path, rounds: int) -> int:
    """Kill as often as asked; prints how many and how many bundles were half there."""
    places = Places.under(folder / "state")
    stick = folder / "stick"
    stick.mkdir()
    path = folder / "hall.workshop"
    with Workshop.new(path, "Millbrook", places) as workshop:
        workshop.apply(add_board("What would help?"))
    calls = one_round(path, places, stick / "whole.bundle", TOO_MANY)
    chance, killed, half = random.Random(rounds), 0, 0
    while killed < rounds:
        bundle = stick / f"{killed}.bundle"
        at = chance.randint(1, calls)
        killed += one_round(path, places, bundle, at) < 0
        half += bundle.exists() and not opens(bundle, folder / "out.workshop")
        for left in (*stick.iterdir(), *places.backups.rglob("*.part"), *places.backups.rglob("*.workshop")):
            left.unlink()
    print(f"{killed} killed, {half} half")
    return 0


def one_round(path: Path, places: Places, bundle: Path, until: int) -> int:
    """Let a child write a bundle until it has made so many calls. Gives how many it made in all, or -1 when it was
    killed before it was done.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.write(writing, str(write(path, places, bundle, until)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return int(said) if said else -1


def write(path: Path, places: Places, bundle: Path, until: int) -> int:
    """In the child: it kills itself, because nobody else could choose the moment so finely."""
    made = 0

    def count(_frame: object, _event: str, _argument: object) -> None:
        nonlocal made
        made += 1
        if made == until:
            os.kill(os.getpid(), signal.SIGKILL)

    workshop = Workshop.open(path, places)
    sys.setprofile(count)
    make_bundle(workshop, bundle, FOR_THE_OFFICE)
    sys.setprofile(None)
    return made


def opens(bundle: Path, out: Path) -> bool:
    """Whether a bundle is whole."""
    try:
        open_bundle(bundle, out, THE_OFFICE)
    except Expected:
        return False
    out.unlink()
    return True


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
