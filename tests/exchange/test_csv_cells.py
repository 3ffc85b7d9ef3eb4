"""A spreadsheet never runs what people wrote, and gives it back exactly."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.exchange.csv_cells import neutral, original


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_would_run_gets_an_apostrophe(start: str) -> None:
    assert neutral(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["'tis the season", "", "'", "plain", "a=b", "5 - 3"])
def test_other_text_is_left_alone(text: str) -> None:
    assert neutral(text) == text
    assert original(text) == text


@given(st.text(alphabet="'=+-@\t\r\nab", max_size=8) | st.text())
@example("'=1+1")
@example("''=1+1")
@example("'tis")
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert original(neutral(text)) == text


@given(st.text(alphabet="'=+-@\t\r\nab", max_size=8) | st.text())
@example("=1+1")
def test_no_cell_begins_with_what_a_formula_begins_with(text: str) -> None:
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
