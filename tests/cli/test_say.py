"""Amounts are said as people say them."""

from __future__ import annotations

import pytest

from facilitator.cli.kinds import KINDS
from facilitator.cli.say import amount, in_words


@pytest.mark.parametrize(
    ("kind", "one"),
    [
        ("notes", "1 note"),
        ("people", "1 person"),
        ("stories", "1 story"),
        ("pieces of feedback", "1 piece of feedback"),
        ("answers about consent", "1 answer about consent"),
        ("options of votes", "1 option of votes"),
        ("other places", "1 other place"),
        ("feedback", "1 feedback"),
    ],
)
def test_one_is_said_as_one(kind: str, one: str) -> None:
    assert amount(1, kind) == one
    assert amount(2, kind) == f"2 {kind}"


def test_nothing_that_a_merge_brings_is_said_as_several_when_it_is_one() -> None:
    assert [kind for kind in KINDS.values() if amount(1, kind) == f"1 {kind}"] == []
    assert in_words([(1, "boards"), (39, "notes"), (26, "ballots")]) == "1 board, 39 notes and 26 ballots"
