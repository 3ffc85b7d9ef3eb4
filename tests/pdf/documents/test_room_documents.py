"""The papers for the room print whole on every paper, say words as they were written, and refuse in a sentence."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.consent import QUESTIONS
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import PAPERS
from facilitator.pdf import pack_words, room_words
from facilitator.pdf.documents.render import render
from facilitator.pdf.greetings import GREETINGS, greetings
from facilitator.workshop.queries.room_values import (
    AgreementValues,
    EvaluationValues,
    ExpensesValues,
    GridValues,
    ParkingValues,
    StickySheetValues,
)
from tests.pdf.documents import furnishing as room
from tests.pdf.documents.organising import HEAD, HOSTILE, LONG, NAMES
from tests.pdf.structure import Structure

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press

EVERY = room.every_kind()
KINDS = [type(one).__name__ for one in EVERY]
LARGE_NAME = 2_000


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("values", EVERY, ids=KINDS)
def test_every_paper_holds_every_document(press: Press, values: object, paper: str) -> None:
    printed = press(values, paper=paper)  # type: ignore[arg-type]
    assert printed.report.pages == len(printed.texts())
    assert all("Printed13Jan2027,20:41" in text for text in printed.texts())


@pytest.mark.parametrize("values", EVERY, ids=KINDS)
def test_peoples_words_are_printed_as_they_were_written(press: Press, values: object) -> None:
    held = [word for word in HOSTILE if word in repr(values)]
    text = press(values).text()  # type: ignore[arg-type]
    assert [word for word in held if press.squeezed(word) not in text] == []


@pytest.mark.parametrize("reading", [Reading.LARGE, Reading.EASY])
@pytest.mark.parametrize("values", EVERY, ids=KINDS)
def test_large_type_has_room(values: object, reading: Reading) -> None:
    assert render([values], io.BytesIO(), reading=reading).pages  # type: ignore[list-item]


@pytest.mark.parametrize("languages", [("ar",), ("en", "ar"), ("ur", "en")])
@pytest.mark.parametrize("values", EVERY, ids=KINDS)
def test_one_language_or_two_have_room(values: object, languages: tuple[str, ...]) -> None:
    assert render([values], io.BytesIO(), languages=languages).pages  # type: ignore[list-item]


def test_a_consent_card_asks_every_use_in_the_words_of_the_window(press: Press) -> None:
    text = press(room.consent("Amina", blank=0)).text()
    assert [question for question in QUESTIONS.values() if press.squeezed(question) not in text] == []
    assert press.squeezed(room_words.SO_FAR["no"]) not in text
    assert press.squeezed(room_words.SO_FAR["yes"]) not in text


def test_what_was_said_before_stands_on_the_card_and_nothing_is_ticked_for_anybody(press: Press) -> None:
    said_no = press(room.consent("Amina", said="no", blank=0))
    said_yes = press(room.consent("Amina", said="yes", blank=0))
    assert said_no.text().count(press.squeezed(room_words.SO_FAR["no"])) == len(room.USES)
    assert said_yes.text().count(press.squeezed(room_words.SO_FAR["yes"])) == len(room.USES)
    assert said_no.picture(1)[300:700, 900:].mean() == pytest.approx(said_yes.picture(1)[300:700, 900:].mean(), abs=1.0)


def test_each_card_is_one_page_with_one_name(press: Press) -> None:
    printed = press(room.consent("Amina", "Dave", blank=2))
    assert printed.report.pages == 4
    assert [("Amina" in text, "Dave" in text) for text in printed.texts()] == [
        (True, False),
        (False, True),
        (False, False),
        (False, False),
    ]


@pytest.mark.parametrize(("language", "sides"), [("ar", 1), ("bn", 1), ("pl", 1), ("so", 1), ("ur", 2)])
def test_a_card_beside_english_is_one_sheet_and_all_that_is_signed_is_together(language: str, sides: int) -> None:
    out = io.BytesIO()
    report = render([room.consent("Abdi", said="yes", blank=0)], out, languages=(language, "en"))

    assert report.pages == sides
    signed = (room_words.HOW_SAID, room_words.SIGNATURE, room_words.GUARDIAN_SIGNATURE, room_words.ASK)
    said = [node for node in Structure(out.getvalue()).root.walk() if any(words in node.text for words in signed)]
    assert [node.pages for node in said] == [{sides - 1}] * len(signed)


def test_a_form_of_who_knows_whom_does_not_ask_a_person_about_themselves(press: Press) -> None:
    names = tuple(f"Name{n:02}" for n in range(1, 32))
    printed = press(room.relationship_form(*names, blank=1))
    assert printed.report.pages == 32
    for name, text in zip(names, printed.texts(), strict=False):
        assert text.count(name) == 1
        assert [other for other in names if other not in text] == []


def test_a_table_sign_is_read_from_both_sides(press: Press) -> None:
    printed = press(room.table_signs("Oak"))
    grey = printed.picture(1, dpi=50)
    half = grey.shape[0] // 2
    dark = [(part < 128).sum() for part in (grey[: half - 10], grey[half + 10 : -60])]
    assert dark[0] > LARGE_NAME
    assert dark[0] == pytest.approx(dark[1], rel=0.1)


def test_a_poster_is_one_sheet_however_much_is_planned(press: Press) -> None:
    assert press(room.welcome(*(f"Block {n}" for n in range(14)))).report.pages == 1
    assert press(AgreementValues(LONG, HEAD.printed)).report.pages == 1


def test_the_door_greets_in_every_language_we_are_sure_of(press: Press) -> None:
    assert [code for code, _ in greetings(("en", "ar", "phr", "pt-BR", "ar"), but_for=("en",))] == ["ar", "pt"]
    printed = press(room.welcome("Tea", languages=tuple(GREETINGS)))
    assert printed.report.warnings == ()


def test_tables_share_what_they_are_asked(press: Press) -> None:
    text = press(room.prompt_cards("Only for tables.", copies=6)).text()
    assert text.count("Onlyfortables.") == 6


def test_a_letter_without_a_name_is_a_line(press: Press) -> None:
    text = press(room.option_key("One shared wall", unnamed=(2, 3))).text()
    assert "AOnesharedwall" in text
    assert "B" in text


def test_a_story_has_numbered_lines_and_its_translation(press: Press) -> None:
    printed = press(room.stories(room.STORY, translation="وصلنا وكان الباب مقفلاً."))
    assert printed.report.pages == 2
    first, second = printed.texts()
    assert "TheLockedDoor".casefold() in first.casefold()
    assert "5" in first
    assert "InArabic" in second


def test_a_long_story_goes_on_and_so_do_its_numbers(press: Press) -> None:
    printed = press(room.stories("\n".join([room.STORY] * 9)))
    assert printed.report.pages > 1
    assert "60" in printed.texts()[1]


def test_both_parts_of_a_ticket_have_its_number(press: Press) -> None:
    text = press(ParkingValues("Millbrook", 7, HEAD.printed)).text()
    assert [text.count(f"Ticket{number}") for number in range(1, 8)] == [2] * 7


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_cut_apart_holds_all_that_belongs_on_it(press: Press, paper: str) -> None:
    """A ticket or a slip that went on on the next sheet would be cut in two."""
    for text in press(ParkingValues("Millbrook", 7, HEAD.printed), paper=paper).texts():
        assert {text.count(f"Ticket{number}") for number in range(1, 8)} <= {0, 2}
    how, signed = press.squeezed(room_words.EXPENSES_HOW), press.squeezed(room_words.SIGNATURE)
    for text in press(ExpensesValues(HEAD, 3), paper=paper).texts():
        assert text.count(how) == text.count(signed) > 0


def test_a_slip_is_one_persons(press: Press) -> None:
    printed = press(ExpensesValues(HEAD, 3))
    assert printed.report.pages == 2
    assert printed.text().count(press.squeezed(room_words.EXPENSES_HOW)) == 3


def test_blank_sheets_always_print(press: Press) -> None:
    assert press(GridValues("", HEAD.printed)).report.pages == 4
    assert press(StickySheetValues("", (), HEAD.printed)).report.pages == 1
    assert press(EvaluationValues(HEAD)).report.pages == 1


def test_in_large_print_the_questions_leave_room_for_a_hand_though_it_takes_another_sheet(press: Press) -> None:
    long = replace(HEAD, title="What shall happen to the old swimming baths, and who is to look after them? " * 2)

    assert press(EvaluationValues(long)).report.pages == 1
    assert press(EvaluationValues(long), reading=Reading.LARGE).report.pages == 2


def test_a_pocket_holds_the_plan_and_whom_to_tell(press: Press) -> None:
    printed = press(room.pocket_order("Welcome", "Ideas", "Break"))
    assert printed.report.pages == 1
    assert press.squeezed(room_words.POCKET_HARM) in printed.text()


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (room.consent(blank=0), "no consent card"),
        (room.table_signs(), "no tables"),
        (room.prompt_cards(), "words to say"),
        (room.option_key(), "nothing to choose from"),
        (room.stories(), "no story"),
        (room.relationship_form(NAMES[0]), "Fewer than two"),
        (room.pocket_order(), "no activities"),
        (ExpensesValues(HEAD, 0), "no slip"),
        (ParkingValues("", 0, ""), "no ticket"),
    ],
)
def test_what_has_nothing_to_say_is_refused_in_one_sentence(press: Press, values: object, sentence: str) -> None:
    with pytest.raises(NothingToPrint, match=sentence):
        press(values)  # type: ignore[arg-type]


def test_the_packing_list_knows_each_of_them() -> None:
    assert set(KINDS) == set(pack_words.PAPERS)
