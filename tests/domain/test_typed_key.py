"""Keys that are copied by hand: what does not matter is passed over, and a slip is said with where to look."""

from __future__ import annotations

import random
import re

import pytest

from facilitator.domain.errors import BadInput
from facilitator.domain.typed_key import LETTERS, WORDS, key_lines, typed_key

KEY = "age127fnyp4xrsd8pekgk03f8x00840mmvtyxh3u93pvc0u659t4hs7sf7yv6f"
ON_PAPER = "\n".join(f"{' '.join(line.groups)}   {line.word}" for line in key_lines(KEY))


def refusal(text: str) -> str:
    with pytest.raises(BadInput) as refused:
        typed_key(text)
    return str(refused.value)


def test_a_key_is_read_however_it_was_typed() -> None:
    without_words = " ".join(group for line in key_lines(KEY) for group in line.groups)
    for text in (KEY, f" {KEY}\n", KEY.upper(), ON_PAPER, ON_PAPER.upper(), f"age1 {without_words}", without_words):
        assert typed_key(text) == KEY


def test_a_key_takes_four_lines_of_four_groups_with_a_word_each() -> None:
    lines = key_lines(KEY)
    assert [len(line.groups) for line in lines] == [4, 4, 4, 3]
    assert all(line.word in WORDS for line in lines)


def test_no_check_word_can_be_taken_for_a_group() -> None:
    assert len(set(WORDS)) == 64
    assert all(len(word) > 4 for word in WORDS)


def test_every_single_slip_is_found_and_its_group_is_named() -> None:
    chance = random.Random(6)
    for _ in range(60):
        at = chance.randrange(4, len(KEY))
        wrong = chance.choice([letter for letter in LETTERS if letter != KEY[at]])
        assert f"in group {(at - 4) // 4 + 1}." in refusal(KEY[:at] + wrong + KEY[at + 1 :])


def test_with_the_words_several_slips_in_a_line_are_found_there() -> None:
    slipped = ON_PAPER.replace(key_lines(KEY)[2].groups[1], "qqqq")
    assert "in line 3" in refusal(slipped)


def test_two_letters_that_changed_places_are_found() -> None:
    at = KEY.index("fnyp")
    assert "changed places" in refusal(KEY[:at] + "nf" + KEY[at + 2 :])


def test_letters_that_no_key_has_and_letters_that_are_missing_are_said() -> None:
    assert "no 'o' in it; look at group 1 again. It may be a 0" in refusal(KEY.replace("27f", "2of"))
    assert "there is 1 letter missing" in refusal(KEY[:-1])
    assert "there are 2 letters too many" in refusal(KEY + "qq")
    assert "there are 20 letters missing" in refusal(KEY[:-20])


@pytest.mark.parametrize("words", ["", "q", "hello", "the office"])
def test_what_is_not_nearly_a_key_is_said_to_be_none(words: str) -> None:
    assert "That is no key. One begins with age1" in refusal(words)


def test_a_secret_key_is_never_taken_for_a_public_one() -> None:
    said = refusal("AGE-SECRET-KEY-1QQQQ")
    assert "secret key" in said
    assert not re.search("qqqq", said, re.IGNORECASE)
