"""Text is cut where a reader would cut it: never inside what they see as one character, and at the end of a word."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.pdf.text.clean import clean
from facilitator.pdf.text.segments import Break, grapheme_starts, line_breaks

CONFORMANCE = Path("/usr/share/unicode/auxiliary/GraphemeBreakTest.txt")


def characters(text: str) -> list[str]:
    starts = [i for i, start in enumerate(grapheme_starts(text)) if start]
    return [text[a:b] for a, b in itertools.pairwise(starts)]


def pieces(text: str) -> list[str]:
    places = [0, *(place for place, _ in line_breaks(text, grapheme_starts(text))), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(places)]


@pytest.mark.skipif(not CONFORMANCE.exists(), reason="needs Debian's unicode-data")
def test_characters_are_those_of_the_standard() -> None:
    """Cases with control characters are left out: `clean` takes those away first."""
    wrong = []
    for line in CONFORMANCE.read_text("utf-8").splitlines():
        case = line.split("#")[0].split()
        expected = [
            "".join(chr(int(point, 16)) for point in group.split() if point != "×")
            for group in " ".join(case).split("÷")
            if group.strip()
        ]
        text = "".join(expected)
        if not any(ord(character) < 0x20 for character in text) and characters(text) != expected:
            wrong.append(line)
    assert wrong == []


@pytest.mark.parametrize("one", ["👩‍👩‍👧", "👍🏽", "🇬🇧", "❤️", "1️⃣", "é", "x̌", "நி", "한"])
def test_what_looks_like_one_character_is_one(one: str) -> None:
    assert characters(f"a{one}b") == ["a", one, "b"]


def test_endless_accents_can_be_cut() -> None:
    assert len(characters("e" + "\u0301" * 1000)) > 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one ", "two"]),
        ("well-known", ["well-", "known"]),
        ("1-5 or 2–3", ["1-5 ", "or ", "2–3"]),
        ("and/or", ["and/", "or"]),
        ("24/7", ["24/7"]),
        ("fish (and chips)", ["fish ", "(and ", "chips)"]),
        ("no\u00a0break", ["no\u00a0break"]),
        ("zero\u200bwidth", ["zero\u200b", "width"]),
        ("Vraiment ! Oui", ["Vraiment ! ", "Oui"]),
        ("市议会", ["市", "议", "会"]),
        ("「市」。", ["「市」。"]),
        ("打分(1–5),然", ["打", "分", "(1–5),", "然"]),
        ("ちょっと", ["ちょっ", "と"]),
        ("😀😀", ["😀", "😀"]),
        ("👍🏽👍🏽", ["👍🏽", "👍🏽"]),
        ("تم، حسنا", ["تم، ", "حسنا"]),
    ],
)
def test_lines_end_where_writing_allows(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_soft_hyphen_asks_for_a_hyphen() -> None:
    text = "super\u00adcali"
    assert line_breaks(text, grapheme_starts(text)) == [(6, Break.HYPHEN)]


@given(st.text())
def test_lines_never_end_inside_a_character(text: str) -> None:
    text = clean(text)
    starts = grapheme_starts(text)
    assert all(starts[place] for place, _ in line_breaks(text, starts))
