"""How long forty ballots of five dots among twenty options take, typed by keyboard into the real program: from the
first key to the last ballot stored, and how many keys.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from build.desk import Desk
from build.read_out import BALLOTS, counted, prepare, read_out, stored_tally, takes_keys, type_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60  # seconds


def run() -> Iterator[dict[str, object]]:
    """One session of counting; the keys come 20 ms apart, faster than hands."""
    ballots = read_out()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "forty.workshop"
        prepare(file)
        process = subprocess.Popen([sys.executable, "-m", "facilitator", str(file)], cwd=ROOT)
        try:
            desk = Desk(os.environ)
            desk.focus(desk.find("Forty ballots"))
            _until(lambda: takes_keys(desk, file))
            desk.press("ctrl+5")
            began = time.perf_counter()
            keys = type_in(desk, ballots, twice_after=12)
            last_key = time.perf_counter()
            _until(lambda: counted(file) == BALLOTS)
            stored = time.perf_counter()
        finally:
            process.kill()
            process.wait()
        yield {
            "figure": "forty ballots by keyboard, first key to last",
            "seconds": round(last_key - began, 2),
            "last_stored_after_s": round(stored - last_key, 2),
            "most_keys_a_ballot": max(keys),
            "keys_in_all": sum(keys),
            "tally_right": stored_tally(file) == dict(ballots.tally()),
        }


def _until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + LIMIT
    while not happened():
        if time.monotonic() > until:
            raise TimeoutError("what the bench waits for did not happen")
        time.sleep(0.05)
