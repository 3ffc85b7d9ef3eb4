"""Bringing in what other tools hold: all of it or nothing, as one step that one undo takes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator.exchange.polis import ATTRIBUTION
from tests.cli.conftest import DATA, Run

LONDON = DATA / "polis-london-youth-policing"


def test_polis_says_what_it_added_and_what_it_skipped(park: Path, run: Run) -> None:
    answer = run("import", park, LONDON, "--as", "polis", "--json")
    assert answer.json == {
        "added": {"boards": 1, "notes": 39, "polls": 1, "options": 39, "ballots": 26, "marks": 638},
        "skipped": 2,
    }
    assert answer.err == ""


def test_an_import_is_one_step_in_the_history(london: Path, run: Run) -> None:
    assert [entry["label"] for entry in run("history", london, "--json").json] == [
        "Bring in 39 notes and 26 ballots from Polis",
        "Make the workshop",
    ]
    assert run("undo", london).code == 0
    counts = run("info", london, "--json").json["counts"]
    assert (counts["notes"], counts["polls"], counts["ballots"]) == (0, 0, 0)


def test_importing_twice_adds_twice(london: Path, run: Run) -> None:
    assert run("import", london, LONDON, "--as", "polis").code == 0
    assert run("info", london, "--json").json["counts"]["notes"] == 78
    assert len(run("results", london, "--json").json) == 2


def test_a_broken_export_changes_nothing(park: Path, run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "export"
    shutil.copytree(LONDON, broken)
    (broken / "votes.csv").write_text("timestamp,comment-id,voter-id,vote\n1,1,1,maybe\n", encoding="utf-8")
    assert "votes.csv, line 2" in run("import", park, broken, "--as", "polis", "--json").refusal
    assert run("info", park, "--json").json["counts"]["changes"] == 1


def test_a_statement_too_long_for_a_note_is_refused_and_nothing_is_lost(park: Path, run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("short\n" + "x" * 20_001, encoding="utf-8")
    assert "20,001 characters" in run("import", park, notes, "--as", "notes").refusal
    assert run("info", park, "--json").json["counts"]["notes"] == 0


def test_notes_make_a_board_and_then_use_it_again(park: Path, run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "flipchart.txt"
    notes.write_text("benches\n\nshade\n", encoding="utf-8")
    first = run("import", park, notes, "--as", "notes", "--board", "What would help?", "--json").json
    again = run("import", park, notes, "--as", "notes", "--board", "what would help?", "--json").json
    assert first == {"added": {"boards": 1, "notes": 2}, "skipped": 1}
    assert again == {"added": {"boards": 0, "notes": 2}, "skipped": 1}


def test_notes_go_on_the_only_board_and_else_one_must_be_named(london: Path, run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "more.csv"
    notes.write_text("who;idea\nme;A youth bus\n", encoding="utf-8")
    assert run("import", london, notes, "--as", "notes", "--json").json["added"] == {"boards": 0, "notes": 1}
    assert run("import", london, notes, "--as", "notes", "--board", "Other").code == 0
    refusal = run("import", london, notes, "--as", "notes").refusal
    assert '"Other"' in refusal
    assert "--board" in refusal


def test_a_csv_without_a_known_heading_names_its_columns(park: Path, run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "odd.csv"
    notes.write_text("who,answer\nme,benches\n", encoding="utf-8")
    assert "who, answer" in run("import", park, notes, "--as", "notes").refusal
    answer = run("import", park, notes, "--as", "notes", "--column", "answer", "--json")
    assert answer.json["added"]["notes"] == 1


def test_a_guess_about_letters_is_said_beside_the_answer(park: Path, run: Run, tmp_path: Path) -> None:
    notes = tmp_path / "old.csv"
    notes.write_bytes("text\ncafé\n".encode("windows-1252"))
    answer = run("import", park, notes, "--as", "notes", "--json")
    assert answer.json["skipped"] == 0
    assert "Windows-1252" in answer.err


@pytest.mark.parametrize("option", ["--board", "--column"])
def test_options_for_notes_are_refused_for_polis(park: Path, run: Run, option: str) -> None:
    assert run("import", park, LONDON, "--as", "polis", option, "x").code == 2


@pytest.mark.parametrize("missing", ["votes.csv", "comments.csv", "summary.csv"])
def test_a_missing_file_is_named(park: Path, run: Run, tmp_path: Path, missing: str) -> None:
    partial = Path(shutil.copytree(LONDON, tmp_path / "export"))
    (partial / missing).unlink()
    assert f"no {missing}" in run("import", park, partial, "--as", "polis").refusal


def test_the_board_and_the_vote_keep_saying_where_they_come_from(london: Path, run: Run, tmp_path: Path) -> None:
    assert ATTRIBUTION in run("results", london).out
    out = tmp_path / "out.json"
    run("export", london, out)
    assert out.read_text(encoding="utf-8").count(ATTRIBUTION) == 2
