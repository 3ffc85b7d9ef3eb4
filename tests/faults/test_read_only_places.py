"""R17 and R18: where nothing can be written a workshop is opened to look at, and says so; an SQLite that is known to
lose work is not used.
"""

from __future__ import annotations

import ctypes
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import FileTrouble
from facilitator.store import connect
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

LOOK = """
import sys
from pathlib import Path
from facilitator.domain.errors import Expected, ReadOnly
from facilitator.domain.gestures.board import add_note
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults.story import BOARD, state

path, home = map(Path, sys.argv[1:])
with Workshop.open(path, Places.under(home)) as workshop:
    print(workshop.read_only, *state(workshop).words, *workshop.check(), sep="|")
    print(*workshop.notices)
    try:
        workshop.apply(add_note(BOARD, "Coffee"))
    except ReadOnly as error:
        print(error)
"""
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
"""linux/prctl.h and linux/capability.h: what lets root write where nobody may."""


def no_more_than_anybody() -> None:
    """Root without the right to write everywhere, from the next program on."""
    if sys.platform == "linux" and os.geteuid() == 0:
        system = ctypes.CDLL(None)
        for right in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            if system.prctl(PR_CAPBSET_DROP, right, 0, 0, 0):
                raise OSError("a right of root could not be laid down")


@pytest.fixture
def look(root: Path, tmp_path: Path) -> Callable[[Path], list[str]]:
    """Opens a workshop as somebody who may not write everywhere."""

    def run(path: Path) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", LOOK, str(path), str(tmp_path / "home")],
            cwd=root,
            preexec_fn=no_more_than_anybody,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


@pytest.fixture
def shelf(closed: Path, tmp_path: Path) -> Iterator[Path]:
    """A workshop in a folder of its own, which can be written to again afterwards."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = Path(os.replace(closed, folder / "hall.workshop") or folder / "hall.workshop")
    yield path
    folder.chmod(0o700)
    path.chmod(0o600)


needs_rights = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")


@needs_rights
def test_a_file_that_is_read_only_opens_read_only_and_says_so(shelf: Path, look: Callable[[Path], list[str]]) -> None:
    shelf.chmod(stat.S_IRUSR)
    before = shelf.read_bytes()
    first, why, refused = look(shelf)
    assert first == "True|Tea"
    assert why.startswith("This file is read only")
    assert "reading only" in refused
    assert shelf.read_bytes() == before
    assert list(shelf.parent.iterdir()) == [shelf]


@needs_rights
def test_a_folder_that_is_read_only_opens_read_only_and_says_so(shelf: Path, look: Callable[[Path], list[str]]) -> None:
    shelf.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    first, why, refused = look(shelf)
    assert first == "True|Tea"
    assert why.startswith("This folder is read only")
    assert "reading only" in refused


@needs_rights
def test_both_read_only_opens_as_well(shelf: Path, look: Callable[[Path], list[str]]) -> None:
    shelf.chmod(stat.S_IRUSR)
    shelf.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert look(shelf)[0] == "True|Tea"


@needs_rights
def test_a_lock_left_behind_by_somebody_else_is_named_as_the_cause(
    shelf: Path, look: Callable[[Path], list[str]]
) -> None:
    lock = shelf.with_name(shelf.name + "-lock")
    lock.touch()
    lock.chmod(stat.S_IRUSR)
    first, why, _ = look(shelf)
    assert first == "True|Tea"
    assert "hall.workshop-lock" in why


@needs_rights
def test_a_file_that_may_not_be_read_is_refused_and_not_taken_for_wrong_usage(shelf: Path, root: Path) -> None:
    shelf.chmod(0)
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "info", str(shelf)],
        cwd=root,
        preexec_fn=no_more_than_anybody,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("facilitator: hall.workshop cannot be read (Permission denied).")
    assert done.stderr.count("\n") == 1


def test_an_sqlite_that_is_known_to_lose_work_is_not_used(
    closed: Path, tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = closed.read_bytes()
    monkeypatch.setattr(connect.dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(FileTrouble, match=r"SQLite is 3\.51\.2, which can lose work"):
        Workshop.open(closed, places)
    with pytest.raises(FileTrouble, match="install Facilitator again"):
        Workshop.new(tmp_path / "new.workshop", "Millbrook", places)
    assert closed.read_bytes() == before
    assert not (tmp_path / "new.workshop").exists()


def test_the_sqlite_that_comes_with_us_is_new_enough() -> None:
    connect.check_sqlite(connect.dbapi2.sqlite_version_info)
