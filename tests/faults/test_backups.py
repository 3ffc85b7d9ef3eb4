"""R20, R21: backups survive the rotation, every one opens and matches its history, and one can be had back."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import DiskTrouble, FileTrouble, NotFound
from facilitator.domain.gestures.board import add_note
from facilitator.store.backup import Backup, kept
from facilitator.workshop.restoring import backups_for, drill, look_inside, nth, restore
from facilitator.workshop.workshop import Workshop
from tests.faults import story

if TYPE_CHECKING:
    from facilitator.workshop.places import Places

NOON = datetime(2026, 11, 28, 12)


def made(*moments: datetime) -> list[Backup]:
    newest_first = sorted(moments, reverse=True)
    return [Backup(Path(f"{number}.workshop"), moment, "on-closing") for number, moment in enumerate(newest_first)]


def test_two_hundred_saves_in_two_minutes_leave_the_daily_and_weekly_backups() -> None:
    in_a_hurry = [NOON + timedelta(seconds=0.6 * n) for n in range(200)]
    earlier_days = [NOON - timedelta(days=n) for n in range(1, 30)]
    earlier_weeks = [NOON - timedelta(weeks=n) for n in range(5, 20)]
    left = kept(made(*in_a_hurry, *earlier_days, *earlier_weeks))
    assert {backup.made_at for backup in left} >= {*earlier_days, *earlier_weeks}
    assert in_a_hurry[-1] in {backup.made_at for backup in left}
    assert len(left) == 10 + len(earlier_days) + len(earlier_weeks)


def test_after_years_no_more_are_kept_than_a_laptop_can_hold() -> None:
    left = kept(made(*(NOON - timedelta(days=n) for n in range(1000))))
    assert len(left) <= 10 + 30 + 26
    assert min(backup.made_at for backup in left) < NOON - timedelta(weeks=24)


def test_backups_lie_outside_the_folder_of_the_workshop(closed: Path, places: Places) -> None:
    assert all(closed.parent not in (backup.path.parent,) for backup in backups_for(closed, places))


def test_every_backup_opens_and_what_it_holds_matches_its_history(closed: Path, places: Places) -> None:
    for number in range(3):
        with Workshop.open(closed, places) as workshop:
            workshop.apply(add_note(story.BOARD, f"Chair {number}"))
    every = drill(backups_for(closed, places), places)
    assert [inside.problems for inside in every] == [()] * 5
    assert [inside.counts["notes"] for inside in every] == [4, 3, 2, 1, 0]


def test_the_drill_finds_a_backup_that_is_damaged(closed: Path, places: Places) -> None:
    with Workshop.open(closed, places) as workshop:
        workshop.apply(add_note(story.BOARD, "Chairs"))
    newest, middle, oldest = (backup.path for backup in backups_for(closed, places))
    oldest.write_bytes(oldest.read_bytes()[:-5000])
    connection = sqlite3.connect(middle)
    connection.execute("DELETE FROM note")
    connection.commit()
    connection.close()
    found = drill(backups_for(closed, places), places)
    assert [(inside.backup.path, bool(inside.problems)) for inside in found] == [
        (newest, False),
        (middle, True),
        (oldest, True),
    ]


def test_one_looks_inside_before_one_restores(closed: Path, places: Places, tmp_path: Path) -> None:
    backup = nth(backups_for(closed, places), 1)
    before = backup.path.read_bytes()
    inside = look_inside(backup, places)
    assert (inside.title, inside.counts["notes"], inside.problems) == ("Millbrook", 1, ())
    restored = restore(backup, tmp_path / "restored.workshop", places)
    assert backup.path.read_bytes() == before
    with Workshop.open(restored, places) as workshop, Workshop.open(closed, places) as now:
        assert story.state(workshop) == story.state(now)


def test_a_file_that_is_gone_or_damaged_still_has_its_backups(closed: Path, places: Places) -> None:
    number = len(backups_for(closed, places))
    closed.write_bytes(b"")
    assert len(backups_for(closed, places)) == number
    closed.unlink()
    assert len(backups_for(closed, places)) == number


def test_a_file_that_was_moved_still_has_its_backups(closed: Path, places: Places, tmp_path: Path) -> None:
    number = len(backups_for(closed, places))
    moved = closed.rename(tmp_path / "moved.workshop")
    assert len(backups_for(moved, places)) == number


def test_nothing_is_restored_over_a_file_or_from_a_backup_that_is_not_whole(
    closed: Path, places: Places, tmp_path: Path
) -> None:
    backup = nth(backups_for(closed, places), 1)
    with pytest.raises(FileTrouble, match="there already"):
        restore(backup, closed, places)
    with pytest.raises(DiskTrouble):
        restore(backup, tmp_path / "gone" / "restored.workshop", places)
    backup.path.write_bytes(b"")
    with pytest.raises(FileTrouble, match="not whole"):
        restore(backup, tmp_path / "restored.workshop", places)
    assert not (tmp_path / "restored.workshop").exists()


def test_what_is_not_there_is_said(closed: Path, places: Places, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="numbered 1 to 2"):
        nth(backups_for(closed, places), 3)
    with pytest.raises(NotFound, match="no backup of"):
        backups_for(tmp_path / "other.workshop", places)
