"""Counting does what a room would do by hand, whatever the order of the ballots."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.tally import Candidate, OptionResult, Vote, tally

if TYPE_CHECKING:
    from collections.abc import Sequence

OPTIONS = [Candidate(uuid.UUID(int=number), number, f"Option {number}") for number in range(1, 6)]
BALLOTS = [uuid.UUID(int=1_000 + number) for number in range(12)]


def one_vote_each(values: dict[tuple[int, int], int]) -> list[Vote]:
    return [Vote(BALLOTS[ballot], OPTIONS[option].id, value) for (ballot, option), value in values.items()]


agree_votes = st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 4)), st.sampled_from([-1, 0, 1])).map(
    one_vote_each
)
dot_votes = st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 4)), st.integers(0, 5)).map(one_vote_each)
votes_by_method = st.one_of(st.tuples(st.just("agree"), agree_votes), st.tuples(st.just("dots"), dot_votes))


def by_text(results: Sequence[OptionResult]) -> dict[str, OptionResult]:
    return {result.text: result for result in results}


def test_a_statement_scores_the_share_that_agreed_of_those_who_looked_at_it() -> None:
    votes = [Vote(BALLOTS[index], OPTIONS[0].id, value) for index, value in enumerate([1, 1, 1, -1, 0])]
    first = tally("agree", OPTIONS, votes)[0]
    assert first.counts == {"agree": 3, "disagree": 1, "pass": 1}
    assert first.score == 3 / 5


def test_a_statement_nobody_looked_at_scores_nothing() -> None:
    assert {result.score for result in tally("agree", OPTIONS, [])} == {0.0}


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    dots = [Vote(BALLOTS[index], OPTIONS[index].id, value) for index, value in enumerate([1, 3, 2, 2, 0])]
    assert [(result.letter, result.rank) for result in tally("dots", OPTIONS, dots)] == [
        ("B", 1),
        ("C", 2),
        ("D", 2),
        ("A", 4),
        ("E", 5),
    ]


def test_equal_shares_of_different_crowds_tie() -> None:
    votes = [Vote(BALLOTS[index], OPTIONS[0].id, value) for index, value in enumerate([1, -1, -1])]
    votes += [Vote(BALLOTS[index], OPTIONS[1].id, value) for index, value in enumerate([1, 1, -1, -1, -1, -1])]
    assert [result.rank for result in tally("agree", OPTIONS[:2], votes)] == [1, 1]


def test_hidden_options_are_counted_but_take_no_rank_and_stand_last() -> None:
    options = [Candidate(OPTIONS[0].id, 1, "hidden", hidden=True), *OPTIONS[1:3]]
    votes = [Vote(BALLOTS[0], OPTIONS[0].id, 1), Vote(BALLOTS[0], OPTIONS[2].id, 1)]
    assert [(result.text, result.rank) for result in tally("agree", options, votes)] == [
        ("Option 3", 1),
        ("Option 2", 2),
        ("hidden", None),
    ]
    assert tally("agree", options, votes)[-1].counts["agree"] == 1


def test_a_sheet_read_twice_counts_once() -> None:
    twice = [Vote(BALLOTS[0], OPTIONS[0].id, 1)] * 2
    assert tally("agree", OPTIONS[:1], twice)[0].counts == {"agree": 1, "disagree": 0, "pass": 0}


def test_a_ballot_that_says_two_things_of_one_option_says_nothing_of_it() -> None:
    votes = [Vote(BALLOTS[0], OPTIONS[0].id, value) for value in (1, -1, 1)]
    assert tally("agree", OPTIONS[:1], votes)[0].counts == {"agree": 0, "disagree": 0, "pass": 0}


def test_an_unknown_method_is_a_fault_in_the_program() -> None:
    with pytest.raises(KeyError):
        tally("raffle", OPTIONS, [])


@given(votes_by_method, st.randoms())
def test_the_order_of_ballots_and_options_changes_nothing(case: tuple[str, list[Vote]], random: st.DataObject) -> None:
    method, votes = case
    shuffled, options = list(votes), list(OPTIONS)
    random.shuffle(shuffled)  # pyright: ignore[reportAttributeAccessIssue]
    random.shuffle(options)  # pyright: ignore[reportAttributeAccessIssue]
    assert tally(method, options, shuffled) == tally(method, OPTIONS, votes)


@given(agree_votes, st.integers(0, 4))
def test_one_more_agree_never_lowers_a_score_or_a_rank(votes: list[Vote], chosen: int) -> None:
    option = OPTIONS[chosen]
    before = by_text(tally("agree", OPTIONS, votes))[option.text]
    after = by_text(tally("agree", OPTIONS, [*votes, Vote(uuid.UUID(int=9_999), option.id, 1)]))[option.text]
    assert after.score >= before.score
    assert before.rank is not None
    assert after.rank is not None
    assert after.rank <= before.rank


@given(votes_by_method)
def test_a_rank_is_one_more_than_the_number_of_better_scores(case: tuple[str, list[Vote]]) -> None:
    results = tally(case[0], OPTIONS, case[1])
    for result in results:
        assert result.rank == 1 + sum(other.score > result.score for other in results)
    assert [result.score for result in results] == sorted((result.score for result in results), reverse=True)


@given(agree_votes)
def test_every_vote_is_in_exactly_one_count(votes: list[Vote]) -> None:
    assert sum(sum(result.counts.values()) for result in tally("agree", OPTIONS, votes)) == len(votes)
