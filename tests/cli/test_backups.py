"""Backups, and saving what is left of a damaged file, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_backups_are_listed_looked_into_and_restored(run: Run, park: Path, tmp_path: Path) -> None:
    assert [one["why"] for one in run("backups", park, "--json").json] == ["on-closing"]
    assert "on closing" in run("backups", park).out
    looked = run("backups", park, "--restore", 1)
    assert looked.out.startswith("A park for everyone, last changed 20")
    assert "--to NEW" in looked.err
    assert run("backups", park, "--restore", 1, "--json").json["counts"]["changes"] == 1
    restored = run("backups", park, "--restore", 1, "--to", tmp_path / "again", "--json").json["restored"]
    assert run("check", restored).code == 0
    assert "Wrote" in run("backups", park, "--restore", 1, "--to", tmp_path / "third").out


def test_the_drill_opens_every_backup(run: Run, park: Path) -> None:
    assert "1 backup opened" in run("backups", park, "--drill").out
    (backup,) = run("backups", park, "--json").json
    with open(backup["path"], "r+b") as file:
        file.truncate(5000)
    assert "Not whole: 1 of 1 backup" in run("backups", park, "--drill").refusal
    assert run("backups", park, "--drill", "--json").json["ok"] is False
    assert "not whole" in run("backups", park, "--restore", 1).refusal


def test_what_is_not_there_is_refused_in_a_line(run: Run, park: Path, tmp_path: Path) -> None:
    assert "Say which backup" in run("backups", park, "--to", tmp_path / "x").refusal
    assert "no backup 7" in run("backups", park, "--restore", 7).refusal
    assert "no backup of" in run("backups", tmp_path / "gone.workshop").refusal
    assert "Say where to write" in run("recover", park).refusal
    assert "no file" in run("recover", tmp_path / "gone.workshop", "--to", tmp_path / "x").refusal


def test_a_damaged_file_is_saved_and_what_is_missing_is_said(run: Run, london: Path, tmp_path: Path) -> None:
    whole = run("recover", london, "--to", tmp_path / "whole")
    assert "39 notes" in whole.out
    assert "Nothing is known to be missing" in whole.err
    said = london.read_bytes()
    london.write_bytes(said[: len(said) // 2 + 10])
    assert "is damaged" in run("info", london).refusal
    half = run("recover", london, "--to", tmp_path / "half")
    assert "Missing, as far as can be known" in half.err
    assert "newest backup is" in half.err
    assert run("check", tmp_path / "half.workshop").code == 0
    assert run("recover", london, "--to", tmp_path / "again", "--json").json["missing_changes"] > 0
