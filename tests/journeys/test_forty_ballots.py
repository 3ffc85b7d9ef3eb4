"""Forty ballots by keyboard alone, as they come out of the box, in the real program on a real screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build.read_out import BALLOTS, DOTS, MOST_KEYS, counted, prepare, read_out, stored_tally, takes_keys, type_in
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.journeys.desk import codes, ended_well, eventually, needs_a_keyboard, program

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_a_keyboard


def test_forty_ballots_are_typed_in_one_is_refused_and_the_tally_is_right(
    tmp_path: Path, root: Path, display: dict[str, str]
) -> None:
    file, ballots = tmp_path / "forty.workshop", read_out()
    prepare(file)
    with program(file, root, display) as (process, desk):
        desk.focus(desk.find("Forty ballots"))
        eventually(lambda: takes_keys(desk, file), "the window takes keys")
        desk.press("ctrl+5")
        keys = type_in(desk, ballots, twice_after=12)
        eventually(lambda: counted(file) == BALLOTS, "forty ballots are counted")
        desk.press("ctrl+Return")
        eventually(lambda: "poll-close" in codes(file), "the vote is closed")
        desk.press("ctrl+q")
        ended_well(process)
    assert max(keys) <= MOST_KEYS
    assert counted(file) == BALLOTS
    assert stored_tally(file) == dict(ballots.tally())
    assert sum(stored_tally(file).values()) == BALLOTS * DOTS
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        assert workshop.check() == []
