from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.pdf import words
from facilitator.pdf.text.phrase import Phrase
from facilitator.pdf.wording import Counted, Wording, wording
from facilitator.workshop.translations.shelf import Shelf
from tests.workshop.translations.test_catalogue import PEOPLE, entry, written

ARABIC = "nplurals=2; plural=(n != 1);"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf with a little Arabic, of which one sentence is checked, and a little Polish."""
    (tmp_path / "installed").mkdir()
    forms = 'msgstr[0] "شخص واحد"\nmsgstr[1] "{n} أشخاص"\n\n'
    body = entry("yes", "نعم") + entry("no", "لا", draft=True) + entry("For: {who}", "لأجل: {who}", draft=True)
    written(tmp_path / "installed", body + PEOPLE + forms, language="ar", plural=ARABIC)
    written(tmp_path / "installed", entry("yes", "tak", draft=True))
    return Shelf(tmp_path / "installed", tmp_path / "own")


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    said = wording(["en"], Shelf(tmp_path, tmp_path))
    assert said("Ballot {number}", number=12) == "Ballot 12"
    assert not isinstance(said("yes"), Phrase)


def test_a_sentence_is_said_in_the_language_and_knows_it(shelf: Shelf) -> None:
    yes = wording(["ar"], shelf)("yes")
    assert isinstance(yes, Phrase)
    assert (yes, yes.lang, yes.rtl) == ("نعم", "ar", True)


def test_a_sentence_without_a_translation_is_said_in_english_and_known_as_english(shelf: Shelf) -> None:
    said = wording(["ar"], shelf)
    perhaps = said("perhaps")
    assert isinstance(perhaps, Phrase)
    assert (perhaps, perhaps.lang, perhaps.rtl) == ("perhaps", "en-GB", False)
    assert said.missing == {"perhaps"}


def test_two_languages_are_carried_side_by_side(shelf: Shelf) -> None:
    yes = wording(["en", "ar"], shelf)("yes")
    assert isinstance(yes, Phrase)
    assert yes == "yes"
    assert yes.second == "نعم"


def test_a_count_takes_its_form_in_each_language(shelf: Shelf) -> None:
    people = wording(["en", "ar"], shelf).count(1, "{n} person", "{n} people")
    assert isinstance(people, Phrase)
    assert (people, people.second) == ("1 person", "شخص واحد")


def test_a_value_that_runs_the_other_way_keeps_its_place(shelf: Shelf) -> None:
    said = wording(["ar"], shelf)
    assert said("For: {who}", who="Mrs (A) 2") == "لأجل: \u2068Mrs (A) 2\u2069"
    assert said("For: {who}", who=said("yes")) == "لأجل: نعم"
    assert Wording()("For: {who}", who="أمينة") == "For: \u2068أمينة\u2069"


def test_what_is_in_curly_brackets_in_a_value_is_only_text(shelf: Shelf) -> None:
    assert Wording()("For: {who}", who="{who} {0}") == "For: {who} {0}"


def test_joined_texts_are_joined_in_each_language(shelf: Shelf) -> None:
    said = wording(["en", "ar"], shelf)
    both = said.joined(" · ", (said("yes"), "", said("no")))
    assert isinstance(both, Phrase)
    assert (both, both.second) == ("yes · no", "نعم · لا")


def test_peoples_words_alone_are_not_said_twice(shelf: Shelf) -> None:
    assert not isinstance(wording(["en", "ar"], shelf).joined(" · ", ("Millbrook", "Canalside")), Phrase)


def test_it_knows_what_was_said_in_unchecked_words(shelf: Shelf) -> None:
    said = wording(["ar"], shelf)
    said("yes")
    assert said.drafted == frozenset()
    said("no")
    assert said.drafted == {"no"}
    assert said.some_checked


@pytest.mark.parametrize(
    ("language", "day"), [("ar", "14 يناير 2027"), ("pl", "14 stycznia 2027"), ("so", "14 Janaayo 2027")]
)
def test_a_day_is_said_as_the_language_says_it(language: str, day: str) -> None:
    assert wording([language]).day("2027-01-14") == day


@pytest.mark.parametrize(
    ("language", "dots", "how"),
    [
        ("pl", 1, "kropkę"),
        ("pl", 3, "kropki"),
        ("pl", 5, "kropek"),
        ("ar", 2, "نقطتان"),
        ("ar", 5, "نقاط"),
        ("ar", 11, "نقطة"),
    ],
)
def test_dots_are_counted_as_the_language_counts(language: str, dots: int, how: str) -> None:
    assert how in words.dots_how(wording([language]), dots)


def test_a_small_number_is_a_word_in_english_only() -> None:
    assert "five dots" in words.dots_how(Wording(), 5)
    assert "5 dots" in words.dots_how(wording(["en", "ar"]), 5)


def test_a_pair_for_counting_can_be_taken_apart() -> None:
    assert Wording().count(2, *Counted("statement", "statements")) == "statements"
