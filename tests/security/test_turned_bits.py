"""S3: a file with turned bits never crashes or hangs the program: it is refused, or what is wrong with it is said."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import NotAWorkshop
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.security.conftest import TEA, tamper

AT_A_TIME = 50
NOWHERE = "f" * 32


def driven(root: Path, folder: Path, workshop: Path, first: int, count: int) -> Any:  # noqa: ANN401 (JSON)
    folder.mkdir()
    program = [sys.executable, "-m", "tests.security.drive_bit_flips"]
    command = [*program, str(folder), str(workshop), str(first), str(count)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"ended by {done.returncode}: {done.stderr}"
    return json.loads(done.stdout)


@pytest.mark.parametrize("first", [0, AT_A_TIME])
def test_a_hundred_files_with_turned_bits_are_refused_or_honest(
    root: Path, tmp_path: Path, closed: Path, first: int
) -> None:
    outcome = driven(root, tmp_path / "driven", closed, first, AT_A_TIME)
    assert outcome["broken"] == []
    assert outcome["came"]["refused"] > AT_A_TIME // 4


def test_an_index_that_does_not_fit_its_rows_is_found_at_the_door(closed: Path, places: Places) -> None:
    """As a turned bit in a page of the index leaves it: what is found by the index is not what stands in the row."""
    about = "SELECT rootpage, sql FROM sqlite_master WHERE name = 'ix_note_board_id'"
    connection = sqlite3.connect(closed)
    root, sql = connection.execute(about).fetchone()
    connection.close()
    off, back = "PRAGMA writable_schema=ON", "PRAGMA writable_schema=RESET"
    tamper(closed, off, "DELETE FROM sqlite_master WHERE name = 'ix_note_board_id'", back)
    tamper(closed, f"UPDATE note SET board_id = '{NOWHERE}' WHERE id = '{TEA.hex}'")
    row = f"'index', 'ix_note_board_id', 'note', {root}, '{sql}'"
    tamper(closed, off, f"INSERT INTO sqlite_master VALUES ({row})", back)
    with pytest.raises(NotAWorkshop, match="is damaged"):
        Workshop.open(closed, places)


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, 1_000, AT_A_TIME))
def test_a_thousand_files_with_turned_bits(root: Path, tmp_path: Path, closed: Path, first: int) -> None:
    assert driven(root, tmp_path / "driven", closed, first, AT_A_TIME)["broken"] == []
