"""The demo leaves a workshop and its documents where it says, and never writes over what was changed in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.workshop.documents import Document
from tests.cli.conftest import Run
from tests.reading import words_of

ROOT = Path(__file__).parents[2]
FILES = sorted(["millbrook.workshop", *(f"{document.value}.pdf" for document in Document)])


@dataclass(frozen=True)
class Demo:
    """Where a demo was made, and what it said."""

    folder: Path
    out: str
    err: str


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """Made once, by a program that has no display; whoever changes it works on a copy."""
    folder, home = tmp_path_factory.mktemp("made") / "example", str(tmp_path_factory.mktemp("home"))
    homes = {"HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", *(f"XDG_{kind}_HOME" for kind in ("DATA", "STATE"))}
    without = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "facilitator", "demo", "--out", str(folder)]
    env = {**without, **dict.fromkeys(homes, home)}
    answer = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return Demo(folder, answer.stdout, answer.stderr)


def test_without_a_display_the_demo_makes_the_example_and_every_document(demo: Demo, run: Run, tmp_path: Path) -> None:
    assert sorted(path.name for path in demo.folder.iterdir()) == FILES
    assert sorted(Path(line).name for line in demo.out.splitlines()) == FILES
    assert all(Path(line).is_file() for line in demo.out.splitlines())
    assert "invented" in demo.err
    workshop = shutil.copy(demo.folder / "millbrook.workshop", tmp_path)
    counts = run("info", workshop, "--json").json["counts"]
    assert (counts["notes"], counts["polls"], counts["ideas"], counts["prototypes"]) == (150, 3, 3, 3)
    assert run("check", workshop, "--json").json["ok"]
    pack = words_of(demo.folder / "pack.pdf")
    assert "Where shall the next wall go?" in pack, "it is the pack of the session with a vote going on"


def test_a_second_demo_keeps_what_was_changed_and_gives_out_no_ballot_twice(
    demo: Demo, tmp_path: Path, run: Run
) -> None:
    again, notes = tmp_path / "again", tmp_path / "notes.txt"
    shutil.copytree(demo.folder, again)
    notes.write_text("My own note", encoding="utf-8")
    before = run("info", again / "millbrook.workshop", "--json").json["counts"]
    run("import", again / "millbrook.workshop", notes, "--as", "notes", "--board", "More")
    assert run("demo", "--out", again).code == 0
    counts = run("info", again / "millbrook.workshop", "--json").json["counts"]
    assert (counts["notes"], counts["ballots"]) == (151, before["ballots"])


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").touch()
    assert "folder" in run("demo", "--out", tmp_path / "file").refusal
