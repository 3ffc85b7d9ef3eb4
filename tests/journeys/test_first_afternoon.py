"""The main job in the real program on a real screen: see what was said, add a note, undo it, see the vote, print."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import made_from_polis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LIMIT = 60  # seconds
NOTE = "Free travel for the panel"

pytestmark = pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool, which only X has")


class Desk:
    """A person at the keyboard of the program."""

    def __init__(self, env: dict[str, str]) -> None:
        self.env = env

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, timeout=LIMIT, check=True
        )
        return done.stdout.strip()

    def find(self, title: str) -> str:
        return self._do("search", "--sync", "--onlyvisible", "--name", title).splitlines()[0]

    def focus(self, window: str) -> None:
        self._do("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        self._do("key", "--delay", "40", *keys)

    def type(self, words: str) -> None:
        self._do("type", "--delay", "20", words)


@pytest.fixture
def file(tmp_path: Path, root: Path) -> Path:
    return made_from_polis(tmp_path / "journey.workshop", root / "tests" / "data" / "polis-london-youth-policing")


@pytest.fixture
def program(file: Path, root: Path, display: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], Desk]]:
    env = {**os.environ, **display, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "facilitator", str(file)]
    process = subprocess.Popen(command, cwd=root, env=env, stderr=subprocess.PIPE, text=True)
    try:
        yield process, Desk(env)
    finally:
        process.kill()
        process.wait()


def eventually(holds: Callable[[], bool], what: str) -> None:
    """Wait for something another process does."""
    until = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < until, f"did not happen: {what}"
        time.sleep(0.05)


def codes(file: Path) -> list[str]:
    """What was done to the workshop, the newest first, read beside the running program."""
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        assert workshop.read_only
        return [entry.code for entry in workshop.history()]


def test_see_add_undo_count_and_print(program: tuple[subprocess.Popen[str], Desk], file: Path) -> None:
    process, desk = program
    window = desk.find("Policing")
    desk.focus(window)
    before = codes(file)
    desk.type(NOTE)
    desk.press("Return")
    eventually(lambda: codes(file) == ["note-add", *before], "the note is stored")
    desk.press("ctrl+z")
    eventually(lambda: len(codes(file)) == len(before) + 2, "the note is taken back")
    desk.press("ctrl+5", "Down", "ctrl+8")
    desk.press("space")
    eventually(lambda: len(list(file.parent.glob("*.pdf"))) == 3, "three documents are saved")
    desk.press("ctrl+q")
    assert process.communicate(timeout=LIMIT)[1] == ""
    assert process.returncode == 0
    assert sorted(path.suffix for path in file.parent.iterdir()) == [".pdf", ".pdf", ".pdf", ".workshop"]
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        assert workshop.history(1)[0].code == "ballots-issue"
        assert workshop.check() == []
