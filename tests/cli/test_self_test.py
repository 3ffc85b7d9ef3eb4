"""`--self-test` tries the whole app without a display, and says in plain words what does not work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.cli import self_test
from tests.cli.conftest import Run

NO_FONT_HAS_IT = "\N{EGYPTIAN HIEROGLYPH A001}"


def test_a_whole_copy_says_so_without_a_display_and_leaves_nothing_behind(root: Path, own_home: Path) -> None:
    without = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "facilitator", "--self-test"]
    answer = subprocess.run(command, cwd=root, env=without, capture_output=True, encoding="utf-8", check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    *steps, last = answer.stdout.splitlines()
    assert len(steps) == 15
    assert all(step.startswith("ok ") for step in steps)
    assert last == "Everything holds."
    assert [path for path in own_home.rglob("*") if path.is_file()] == []


def test_what_does_not_work_is_named_the_rest_is_still_tried_and_nothing_is_left_behind(
    run: Run, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    monkeypatch.setattr(self_test, "SCRIPTS", (NO_FONT_HAS_IT,))
    answer = run("--self-test")
    assert answer.code == 1
    assert "FAILED  A ballot and a report are printed in three scripts: no font has U+13000" in answer.out
    assert "ok      A child of the window makes a PDF" in answer.out
    assert answer.out.endswith("1 step failed.\n")
    assert [path for path in own_home.rglob("*") if path.is_file()] == []
