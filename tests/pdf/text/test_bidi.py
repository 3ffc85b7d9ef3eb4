"""Text runs the way its readers read it: the Unicode Bidirectional Algorithm, held against its own conformance test."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.pdf.text import bidi

CONFORMANCE = Path("/usr/share/unicode/BidiCharacterTest.txt")
BASES = {"0": 0, "1": 1, "2": None}
MIXED = "aZ 1,.-%()[]\u05d0\u0627\u0661\u060c\u0301\u200f\u202a\u202b\u202c\u202e\u2066\u2067\u2068\u2069"


def as_shown(case: str) -> tuple[int, list[str], list[int]]:
    """What our algorithm makes of a line of the conformance test, in the test's own terms."""
    points, base, _, levels, _ = case.strip().split(";")
    text = "".join(chr(int(point, 16)) for point in points.split())
    paragraph, found = bidi.resolve(text, BASES[base])
    found = bidi.reset_white_space(text, found, paragraph)
    kept = [i for i, level in enumerate(levels.split()) if level != "x"]
    shown = ["x" if level == "x" else str(found[i]) for i, level in enumerate(levels.split())]
    return paragraph, shown, [kept[i] for i in bidi.visual_order([found[i] for i in kept])]


@pytest.mark.skipif(not CONFORMANCE.exists(), reason="needs Debian's unicode-data")
def test_every_case_of_the_conformance_test_comes_out_as_the_standard_says() -> None:
    cases = [line for line in CONFORMANCE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    wrong = []
    for case in cases:
        _, _, paragraph, levels, order = case.strip().split(";")
        if as_shown(case) != (int(paragraph), levels.split(), [int(i) for i in order.split()]):
            wrong.append(case)
    assert len(cases) > 90_000
    assert wrong == []


def test_plain_english_is_left_to_right_throughout() -> None:
    assert bidi.resolve("Score each idea (1-5).") == (0, [0] * 22)


def test_a_paragraph_takes_its_direction_from_its_first_letter() -> None:
    assert bidi.resolve("12 مرحبا Zoom")[0] == 1
    assert bidi.resolve("12 Zoom مرحبا")[0] == 0


def test_a_direction_given_is_kept() -> None:
    assert bidi.resolve("Zoom", 1) == (1, [2, 2, 2, 2])


def test_numbers_keep_their_order_inside_arabic() -> None:
    text = "قبل 14:30"
    base, levels = bidi.resolve(text)
    assert "".join(text[i] for i in bidi.visual_order(levels)).startswith("14:30")
    assert base == 1


@pytest.mark.parametrize("text", ["ا" + " " * 50_000 + "ب", "ا" + "%" * 50_000, "(" * 50_000 + "ا" + ")" * 50_000])
def test_a_long_stretch_without_letters_is_no_trouble(text: str) -> None:
    assert len(bidi.resolve(text)[1]) == len(text)


@given(st.text(MIXED))
def test_every_character_is_shown_once(text: str) -> None:
    base, levels = bidi.resolve(text)
    assert sorted(bidi.visual_order(bidi.reset_white_space(text, levels, base))) == list(range(len(text)))


@given(st.text(MIXED), st.sampled_from([0, 1, None]))
def test_levels_never_lie_below_the_paragraphs(text: str, given_base: int | None) -> None:
    base, levels = bidi.resolve(text, given_base)
    assert all(base <= level <= bidi.MAX_DEPTH + 1 for level in levels)


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_has_a_level_for_each_character(text: str) -> None:
    assert len(bidi.resolve(text)[1]) == len(text)
