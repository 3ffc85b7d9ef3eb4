"""What most agree on and what divides the room, from counts alone."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import highlights
from facilitator.domain.tally import OptionResult, agree_score


def statement(text: str, agree: int, disagree: int, passed: int = 0, *, hidden: bool = False) -> OptionResult:
    counts = {"agree": agree, "disagree": disagree, "pass": passed}
    return OptionResult(uuid.uuid4(), "A", text, hidden, None if hidden else 1, agree_score(counts), counts)


def texts(options: tuple[OptionResult, ...]) -> list[str]:
    return [option.text for option in options]


ROOM = (
    statement("all but one", 19, 1),
    statement("most", 15, 3, 2),
    statement("half and half", 10, 10),
    statement("leaning", 12, 6, 2),
    statement("few said", 2, 0),
    statement("nobody", 0, 20),
)


def test_common_ground_is_what_more_than_half_agree_on_most_first() -> None:
    assert texts(highlights.common_ground(ROOM)) == ["all but one", "most", "leaning"]


def test_the_divided_are_those_with_a_fifth_on_either_side_most_even_first() -> None:
    assert texts(highlights.divided(ROOM)) == ["half and half", "leaning"]


def test_a_few_voices_do_not_stand_for_the_room() -> None:
    assert highlights.enough(ROOM) == 10
    assert "few said" not in texts(highlights.common_ground(ROOM))


def test_a_hidden_statement_is_never_among_the_highlights() -> None:
    assert highlights.common_ground([statement("hidden", 20, 0, hidden=True)]) == ()


def test_fewer_than_five_votes_are_never_enough() -> None:
    assert highlights.common_ground([statement("four of four", 4, 0)]) == ()


@pytest.mark.parametrize("counts", [(0, 0, 0), (0, 0, 3)])
def test_statements_nobody_took_a_side_on_are_no_trouble(counts: tuple[int, int, int]) -> None:
    options = [statement("quiet", *counts)]

    assert highlights.common_ground(options) == highlights.divided(options) == ()


@given(st.lists(st.tuples(*[st.integers(0, 50)] * 3), max_size=30))
def test_highlights_never_show_more_than_five_nor_one_too_few_voted_on(counts: list[tuple[int, int, int]]) -> None:
    options = [statement("said", *three) for three in counts]

    for shown in (highlights.common_ground(options), highlights.divided(options)):
        assert len(shown) <= highlights.SHOWN
        assert all(highlights.votes(option) >= highlights.enough(options) for option in shown)
