"""Ballots on paper: every option is there to read, every box where the geometry says, and every page says who it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import BadInput, NothingToPrint
from facilitator.domain.identity import Form
from facilitator.domain.letters import letter
from facilitator.pdf.documents.ballot_head import CUT_PROMISE, CUT_QUESTION
from facilitator.pdf.documents.ballots import shape_of
from facilitator.pdf.documents.draft import DRAFT_WARNING
from tests.pdf.documents.looking import corners, ink, outline, sheets

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press

PLACES = ["One shared wall", "People, not leaflets", "Saturday family drop-in"]
HOSTILE = ["<b>unclosed", "a<br>b", "<Bins> are full", "&amp;", "<img src='/etc/passwd'>", "<a href='file:'>"]


@pytest.mark.parametrize(("name", "visible"), [("london-youth-policing", 36), ("affordable-housing", 119)])
def test_every_visible_option_can_be_read_on_the_ballot(press: Press, name: str, visible: int) -> None:
    values = press.ballots_of(name)
    printed = press(values)

    assert len(values.options) == visible
    text = printed.text()
    assert [option.text for option in values.options if press.squeezed(option.text) not in text] == []
    assert printed.report.warnings == ()
    assert printed.report.pages == len(printed.texts())


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
@pytest.mark.parametrize("method", ["agree", "dots"])
def test_boxes_are_printed_where_the_geometry_says(press: Press, paper: str, method: str) -> None:
    values = press.ballots(PLACES * 4, method=method, dots=7)
    printed = press(values, paper=paper)
    shape = shape_of(values, paper)

    for number in range(1, sheet.pages(shape) + 1):
        picture = printed.picture(number, dpi=200)
        page = sheet.page(shape, number)
        assert page.ticks
        for tick in page.ticks:
            assert outline(picture, tick.box, 200) == pytest.approx(corners(tick.box), abs=0.3)


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_every_page_says_which_ballot_it_belongs_to(press: Press, paper: str) -> None:
    values = press.ballots(PLACES * 7, numbers=(3, 41))
    printed = press(values, paper=paper)
    form = Form(values.poll_id, shape_of(values, paper))
    sides = sheet.pages(form.shape)

    read = [sheets(printed, number, form, values.key) for number in range(1, 2 * sides + 1)]

    expected = [(number, side) for number in (3, 41) for side in range(1, sides + 1)]
    assert read == [[who, who] for who in expected]
    first = printed.texts()[0]
    assert press.squeezed("Ballot 3") in first
    assert press.squeezed("nobody notes who has which") in first


def test_a_vote_is_printed_before_its_options_have_names(press: Press) -> None:
    values = press.ballots([], method="dots")
    printed = press(values)

    page = sheet.page(shape_of(values), 1)
    assert [letter(row.place) for row in page.rows] == list("ABCDEFGH")
    assert len(page.ticks) == 8 * 5
    for row in page.rows:
        below = row.words.inset(2.0)
        assert ink(printed.picture(1), below, 150) > 0.001


def test_as_many_letters_are_left_blank_as_the_vote_asks_for(press: Press) -> None:
    assert len(shape_of(press.ballots([], blank_letters=5)).rows) == 5


def test_letters_without_a_name_are_printed_beside_those_with_one(press: Press) -> None:
    values = press.ballots(["Wall", "Phone"], unnamed=(3, 4))
    assert shape_of(values).rows == (1, 2, 3, 4)
    assert "AWallBPhoneCD" in press(values).text()
    named = press.ballots(["Wall", "Phone", "Bus", "Shed"])
    assert shape_of(named) == shape_of(values)  # so that what is out is still read when its letters have names


def test_no_more_circles_are_on_a_line_than_dots_one_option_may_get(press: Press) -> None:
    values = press.ballots(PLACES, method="dots", dots=5, most_on_one=2)
    assert len(sheet.page(shape_of(values), 1).ticks) == 2 * len(PLACES)
    assert press.squeezed("At most 2 on one line.") in press(values).text()


def test_a_ballot_says_what_its_result_will_do(press: Press) -> None:
    promise = {"consequence": "The winner is tried in February", "answered_by": "Ruth", "answer_date": "2027-01-14"}
    text = press(press.ballots(PLACES, **promise)).text()

    assert press.squeezed("The winner is tried in February. Ruth will answer by 14 January 2027.") in text


def test_a_ballot_asks_for_more_in_any_language_and_tells_what_to_do_after_a_mistake(press: Press) -> None:
    text = press(press.ballots(PLACES)).text()

    assert press.squeezed("Anything you want to add? Any language.") in text
    assert press.squeezed("A mistake?") in text


def test_hostile_words_are_printed_as_they_stand(press: Press) -> None:
    text = press(press.ballots(HOSTILE)).text()

    assert [option for option in HOSTILE if press.squeezed(option) not in text] == []


def test_arabic_options_can_be_copied_in_reading_order(press: Press) -> None:
    options = ["جدار واحد مشترك", "لقاء عائلي يوم السبت"]
    text = press(press.ballots(options, question="أي فكرة نجرب أولاً؟", method="dots")).text()

    assert all(press.squeezed(option) in text for option in options)


def test_an_option_too_long_for_its_line_is_cut_and_said(press: Press) -> None:
    long = "We would like to see " + "very " * 400 + "many things"
    printed = press(press.ballots([PLACES[0], long]))

    assert printed.report.warnings == ("Option B is too long for its line and was cut. Give it a shorter wording.",)
    assert "…" in printed.text()
    boxes = sheet.page(shape_of(press.ballots(PLACES[:2])), 1).ticks
    picture = printed.picture(1, dpi=200)
    assert all(outline(picture, tick.box, 200) == pytest.approx(corners(tick.box), abs=0.3) for tick in boxes)


def test_a_question_too_long_for_the_head_is_cut_and_said(press: Press) -> None:
    printed = press(press.ballots(PLACES, question="Why " * 250, consequence="Then " * 300))

    assert len(printed.report.warnings) == 2
    assert all("too long" in warning and "Why" not in warning for warning in printed.report.warnings)


def test_a_side_is_laid_out_once_and_each_further_ballot_takes_little_room(press: Press) -> None:
    one = press(press.ballots(PLACES * 4, numbers=(1,)))
    many = press(press.ballots(PLACES * 4, numbers=tuple(range(1, 101))))

    assert (len(many.pdf) - len(one.pdf)) / 99 < 6_000


def test_options_keep_their_letters_when_others_are_hidden(press: Press) -> None:
    values = press.ballots(PLACES)
    shown = replace(values, options=values.options[1:])

    assert shape_of(shown).rows == (2, 3)
    assert [row.place for row in sheet.page(shape_of(shown), 1).rows] == [2, 3]


def test_without_numbers_there_is_nothing_to_print(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no ballot to print"):
        press(press.ballots(PLACES, numbers=()))


def test_a_vote_too_long_for_paper_is_refused(press: Press) -> None:
    with pytest.raises(BadInput, match="too long for a ballot on paper"):
        press(press.ballots(["One"] * 2_000))


PROMISED = {"consequence": "The cabinet reads it in January", "answered_by": "Ruth", "answer_date": "2027-01-14"}
LONG_QUESTION = (
    "If the council cannot pay for both, should the old swimming baths be repaired slowly over ten years, or closed "
    "now and the money put into free swimming lessons for every child at the new pool?"
)


@pytest.mark.parametrize("language", ["ur", "bn"])
def test_where_a_head_is_too_full_what_comes_of_the_vote_stands_at_the_end_and_nothing_is_cut(
    press: Press, language: str
) -> None:
    values = press.ballots(PLACES, method="dots", question=LONG_QUESTION, **PROMISED)
    printed = press(values, languages=(language,))

    assert printed.report.warnings == (DRAFT_WARNING,)
    text = printed.text()
    assert "…" not in text
    assert press.squeezed(LONG_QUESTION) in text
    assert text.index(press.squeezed("Ask for a new ballot".lower())) < text.index(press.squeezed("What happens next:"))


@pytest.mark.parametrize("language", ["ur", "bn", "pl"])
def test_how_to_vote_is_cut_last_of_all(press: Press, language: str) -> None:
    long = {**PROMISED, "consequence": "Then it is read aloud. " * 200}
    printed = press(press.ballots(PLACES, method="dots", question="Why " * 250, **long), languages=(language,))

    assert press.squeezed("Do not write your name.") in printed.text()
    assert sorted(printed.report.warnings) == sorted([CUT_QUESTION, CUT_PROMISE, DRAFT_WARNING])
