"""What leaves for other tools is whole, safe to open, and leaves out what is withheld."""

from __future__ import annotations

import csv
import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.gestures.board import add_board, add_note, add_theme, edit_note, withhold_notes
from facilitator.domain.gestures.voting import Choice, add_ballot, add_poll, close_poll
from facilitator.domain.schema import shapes
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.cli.conftest import DATA, Run

BOARD, THEME = uuid.uuid4(), uuid.uuid4()
NOTES = [uuid.uuid4() for _ in range(3)]
TEXTS = ["=SUM(A1)", "'@home", "a whispered name"]


@pytest.fixture
def wall(park: Path) -> Path:
    """A board with three notes, the last of them withheld, and dots on the first."""
    with Workshop.open(park, Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        workshop.apply(add_theme(BOARD, "-Sitting", theme_id=THEME))
        for place, (note_id, text) in enumerate(zip(NOTES, TEXTS, strict=True)):
            workshop.apply(add_note(BOARD, text, theme_id=THEME, position=place, note_id=note_id))
        workshop.apply(withhold_notes(NOTES[2:], on=True))
        poll = uuid.uuid4()
        choices = [Choice(text, note_id=note_id) for note_id, text in zip(NOTES, TEXTS, strict=True)]
        workshop.apply(add_poll("Which first?", choices, method="dots", poll_id=poll))
        option = workshop.read(lambda reader: _first_option(reader))
        workshop.apply(add_ballot(poll, 1, "hands", {option: 3}))
    return park


def _first_option(reader: Any) -> uuid.UUID:  # noqa: ANN401
    from facilitator.domain.voting import Option

    return next(option.id for option in reader.find(Option) if option.place == 1)


def close_the_vote(path: Path) -> None:
    from facilitator.workshop.queries.voting import polls

    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(close_poll(workshop.read(polls)[0].id))


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_is_a_row_a_note_without_the_withheld_and_without_formulas(wall: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run("export", wall, out).code == 0
    rows = table(out)
    assert list(rows[0]) == ["id", "board", "theme", "text", "language", "translation", "colour", "said_by", "dots"]
    assert [row["text"] for row in rows] == ["'=SUM(A1)", "''@home"]
    assert {row["theme"] for row in rows} == {"'-Sitting"}
    assert [row["id"] for row in rows] == [str(note_id) for note_id in NOTES[:2]]
    assert "whispered" not in out.read_text(encoding="utf-8")


def test_dots_are_shown_when_their_vote_is_closed_and_not_before(wall: Path, run: Run, tmp_path: Path) -> None:
    run("export", wall, tmp_path / "open.csv")
    assert [row["dots"] for row in table(tmp_path / "open.csv")] == ["", ""]
    close_the_vote(wall)
    run("export", wall, tmp_path / "closed.csv")
    assert [row["dots"] for row in table(tmp_path / "closed.csv")] == ["3", "0"]


def test_our_own_import_takes_the_apostrophes_off_again(wall: Path, run: Run, tmp_path: Path) -> None:
    out, other = tmp_path / "out.csv", tmp_path / "other.workshop"
    run("export", wall, out)
    run("new", other, "--title", "Other")
    added = run("import", other, out, "--as", "notes", "--json").json["added"]
    assert added == {"boards": 1, "themes": 1, "notes": 2}
    run("export", other, tmp_path / "again.csv")
    assert [{**row, "id": "", "dots": ""} for row in table(tmp_path / "again.csv")] == [
        {**row, "id": "", "dots": ""} for row in table(out)
    ]


def test_json_has_every_table_sorted_and_blanks_what_is_withheld(wall: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("export", wall, out).code == 0
    document = json.loads(out.read_text(encoding="utf-8"))
    assert list(document) == ["format", "format_version", "file_id", "tables"]
    assert document["format"] == "facilitator"
    assert document["file_id"] == run("info", wall, "--json").json["file_id"]
    assert set(document["tables"]) == set(shapes())
    for rows in document["tables"].values():
        assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    notes = {row["id"]: row for row in document["tables"]["note"]}
    assert notes[str(NOTES[2])]["text"] == ""
    assert notes[str(NOTES[2])]["withheld"] is True
    assert notes[str(NOTES[0])]["text"] == "=SUM(A1)"
    assert "whispered" not in out.read_text(encoding="utf-8")


def test_json_holds_neither_the_log_nor_the_key(london: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    run("export", london, out)
    with Workshop.open(london, Places.of_this_laptop()) as workshop:
        key = workshop.sheet_key()
    written = out.read_text(encoding="utf-8")
    assert key.hex() not in written
    assert not [name for name in json.loads(written)["tables"] if name.startswith(("change", "file"))]


def test_one_board_of_several_can_be_exported(wall: Path, run: Run, tmp_path: Path) -> None:
    run("import", wall, DATA / "polis-london-youth-policing", "--as", "polis")
    run("export", wall, tmp_path / "one.csv", "--board", "would help")
    run("export", wall, tmp_path / "all.csv")
    assert len(table(tmp_path / "one.csv")) == 2
    assert len(table(tmp_path / "all.csv")) == 2 + 36
    assert '"What would help?"' in run("export", wall, tmp_path / "x.csv", "--board", "nothing").refusal


@pytest.mark.parametrize("name", ["out.xlsx", "out.docx", "out"])
def test_a_format_there_is_not_is_refused_naming_those_there_are(
    park: Path, run: Run, tmp_path: Path, name: str
) -> None:
    assert ".json, .csv" in run("export", park, tmp_path / name).refusal
    assert not (tmp_path / name).exists()


def test_the_format_may_be_named_instead(wall: Path, run: Run, tmp_path: Path) -> None:
    assert run("export", wall, tmp_path / "out.txt", "--as", "csv").code == 0
    assert len(table(tmp_path / "out.txt")) == 2


def test_an_export_never_lands_on_the_workshop_itself(park: Path, run: Run) -> None:
    before = park.read_bytes()
    assert "the workshop itself" in run("export", park, park, "--as", "json").refusal
    assert park.read_bytes() == before


def test_json_is_always_the_whole_workshop(wall: Path, run: Run, tmp_path: Path) -> None:
    assert "--board" in run("export", wall, tmp_path / "x.json", "--board", "What would help?").refusal


def test_an_export_into_no_folder_is_refused_and_an_old_file_is_replaced_whole(
    wall: Path, run: Run, tmp_path: Path
) -> None:
    assert "folder" in run("export", wall, tmp_path / "no" / "out.csv").refusal
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    assert run("export", wall, out).code == 0
    assert len(table(out)) == 2


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal", "-lock"])
def test_nothing_is_written_over_another_workshop_or_beside_one(
    wall: Path, run: Run, tmp_path: Path, ending: str
) -> None:
    other = tmp_path / f"other.workshop{ending}"
    other.write_bytes(b"as it was")
    assert "the name of a workshop" in run("export", wall, other, "--as", "csv").refusal
    assert other.read_bytes() == b"as it was"


def test_a_board_is_painted_as_pixels_and_as_shapes_without_a_screen(run: Run, wall: Path, tmp_path: Path) -> None:
    pixels, shapes = tmp_path / "wall.png", tmp_path / "wall"
    assert run("export", wall, pixels).code == 0
    assert pixels.read_bytes().startswith(b"\x89PNG")
    assert run("export", wall, shapes, "--as", "svg").code == 0
    assert b"What would help?</title>" in shapes.read_bytes()
    whole = shapes.read_bytes()
    with Workshop.open(wall, Places.of_this_laptop()) as workshop:
        workshop.apply(edit_note(NOTES[2], "an even more whispered name"))
    assert run("export", wall, shapes, "--as", "svg").code == 0
    assert shapes.read_bytes() == whole  # what is withheld is not on it


def test_a_picture_needs_to_know_its_board(run: Run, wall: Path, tmp_path: Path) -> None:
    with Workshop.open(wall, Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("And then?"))
    assert "“And then?”" in run("export", wall, tmp_path / "wall.png").refusal
    assert run("export", wall, tmp_path / "wall.png", "--board", "then").code == 0
    assert "folder" in run("export", wall, tmp_path / "gone" / "wall.png", "--board", "then").refusal
    assert not (tmp_path / "gone").exists()
