"""The language of words is asked about by their script, and never decided."""

from __future__ import annotations

import pytest

from facilitator.domain.scripts import fits, propose, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Who's paying?", "LATIN"),
        ("لوحة فيها صور", "ARABIC"),
        ("GP نے کہا انتظار کریں", "ARABIC"),
        ("কেউ বলেনি", "BENGALI"),
        ("Кто платит?", "CYRILLIC"),
        ("12 – 14!", ""),
    ],
)
def test_the_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_arabic_letters_are_asked_about_as_the_language_used_last_among_theirs() -> None:
    assert propose("لوحة", "en", ["so", "ur", "ar"], "en") == "ur"
    assert propose("لوحة", "en", [], "en") == "ar"
    assert propose("لوحة", "", ["pl"], "en") == "ar"


def test_letters_that_arabic_does_not_have_are_not_asked_about_as_arabic() -> None:
    assert propose("یہ کب کھلتا ہے", "", ["ar", "so"], "en") == "ur"
    assert propose("لوحة", "", ["ar", "ur"], "en") == "ar"


def test_nothing_is_asked_while_the_mark_fits() -> None:
    assert propose("لوحة", "ur", ["ar"], "en") == ""
    assert propose("Kto płaci?", "pl", ["en"], "en") == ""
    assert propose("Who's paying?", "", ["en"], "en") == ""
    assert propose("...", "ar", ["en"], "en") == ""


def test_latin_letters_under_an_arabic_mark_are_asked_about() -> None:
    assert propose("Who's paying?", "ar", ["ar", "so"], "en") == "so"
    assert propose("Who's paying?", "ar", ["ar"], "en") == "en"


def test_a_language_of_a_country_is_written_as_the_language_is() -> None:
    assert fits("ar-SD", "ARABIC")
    assert fits("pt-BR", "LATIN")
