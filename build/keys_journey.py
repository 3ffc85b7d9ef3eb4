"""A short job in a program that was built: by keys alone, on a screen of its own, as the first person to try it would.

`python3 -m build.keys_journey COMMAND ...` opens the example, adds a note, takes it back and closes the window.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from build.desk import Desk
from build.display import virtual_display

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 60  # seconds for each step
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
NOTE = "A bench where the bus stops"
UNDONE = True


def walk(command: Sequence[str], home: Path, screen: dict[str, str]) -> None:
    """Do the job; TimeoutError or AssertionError tell what did not come about."""
    env = {**os.environ, **screen, **dict.fromkeys(HOMES, str(home)), "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True) as program:
        try:
            desk = Desk(env)
            desk.focus(desk.find("Facilitator"))
            desk.press("ctrl+e")
            desk.find("Millbrook")
            until(lambda: bool(done_so_far(command, home, env)), "the example is there")
            before = len(done_so_far(command, home, env))
            desk.press("ctrl+4")
            desk.type(NOTE)
            desk.press("Return")
            until(lambda: len(done_so_far(command, home, env)) == before + 1, "the note is stored")
            desk.press("ctrl+z")
            until(lambda: done_so_far(command, home, env)[1:2] == [UNDONE], "the note is taken back")
            desk.press("ctrl+q")
            said = program.communicate(timeout=LIMIT)[1]
        finally:
            program.kill()
    assert (program.returncode, said) == (0, ""), (program.returncode, said)


def done_so_far(command: Sequence[str], home: Path, env: dict[str, str]) -> list[bool]:
    """Whether each thing done to the example was taken back, the newest first. The program's other door tells it while
    the window is open.
    """
    file = next(home.rglob("*.workshop"), None)
    if file is None:
        return []
    asked = [*command, "history", str(file), "--json"]
    answer = subprocess.run(asked, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return [entry["undone"] for entry in json.loads(answer.stdout)] if answer.returncode == 0 else []


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + LIMIT
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"did not come about: {what}")
        time.sleep(0.05)


def main(command: list[str]) -> int:
    """Say how long the job took."""
    started = time.monotonic()
    with virtual_display() as screen, tempfile.TemporaryDirectory() as home:
        walk(command, Path(home), screen)
    print(f"a note added and taken back by keys, after {time.monotonic() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
