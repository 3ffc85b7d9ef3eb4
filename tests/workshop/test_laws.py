"""Laws for every history of Changes: the tables are the replay of the log, and undo is as if nothing had happened."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.change import Change, Delete, Redact, RowRef
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.workshop.random_changes import change_from, choices, histories, state_of


@contextmanager
def a_workshop() -> Iterator[Workshop]:
    """A fresh workshop; Hypothesis runs many in one test, so a fixture would be shared."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workshop.new(Path(folder, "w.workshop"), "Laws", Places.under(Path(folder, "state"))) as workshop,
    ):
        yield workshop


def live(workshop: Workshop, history: list[tuple[str, str, int, str]]) -> list[RowRef]:
    """Live through a history; the rows it made, those that are deleted again among them."""
    made: list[RowRef] = []
    for choice in history:
        change = change_from(workshop, choice)
        if change is not None:
            made += workshop.apply(change).inserted
    return made


@given(histories)
def test_the_tables_say_what_the_log_says(history: list[tuple[str, str, int, str]]) -> None:
    with a_workshop() as workshop:
        live(workshop, history)
        assert workshop.check() == []


@given(histories, choices)
def test_undo_after_do_is_as_if_nothing_had_happened(
    history: list[tuple[str, str, int, str]], last: tuple[str, str, int, str]
) -> None:
    with a_workshop() as workshop:
        live(workshop, history)
        before = state_of(workshop)
        change = change_from(workshop, last)
        if change is None or workshop.apply(change).group is None:
            return
        after = state_of(workshop)
        assert workshop.undo().left_alone == 0
        assert state_of(workshop) == before
        workshop.redo()
        assert state_of(workshop) == after
        assert workshop.check() == []


@given(histories)
def test_everything_can_be_undone_and_done_again_one_step_at_a_time(history: list[tuple[str, str, int, str]]) -> None:
    with a_workshop() as workshop:
        empty = state_of(workshop)
        live(workshop, history)
        full = state_of(workshop)
        while workshop.next_undo() is not None:
            workshop.undo()
        assert state_of(workshop) == empty
        while workshop.next_redo() is not None:
            workshop.redo()
        assert state_of(workshop) == full
        assert workshop.check() == []


@given(histories, st.integers(0, 20))
def test_undo_goes_on_after_a_restart(history: list[tuple[str, str, int, str]], steps: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places, path = Places.under(Path(folder, "state")), Path(folder, "w.workshop")
        with Workshop.new(path, "Laws", places) as workshop:
            live(workshop, history)
            for _ in range(steps):
                if workshop.next_undo() is not None:
                    workshop.undo()
            expected = (workshop.next_undo(), workshop.next_redo(), state_of(workshop))
        with Workshop.open(path, places) as workshop:
            assert (workshop.next_undo(), workshop.next_redo(), state_of(workshop)) == expected


@given(histories, histories)
def test_what_was_removed_for_good_is_nowhere_in_the_files_bytes(
    before: list[tuple[str, str, int, str]], after: list[tuple[str, str, int, str]]
) -> None:
    secret = "Zwetschge-Ypsilanti-"  # no other text is likely to hold this
    marked = [
        (what, "note", number, secret + text) if number % 2 else (what, table, number, text)
        for what, table, number, text in before
    ]
    with tempfile.TemporaryDirectory() as folder:
        places, path = Places.under(Path(folder, "state")), Path(folder, "w.workshop")
        with Workshop.new(path, "Laws", places) as workshop:
            rows = live(workshop, [("insert", "board", 0, ""), ("insert", "note", 1, secret), *marked])
            edits = (edit for row in rows for edit in (Redact(row.table, row.id), Delete(row.table, row.id)))
            workshop.apply(Change("remove-for-good", tuple(edits)))
            assert secret.encode() not in path.read_bytes()
            assert secret.encode() not in path.with_name(path.name + "-wal").read_bytes()
            live(workshop, after)
            while workshop.next_undo() is not None:
                workshop.undo()
            assert workshop.check() == []
        assert secret.encode() not in path.read_bytes()
