"""Laws of merging, for every history of two to four copies that are worked on apart, started anew, put back from
backups and merged at any time, on laptops whose clocks are wrong.
"""

from __future__ import annotations

import contextlib
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.change import Change, Delete, Redact
from facilitator.domain.errors import BadChange, NothingToUndo
from tests.sync.copies import Copy, copies
from tests.workshop.random_changes import change_from, choices

Step = tuple[Any, ...]
TOGETHER = 50
LONG = settings.default is not None and settings.default.max_examples > 50
in_parts = pytest.mark.parametrize("part", range(200 if LONG else 6))
"""Ten thousand histories, or three hundred, fifty in one test, which so ends in good time."""

clocks = st.lists(st.integers(0, 4_000_000_000_000), min_size=2, max_size=4)
numbers = st.integers(0, 3)
steps = st.one_of(
    st.tuples(st.just("work"), numbers, choices),
    st.tuples(st.just("work"), numbers, choices),
    st.tuples(st.just("work"), numbers, choices),
    st.tuples(st.sampled_from(["undo", "redo", "restart", "save", "restore"]), numbers),
    st.tuples(st.sampled_from(["merge", "merge", "clone"]), numbers, numbers),
    st.tuples(st.just("remove for good"), numbers, st.integers(0, 50)),
)
histories = st.lists(steps, min_size=5, max_size=25)


def live(made: list[Copy], history: list[Step], folder: Path) -> None:
    """Live through a history. What is put back from a backup or written over by a clone was merged elsewhere before,
    as a person is asked to, so that nothing written is lost with the file.
    """
    backup = made[0].saved_as(folder / "backup")
    for what, number, *more in history:
        copy, beside = made[number % len(made)], made[(number + 1) % len(made)]
        if what == "work":
            _try(copy, change_from(copy, more[0]))  # pyright: ignore[reportArgumentType]
        elif what in ("undo", "redo"):
            _take_back(copy, what)
        elif what == "restart":
            copy.starts_anew()
        elif what == "save":
            backup = copy.saved_as(folder / "backup")
        elif what == "restore":
            beside.merges(copy)
            copy.becomes(backup)
        elif what == "remove for good":
            _try(copy, _removal(copy, more[0]))
        elif made[more[0] % len(made)] is not copy:
            other = made[more[0] % len(made)]
            if what == "merge":
                copy.merges(other)
            else:
                other.merges(copy)
                copy.becomes(other.saved_as(folder / "clone"))


def _try(copy: Copy, change: Change | None) -> None:
    if change is not None:
        with contextlib.suppress(BadChange):  # what another laptop removed for good cannot be written on
            copy.apply(change)


def _take_back(copy: Copy, what: str) -> None:
    try:
        effects = copy.store.undo() if what == "undo" else copy.store.redo()
    except (NothingToUndo, BadChange):
        return
    if effects.group is not None:
        copy.written.add((effects.group.session, effects.group.n))


def _removal(copy: Copy, number: int) -> Change | None:
    notes = copy.ids("note")
    if not notes:
        return None
    note = notes[number % len(notes)]
    return Change("notes-remove-for-good", (Redact("note", note), Delete("note", note)))


@in_parts
@settings(max_examples=TOGETHER)
@given(times=clocks, history=histories, chance=st.randoms(use_true_random=False))
def test_all_copies_come_to_the_same_in_whatever_order_they_are_merged(
    part: int, times: list[int], history: list[Step], chance: random.Random
) -> None:
    with tempfile.TemporaryDirectory() as name, copies(Path(name), times) as made:
        live(made, history, Path(name))
        for _ in range(2):  # the first round brings everything to the last, the second to all
            chance.shuffle(made)
            for copy, other in zip(made[1:], made, strict=False):
                copy.merges(other)
        for copy in made[:-1]:
            copy.merges(made[-1])
        expected, everything = made[-1].state(), set[tuple[str, int]]().union(*(copy.written for copy in made))
        for copy in made:
            assert copy.state() == expected
            assert copy.logged() == made[-1].logged()
            assert everything <= copy.logged()
        assert made[-1].problems() == []
        assert made[0].merges(made[-1]).groups == 0


@settings(max_examples=TOGETHER)
@given(clocks, histories, numbers, choices)
def test_undo_after_do_is_as_if_nothing_had_happened_after_merges_too(
    times: list[int], history: list[Step], number: int, last: tuple[str, str, int, str]
) -> None:
    with tempfile.TemporaryDirectory() as name, copies(Path(name), times) as made:
        live(made, history, Path(name))
        copy = made[number % len(made)]
        before, change = copy.state(), change_from(copy, last)  # pyright: ignore[reportArgumentType]
        with contextlib.suppress(BadChange):
            if change is not None and copy.apply(change).group is not None and copy.store.undo().left_alone == 0:
                assert copy.state() == before
                assert copy.problems() == []
