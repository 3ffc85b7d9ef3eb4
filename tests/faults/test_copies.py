"""R5: a copy is whole: backups are made by SQLite itself, and a closed workshop is one file."""

from __future__ import annotations

import shutil
from pathlib import Path

from facilitator.domain.gestures.board import add_note
from facilitator.workshop.places import Device, Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story


def files_of(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.glob(path.name + "*"))


def test_a_backup_of_an_open_workshop_has_every_note(closed: Path, places: Places, tmp_path: Path) -> None:
    with Workshop.open(closed, places) as workshop:
        workshop.apply(story.many_notes())
        copy = Path(shutil.copy(workshop.back_up("by-hand"), tmp_path / "copy.workshop"))
        expected = story.state(workshop)
    with Workshop.open(copy, places) as there:
        assert story.state(there) == expected
        assert there.check() == []


def test_a_closed_workshop_is_one_file_and_its_copy_has_every_note(
    closed: Path, places: Places, tmp_path: Path
) -> None:
    with Workshop.open(closed, places) as workshop:
        workshop.apply(story.many_notes())
        expected = story.state(workshop)
    assert files_of(closed) == ["hall.workshop"]
    with Workshop.open(Path(shutil.copy(closed, tmp_path / "copy.workshop")), places) as there:
        assert story.state(there) == expected


def test_it_is_one_file_whoever_of_two_closes_last(closed: Path, places: Places, tmp_path: Path) -> None:
    other = Places(tmp_path / "other", Device("other", "the other laptop"))
    for reader_closes_last in (True, False):
        writer, reader = Workshop.open(closed, places), Workshop.open(closed, other)
        writer.apply(add_note(story.BOARD, "Coffee"))
        assert "Coffee" in story.state(reader).words
        for workshop in (writer, reader) if reader_closes_last else (reader, writer):
            workshop.close()
        assert files_of(closed) == ["hall.workshop"]


def test_it_is_one_file_when_the_reader_was_in_the_middle_of_reading(
    closed: Path, places: Places, tmp_path: Path
) -> None:
    other = Places(tmp_path / "other", Device("other", "the other laptop"))
    writer, reader = Workshop.open(closed, places), Workshop.open(closed, other)
    writer.apply(add_note(story.BOARD, "Coffee"))
    writer._store.connection.exec_driver_sql("PRAGMA busy_timeout=0")
    with reader._store.snapshot() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
        writer.apply(add_note(story.BOARD, "Cake"))
        writer.close()
    reader.close()
    with Workshop.open(closed, places) as again:
        assert {"Coffee", "Cake"} <= set(story.state(again).words)
    assert files_of(closed) == ["hall.workshop"]


def test_looking_at_a_workshop_leaves_its_bytes_alone(closed: Path, places: Places) -> None:
    before = closed.read_bytes()
    with Workshop.open(closed, places) as workshop:
        assert story.state(workshop).words == ("Tea",)
        assert workshop.check() == []
        assert len(workshop.history()) == 3
    assert closed.read_bytes() == before
