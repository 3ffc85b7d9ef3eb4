"""Ballots and feedback forms in large print: large letters in rooms of their own, and the same questions, letters and
boxes as on any other, found again by the same geometry.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
import zxingcpp

from facilitator.domain import identity, sheet
from facilitator.domain.identity import Form
from facilitator.domain.letters import letter
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import PAPERS, Large
from facilitator.pdf.documents.ballots import Ballots, shape_of
from facilitator.pdf.documents.feedback_forms import FeedbackForms
from facilitator.pdf.edition import Edition
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.wording import wording
from tests.pdf.documents.looking import corners, outline, sheets, smallest_type

if TYPE_CHECKING:
    from facilitator.domain.sheet import Shape
    from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
    from tests.pdf.documents.conftest import Press, Printed

LARGE = Reading.LARGE
PLACES = ["One shared wall by the gate", "People, not leaflets", "Saturday family drop-in"]
LONG = "We would like somebody at the surgery who tells us what there is for children in our own language, " * 2
PROMISE = {"consequence": "The winner is tried in February", "answered_by": "Ruth", "answer_date": "2027-01-14"}
QUESTION = "Where shall the next wall go, and who looks after it in the holidays?"
DPI = 200


def edition(paper: str = "A4", languages: tuple[str, ...] = ("en",)) -> Edition:
    return Edition(PAPERS[paper], FontBook.default(), wording(languages), LARGE)


def shape(values: BallotValues | FeedbackFormValues, paper: str = "A4") -> Shape:
    form = FeedbackForms if hasattr(values, "form_id") else Ballots
    return form(values, edition(paper)).shape  # pyright: ignore[reportArgumentType]


def boxes_are_where_the_geometry_says(printed: Printed, shape: Shape) -> bool:
    for number in range(1, sheet.pages(shape) + 1):
        picture = printed.picture(number, dpi=DPI)
        for tick in sheet.page(shape, number).ticks:
            assert outline(picture, tick.box, DPI) == pytest.approx(corners(tick.box), abs=0.4)
    return True


@pytest.mark.parametrize("paper", ["A4", "A3", "letter"])
@pytest.mark.parametrize("method", ["agree", "dots"])
def test_a_ballot_in_large_print_has_its_boxes_where_the_one_geometry_says(
    press: Press, paper: str, method: str
) -> None:
    values = press.ballots([*PLACES, LONG], method=method, dots=7, **PROMISE)
    printed = press(values, paper=paper, reading=LARGE)

    assert printed.report.warnings == ()
    assert boxes_are_where_the_geometry_says(printed, shape(values, paper))


@pytest.mark.parametrize("name", ["Gate Wall", ""])
def test_a_feedback_form_in_large_print_has_its_circles_where_the_one_geometry_says(press: Press, name: str) -> None:
    values = press.feedback_forms(name, to_learn=(LONG, "Would you look at it every day?"))
    printed = press(values, reading=LARGE)

    assert printed.report.warnings == ()
    assert boxes_are_where_the_geometry_says(printed, shape(values))


@pytest.mark.parametrize("languages", [("en",), ("ar", "en"), ("ur", "en"), ("bn",), ("pl", "en"), ("so",)])
@pytest.mark.parametrize("method", ["agree", "dots"])
def test_nothing_on_a_ballot_in_large_print_is_small_or_left_out(
    press: Press, method: str, languages: tuple[str, ...]
) -> None:
    values = press.ballots([*PLACES, LONG], method=method, question=QUESTION, **PROMISE)
    printed = press(values, languages=languages, reading=LARGE)

    sizes = [smallest_type(printed.pdf, page) for page in range(printed.report.pages)]
    assert min(sizes) >= 18
    text = printed.text()
    assert "…" not in text
    assert all(press.squeezed(said) in text for said in (*PLACES, LONG, QUESTION))


@pytest.mark.parametrize("languages", [("en",), ("ar", "en"), ("ur", "en"), ("bn",), ("pl", "en"), ("so",)])
def test_nothing_on_a_feedback_form_in_large_print_is_small_or_left_out(
    press: Press, languages: tuple[str, ...]
) -> None:
    values = press.feedback_forms("A wall by the gate " * 4, to_learn=(LONG, "Would you look at it every day?"))
    printed = press(values, languages=languages, reading=LARGE)

    assert min(smallest_type(printed.pdf, page) for page in range(printed.report.pages)) >= 18
    assert "…" not in printed.text()


def test_a_real_vote_in_large_print_has_every_statement_with_its_letter(press: Press) -> None:
    values = press.ballots_of("london-youth-policing")
    printed = press(values, reading=LARGE)
    text = printed.text()

    assert printed.report.warnings == ()
    for option in values.options:
        assert press.squeezed(letter(option.place) + option.text + "AgreeDisagreePass") in text


def test_letters_and_boxes_mean_the_same_as_on_any_other_ballot(press: Press) -> None:
    values = press.ballots([*PLACES, LONG], method="dots", most_on_one=2, unnamed=(5, 7))

    assert asked(shape(values)) == asked(shape_of(values))
    assert sheet.pages(shape(values)) > sheet.pages(shape_of(values))


def asked(shape: Shape) -> list[tuple[int, str, str]]:
    pages = [sheet.page(shape, number) for number in range(1, sheet.pages(shape) + 1)]
    return [(row.place, tick.field, tick.value) for page in pages for row in page.rows for tick in row.ticks]


def test_the_code_of_a_large_page_leads_to_its_ballot_its_page_and_its_geometry(press: Press) -> None:
    values = press.ballots(PLACES * 3, numbers=(3, 41), **PROMISE)
    printed = press(values, reading=LARGE)
    form = Form(values.poll_id, shape(values))
    sides = sheet.pages(form.shape)
    read = [sheets(printed, number, form, values.key) for number in range(1, 2 * sides + 1)]

    assert read == [[(number, side)] * 2 for number in (3, 41) for side in range(1, sides + 1)]


def test_whoever_reads_a_large_page_finds_its_room_by_trying(press: Press) -> None:
    """A reader knows the options from the file; how much room was left for words is one of a few thousand."""
    values = press.ballots(PLACES, **PROMISE)
    printed = press(values, reading=LARGE)
    code = zxingcpp.read_barcodes(printed.picture(1), zxingcpp.BarcodeFormat.DataMatrix)[0].text  # pyright: ignore[reportArgumentType]
    usual = shape_of(values)
    rooms = (
        Large(head, words, answers, end)
        for head, words, answers, end in product(range(1, 25), range(1, 9), range(1, 4), range(1, 13))
    )
    found = [
        room for room in rooms if identity.read(code, values.key, [Form(values.poll_id, _with(usual, room))]).sheet
    ]

    assert found == [shape(values).large]


def _with(usual: Shape, room: Large) -> Shape:
    return sheet.Shape(usual.kind, usual.paper, usual.method, usual.dots, usual.rows, usual.mirrored, room)


def test_blank_letters_in_large_print_have_a_line_to_write_on(press: Press) -> None:
    values = press.ballots([], method="dots", blank_letters=5)
    printed = press(values, reading=LARGE)

    assert printed.report.warnings == ()
    assert boxes_are_where_the_geometry_says(printed, shape(values))


def test_on_a_paper_too_small_for_large_print_words_are_cut_and_that_is_said_and_none_is_small(press: Press) -> None:
    values = press.ballots(PLACES, **PROMISE)
    printed = press(values, paper="A5", languages=("ur", "en"), reading=LARGE)

    assert any("larger sheets" in warning for warning in printed.report.warnings)
    assert min(smallest_type(printed.pdf, page) for page in range(printed.report.pages)) >= 18


def test_each_word_stands_beside_its_own_box_in_both_languages_of_a_mirrored_page(press: Press) -> None:
    values = press.ballots(PLACES)
    printed = press(values, languages=("ur", "en"), reading=LARGE)
    large = Ballots(values, replace(edition(languages=("ur", "en")), drafted=True)).shape

    page = sheet.page(large, 2)
    boxes = [tick.box.x for tick in page.rows[0].ticks]
    ends = [printed.right_edge(2, word, page.rows[0].box) for word in ("Agree", "Disagree", "Pass")]
    assert ends == [pytest.approx(box - 3.0, abs=1.5) for box in boxes]
