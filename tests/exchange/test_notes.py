"""Notes come in from what people have: a plain text, any spreadsheet's CSV, our own export."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.errors import Expected
from facilitator.exchange.notes import NotesFile, WrittenNote, read_notes


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "ideas.csv"


def texts(notes: NotesFile) -> list[str]:
    return [note.text for note in notes.notes]


def test_a_plain_text_has_a_note_a_line(tmp_path: Path) -> None:
    path = tmp_path / "flipchart.txt"
    path.write_bytes("More benches\r\n\r\nشجرة\nlast".encode())
    notes = read_notes(path)
    assert texts(notes) == ["More benches", "شجرة", "last"]
    assert notes.skipped == 1


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("heading", ["text", "Note", "COMMENT", "idea"])
def test_notes_are_found_by_their_heading(source: Path, separator: str, heading: str) -> None:
    lines = [["who", heading], ["1", f'"a{separator} ""b"""'], ["2", ""], ["3", "c"]]
    source.write_text("\n".join(separator.join(line) for line in lines), encoding="utf-8")
    notes = read_notes(source)
    assert texts(notes) == [f'a{separator} "b"', "c"]
    assert notes.skipped == 1


def test_commas_in_a_lone_column_do_no_harm(source: Path) -> None:
    source.write_text("idea\nBenches, trees; and water\n", encoding="utf-8")
    assert texts(read_notes(source)) == ["Benches, trees; and water"]


def test_a_named_column_is_taken_before_the_usual_ones(source: Path) -> None:
    source.write_text("text,Antwort\nignored,die Bank\n", encoding="utf-8")
    assert texts(read_notes(source, "antwort")) == ["die Bank"]


def test_without_a_known_heading_the_columns_are_named(source: Path) -> None:
    source.write_text("who,answer\n1,a\n", encoding="utf-8")
    with pytest.raises(Expected, match=r"--column: who, answer"):
        read_notes(source)
    with pytest.raises(Expected, match=r"no column missing. It has: who, answer"):
        read_notes(source, "missing")


def test_a_plain_text_has_no_columns_to_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a", encoding="utf-8")
    with pytest.raises(Expected, match="no columns"):
        read_notes(path, "text")


def test_our_own_columns_fill_the_rest_of_a_note(source: Path) -> None:
    source.write_text(
        "board,theme,text,language,translation,colour,said_by\nPark,Sitting,'=bank,de,=bench,3,Table 2\n",
        encoding="utf-8",
    )
    assert read_notes(source).notes == (WrittenNote("=bank", "Park", "Sitting", "de", "=bench", 3, "Table 2"),)


@pytest.mark.parametrize("colour", ["", "blue", "0", "8", "-1", "²", "99999999999"])
def test_a_colour_that_is_none_becomes_the_first(source: Path, colour: str) -> None:
    source.write_text(f"text,colour\na,{colour}\n", encoding="utf-8")
    assert read_notes(source).notes[0].colour == 1


def test_a_source_without_a_note_is_refused(source: Path) -> None:
    source.write_text("text\n \n", encoding="utf-8")
    with pytest.raises(Expected, match="holds no notes"):
        read_notes(source)


def test_a_note_that_is_too_long_is_refused_with_the_line_it_is_in(source: Path, tmp_path: Path) -> None:
    path = tmp_path / "flipchart.txt"
    path.write_text("Benches\n\n" + "x" * 20_001 + "\n", encoding="utf-8")
    with pytest.raises(Expected, match=r"flipchart.txt, line 3: this note is 20,001 characters long; .* 20,000"):
        read_notes(path)
    source.write_text(f"text,translation\na,b\nc,{'y' * 20_001}\n", encoding="utf-8")
    with pytest.raises(Expected, match=r"ideas.csv, line 3: this note is 20,001"):
        read_notes(source)
    source.write_text(f"text\n{'y' * 20_000}\n", encoding="utf-8")
    assert texts(read_notes(source)) == ["y" * 20_000]
