"""R1: a program that is killed at any moment loses nothing it said was stored."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.board import Note
from facilitator.domain.errors import NotAWorkshop
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")


def test_killed_twenty_times_while_adding_notes_every_note_that_was_acknowledged_is_there(
    drive: Callable[..., Any],
) -> None:
    outcome = drive("drive_killing", 20)
    assert outcome["broken"] == []
    assert outcome["acknowledged"] > 100


@pytest.mark.long
def test_killed_two_hundred_times(drive: Callable[..., Any]) -> None:
    assert drive("drive_killing", 200)["broken"] == []


def test_after_a_crash_the_person_is_told_and_undo_goes_on_from_there(
    killed: Callable[[Path], None], closed: Path, places: Places
) -> None:
    killed(closed)
    with Workshop.open(closed, places) as workshop:
        assert "was not closed last time" in workshop.notices[0]
        assert not workshop.read_only
        assert workshop.read(lambda reader: reader.count(Note)) == 1 + story.MANY
        assert workshop.undo().undo is not None
        assert workshop.read(lambda reader: reader.count(Note)) == 1
    assert sorted(path.name for path in closed.parent.glob("hall*")) == ["hall.workshop"]


def test_a_backup_put_in_the_place_of_a_file_that_was_not_closed_says_what_else_must_go(
    killed: Callable[[Path], None], closed: Path, places: Places
) -> None:
    with Workshop.open(closed, places) as workshop:
        backup = workshop.back_up("by-hand")
        expected = story.state(workshop)
    killed(closed)
    shutil.copy(backup, closed)
    with pytest.raises(NotAWorkshop, match=r"move hall\.workshop-wal away too"):
        Workshop.open(closed, places)
    closed.with_name("hall.workshop-wal").rename(closed.with_name("away"))
    with Workshop.open(closed, places) as workshop:
        assert story.state(workshop) == expected


def test_a_workshop_killed_right_after_it_was_made_opens(
    killed_while_new: Callable[[Path], None], tmp_path: Path, places: Places
) -> None:
    killed_while_new(tmp_path / "new.workshop")
    with Workshop.open(tmp_path / "new.workshop", places) as workshop:
        assert workshop.title == "Millbrook"
        assert workshop.check() == []
