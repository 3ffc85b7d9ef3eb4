"""The demo leaves a workshop and its documents where it says, and never writes over what was changed in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Run

FILES = ["ballots.pdf", "feedback-forms.pdf", "london.workshop", "report.pdf"]


def test_the_demo_makes_the_example_and_every_document(tmp_path: Path, run: Run) -> None:
    out = tmp_path / "example"
    answer = run("demo", "--out", out)
    assert answer.code == 0
    assert sorted(path.name for path in out.iterdir()) == FILES
    assert sorted(Path(line).name for line in answer.out.splitlines()) == FILES
    assert all(Path(line).is_file() for line in answer.out.splitlines())
    assert "The Computational Democracy Project" in answer.err
    counts = run("info", out / "london.workshop", "--json").json["counts"]
    assert (counts["notes"], counts["ballots"], counts["ideas"], counts["prototypes"]) == (39, 26 + 30, 1, 1)
    assert run("check", out / "london.workshop", "--json").json["ok"]


def test_a_second_demo_keeps_what_was_changed(tmp_path: Path, run: Run) -> None:
    run("demo", "--out", tmp_path)
    notes = tmp_path / "notes.txt"
    notes.write_text("My own note", encoding="utf-8")
    run("import", tmp_path / "london.workshop", notes, "--as", "notes")
    assert run("demo", "--out", tmp_path).code == 0
    counts = run("info", tmp_path / "london.workshop", "--json").json["counts"]
    assert (counts["notes"], counts["ballots"]) == (40, 56)


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").touch()
    assert "folder" in run("demo", "--out", tmp_path / "file").refusal


def test_the_demo_needs_no_display(root: Path, tmp_path: Path) -> None:
    without = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "facilitator", "demo", "--out", str(tmp_path)]
    answer = subprocess.run(command, cwd=root, env=without, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
