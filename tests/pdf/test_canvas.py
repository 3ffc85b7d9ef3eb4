"""Every document says its title and language, holds its fonts, and comes out the same twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pikepdf

from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.text.paragraph import lay_out
from facilitator.pdf.text.style import TextStyle

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.pdf.fonts import FontBook

DATE = dt.datetime(2026, 11, 23, 14, 30, tzinfo=dt.UTC)


def write(path: Path, fonts: FontBook, *, lang: str | None = None) -> Path:
    canvas = PlainCanvas(str(path), title="Gweithdy (أ) 1", lang=lang, date=DATE)
    with canvas.tags.tag("P"):
        lay_out("Hello مرحبا ক্ষ", TextStyle(12), 300, fonts).draw(canvas, 50, 700)
    canvas.showPage()
    canvas.save()
    return path


def test_title_and_language_are_in_the_document(tmp_path: Path, fonts: FontBook) -> None:
    with pikepdf.open(write(tmp_path / "a.pdf", fonts, lang="cy")) as document:
        assert str(document.docinfo["/Title"]) == "Gweithdy (أ) 1"
        assert str(document.Root.Lang) == "cy"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_the_language_is_british_english_if_not_given(tmp_path: Path, fonts: FontBook) -> None:
    with pikepdf.open(write(tmp_path / "a.pdf", fonts)) as document:
        assert str(document.Root.Lang) == "en-GB"


def test_no_font_is_named_that_is_not_in_the_file(tmp_path: Path, fonts: FontBook) -> None:
    assert b"Helvetica" not in write(tmp_path / "a.pdf", fonts).read_bytes()


def test_the_same_document_has_the_same_bytes(tmp_path: Path, fonts: FontBook) -> None:
    assert write(tmp_path / "a.pdf", fonts).read_bytes() == write(tmp_path / "b.pdf", fonts).read_bytes()


def test_the_date_is_the_one_given(tmp_path: Path, fonts: FontBook) -> None:
    with pikepdf.open(write(tmp_path / "a.pdf", fonts)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261123143000")


def test_text_leaves_the_canvas_as_it_found_it(tmp_path: Path, fonts: FontBook) -> None:
    path = tmp_path / "a.pdf"
    canvas = PlainCanvas(str(path), title="x", date=DATE)
    with canvas.tags.tag("P"):
        lay_out("Hello", TextStyle(12, colour=(1, 0, 0)), 300, fonts).draw(canvas, 50, 700)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(path) as document:
        operators = [str(operator) for _, operator in pikepdf.parse_content_stream(document.pages[0])]
    assert operators.index("q") < operators.index("rg") < operators.index("BT")
    assert operators[-2:] == ["Q", "EMC"]
