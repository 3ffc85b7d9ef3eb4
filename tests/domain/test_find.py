"""Three letters find a person, whatever keyboard they were typed on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.find import find, folded

NAMES = ["Łukasz", "Zoë", "Yasmin ياسمين", "Councillor Khan", "Amina", "Ámina-Belle", "নাসরিন", "Sakina", "Shazia خدیجہ"]


def found(typed: str) -> list[str]:
    return list(find(typed, NAMES, lambda name: name))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("luk", "Łukasz"),
        ("ZOE", "Zoë"),
        ("ياس", "Yasmin ياسمين"),
        ("يَاسَ", "Yasmin ياسمين"),
        ("kha", "Councillor Khan"),
        ("নাস", "নাসরিন"),
        ("خدي", "Shazia خدیجہ"),
        (" bel ", "Ámina-Belle"),
    ],
)
def test_three_letters_find_a_person(typed: str, name: str) -> None:
    assert found(typed) == [name]


def test_names_that_begin_so_come_first_then_words_then_the_rest() -> None:
    assert found("ami") == ["Amina", "Ámina-Belle"]
    assert found("kin") == ["Sakina"]
    assert list(find("an", ["Susan", "Jo Anders", "Anna"], lambda name: name)) == ["Anna", "Jo Anders", "Susan"]


def test_nothing_typed_finds_everybody_and_what_nobody_is_called_nobody() -> None:
    assert found("  ") == NAMES
    assert found("xyz") == []


def test_a_vowel_sign_that_is_a_letter_is_not_an_accent() -> None:
    assert folded("কি") != folded("কা")


@given(st.text(min_size=1, max_size=12))
def test_everybody_is_found_by_their_whole_name(name: str) -> None:
    assert find(name, [name], lambda one: one) == (name,)


@given(st.text(max_size=12))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert folded(folded(name)) == folded(name)
