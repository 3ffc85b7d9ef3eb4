"""A ballot that two laptops counted, and not the same, is said when they come together, until somebody has counted the
sheet once more, also where the sheet says what is shown.
"""

from __future__ import annotations

import shutil
import uuid
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.gestures.voting import Choice, add_poll, count_ballot, issue_ballots, open_poll
from facilitator.workshop.places import Device, Places
from facilitator.workshop.queries.read_twice import read_twice
from facilitator.workshop.workshop import Workshop
from tests.ui.coming_together import labels, page
from tests.ui.windows import settle, shown, votes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

TOLD = "Ballot 12 of “Which first?” was counted on two laptops, and not the same."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """Ballot 12, which was read as blank here and as A at table 2, whose file was brought in."""
    here, there = tmp_path / "hall.workshop", tmp_path / "table-2.workshop"
    poll = add_poll("Which first?", [Choice("Wall"), Choice("Phone")], method="dots", dots=3)
    poll_id, wall = poll.edits[0].id, poll.edits[1].id
    given_out = issue_ballots(poll_id, [12])
    with Workshop.new(here, "Millbrook", Places.of_this_laptop()) as workshop:
        for change in (poll, given_out, open_poll(poll_id)):
            workshop.apply(change)
    shutil.copy(here, there)
    ballot: uuid.UUID = given_out.edits[0].id
    with Workshop.open(here, Places.of_this_laptop()) as workshop:
        workshop.apply(count_ballot(ballot, {}))
    with Workshop.open(there, Places(tmp_path / "there", Device("there", "Table 2's laptop"))) as workshop:
        workshop.apply(count_ballot(ballot, {wall: 1}))
    with shown(qtbot, here) as window:
        window.go_to("together")
        page(window).bringing.bring_in([there])
        settle(qtbot, window)
        yield window


def test_a_ballot_that_one_laptop_read_as_blank_is_said_by_the_merge_and_stays_on_the_page(
    qtbot: QtBot, window: Window
) -> None:
    assert TOLD in window.notice.words
    settle(qtbot, window)
    assert TOLD in labels(page(window).choices.doubles)


def test_the_sheet_counted_once_more_settles_it_also_where_it_says_what_is_shown(qtbot: QtBot, window: Window) -> None:
    window.go_to("votes")
    settle(qtbot, window)
    desk = votes(window).desk
    qtbot.keyClicks(desk.paper, "12")
    window.do("votes", "ballot-correct")
    settle(qtbot, window)
    assert desk.is_correcting
    qtbot.keyClick(desk.paper, Qt.Key.Key_Return)
    settle(qtbot, window)
    left: list[object] = []
    window.store.submit(lambda workshop: workshop.read(read_twice), left.extend)
    settle(qtbot, window)
    assert left == []
