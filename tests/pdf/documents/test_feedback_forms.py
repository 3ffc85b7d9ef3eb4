"""Feedback forms name the prototype, or leave a line for its name, and can be read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.identity import Form
from facilitator.domain.sheet import PAPERS, Shape
from tests.pdf.documents.looking import corners, ink, outline, sheets

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press


def test_a_form_names_the_prototype_and_asks_everything(press: Press) -> None:
    printed = press(press.feedback_forms(to_learn=("Would you look at it every day?",)))

    (text,) = printed.texts()
    for said in (
        "How was it? Gate Wall, version 2",
        "someone who would use it",
        "someone who would help run it",
        "What worked",
        "What to change",
        "Questions",
        "New ideas",
        "Would you look at it every day?",
        "Would you be part of the next step?",
        "not now",
        "Form 7",
    ):
        assert press.squeezed(said) in text


def test_a_form_without_a_prototype_has_a_line_for_its_name(press: Press) -> None:
    printed = press(press.feedback_forms(""))

    assert press.squeezed("What did you try?") in printed.text()
    assert press.squeezed("Anything else") in printed.text()


@pytest.mark.parametrize("paper", list(PAPERS))
def test_circles_are_printed_where_the_geometry_says_and_are_empty(press: Press, paper: str) -> None:
    printed = press(press.feedback_forms(), paper=paper)
    shape = Shape("feedback", paper)

    for number in range(1, sheet.pages(shape) + 1):
        picture = printed.picture(number, dpi=200)
        for tick in sheet.page(shape, number).ticks:
            assert outline(picture, tick.box, 200) == pytest.approx(corners(tick.box), abs=0.3)
            assert ink(picture, tick.box.inset(tick.box.width / 4), 200) == 0.0


@pytest.mark.parametrize("paper", list(PAPERS))
def test_every_form_says_which_it_is(press: Press, paper: str) -> None:
    values = press.feedback_forms(numbers=(1, 2))
    printed = press(values, paper=paper)
    form = Form(values.form_id, Shape("feedback", paper))
    sides = sheet.pages(form.shape)

    read = [sheets(printed, number, form, values.key) for number in range(1, 2 * sides + 1)]

    assert read == [[(number, side)] * 2 for number in (1, 2) for side in range(1, sides + 1)]


def test_a_long_name_and_long_questions_are_cut_and_said(press: Press) -> None:
    printed = press(press.feedback_forms("Wall " * 60, to_learn=("Why? " * 900,)))

    assert len(printed.report.warnings) == 2
    assert not any("Wall" in warning for warning in printed.report.warnings)


def test_without_numbers_there_is_nothing_to_print(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no feedback form to print"):
        press(press.feedback_forms(numbers=()))
