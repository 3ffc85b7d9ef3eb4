"""What a program that was killed left in the middle of a merge, or while backups were rewritten, goes a day later."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.domain.gestures.board import add_board
from facilitator.workshop.places import Places
from facilitator.workshop.scratch import scratch
from facilitator.workshop.workshop import Workshop

KILLED_WHILE_LOOKING_OVER = """
import os, signal, sys
from pathlib import Path
from facilitator.sync.quarantine import looked_over
from facilitator.workshop.places import Places
with looked_over(Path(sys.argv[1]), Places.under(Path(sys.argv[2]))):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "state")


def works(path: Path, places: Places) -> None:
    with Workshop.open(path, places) as workshop:
        workshop.apply(add_board("What would help?"))


def what_anybody_wrote(places: Places) -> list[Path]:
    return [path for path in places.state.rglob("*.workshop") if places.backups not in path.parents]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program in another way")
def test_what_a_merge_that_was_killed_left_goes_a_day_later(tmp_path: Path, places: Places, root: Path) -> None:
    """Somebody may be in it who is forgotten meanwhile, and no list of backups would name it."""
    hall, stick = tmp_path / "hall.workshop", tmp_path / "stick.workshop"
    Workshop.new(hall, "Millbrook", places).close()
    shutil.copy(hall, stick)
    command = [sys.executable, "-c", KILLED_WHILE_LOOKING_OVER, str(stick), str(places.state)]
    subprocess.run(command, cwd=root, check=False)
    (left,) = what_anybody_wrote(places)
    works(hall, places)
    assert left.exists(), "a folder of today may be in use"
    os.utime(left.parent, (0, 0))
    works(hall, places)
    assert what_anybody_wrote(places) == []


def test_a_folder_that_was_left_goes_when_the_next_one_is_made(places: Places) -> None:
    with scratch(places) as left:
        os.utime(left, (0, 0))
        with scratch(places) as other:
            assert not left.exists()
            assert other.exists()
    assert not other.exists()
