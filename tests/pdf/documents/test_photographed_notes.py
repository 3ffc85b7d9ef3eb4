"""A note whose words nobody has typed yet is on paper as its photograph, and said to be one to who cannot see it."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

from facilitator.pdf.documents.render import render
from facilitator.workshop.queries.after_values import PosterValues
from facilitator.workshop.queries.print_values import ReportBoard, ReportNote, ReportTheme, ReportValues
from tests.pdf.documents.giving_back import PHOTO, photographed
from tests.pdf.structure import Structure

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import PrintValues
    from tests.pdf.documents.conftest import Press

SAID = "Photograph of a note, not typed up yet"
HUGE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x02\0\0\0"


def report() -> ReportValues:
    notes = (ReportNote("Typed", "", ""), ReportNote("", "", "", PHOTO))
    board = ReportBoard("What gets in the way?", "", (ReportTheme("", notes),), 0, photographed())
    return ReportValues("Millbrook", "", "2027-02-12", 0, (), (board,))


def images(pdf: bytes) -> list[tuple[int, str]]:
    """The pictures in a file, each by its width in pixels and its colours."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        streams = [one for one in file.objects if isinstance(one, pikepdf.Stream)]
        return [(int(one.Width), str(one.ColorSpace)) for one in streams if one.get("/Subtype") == "/Image"]


@pytest.mark.parametrize(
    "values", [photographed(), report(), PosterValues(photographed())], ids=lambda one: type(one).__name__
)
def test_the_photograph_is_in_the_file_once_and_says_what_it_is(values: PrintValues, press: Press) -> None:
    printed = press(values)

    assert images(printed.pdf) == [(800, "/DeviceRGB")]
    assert SAID in [figure.alt for figure in Structure(printed.pdf).root.all("Figure")]
    assert press.squeezed("2 notes") in printed.text() or isinstance(values, PosterValues)


def test_a_printer_without_colour_gets_it_in_grey() -> None:
    out = io.BytesIO()
    render([photographed()], out, grey=True)

    assert images(out.getvalue()) == [(800, "/DeviceGray")]


@pytest.mark.parametrize("data", [PHOTO[:90], b"not a picture", HUGE, b"\xff\xd8\xff"])
def test_a_photograph_that_cannot_be_opened_is_told_in_words(data: bytes, press: Press) -> None:
    printed = press(photographed(data=data))

    assert images(printed.pdf) == []
    assert press.squeezed(SAID) in printed.text()


def test_a_photograph_is_not_mirrored_where_pages_are() -> None:
    pages: list[bytes] = []
    for language in ("en", "ar"):
        out = io.BytesIO()
        render([report()], out, languages=(language,))
        pages.append(out.getvalue())

    assert images(pages[0]) == images(pages[1])
    assert not any(across < 0 for across in widths(pages[1]))


def widths(pdf: bytes) -> list[float]:
    """How wide each picture is painted, in points; less than nothing where it is turned around."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        steps = [step for page in file.pages for step in pikepdf.parse_content_stream(page)]
    turns = pairwise(steps)
    return [float(before.operands[0]) for before, here in turns if str(here.operator) == "Do"]
