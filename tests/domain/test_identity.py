"""A printed page says who it is, and no other page can pass for it."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.domain import identity
from facilitator.domain.identity import Form, Sheet
from facilitator.domain.sheet import PAPERS, Shape

KEY = b"the secret of this workshop file"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

shapes = st.builds(
    Shape,
    kind=st.sampled_from(["ballot", "feedback"]),
    paper=st.sampled_from(list(PAPERS)),
    method=st.sampled_from(["agree", "dots"]),
    dots=st.integers(1, 20),
    rows=st.integers(0, 40).map(lambda count: tuple(range(1, count + 1))),
    mirrored=st.booleans(),
)
sheets = st.builds(
    Sheet,
    form=st.builds(Form, id=st.uuids(version=4), shape=shapes),
    number=st.integers(1, identity.NUMBER_LIMIT),
    page=st.integers(1, identity.PAGE_LIMIT),
)
POLL = Form(uuid.UUID(int=7 << 112), Shape("ballot", rows=(1, 2, 3)))
BALLOT_12 = Sheet(POLL, 12, 1)


@given(sheets, st.binary(min_size=16, max_size=32))
def test_what_is_printed_is_read_back(sheet: Sheet, key: bytes) -> None:
    text = identity.encode(sheet, key)

    assert identity.read(text, key, [POLL, sheet.form]) == identity.Reading("ok", sheet)


@given(sheets)
def test_a_code_is_sixteen_characters_that_a_data_matrix_packs_well(sheet: Sheet) -> None:
    text = identity.encode(sheet, KEY)

    assert len(text) == 16
    assert set(text) <= set(ALPHABET)


@given(sheets, st.integers(0, 15), st.sampled_from(ALPHABET))
def test_any_changed_character_is_refused(sheet: Sheet, at: int, other: str) -> None:
    text = identity.encode(sheet, KEY)
    assume(text[at] != other)

    reading = identity.read(text[:at] + other + text[at + 1 :], KEY, [sheet.form])

    assert reading.status in {"foreign", "damaged"}
    assert reading.sheet is None


@given(sheets)
def test_a_page_sealed_with_another_files_key_is_refused(sheet: Sheet) -> None:
    text = identity.encode(sheet, b"another workshop")

    assert identity.read(text, KEY, [sheet.form]).status == "damaged"


def test_a_page_of_another_workshop_is_foreign() -> None:
    elsewhere = Sheet(Form(uuid.UUID(int=8 << 112), POLL.shape), 12, 1)

    assert identity.read(identity.encode(elsewhere, b"another workshop"), KEY, [POLL]).status == "foreign"


@pytest.mark.parametrize(
    "text", ["", "https://example.org/", "WS:7F3A:B:0042", "A" * 15, "a" * 16, "A" * 15 + "1", "A" * 17, "Ａ" * 16]
)
def test_a_code_that_is_no_page_is_foreign(text: str) -> None:
    assert identity.read(text, KEY, [POLL]) == identity.Reading("foreign")


def test_a_ballot_printed_before_an_option_was_hidden_is_told_by_its_shape() -> None:
    text = identity.encode(BALLOT_12, KEY)
    now = Form(POLL.id, Shape("ballot", rows=(1, 3)))

    assert identity.read(text, KEY, [now]).status == "damaged"
    assert identity.read(text, KEY, [now, POLL]).sheet == BALLOT_12


def test_two_polls_whose_ids_begin_alike_are_told_apart() -> None:
    twin = Form(uuid.UUID(int=(7 << 112) + 1), POLL.shape)

    reading = identity.read(identity.encode(BALLOT_12, KEY), KEY, [twin, POLL])

    assert reading.sheet == BALLOT_12


@pytest.mark.parametrize(("number", "page"), [(0, 1), (2**20, 1), (1, 0), (1, 64)])
def test_numbers_that_do_not_fit_are_never_printed(number: int, page: int) -> None:
    with pytest.raises(ValueError, match="a printed page needs"):
        identity.encode(Sheet(POLL, number, page), KEY)
