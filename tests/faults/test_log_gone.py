"""R6: a write-ahead log that was deleted or swapped is noticed, and the newest backup is offered."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import NotAWorkshop
from facilitator.domain.gestures.board import edit_note
from facilitator.workshop.workshop import Workshop
from tests.faults import story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.workshop.places import Places

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")


def test_a_log_that_was_deleted_is_said_and_the_newest_backup_offered(
    killed: Callable[[Path], None], closed: Path, places: Places
) -> None:
    killed(closed)
    closed.with_name("hall.workshop-wal").unlink()
    with Workshop.open(closed, places) as workshop:
        (notice,) = workshop.notices
        assert "hall.workshop-wal, which had the newest of it, is gone" in notice
        assert "Its newest backup is from" in notice
        assert story.state(workshop).words == ("Tea",)
        assert workshop.check() == []


def test_once_it_was_closed_again_nothing_more_is_said(
    killed: Callable[[Path], None], closed: Path, places: Places
) -> None:
    killed(closed)
    closed.with_name("hall.workshop-wal").unlink()
    Workshop.open(closed, places).close()
    with Workshop.open(closed, places) as workshop:
        assert workshop.notices == ()


def test_a_log_of_another_workshop_is_refused_and_the_newest_backup_offered(
    killed: Callable[[Path], None], killed_while_new: Callable[[Path], None], closed: Path, places: Places
) -> None:
    killed(closed)
    other = closed.with_name("other.workshop")
    killed_while_new(other)
    shutil.copy(other.with_name("other.workshop-wal"), closed.with_name("hall.workshop-wal"))
    before = closed.read_bytes(), closed.with_name("hall.workshop-wal").read_bytes()
    with pytest.raises(NotAWorkshop, match=r"not the one that belongs.*Its newest backup is from"):
        Workshop.open(closed, places)
    assert (closed.read_bytes(), closed.with_name("hall.workshop-wal").read_bytes()) == before


def test_a_log_of_the_same_workshop_from_another_day_is_refused(
    killed: Callable[[Path], None], closed: Path, places: Places
) -> None:
    killed(closed)
    log = closed.with_name("hall.workshop-wal")
    old = log.read_bytes()
    with Workshop.open(closed, places) as workshop:
        workshop.apply(edit_note(story.TEA, "Tea " * 1000))
    log.write_bytes(old)
    with pytest.raises(NotAWorkshop):
        Workshop.open(closed, places)
    assert log.read_bytes() == old
