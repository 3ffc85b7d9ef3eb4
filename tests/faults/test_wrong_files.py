"""R8, R9, R10 and R12: what is not a workshop of ours is said to be what it is, and is left as it is."""

from __future__ import annotations

import os
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.domain.errors import Expected, NewerFile, NotAWorkshop, NotFound
from facilitator.store.layout import FORMAT
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

FORMAT_PLACE = 60
"""Where SQLite's header has the user_version (sqlite.org/fileformat.html)."""


def refused(path: Path, places: Places, kind: type[Expected]) -> str:
    """What is said of a file; nothing of it or beside it is changed."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(kind) as caught:
        Workshop.open(path, places)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    return str(caught.value)


@pytest.fixture
def backed_up(closed: Path, places: Places) -> Path:
    """A workshop with a backup."""
    with Workshop.open(closed, places) as workshop:
        workshop.back_up("by-hand")
    return closed


def test_an_empty_file_is_damaged_and_never_taken_for_a_new_workshop(tmp_path: Path, places: Places) -> None:
    (tmp_path / "empty.workshop").touch()
    assert "damaged: it is empty" in refused(tmp_path / "empty.workshop", places, NotAWorkshop)


def test_a_workshop_that_became_empty_offers_its_newest_backup(backed_up: Path, places: Places) -> None:
    with Workshop.open(backed_up, places) as workshop:
        newest = workshop.backups()[0]
    backed_up.write_bytes(b"")
    assert str(newest.path) in refused(backed_up, places, NotAWorkshop)


def test_a_path_that_does_not_exist_creates_nothing(tmp_path: Path, places: Places) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(NotFound, match="There is no file"):
        Workshop.open(tmp_path / "nowhere.workshop", places)
    with pytest.raises(NotFound):
        Workshop.open(tmp_path / "no" / "folder.workshop", places)
    assert sorted(tmp_path.iterdir()) == before


def test_a_path_that_vanishes_between_two_looks_creates_nothing(tmp_path: Path) -> None:
    from facilitator.store.connect import connect

    with pytest.raises(Exception, match="unable to open"):
        connect(tmp_path / "gone.workshop", write=True).exec_driver_sql("SELECT 1 FROM sqlite_master")
    assert list(tmp_path.iterdir()) == []


def a_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("notes.txt", "Tea")


def a_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE contacts (name)")
    connection.commit()
    connection.close()


FOREIGN: dict[str, tuple[Callable[[Path], object], str]] = {
    "zip": (a_zip, "a zip or Office file"),
    "jpeg": (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500)), "a JPEG picture"),
    "png": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500)), "a PNG picture"),
    "pdf": (lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(500)), "a PDF"),
    "zeros": (lambda path: path.write_bytes(bytes(20_000)), "damaged: it is full of zeros"),
    "database": (a_database, "a database of another program"),
    "text": (lambda path: path.write_text("Dear all,\nthe workshop is on Monday.\n" * 20), "not a workshop file"),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(10)), "damaged: a part of it is missing"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_of_another_kind_is_called_by_its_name(tmp_path: Path, places: Places, kind: str) -> None:
    make, words = FOREIGN[kind]
    path = tmp_path / "hall.workshop"
    make(path)
    assert words in refused(path, places, NotAWorkshop)


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_workshop_replaced_by_something_else_offers_its_newest_backup(
    backed_up: Path, places: Places, kind: str
) -> None:
    FOREIGN[kind][0](backed_up if kind != "database" else _emptied(backed_up))
    assert "Its newest backup is from" in refused(backed_up, places, NotAWorkshop)


def _emptied(path: Path) -> Path:
    path.unlink()
    return path


@pytest.mark.parametrize("cut", [1, 100, 4_096, 10_000, 100_000])
def test_a_file_that_was_cut_short_is_damaged_and_offers_its_newest_backup(
    backed_up: Path, places: Places, cut: int
) -> None:
    whole = backed_up.read_bytes()
    backed_up.write_bytes(whole[:-cut])
    said = refused(backed_up, places, NotAWorkshop)
    assert "damaged" in said
    assert "Its newest backup is from" in said


def test_a_file_with_a_page_of_zeros_in_it_is_damaged(closed: Path, places: Places) -> None:
    whole = bytearray(closed.read_bytes())
    whole[4_096:8_192] = bytes(4_096)
    closed.write_bytes(whole)
    assert "damaged" in refused(closed, places, NotAWorkshop)


def test_a_file_from_a_newer_facilitator_is_refused_in_one_sentence(closed: Path, places: Places) -> None:
    whole = bytearray(closed.read_bytes())
    whole[FORMAT_PLACE : FORMAT_PLACE + 4] = (FORMAT + 1).to_bytes(4, "big")
    closed.write_bytes(whole)
    assert "was made by a newer Facilitator" in refused(closed, places, NewerFile)


def test_a_newer_file_that_was_not_closed_is_refused_as_well(
    killed: Callable[[Path], None], closed: Path, places: Places
) -> None:
    killed(closed)
    connection = sqlite3.connect(closed)
    connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    log = closed.with_name(closed.name + "-wal").read_bytes()
    index = closed.with_name(closed.name + "-shm").read_bytes()
    whole = closed.read_bytes()
    connection.close()
    for end, content in (("", whole), ("-wal", log), ("-shm", index)):
        closed.with_name(closed.name + end).write_bytes(content)
    assert int.from_bytes(whole[FORMAT_PLACE : FORMAT_PLACE + 4], "big") == FORMAT
    with pytest.raises(NewerFile):
        Workshop.open(closed, places)


def test_a_folder_is_called_a_folder(tmp_path: Path, places: Places) -> None:
    with pytest.raises(NotAWorkshop, match="is a folder"):
        Workshop.open(tmp_path, places)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path, places: Places) -> None:
    os.mkfifo(tmp_path / "hall.workshop")
    with pytest.raises(NotAWorkshop, match="is not a file"):
        Workshop.open(tmp_path / "hall.workshop", places)


@pytest.mark.parametrize("name", ["x" * 300, "x" * 5_000, "a/" * 3_000])
def test_a_name_that_is_too_long_is_said_in_words(tmp_path: Path, places: Places, name: str) -> None:
    with pytest.raises(Expected):
        Workshop.open(tmp_path / name, places)
    with pytest.raises(Expected):
        Workshop.new(tmp_path / name, "Millbrook", places)


def test_making_a_workshop_never_writes_over_what_is_there(closed: Path, places: Places) -> None:
    before = closed.read_bytes()
    with pytest.raises(Expected, match="is there already"):
        Workshop.new(closed, "Another", places)
    assert closed.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["two words", "50%", "what?", "no#1", "a&b=c", "ümläut 会議 عربى", "-dash", "100%41", "file:", ".hidden"]
)
def test_a_workshop_may_be_called_anything(tmp_path: Path, places: Places, name: str) -> None:
    path = tmp_path / name / f"{name}.workshop"
    path.parent.mkdir()
    with Workshop.new(path, "Millbrook", places) as workshop:
        workshop.back_up("by-hand")
    with Workshop.open(path, places) as again:
        assert again.title == "Millbrook"
        assert not again.read_only
    assert list(path.parent.iterdir()) == [path]
    path.write_bytes(b"")
    assert "Its newest backup" in refused(path, places, NotAWorkshop)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are always letters")
def test_a_name_in_letters_of_another_age_works(tmp_path: Path, places: Places) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.workshop")
    Workshop.new(path, "Millbrook", places).close()
    with Workshop.open(path, places) as workshop:
        assert not workshop.read_only


def test_the_longest_name_a_disk_takes_either_works_or_is_refused_in_words(tmp_path: Path, places: Places) -> None:
    for length in range(235, 256):
        path = tmp_path / ("x" * length)
        try:
            Workshop.new(path, "Millbrook", places).close()
            Workshop.open(path, places).close()
        except Expected:
            assert not path.exists()
        for left in tmp_path.glob("x*"):
            left.unlink()
