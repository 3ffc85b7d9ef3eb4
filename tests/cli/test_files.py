"""Making, describing and checking a file; a file that is not one is refused and left as it is."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path

import pytest

from tests.cli.conftest import Run

COUNTS = [
    "sessions", "participants", "stories", "quotes", "insights", "boards", "notes", "themes", "polls", "ballots",
    "ideas", "prototypes", "trials", "feedback", "decisions", "changes", "conflicts",
]  # fmt: skip


def test_a_new_workshop_is_one_file_with_a_title(park: Path, run: Run) -> None:
    assert [path.name for path in park.parent.iterdir()] == ["park.workshop"]
    assert run("info", park).out.startswith("A park for everyone\n")


def test_info_as_json_has_the_keys_of_the_contract(london: Path, run: Run) -> None:
    info = run("info", london, "--json").json
    assert list(info) == ["title", "file_id", "format_version", "counts"]
    assert list(info["counts"]) == COUNTS
    assert uuid.UUID(info["file_id"])
    counts = info["counts"]
    assert (counts["boards"], counts["notes"], counts["polls"], counts["ballots"]) == (1, 39, 1, 26)
    assert (counts["changes"], counts["conflicts"]) == (2, 0)


def test_new_never_writes_over_a_file(park: Path, run: Run) -> None:
    before = park.read_bytes()
    assert "there already" in run("new", park, "--title", "Other").refusal
    assert park.read_bytes() == before


def test_new_asks_for_the_right_ending(tmp_path: Path, run: Run) -> None:
    assert "park.workshop" in run("new", tmp_path / "park", "--title", "x").refusal
    assert list(tmp_path.iterdir()) == []


def test_a_workshop_can_begin_from_a_template(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "ideas.workshop"
    assert run("new", path, "--title", "Ideas", "--template", "brainstorm").code == 0
    counts = run("info", path, "--json").json["counts"]
    assert (counts["sessions"], counts["boards"], counts["polls"], counts["changes"]) == (1, 1, 1, 1)


def test_an_unknown_template_is_refused_naming_those_there_are(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.workshop"
    refusal = run("new", path, "--title", "Ideas", "--template", "magic").refusal
    assert all(name in refusal for name in ("magic", "co-production", "brainstorm", "test-day", "empty"))
    assert not path.exists()


def test_new_asks_for_a_title(tmp_path: Path, run: Run) -> None:
    assert "title" in run("new", tmp_path / "a.workshop", "--title", " ").refusal
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["info", "results", "history", "undo", "redo", "check"])
def test_a_path_that_does_not_exist_is_refused_and_nothing_is_made(tmp_path: Path, run: Run, verb: str) -> None:
    assert "nowhere.workshop" in run(verb, tmp_path / "nowhere.workshop").refusal
    assert list(tmp_path.iterdir()) == []


def test_import_export_and_print_make_nothing_of_a_path_that_does_not_exist(tmp_path: Path, run: Run) -> None:
    nowhere, notes = tmp_path / "nowhere.workshop", tmp_path / "notes.txt"
    notes.write_text("a", encoding="utf-8")
    assert run("import", nowhere, notes, "--as", "notes").code == 1
    assert run("export", nowhere, tmp_path / "out.csv").code == 1
    assert run("print", nowhere, "report", "--out", tmp_path / "out.pdf").code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\x00" + b"\x00" * 4096, b"text"])
def test_what_is_no_workshop_is_refused_by_every_verb_and_left_as_it_is(
    tmp_path: Path, run: Run, content: bytes
) -> None:
    other = tmp_path / "other.workshop"
    other.write_bytes(content)
    for verb in ("info", "results", "history", "undo"):
        assert run(verb, other).refusal
    checked = run("check", other, "--json")
    assert checked.code == 1
    assert checked.json["ok"] is False
    assert len(checked.json["problems"]) == 1
    assert other.read_bytes() == content


def test_a_whole_file_checks_well(london: Path, run: Run) -> None:
    assert run("check", london, "--json").json == {"ok": True, "problems": []}


def test_a_title_cannot_steer_the_terminal(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.workshop"
    run("new", path, "--title", "red \x1b[31m\nalert\u202e")
    assert "\x1b" not in run("info", path).out
    assert run("info", path, "--json").json["title"] == "red \x1b[31m\nalert\u202e"


def test_a_second_opener_may_look_but_not_change(park: Path, run: Run, tmp_path: Path) -> None:
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

    notes = tmp_path / "notes.txt"
    notes.write_text("a", encoding="utf-8")
    with Workshop.open(park, Places.of_this_laptop()):
        looked = run("info", park)
        assert looked.code == 0
        assert "already open" in looked.err
        assert run("import", park, notes, "--as", "notes").code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no links without leave")
def test_a_link_that_leads_to_itself_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "loop.workshop").symlink_to("loop.workshop")
    assert "cannot be read" in run("info", tmp_path / "loop.workshop").refusal
