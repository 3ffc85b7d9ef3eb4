"""Options go by letters on paper, and the letters read back lead to the same option."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.letters import letter, place_of


@pytest.mark.parametrize(
    ("place", "written"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")]
)
def test_letters_go_on_after_z_as_in_a_spreadsheet(place: int, written: str) -> None:
    assert letter(place) == written


@given(st.integers(1, 100_000))
def test_letters_lead_back_to_their_place(place: int) -> None:
    assert place_of(letter(place)) == place
    assert place_of(letter(place).lower()) == place


@pytest.mark.parametrize("wrong", ["", "1", "É", "A1"])
def test_what_is_not_a_letter_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        place_of(wrong)


def test_there_is_no_place_before_the_first() -> None:
    with pytest.raises(ValueError):
        letter(0)
