"""R2 and R3: a full disk stores nothing by halves, spoils no older file, and the next try works when there is room."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.board import Note
from facilitator.domain.errors import DiskTrouble
from facilitator.domain.gestures.board import add_note
from facilitator.sync.archive import Archive
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
LONG = "A very long note. " * 1_000


@pytest.fixture
def workshop(closed: Path, places: Places) -> Iterator[Workshop]:
    with Workshop.open(closed, places) as opened:
        opened.apply(add_note(story.BOARD, "Coffee"))
        yield opened


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """As on a full disk: a write beyond fails."""
    import resource

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@contextmanager
def no_page_more(workshop: Workshop) -> Iterator[None]:
    """SQLite's own full disk."""
    connection = workshop._store.connection
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")


def log_of(workshop: Workshop) -> Path:
    return workshop.path.with_name(workshop.path.name + "-wal")


@needs_limits
def test_a_disk_that_is_full_in_the_middle_of_a_commit_stores_nothing_and_the_retry_works(workshop: Workshop) -> None:
    before = story.state(workshop)
    note = add_note(story.BOARD, LONG)
    with no_file_larger_than(log_of(workshop).stat().st_size + 5_000), pytest.raises(DiskTrouble, match="not stored"):
        workshop.apply(note)
    assert story.state(workshop) == before
    assert workshop.check() == []
    workshop.apply(note)
    assert workshop.read(lambda reader: reader.count(Note)) == len(before.words) + 1
    assert workshop.check() == []


def test_a_file_that_may_not_grow_any_more_stores_nothing_and_the_retry_works(workshop: Workshop) -> None:
    before = story.state(workshop)
    note = add_note(story.BOARD, LONG)
    with no_page_more(workshop), pytest.raises(DiskTrouble, match="disk is full"):
        workshop.apply(note)
    assert story.state(workshop) == before
    workshop.apply(note)
    workshop.undo()
    assert story.state(workshop).words == before.words
    assert workshop.check() == []


@needs_limits
def test_undo_and_redo_on_a_full_disk_stay_where_they_are(workshop: Workshop) -> None:
    workshop.apply(add_note(story.BOARD, LONG))
    workshop.undo()
    before, next_redo = story.state(workshop), workshop.next_redo()
    with no_file_larger_than(log_of(workshop).stat().st_size), pytest.raises(DiskTrouble):
        workshop.redo()
    assert (story.state(workshop), workshop.next_redo()) == (before, next_redo)
    workshop.redo()
    assert LONG in story.state(workshop).words


@needs_limits
def test_the_disk_is_full_from_the_first_change_on_and_the_workshop_still_closes(closed: Path, places: Places) -> None:
    workshop = Workshop.open(closed, places)
    with no_file_larger_than(1):
        with pytest.raises(DiskTrouble):
            workshop.apply(add_note(story.BOARD, "Coffee"))
        workshop.close()
    with Workshop.open(closed, places) as again:
        assert story.state(again).words == ("Tea",)


@needs_limits
def test_a_new_workshop_on_a_full_disk_leaves_nothing_behind(tmp_path: Path, places: Places) -> None:
    with no_file_larger_than(20_000), pytest.raises(DiskTrouble):
        Workshop.new(tmp_path / "new.workshop", "Millbrook", places)
    assert list(tmp_path.glob("new*")) == []
    Workshop.new(tmp_path / "new.workshop", "Millbrook", places).close()


@needs_limits
def test_a_backup_on_a_full_disk_leaves_the_older_ones_and_no_half_one(workshop: Workshop) -> None:
    workshop.back_up("by-hand")
    folder = workshop.backups()[0].path.parent
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with no_file_larger_than(50_000), pytest.raises(DiskTrouble, match="backup on this laptop could not") as full:
        workshop.back_up("by-hand")
    assert re.search(rf"in {re.escape(str(folder))}\. It needs up to 0\.[1-9] MB there, and ", str(full.value))
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_folder_for_backups_that_cannot_be_made_is_said_in_words(workshop: Workshop, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "state" / "backups")
    (tmp_path / "state" / "backups").write_text("a file where the folder should be")
    with pytest.raises(DiskTrouble, match="backup on this laptop could not be written"):
        workshop.back_up("by-hand")
    (tmp_path / "state" / "backups").unlink()


@needs_limits
@pytest.mark.parametrize(
    ("words", "name"),
    [(["export"], "notes.csv"), (["export"], "all.json"), (["print", "report", "--out"], "report.pdf")],
)
def test_what_is_written_on_a_full_disk_leaves_the_old_file_and_no_half_one(
    closed: Path, places: Places, root: Path, words: list[str], name: str
) -> None:
    with Workshop.open(closed, places) as workshop:
        for number in range(200):
            workshop.apply(add_note(story.BOARD, f"A note that takes some room on the disk, number {number}"))
    folder = closed.parent / "documents"
    folder.mkdir()
    old = folder / name
    old.write_bytes(b"from yesterday")
    done = _command(root, [words[0], str(closed), *words[1:], str(old)], lambda: _limit(4_000))
    assert done.returncode == 1, done.stderr
    assert done.stderr.count("\n") == 1
    assert old.read_bytes() == b"from yesterday"
    assert list(folder.iterdir()) == [old]
    assert _command(root, [words[0], str(closed), *words[1:], str(old)], None).returncode == 0
    assert old.stat().st_size > 4_000


@needs_limits
def test_an_archive_that_could_not_be_made_leaves_nothing_in_the_way_of_the_next_try(tmp_path: Path) -> None:
    archive = tmp_path / "all.office"
    with no_file_larger_than(20_000), pytest.raises(DiskTrouble):
        Archive.create(archive, "Office")
    assert list(tmp_path.glob("all.office*")) == []
    Archive.create(archive, "Office").close()
    Archive.open(archive, "Office").close()


def _command(root: Path, words: list[str], limit: Callable[[], None] | None) -> subprocess.CompletedProcess[str]:
    command: list[Any] = [sys.executable, "-m", "facilitator", *words]
    return subprocess.run(command, cwd=root, preexec_fn=limit, capture_output=True, text=True, check=False)


def _limit(size: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
