"""A file of the first format, kept as it was written, opens today with every word and a backup from before."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.board import Note
from facilitator.domain.gestures.board import edit_note
from facilitator.store.migrate import MIGRATIONS
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.places import Places


@pytest.fixture
def old_file(root: Path, tmp_path: Path) -> Path:
    path = tmp_path / "harbour.workshop"
    shutil.copy(root / "tests" / "data" / "v0.workshop", path)
    return path


def words(workshop: Workshop) -> list[str]:
    return [note.text for note in workshop.read(lambda reader: reader.find(Note, order_by=[Note.position]))]


def test_an_old_file_is_brought_up_to_date_with_a_backup_from_before(old_file: Path, places: Places) -> None:
    before = old_file.read_bytes()
    with Workshop.open(old_file, places) as workshop:
        assert workshop.format_version == max(step.version for step in MIGRATIONS)
        assert words(workshop) == ["A heater by the window", "لوحة فيها صور", "Tea, and somebody to drink it with"]
        assert workshop.check() == []
        assert "brought up to date" in workshop.notices[0]
        (backup,) = workshop.backups()
    assert backup.why == "before-migration"
    with Workshop.open(backup.path, places, migrations=()) as kept:
        assert kept.format_version == 0
    assert before[:16] == old_file.read_bytes()[:16]


def test_undo_reaches_back_into_what_was_written_before_the_migration(old_file: Path, places: Places) -> None:
    with Workshop.open(old_file, places) as workshop:
        newest = workshop.history(1)[0]
        assert newest.code == "note-edit"
        note = workshop.read(lambda reader: reader.find(Note, order_by=[Note.position]))[2]
        workshop.apply(edit_note(note.id, "Coffee"))
        workshop.undo()
        assert words(workshop)[2] == "Tea, and somebody to drink it with"
