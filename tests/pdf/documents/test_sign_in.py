"""The sign-in sheet has everybody's name beside a box, and lines for those who walk in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from tests.pdf.documents.organising import ARABIC, HOSTILE, NAMES, URDU, sign_in

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_every_name_is_found_again_on_every_paper(press: Press, paper: str) -> None:
    text = press(sign_in(*NAMES, helpers=("Samia", "Donna")), paper=paper).text()

    assert [name for name in (*NAMES, "Samia", "Donna") if press.squeezed(name) not in text] == []
    assert press.squeezed("Not on the list?") in text


def test_34_people_with_helpers_and_lines_to_write_on_are_one_sheet_of_a4(press: Press) -> None:
    assert press(sign_in(*NAMES, helpers=("Samia", "Donna", "Ellen"))).report.pages == 1


def test_nothing_but_names_is_written_about_anybody(press: Press) -> None:
    one, other = press(sign_in("Amina")), press(sign_in("Dave"))

    assert one.text().replace("Amina", "") == other.text().replace("Dave", "")


def test_names_are_printed_as_they_are_written(press: Press) -> None:
    text = press(sign_in(*HOSTILE, ARABIC, URDU)).text()

    assert [name for name in (*HOSTILE, ARABIC, URDU) if press.squeezed(name) not in text] == []


def test_four_hundred_people_take_as_many_sheets_as_they_need(press: Press) -> None:
    names = [f"Visitor number {n:03}" for n in range(400)]
    printed = press(sign_in(*names, blank=60))

    assert printed.report.pages >= 8
    assert [name for name in names if press.squeezed(name) not in printed.text()] == []


def test_without_anybody_there_is_no_sheet(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="Add people first"):
        press(sign_in())
