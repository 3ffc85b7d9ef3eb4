"""R23: a clock set back or wrong by years changes neither the order of what happened nor what undo takes back."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from pathlib import Path

from facilitator.domain.gestures.board import add_note, edit_note
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story

NOW = 1_790_000_000_000
YEAR = 365 * 24 * 3600 * 1000


def clock(times: Iterable[int]) -> Callable[[], int]:
    """A laptop's clock that reads these times one after the other, and then stands still."""
    reading = itertools.chain(times, itertools.repeat(NOW))
    return lambda: next(reading)


def test_a_clock_that_jumps_by_years_while_writing_keeps_the_order(closed: Path, places: Places) -> None:
    jumping = clock([NOW, NOW + 30 * YEAR, NOW - 20 * YEAR, NOW, 0, NOW + 50 * YEAR, NOW - 5 * YEAR] * 3)
    with Workshop.open(closed, places, clock=jumping) as workshop:
        for number in range(6):
            workshop.apply(edit_note(story.TEA, f"Tea {number}"))
        assert [entry.code for entry in workshop.history(6)] == ["note-edit"] * 6
        for number in reversed(range(5)):
            workshop.undo()
            assert story.state(workshop).words == (f"Tea {number}",)
        workshop.undo()
        assert story.state(workshop).words == ("Tea",)
        assert workshop.check() == []


def test_a_clock_set_back_by_years_between_two_openings_keeps_the_order(closed: Path, places: Places) -> None:
    for opening, when in enumerate((NOW + 20 * YEAR, NOW - 10 * YEAR, 0, NOW)):
        with Workshop.open(closed, places, clock=lambda when=when: when) as workshop:
            workshop.apply(add_note(story.BOARD, f"Note {opening}"))
    with Workshop.open(closed, places, clock=lambda: NOW) as workshop:
        assert story.state(workshop).words == ("Note 0", "Note 1", "Note 2", "Note 3", "Tea")
        for left in (("Note 0", "Note 1", "Note 2", "Tea"), ("Note 0", "Note 1", "Tea"), ("Note 0", "Tea"), ("Tea",)):
            workshop.undo()
            assert story.state(workshop).words == left
        assert workshop.redo().undo is not None
        assert story.state(workshop).words == ("Note 0", "Tea")
        assert workshop.check() == []
