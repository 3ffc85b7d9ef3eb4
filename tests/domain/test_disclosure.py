"""No count that is kept back can be worked out, not even by somebody who knows the total and how it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.disclosure import FEWEST, enough_to_tell, published

if TYPE_CHECKING:
    from collections.abc import Iterator

groups = st.lists(st.integers(0, 8), min_size=1, max_size=4).map(lambda sizes: dict(enumerate(sizes)))
many_groups = st.dictionaries(st.text(max_size=3), st.integers(0, 60), max_size=9)


def shares(total: int, among: int) -> Iterator[tuple[int, ...]]:
    """Every way to share so many people out among groups."""
    if among == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in shares(total - first, among - 1):
            yield (first, *rest)


@given(groups)
def test_every_count_kept_back_could_be_another_one_on_the_very_same_page(counts: dict[int, int]) -> None:
    page = published(counts)
    pages = [dict(enumerate(guess)) for guess in shares(sum(counts.values()), len(counts))]
    same = [guess for guess in pages if published(guess) == page]
    hidden = [key for key in counts if page is None or page.counts[key] is None]
    for key in hidden:
        assert len({guess[key] for guess in same}) > 1 or len(counts) == 1


@given(many_groups)
def test_no_small_count_is_told_and_no_count_is_changed(counts: dict[str, int]) -> None:
    page = published(counts)
    if page is None:
        return
    assert page.total == sum(counts.values())
    for key, told in page.counts.items():
        assert told in (None, counts[key])
        assert told is None or told == 0 or told >= FEWEST


@given(many_groups)
def test_what_is_kept_back_is_never_alone(counts: dict[str, int]) -> None:
    page = published(counts)
    assert page is None or page.kept_back != 1


@given(many_groups)
def test_nothing_is_kept_back_without_need(counts: dict[str, int]) -> None:
    if all(count == 0 or count >= FEWEST for count in counts.values()):
        page = published(counts)
        assert page is not None
        assert page.kept_back == 0


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    page = published({"residents": 16, "services": 7, "councillors": 2})
    assert page is not None
    assert dict(page.counts) == {"residents": 16, "services": None, "councillors": None}


def test_where_every_group_would_be_kept_back_only_the_total_is_told() -> None:
    assert published({"residents": 16, "services": 2}) is None


def test_two_small_groups_of_one_size_take_another_with_them() -> None:
    """Who knows that a group of nobody is shown would know two people in two groups to be one each."""
    page = published({"residents": 16, "community": 9, "services": 1, "councillors": 1})
    assert page is not None
    assert page.kept_back == 3


def test_a_single_small_group_is_not_told_at_all() -> None:
    assert published({"residents": 3, "services": 0}) is None


def test_few_voices_are_not_told_in_numbers() -> None:
    assert [enough_to_tell(count) for count in (0, 4, 5)] == [False, False, True]
