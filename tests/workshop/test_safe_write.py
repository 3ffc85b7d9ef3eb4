"""A file is written whole or not at all: the old one survives a full disk, a stop and a mistake (faults.md, R3)."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.domain.errors import DiskTrouble
from facilitator.workshop.safe_write import safely_written

ROOT = Path(__file__).parents[2]
FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from facilitator.domain.errors import DiskTrouble
from facilitator.workshop.safe_write import safely_written

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with safely_written(Path(sys.argv[1])) as file:
        for _ in range(1_000):
            file.write(b"x" * 1_000)
except DiskTrouble as trouble:
    print(trouble)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the old one")
    return path


def test_what_is_written_takes_the_place_of_the_old_file(old: Path) -> None:
    with safely_written(old) as file:
        file.write(b"the new one")
        assert old.read_bytes() == b"the old one"

    assert old.read_bytes() == b"the new one"
    assert list(old.parent.iterdir()) == [old]


def test_a_new_file_can_be_read_by_those_who_could_read_any_other(tmp_path: Path) -> None:
    usual, safe = tmp_path / "usual", tmp_path / "safe"
    usual.write_bytes(b"")
    with safely_written(safe) as file:
        file.write(b"x")

    assert stat.S_IMODE(safe.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_full_disk_leaves_the_old_file_and_no_half_one(old: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(old)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert "Choose another place" in said
    assert old.read_bytes() == b"the old one"
    assert list(old.parent.iterdir()) == [old]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_trouble_with_the_disk_while_writing_is_said_in_words(old: Path, number: int) -> None:
    with pytest.raises(DiskTrouble, match="try again"), safely_written(old):
        raise OSError(number, os.strerror(number))

    assert list(old.parent.iterdir()) == [old]


def test_any_other_mistake_leaves_the_old_file_and_is_not_hidden(old: Path) -> None:
    def half(path: Path) -> None:
        with safely_written(path) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half(old)

    assert old.read_bytes() == b"the old one"
    assert list(old.parent.iterdir()) == [old]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="folder for the new file does not exist"):
        safely_written(tmp_path / "no" / "a.pdf").__enter__()


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiskTrouble, match="a folder of that name"):
        safely_written(tmp_path).__enter__()


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs rights on Windows")
def test_a_link_stays_a_link_and_its_file_is_renewed(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "latest.pdf"
    link.symlink_to(old)

    with safely_written(link) as file:
        file.write(b"the new one")

    assert link.is_symlink()
    assert old.read_bytes() == b"the new one"
