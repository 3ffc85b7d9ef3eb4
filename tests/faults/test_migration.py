"""R13 and R22: an old file that is brought up to date is old or new, never between, and is backed up before."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from facilitator.domain.errors import DiskTrouble, FileTrouble
from facilitator.store.migrate import MIGRATIONS, Migration
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults.drive_migration import format_of

NEWEST = max(step.version for step in MIGRATIONS)


@pytest.fixture
def old(root: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(root / "tests" / "data" / "v0.workshop", tmp_path / "hall.workshop"))


def keep(path: Path, journal: str) -> None:
    """Have SQLite keep this kind of journal for a file."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA journal_mode={journal}")
    connection.close()


@pytest.mark.skipif(sys.platform != "linux", reason="LD_PRELOAD is of Linux")
@pytest.mark.parametrize(("how", "journal"), [("kill", "DELETE"), ("kill", "WAL"), ("once", "DELETE")])
def test_whichever_write_of_a_migration_goes_wrong_the_file_is_old_or_new(
    drive: Callable[..., Any], failing_disk: Path, old: Path, how: str, journal: str
) -> None:
    keep(old, journal)
    outcome = drive("drive_migration", old, how, preload=failing_disk)
    assert outcome["broken"] == []
    assert outcome["faults"] > 10


def test_a_migration_that_fails_at_its_last_step_leaves_the_old_file(old: Path, places: Places) -> None:
    before = old.read_bytes()
    steps = (*MIGRATIONS, Migration(NEWEST + 1, ("CREATE TABLE extra (id INTEGER)", "ALTER TABLE nowhere ADD x TEXT")))
    with pytest.raises(OperationalError, match="no such table"):
        Workshop.open(old, places, steps)
    assert old.read_bytes() == before
    assert sorted(path.name for path in old.parent.glob("hall*")) == ["hall.workshop"]
    with Workshop.open(old, places) as workshop:
        assert workshop.format_version == NEWEST
        assert workshop.check() == []


def test_a_migration_that_makes_what_does_not_belong_is_taken_back(old: Path, places: Places) -> None:
    before = old.read_bytes()
    steps = (*MIGRATIONS[:-1], Migration(NEWEST, (*MIGRATIONS[-1].statements, "CREATE TABLE extra (id INTEGER)")))
    with pytest.raises(FileTrouble, match="extra"):
        Workshop.open(old, places, steps)
    assert old.read_bytes() == before


def test_before_a_migration_there_is_a_backup_of_the_old_format(old: Path, places: Places) -> None:
    with Workshop.open(old, places) as workshop:
        (backup,) = workshop.backups()
        assert backup.why == "before-migration"
        assert format_of(backup.path) == 0
        assert workshop.format_version == NEWEST


def test_without_room_for_a_backup_nothing_is_migrated(old: Path, places: Places) -> None:
    before = old.read_bytes()
    places.backups.write_text("a file where the folder should be")
    with pytest.raises(DiskTrouble, match="backup on this laptop could not be written"):
        Workshop.open(old, places)
    assert old.read_bytes() == before
