"""S3: a file with turned bits never crashes or hangs the program: it is refused, or what is wrong with it is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

AT_A_TIME = 50


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


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, 1_000, AT_A_TIME))
def test_a_thousand_files_with_turned_bits(root: Path, tmp_path: Path, closed: Path, first: int) -> None:
    assert driven(root, tmp_path / "driven", closed, first, AT_A_TIME)["broken"] == []
