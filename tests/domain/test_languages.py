"""Languages are understood as an organiser writes them."""

from __future__ import annotations

import pytest

from facilitator.domain.languages import LANGUAGES, code_of, codes_of, language_name
from facilitator.domain.validate import LANGUAGE


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Arabic", "ar"),
        ("URDU", "ur"),
        ("Mirpuri", "phr"),
        ("pahari-potwari", "phr"),
        ("Sylheti", "syl"),
        ("Français", "fr"),
        ("francais", "fr"),
        ("العربية", "ar"),
        ("اردو", "ur"),
        ("বাংলা", "bn"),
        ("ar", "ar"),
        ("EN", "en"),
        ("pt-BR", "pt-BR"),
        ("Klingon", None),
        ("", None),
    ],
)
def test_a_language_goes_by_its_name_or_its_code(written: str, code: str | None) -> None:
    assert code_of(written) == code


@pytest.mark.parametrize(
    ("written", "codes", "unknown"),
    [
        ("Arabic, English", ("ar", "en"), 0),
        ("ar en", ("ar", "en"), 0),
        ("Urdu / Mirpuri and some English", ("ur", "phr", "en"), 1),
        ("English; english", ("en",), 0),
        ("Scottish Gaelic", ("gd",), 0),
        ("Polish (English)", ("pl", "en"), 0),
        ("Klingon", (), 1),
        ("  ", (), 0),
    ],
)
def test_several_languages_keep_their_order(written: str, codes: tuple[str, ...], unknown: int) -> None:
    assert codes_of(written) == (codes, unknown)


def test_no_two_languages_have_one_name_and_every_code_can_be_stored() -> None:
    for code, names in LANGUAGES.items():
        assert LANGUAGE.fullmatch(code)
        assert {code_of(name) for name in names} == {code}


def test_a_language_without_a_name_of_ours_goes_by_its_code() -> None:
    assert (language_name("phr"), language_name("pt-BR"), language_name("xx")) == ("Mirpuri", "Portuguese", "xx")
