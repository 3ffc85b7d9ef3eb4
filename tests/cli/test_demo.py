"""The demo leaves a workshop and its documents where it says, and never writes over what was changed in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from facilitator.workshop.documents import Document
from tests.cli.conftest import Run

FILES = sorted(["millbrook.workshop", *(f"{document.value}.pdf" for document in Document)])


def test_the_demo_makes_the_example_and_every_document(tmp_path: Path, run: Run) -> None:
    out = tmp_path / "example"
    answer = run("demo", "--out", out)
    assert answer.code == 0
    assert sorted(path.name for path in out.iterdir()) == FILES
    assert sorted(Path(line).name for line in answer.out.splitlines()) == FILES
    assert all(Path(line).is_file() for line in answer.out.splitlines())
    assert "invented" in answer.err
    counts = run("info", out / "millbrook.workshop", "--json").json["counts"]
    assert (counts["notes"], counts["polls"], counts["ideas"], counts["prototypes"]) == (150, 3, 3, 3)
    assert run("check", out / "millbrook.workshop", "--json").json["ok"]
    pack = "\n".join(page.extract_text() for page in PdfReader(out / "pack.pdf").pages)
    assert "Where shall the next wall go?" in pack, "it is the pack of the session with a vote going on"


def test_a_second_demo_keeps_what_was_changed_and_gives_out_no_ballot_twice(tmp_path: Path, run: Run) -> None:
    run("demo", "--out", tmp_path)
    notes = tmp_path / "notes.txt"
    notes.write_text("My own note", encoding="utf-8")
    before = run("info", tmp_path / "millbrook.workshop", "--json").json["counts"]
    run("import", tmp_path / "millbrook.workshop", notes, "--as", "notes", "--board", "More")
    assert run("demo", "--out", tmp_path).code == 0
    counts = run("info", tmp_path / "millbrook.workshop", "--json").json["counts"]
    assert (counts["notes"], counts["ballots"]) == (151, before["ballots"])


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").touch()
    assert "folder" in run("demo", "--out", tmp_path / "file").refusal


def test_the_demo_needs_no_display(root: Path, tmp_path: Path) -> None:
    without = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "facilitator", "demo", "--out", str(tmp_path)]
    answer = subprocess.run(command, cwd=root, env=without, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
