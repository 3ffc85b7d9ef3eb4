"""A poster is drawn once and shown in pieces; its words are on the first pages, for everybody."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.workshop.queries.after_values import PosterValues
from tests.pdf.documents.giving_back import wall
from tests.pdf.documents.organising import ARABIC, HOSTILE, URDU

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press

QUESTION = PosterValues(wall(frames=(), notes=(), meanings=()))


def full(notes: int = 24) -> PosterValues:
    return PosterValues(wall(*(f"Note {n} says they moved it" for n in range(notes)), groups=4))


def test_the_first_page_says_how_the_sheets_go_together_and_what_stands_on_them(press: Press) -> None:
    first, *others = press(full()).texts()

    for wanted in ("How might we hear each other sooner?", "across and", "Print at 100 %", "A1", "A2"):
        assert press.squeezed(wanted) in first, wanted
    key = first + "".join(page for page in others if "Sheet" not in page)
    assert all(press.squeezed(f"Note {n} says they moved it") in key for n in range(24))


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


def test_words_are_found_again_in_any_script(press: Press) -> None:
    said = [*HOSTILE, ARABIC, URDU]
    printed = press(PosterValues(wall(*said)))

    assert [text for text in said if press.squeezed(text) not in printed.text()] == []
    assert b"/URI" not in printed.pdf


def test_without_a_question_there_is_no_poster(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no board to make a poster of"):
        press(PosterValues(replace(QUESTION.wall, question=" ")))
