"""What happened can be read, taken back and done again, also by a later start of the program."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def labels(run: Run, file: Path) -> list[str]:
    return [entry["label"] for entry in run("history", file, "--json").json]


def test_history_has_the_keys_of_the_contract(london: Path, run: Run) -> None:
    (entry,) = run("history", london, "--limit", 1, "--json").json
    assert {"group", "at", "label", "undone"} <= set(entry)
    assert entry["undone"] is False


def test_undo_and_redo_say_what_they_did(london: Path, run: Run) -> None:
    undone = run("undo", london)
    assert undone.out == "Undone: Bring in 39 notes and 26 ballots from Polis\n"
    assert run("info", london, "--json").json["counts"]["notes"] == 0
    assert run("redo", london).out == "Done again: Bring in 39 notes and 26 ballots from Polis\n"
    assert run("info", london, "--json").json["counts"]["notes"] == 39
    assert labels(run, london)[0] == "Redo: Bring in 39 notes and 26 ballots from Polis"


def test_history_marks_what_was_undone(london: Path, run: Run) -> None:
    run("undo", london)
    entries = run("history", london, "--json").json
    assert [entry["undone"] for entry in entries] == [False, True, False]
    assert "(undone)" in run("history", london).out


def test_there_is_an_end_to_undoing(park: Path, run: Run) -> None:
    assert "nothing to undo" in run("undo", park).refusal
    assert "nothing to do again" in run("redo", park).refusal


def test_a_past_step_is_taken_back_by_the_start_of_its_name(london: Path, run: Run) -> None:
    group = run("history", london, "--limit", 1).out.split()[-1]
    assert run("undo", london, group[:8]).out == "Undone: Bring in 39 notes and 26 ballots from Polis\n"
    assert "There is no such step" in run("undo", london, "nothing").refusal
    made = run("history", london).out.split()[-1]
    assert "Choose another step" in run("undo", london, made).refusal
    assert run("check", london).code == 0
