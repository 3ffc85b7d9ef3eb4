"""What journeys share: the program on a real screen, a person at its keyboard, and waiting for what another process
does.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from build.desk import Desk
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LIMIT = 60  # seconds
needs_a_keyboard = pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool, which only X has")


@contextlib.contextmanager
def program(file: Path | None, root: Path, display: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], Desk]]:
    """The program, on a file or on the page where one begins, and whoever types into it; ended with the block."""
    env = {**os.environ, **display, "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "facilitator", *([str(file)] if file else [])]
    with subprocess.Popen(command, cwd=root, env=env, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process, Desk(env)
        finally:
            process.kill()


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


def ended_well(process: subprocess.Popen[str]) -> None:
    """The program has closed by itself and had nothing to complain of."""
    assert process.communicate(timeout=LIMIT)[1] == ""
    assert process.returncode == 0
