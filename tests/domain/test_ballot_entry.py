"""Ballots are typed in as they are read out, in few keys, and a wrong key never counts."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.ballot_entry import (
    BACKSPACE,
    Entry,
    Line,
    answer,
    begin,
    enter,
    press,
    press_all,
    put,
    said_before,
    take,
)
from facilitator.domain.letters import letter

IDS = [uuid.UUID(int=number) for number in range(1, 41)]


def ballot(method: str = "dots", options: int = 20, dots: int = 5, next_number: int = 12) -> Entry:
    return begin(method, [Line(IDS[n], n + 1, f"option {n + 1}") for n in range(options)], dots, next_number)


def said(entry: Entry) -> dict[str, int]:
    places = {line.id: letter(line.place) for line in entry.lines}
    return {places[option]: value for option, value in entry.values().items()}


def test_a_letter_is_a_dot_and_two_of_one_are_two_dots() -> None:
    entry = press_all(ballot(), "aaC")
    assert said(entry) == {"A": 2, "C": 1}
    assert (entry.number, entry.dots_left, enter(entry).refusal) == (12, 2, "")


@pytest.mark.parametrize(("keys", "number"), [("AACDT", 12), ("17AACDT", 17)])
def test_five_dots_among_twenty_options_take_eight_keys_at_most(keys: str, number: int) -> None:
    entry = enter(press_all(ballot(), keys))
    assert len(keys) + 1 <= 8
    assert (entry.number, said(entry), entry.refusal) == (number, {"A": 2, "C": 1, "D": 1, "T": 1}, "")


def test_more_dots_than_there_are_do_nothing_and_say_why() -> None:
    entry = press_all(ballot(dots=2), "ABC")
    assert said(entry) == {"A": 1, "B": 1}
    assert entry.refusal == "no-dots-left"
    assert press(entry, BACKSPACE).refusal == ""


def test_a_letter_that_is_not_on_the_ballot_does_nothing() -> None:
    assert press(ballot(), "U").refusal == "no-such-option"
    hidden = begin("dots", [Line(IDS[0], 1, "one"), Line(IDS[2], 3, "three")], 5, 1)
    assert press(hidden, "B").refusal == "no-such-option"
    assert said(press(hidden, "C")) == {"C": 1}


@pytest.mark.parametrize("key", ["é", "?", "AB", "ß", "²"])
def test_other_keys_do_nothing(key: str) -> None:
    entry = press(ballot(), key)
    assert (entry.refusal, entry.marks, entry.typed) == ("unknown-key", (), "")


def test_backspace_takes_the_last_away_then_the_digits() -> None:
    entry = press_all(ballot(), "41AB")
    assert said(press(entry, BACKSPACE)) == {"A": 1}
    assert press_all(entry, BACKSPACE * 3).number == 4
    assert press_all(entry, BACKSPACE * 9) == ballot()


def test_digits_come_before_the_marks() -> None:
    entry = press_all(ballot(), "A3")
    assert (entry.refusal, entry.number) == ("digits-first", 12)


def test_an_empty_ballot_is_not_counted_by_a_slip() -> None:
    assert enter(ballot()).refusal == "nothing-marked"
    assert enter(press_all(ballot("agree"), "...")).refusal == "nothing-marked"


def test_a_key_that_did_nothing_is_seen_before_the_ballot_counts() -> None:
    entry = enter(press_all(ballot(), "AAZ"))
    assert entry.refusal == "look-first"
    assert (enter(entry).refusal, said(enter(entry))) == ("", {"A": 2})
    assert enter(press(entry, "B")).refusal == ""
    assert enter(enter(ballot())).refusal == "nothing-marked"


def test_statements_are_answered_in_order() -> None:
    entry = press_all(ballot("agree", options=5), "A-P.")
    assert said(entry) == {"A": 1, "B": -1, "C": 0}
    assert entry.at is not None
    assert entry.at.place == 5
    entry = press(entry, "+")
    assert (entry.at, said(entry)["E"]) == (None, 1)
    assert press(entry, "A").refusal == "all-answered"
    assert press(entry, "X").refusal == "unknown-key"


def test_where_letters_run_out_a_space_ends_each() -> None:
    many = ballot(options=30)
    entry = press_all(many, "A AB ")
    assert said(entry) == {"A": 1, "AB": 1}
    assert said(enter(press_all(many, "AA A"))) == {"AA": 1, "A": 1}
    assert enter(press_all(many, "ZZ")).refusal == "no-such-option"
    assert press_all(many, "AB" + BACKSPACE).letters == "A"


def test_a_click_puts_and_takes_dots_like_keys() -> None:
    entry = put(put(press(ballot(), "B"), IDS[0]), IDS[1])
    assert said(entry) == {"B": 2, "A": 1}
    assert said(take(entry, IDS[1])) == {"B": 1, "A": 1}
    assert take(entry, IDS[7]).marks == entry.marks


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 +-.\b?é", max_size=60), st.integers(1, 20))
def test_whatever_is_typed_a_ballot_has_no_more_dots_than_it_may(keys: str, dots: int) -> None:
    entry = press_all(ballot(dots=dots), keys)
    assert sum(entry.values().values()) <= dots
    assert all(value > 0 for value in entry.values().values())


@given(st.text(alphabet="ADP+-. \b12", max_size=60))
def test_whatever_is_typed_a_statement_has_one_answer(keys: str) -> None:
    entry = press_all(ballot("agree", options=7), keys)
    assert set(entry.values().values()) <= {1, 0, -1}
    assert len(entry.marks) <= 7


def test_one_option_takes_no_more_dots_than_were_said() -> None:
    entry = begin("dots", ballot().lines, 5, 1, most_on_one=2)
    entry = press_all(entry, "AAA")
    assert (said(entry), entry.refusal, enter(entry).refusal) == ({"A": 2}, "no-more-on-one", "look-first")
    assert said(press_all(entry, "BBC")) == {"A": 2, "B": 2, "C": 1}


def test_a_statement_is_answered_by_a_click_out_of_turn_and_the_keys_go_on_with_the_first_that_is_open() -> None:
    entry = answer(ballot("agree", options=3), IDS[1], -1)
    assert entry.at
    assert entry.at.place == 1
    entry = press_all(entry, "AP")
    assert (entry.values(), entry.at) == ({IDS[1]: -1, IDS[0]: 1, IDS[2]: 0}, None)
    assert answer(entry, IDS[1], -1).values() == {IDS[0]: 1, IDS[2]: 0}
    assert answer(entry, IDS[1], 1).values()[IDS[1]] == 1


@given(st.lists(st.integers(0, 19), max_size=5))
def test_a_ballot_that_is_looked_at_again_says_what_was_counted(dots: list[int]) -> None:
    entry = press_all(ballot(), "".join(letter(place + 1) for place in dots))
    assert said_before(ballot(), entry.values()).values() == entry.values()


@given(st.lists(st.sampled_from("ADP "), max_size=6))
def test_statements_that_are_looked_at_again_say_what_was_counted(keys: list[str]) -> None:
    entry = press_all(ballot("agree", options=6), "".join(keys))
    assert said_before(ballot("agree", options=6), entry.values()).values() == entry.values()
