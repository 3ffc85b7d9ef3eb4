"""A poster is drawn once and shown in pieces; its words are on the first pages, for everybody."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.workshop.queries.after_values import PosterValues
from tests.pdf.documents.giving_back import wall
from tests.pdf.documents.looking import type_size
from tests.pdf.documents.organising import ARABIC, HOSTILE, URDU

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press

QUESTION = PosterValues(wall(frames=(), notes=(), meanings=()))


def full(notes: int = 24) -> PosterValues:
    return PosterValues(wall(*(f"Note {n} says they moved it" for n in range(notes)), groups=4))


def test_the_first_page_says_how_the_sheets_go_together_and_what_stands_on_them(press: Press) -> None:
    first, *others = press(full()).texts()

    for wanted in ("How might we hear each other sooner?", "across and", "Print at 100 %"):
        assert press.squeezed(wanted) in first, wanted
    key = first + "".join(page for page in others if "Sheet" not in page)
    assert all(press.squeezed(f"Note {n} says they moved it") in key for n in range(24))


@pytest.mark.parametrize("reading", [Reading.STANDARD, Reading.LARGE])
def test_the_names_of_the_sheets_stand_around_the_key_and_cover_nothing_of_it(press: Press, reading: Reading) -> None:
    with pypdfium2.PdfDocument(press(full(), reading=reading).pdf) as pdf:
        page = pdf[0]
        (key,) = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_FORM], max_depth=1)
        left, bottom, right, top = key.get_bounds()
        words = [one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], max_depth=1)]
        page.close()

    assert not [one for one in words if left < one[2] and one[0] < right and bottom < one[3] and one[1] < top]
    assert len([one for one in words if one[2] < left and bottom < one[1] and one[3] < top]) == 2  # A and B
    assert len([one for one in words if top < one[1] < top + 40 and left < one[0] and one[2] < right]) == 2  # 1 and 2


def test_one_sheet_across_is_not_called_one_sheets(press: Press) -> None:
    first = press(PosterValues(wall("They moved it", groups=1)), paper="A3").texts()[0]

    assert press.squeezed("Sheets: 1 across and") in first
    assert press.squeezed("1 sheets") not in first


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_every_sheet_has_its_name_and_shows_a_piece(press: Press, paper: str) -> None:
    printed = press(full(), paper=paper)
    (named,) = [page for page in printed.texts() if "SheetA1of" in page]

    count = int(named.split("SheetA1of")[1].split("·")[0])
    sheets = [n for n, page in enumerate(printed.texts(), 1) if f"of{count}·" in page]
    assert len(sheets) == count
    assert all((printed.picture(n, 20) < 200).any() for n in sheets)


def test_the_drawing_is_in_the_file_once(press: Press) -> None:
    with pikepdf.open(io.BytesIO(press(full()).pdf)) as file:
        forms = [
            one for one in file.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == pikepdf.Name.Form
        ]
        assert len(forms) == 1
        assert len(file.pages) > 4


def test_a_question_alone_is_set_as_large_as_it_goes(press: Press) -> None:
    printed = press(QUESTION)

    assert printed.report.pages > 2
    assert press.squeezed("How might we hear each other sooner?") in printed.texts()[0]
    assert press.squeezed("What stands on it") not in printed.text()


def test_a_question_without_a_space_is_large_all_the_same(press: Press) -> None:
    sheet_of_it = press(PosterValues(replace(QUESTION.wall, question="Howmightwe" * 30))).pdf
    with pypdfium2.PdfDocument(sheet_of_it) as pdf:
        sizes = [type_size(one) for one in pdf[len(pdf) - 1].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]

    assert max(sizes) > 50


def test_what_is_cut_is_told_in_english_to_the_one_who_prints(press: Press) -> None:
    values = wall("moved without telling anybody " * 400, "short")

    assert press(PosterValues(values), languages=("ur",)).report.warnings[0].startswith("1 note is too long for its")


def test_words_are_found_again_in_any_script(press: Press) -> None:
    said = [*HOSTILE, ARABIC, URDU]
    printed = press(PosterValues(wall(*said)))

    assert [text for text in said if press.squeezed(text) not in printed.text()] == []
    assert b"/URI" not in printed.pdf


def test_without_a_question_there_is_no_poster(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no board to make a poster of"):
        press(PosterValues(replace(QUESTION.wall, question=" ")))
