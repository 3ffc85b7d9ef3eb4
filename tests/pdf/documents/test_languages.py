from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import polib
import pypdfium2
import pytest

from facilitator.domain import sheet
from facilitator.domain.identity import Form
from facilitator.domain.sheet import Shape
from facilitator.pdf.documents.ballots import shape_of
from facilitator.pdf.documents.draft import DRAFT_WARNING
from facilitator.pdf.documents.option_words import option_words
from facilitator.pdf.documents.render import STAPLE, render
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import lay_out
from facilitator.pdf.text.phrase import Phrase
from facilitator.pdf.text.style import TextStyle
from facilitator.pdf.wording import wording
from facilitator.workshop.queries.print_values import BallotOption
from facilitator.workshop.translations.correcting import hand_out, take_in
from facilitator.workshop.translations.shelf import Shelf
from tests.pdf.documents.conftest import KEY, Press, Printed, squeezed
from tests.pdf.documents.furnishing import option_key
from tests.pdf.documents.looking import corners, outline, sheets

PAIRS = [("ar",), ("ur",), ("bn",), ("so",), ("pl",), ("en", "ar"), ("ar", "en"), ("ur", "pl")]
ENGLISH_HOW = "Do not write your name."
OPTIONS = ["One shared wall", "People, not leaflets", "One number for everything"]


def printed(*values: object, languages: tuple[str, ...], paper: str = "A4") -> Printed:
    out = io.BytesIO()
    report = render(values, out, languages=languages, paper=paper)  # pyright: ignore[reportArgumentType]
    return Printed(out.getvalue(), report)


def all_checked(language: str, folder: Path) -> None:
    """Somebody who speaks it has read all of it, on this laptop."""
    shelf = Shelf.of_this_laptop()
    hand_out(shelf, language, folder / "copy.po")
    take_in(shelf, folder / "copy.po", "Amina", "2026-11-29", all_checked=True)


@pytest.mark.parametrize("languages", PAIRS)
def test_unchecked_voting_words_never_stand_without_the_english(press: Press, languages: tuple[str, ...]) -> None:
    page = printed(press.ballots(OPTIONS, method="dots"), languages=languages)
    assert squeezed(ENGLISH_HOW) in page.text()
    assert DRAFT_WARNING in page.report.warnings
    assert "Draft" in page.text()


def test_voting_words_that_are_checked_may_stand_alone(press: Press, tmp_path: Path) -> None:
    all_checked("pl", tmp_path)
    page = printed(press.ballots(OPTIONS, method="dots"), languages=("pl",))
    assert squeezed(ENGLISH_HOW) not in page.text()
    assert squeezed("Nie podpisuj się.") in page.text()
    assert page.report.warnings == ()


def test_one_unchecked_sentence_on_a_ballot_is_enough_for_the_english(press: Press, tmp_path: Path) -> None:
    all_checked("pl", tmp_path)
    own = Shelf.of_this_laptop().own_file("pl")
    po = polib.pofile(str(own))
    next(one for one in po if one.msgid == "Do not write your name.").flags = ["fuzzy"]
    own.write_text(str(po), "utf-8")
    page = printed(press.ballots(OPTIONS, method="dots"), languages=("pl",))
    assert squeezed(ENGLISH_HOW) in page.text()
    assert DRAFT_WARNING in page.report.warnings


def test_english_ballots_bear_no_mark(press: Press) -> None:
    page = printed(press.ballots(OPTIONS), languages=("en",))
    assert "Draft" not in page.text()
    assert page.report.warnings == ()


@pytest.mark.parametrize("paper", ["A4", "A5", "A3", "letter"])
@pytest.mark.parametrize("language", ["ar", "ur"])
def test_the_boxes_of_a_mirrored_ballot_are_where_a_reader_of_the_page_looks(
    press: Press, language: str, paper: str
) -> None:
    values = press.ballots(OPTIONS)
    page = printed(values, languages=(language,), paper=paper)
    shape = replace(shape_of(values, paper), mirrored=True)
    picture = page.picture(1)
    for tick in sheet.page(shape, 1).ticks:
        assert outline(picture, tick.box, 150) == pytest.approx(corners(tick.box), abs=0.35)
    assert sheets(page, 1, Form(values.poll_id, shape), KEY) == [(12, 1), (12, 1)]


@pytest.mark.parametrize(("languages", "mirrored"), [(("ur",), True), (("en", "ur"), False), (("pl",), False)])
def test_a_feedback_form_is_mirrored_where_its_main_language_is(
    press: Press, languages: tuple[str, ...], mirrored: bool
) -> None:
    values = press.feedback_forms()
    page = printed(values, languages=languages)
    shape = Shape("feedback", "A4", mirrored=mirrored)
    picture = page.picture(1)
    for tick in sheet.page(shape, 1).ticks:
        assert outline(picture, tick.box, 150) == pytest.approx(corners(tick.box), abs=0.35)
    assert sheets(page, 1, Form(values.form_id, shape), KEY) == [(7, 1), (7, 1)]


def test_the_file_says_which_language_it_is_in(press: Press) -> None:
    for languages, tag in ((("ar",), "ar"), (("en", "ar"), "en-GB")):
        with pikepdf.open(io.BytesIO(printed(press.feedback_forms(), languages=languages).pdf)) as pdf:
            assert str(pdf.Root.Lang) == tag


@pytest.mark.parametrize(("language", "said"), [("ar", True), ("pl", False)])
def test_whoever_prints_pages_from_right_to_left_is_told_where_to_staple(
    press: Press, language: str, said: bool
) -> None:
    values = press.report_of("london-youth-policing")
    assert (STAPLE in printed(values, languages=(language,)).report.warnings) == said


@pytest.mark.parametrize("language", ["ar", "ur", "bn", "so", "pl"])
def test_every_letter_of_a_language_has_a_picture(press: Press, language: str) -> None:
    said = Shelf.of_this_laptop().catalogue(language)
    fonts = FontBook.default()
    style = TextStyle(10, lang=language)
    lay_out("\n".join(form for entry in said.translated for form in entry.forms), style, 1_000, fonts)
    assert fonts.missing == set()


BOTH = (("ar", "جدار واحد مشترك"), ("en", "One shared wall"))


@pytest.mark.parametrize(
    ("languages", "said", "unsaid"),
    [
        (("en",), "One shared wall", "مشترك"),
        (("en", "ar"), "One shared wall", "/"),
        (("en", "ar"), "مشترك", "/"),
        (("en", "pl"), "مشترك", "Polish"),
    ],
)
def test_an_option_is_printed_in_the_language_asked_for_where_the_file_has_it(
    languages: tuple[str, ...], said: str, unsaid: str
) -> None:
    option = BallotOption(1, "جدار واحد مشترك / One shared wall", BOTH)
    words = option_words(option, wording(languages))
    whole = f"{words} {words.second if isinstance(words, Phrase) and words.second else ''}"
    assert said in whole
    assert unsaid not in whole


@pytest.mark.parametrize("languages", [("ur",), ("ur", "en"), ("en", "ur")])
def test_on_the_key_the_words_stand_beside_their_letter(languages: tuple[str, ...]) -> None:
    page = printed(option_key("Tea", "Bread"), languages=languages)
    with pypdfium2.PdfDocument(page.pdf) as file:
        text = file[0].get_textpage()
        letter, words = (text.get_charbox(_first(text, wanted)) for wanted in ("A", "Tea"))
        last = text.get_charbox(_first(text, "Tea") + len("Tea") - 1)
        text.close()

    apart = letter[0] - last[2] if languages[0] == "ur" else words[0] - letter[2]
    assert 0 < apart < 20.0 * MM


def _first(text: pypdfium2.PdfTextPage, wanted: str) -> int:
    found = text.search(wanted, match_case=True, match_whole_word=True).get_next()
    assert found
    return found[0]


@pytest.mark.parametrize("first", ["ar", "ur"])
def test_in_a_line_of_two_languages_a_question_mark_stays_at_the_end_of_its_own(press: Press, first: str) -> None:
    page = printed(press.feedback_forms(), languages=(first, "en"))
    with pypdfium2.PdfDocument(page.pdf) as file:
        text = file[0].get_textpage()
        letter = text.get_charbox(_first(text, "feel") + len("feel") - 1)
        whole = text.get_text_range()
        marks = [text.get_charbox(at) for at, sign in enumerate(whole) if sign == "?"]
        text.close()

    on_its_line = [mark[0] - letter[2] for mark in marks if abs(mark[1] - letter[1]) < 1.0 * MM]
    assert [0 <= apart < 1.0 * MM for apart in on_its_line] == [True]
    assert not any(sign in page.text() for sign in "\u2066\u2067\u2069")
