"""A thing moved up or down a list stands where it was put, and the others keep their order."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.ordering import after_last, moved

ROWS = [uuid.UUID(int=number) for number in range(1, 9)]
LISTS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=8).map(
    lambda positions: list(zip(ROWS, sorted(positions), strict=False))
)


def shown(order: list[tuple[uuid.UUID, float]], written: dict[uuid.UUID, float]) -> list[uuid.UUID]:
    """The list as it is shown after positions were written: by position, then by id."""
    positions = dict(order) | written
    return sorted(positions, key=lambda one: (positions[one], one))


@given(LISTS, st.integers(0, 7), st.integers(-9, 9))
def test_a_row_stands_where_it_was_put_and_the_rest_keep_their_order(
    order: list[tuple[uuid.UUID, float]], turn: int, by: int
) -> None:
    row = order[turn % len(order)][0]
    wanted = [one for one, _ in order]
    to = min(max(wanted.index(row) + by, 0), len(wanted) - 1)
    wanted.insert(to, wanted.pop(wanted.index(row)))
    assert shown(order, moved(order, row, by)) == wanted


def test_mostly_one_number_is_written() -> None:
    order = [(row, float(turn)) for turn, row in enumerate(ROWS)]
    assert moved(order, ROWS[2], 1) == {ROWS[2]: 3.5}
    assert moved(order, ROWS[2], -5) == {ROWS[2]: -1.0}
    assert moved(order, ROWS[2], 9) == {ROWS[2]: 8.0}


def test_rows_that_were_never_given_a_number_get_one_each() -> None:
    order = [(row, 0.0) for row in ROWS[:3]]
    assert moved(order, ROWS[0], 1) == {ROWS[1]: 1.0, ROWS[0]: 2.0, ROWS[2]: 3.0}


def test_the_first_cannot_go_up_and_the_last_cannot_go_down() -> None:
    order = [(row, float(turn)) for turn, row in enumerate(ROWS)]
    assert moved(order, ROWS[0], -1) == moved(order, ROWS[-1], 1) == moved(order, uuid.uuid4(), 1) == {}


def test_a_new_row_goes_below_all_others() -> None:
    assert after_last([]) == 1.0
    assert after_last([(ROWS[0], 7.5), (ROWS[1], -2.0)]) == 8.5
