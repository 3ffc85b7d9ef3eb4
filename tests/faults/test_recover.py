"""R11: what is left of a damaged file is saved into a new one, from its log or its tables; the damaged file stays."""

from __future__ import annotations

import random
import shutil
import sqlite3
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from facilitator.domain.attachment import Attachment
from facilitator.domain.change import Change, Delete, Insert
from facilitator.domain.errors import Expected, FileTrouble, NotAWorkshop, NotFound
from facilitator.domain.gestures.board import add_board, add_note, edit_note, remove_notes_for_good
from facilitator.domain.schema import shapes
from facilitator.workshop.places import Places
from facilitator.workshop.recovering import Recovered, recover
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.reader import Reader

PAGE = 4096
MANY = 120
BOARD, LAST = uuid.UUID(int=1), uuid.UUID(int=7)
CROP = Attachment("image/png", b"\x89PNG\r\n\x1a\n" + b"a note on paper" * 900)
LONG = "A long story. " * 600
SECRET = "nobody may read this"
Rows = dict[tuple[str, uuid.UUID], tuple[object, ...]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Notes written one by one, corrected, taken away, removed for good; a picture, and a long story."""
    folder = tmp_path_factory.mktemp("afternoon")
    path = folder / "afternoon.workshop"
    with Workshop.new(path, "Millbrook", Places.under(folder / "state")) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        ids = [uuid.UUID(int=1000 + n) for n in range(MANY)]
        for n, note_id in enumerate(ids):
            workshop.apply(add_note(BOARD, f"Note {n} about benches, buses and bread", note_id=note_id))
        for note_id in ids[::7]:
            workshop.apply(edit_note(note_id, "Written anew"))
        workshop.apply(Change("notes-remove", tuple(Delete("note", note_id) for note_id in ids[5:9])))
        workshop.apply(add_note(BOARD, SECRET, note_id=LAST))
        workshop.apply(remove_notes_for_good([LAST]))
        workshop.apply(Change("story-add", (Insert("story", uuid.uuid4(), {"body": LONG}),)))
        photo = (Insert("note", uuid.uuid4(), {"board_id": BOARD, "photo": CROP.hash}),)
        workshop.apply(Change("note-photo", photo, attachments=(CROP,)))
    return path


@pytest.fixture
def afternoon(written: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    return Path(shutil.copy(written, tmp_path / "afternoon.workshop"))


def every_row(reader: Reader) -> Rows:
    return {
        (name, row[0]): tuple(row) for name, shape in shapes().items() for row in reader.rows(sa.select(shape.table))
    }


def rows_in(path: Path, places: Places) -> Rows:
    with Workshop.open(path, places) as workshop:
        assert workshop.check() == []
        return workshop.read(every_row)


def pages_of(path: Path, which: Callable[[str], bool]) -> list[int]:
    """The numbers of the pages of some tables and their indexes, as another SQLite has them."""
    connection = sqlite3.connect(path)
    roots = connection.execute("SELECT tbl_name, rootpage FROM sqlite_master WHERE rootpage > 0").fetchall()
    connection.close()
    said = path.read_bytes()
    wanted: list[int] = []
    waiting = [root for table, root in roots if which(table)]
    while waiting:
        number = waiting.pop()
        page = said[(number - 1) * PAGE : number * PAGE]
        wanted.append(number)
        if page[0] in (2, 5):
            cells = range(12, 12 + 2 * int.from_bytes(page[3:5]), 2)
            waiting += [int.from_bytes(page[at : at + 4]) for at in (int.from_bytes(page[c : c + 2]) for c in cells)]
            waiting.append(int.from_bytes(page[8:12]))
    return wanted


def spoil(path: Path, pages: list[int], chance: random.Random | None = None) -> None:
    said = bytearray(path.read_bytes())
    for number in pages:
        said[(number - 1) * PAGE : number * PAGE] = chance.randbytes(PAGE) if chance else bytes(PAGE)
    path.write_bytes(said)


@pytest.mark.parametrize("first", range(0, 100, 25))
def test_whatever_pages_are_damaged_what_is_saved_is_whole_and_honest(
    afternoon: Path, places: Places, tmp_path: Path, first: int
) -> None:
    whole, before = afternoon.read_bytes(), rows_in(afternoon, places)
    saved = 0
    for seed in range(first, first + 25):
        chance = random.Random(seed)
        count = len(whole) // PAGE
        afternoon.write_bytes(whole)
        spoil(afternoon, chance.sample(range(1, count + 1), chance.choice((1, 1, 2, 4, 8))), chance)
        damaged = afternoon.read_bytes()
        out = tmp_path / f"saved-{seed}.workshop"
        done = recover(afternoon, out, places)
        assert afternoon.read_bytes() == damaged
        after = rows_in(out, places)
        assert SECRET.encode() not in out.read_bytes()
        assert all(after[key] == before[key] for key in after.keys() & before.keys() if not done.missing_steps)
        assert set(before) - set(after) == set() or sum(done.missing.values()) + done.missing_steps > 0
        saved += len(after.keys() & before.keys())
    assert saved >= 0.97 * 25 * len(before)


def test_a_step_of_which_a_part_is_gone_is_not_saved_by_half(afternoon: Path, places: Places, tmp_path: Path) -> None:
    connection = sqlite3.connect(afternoon)
    with connection:
        connection.execute(
            "DELETE FROM change WHERE (session, seq) ="
            " (SELECT session, first_seq + 1 FROM change_group WHERE code = 'notes-remove')"
        )
    connection.close()
    done = recover(afternoon, tmp_path / "saved.workshop", places)
    assert done.missing_steps == 1
    with Workshop.open(afternoon, places) as before, Workshop.open(done.path, places) as after:
        assert [entry.code for entry in before.history()].count("notes-remove") == 1
        assert [entry.code for entry in after.history()].count("notes-remove") == 0


def test_a_whole_file_is_saved_as_it_is_with_its_history(afternoon: Path, places: Places, tmp_path: Path) -> None:
    done = recover(afternoon, tmp_path / "saved.workshop", places)
    assert rows_in(done.path, places) == rows_in(afternoon, places)
    assert (done.missing, done.missing_steps, done.missing_pictures, done.from_tables) == ({}, 0, 0, 0)
    assert not done.sheets_unknown
    with Workshop.open(afternoon, places) as before, Workshop.open(done.path, places) as after:
        assert before.history() == after.history()
        assert before.sheet_key() == after.sheet_key()


def test_where_the_tables_are_gone_the_log_has_everything(afternoon: Path, places: Places, tmp_path: Path) -> None:
    before = rows_in(afternoon, places)
    spoil(afternoon, pages_of(afternoon, lambda table: table in shapes()))
    done = recover(afternoon, tmp_path / "saved.workshop", places)
    assert rows_in(done.path, places) == before
    assert done.missing_steps == 0


def test_where_the_log_is_gone_the_tables_have_everything(afternoon: Path, places: Places, tmp_path: Path) -> None:
    before = rows_in(afternoon, places)
    spoil(afternoon, pages_of(afternoon, lambda table: table.startswith("change")))
    done = recover(afternoon, tmp_path / "saved.workshop", places)
    assert rows_in(done.path, places) == before
    assert done.from_tables == len(before)
    with Workshop.open(done.path, places) as workshop:
        assert [entry.code for entry in workshop.history()] == ["workshop-recover"]


def test_what_is_missing_is_counted(afternoon: Path, places: Places, tmp_path: Path) -> None:
    spoil(afternoon, pages_of(afternoon, lambda table: table in ("note", "change", "attachment")))
    done = recover(afternoon, tmp_path / "saved.workshop", places)
    assert done.missing["note"] > MANY - 10
    assert done.missing_steps > MANY
    assert rows_in(done.path, places)


def test_a_file_without_its_beginning_or_its_end_is_saved_in_part(
    afternoon: Path, places: Places, tmp_path: Path
) -> None:
    whole = afternoon.read_bytes()
    afternoon.write_bytes(bytes(PAGE) + whole[PAGE:])
    assert recover(afternoon, tmp_path / "no-beginning.workshop", places).missing == {}
    afternoon.write_bytes(whole[: len(whole) // 2 + 100])
    half = recover(afternoon, tmp_path / "half.workshop", places)
    assert half.rows
    assert half.missing


def test_a_file_that_was_brought_up_to_date_is_read_without_its_beginning(
    root: Path, places: Places, tmp_path: Path
) -> None:
    """Columns that a migration added stand last in it, and only the first page says so."""
    old = Path(shutil.copy(root / "tests" / "data" / "v0.workshop", tmp_path / "old.workshop"))
    expected = rows_in(old, places)
    spoil(old, [1])
    assert rows_in(recover(old, tmp_path / "saved.workshop", places).path, places) == expected


def test_what_only_the_write_ahead_log_has_is_saved_too(
    killed: Callable[[Path], None], closed: Path, places: Places, tmp_path: Path
) -> None:
    killed(closed)
    assert _notes(recover(closed, tmp_path / "saved.workshop", places)) == 13
    closed.with_name("hall.workshop-wal").unlink()
    assert _notes(recover(closed, tmp_path / "without.workshop", places)) == 1


def test_a_write_ahead_log_of_another_file_spoils_nothing(
    killed: Callable[[Path], None], closed: Path, afternoon: Path, places: Places, tmp_path: Path
) -> None:
    other = tmp_path / "other.workshop"
    shutil.copy(closed, other)
    killed(other)
    expected = rows_in(afternoon, places)
    shutil.copy(other.with_name("other.workshop-wal"), afternoon.with_name("afternoon.workshop-wal"))
    assert rows_in(recover(afternoon, tmp_path / "saved.workshop", places).path, places) == expected


def _notes(done: Recovered) -> int:
    return done.rows["note"]


@pytest.mark.parametrize("said", [b"", b"PK\x03\x04" * 4000, bytes(9000), random.Random(1).randbytes(40_000)])
def test_where_nothing_is_left_nothing_is_written(said: bytes, places: Places, tmp_path: Path) -> None:
    path = tmp_path / "other.workshop"
    path.write_bytes(said)
    with pytest.raises(NotAWorkshop, match="Nothing of a workshop is left"):
        recover(path, tmp_path / "saved.workshop", places)
    assert not (tmp_path / "saved.workshop").exists()


def test_of_an_encrypted_file_the_passphrase_or_a_backup_is_named(places: Places, tmp_path: Path) -> None:
    path = tmp_path / "locked.workshop"
    path.write_bytes(random.Random(1).randbytes(40_960))
    with pytest.raises(FileTrouble, match="is encrypted"):
        recover(path, tmp_path / "saved.workshop", places)


def test_nothing_is_written_over(afternoon: Path, places: Places, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="there already"):
        recover(afternoon, afternoon, places)
    with pytest.raises(NotFound):
        recover(tmp_path / "gone.workshop", tmp_path / "saved.workshop", places)


def test_turned_bits_never_break_the_saving(closed: Path, places: Places, tmp_path: Path) -> None:
    whole = closed.read_bytes()
    saved = 0
    for seed in range(20):
        chance, said = random.Random(seed), bytearray(whole)
        for _ in range(chance.choice((1, 5, 50, 500))):
            said[chance.randrange(len(said))] ^= 1 << chance.randrange(8)
        closed.write_bytes(said)
        out = tmp_path / f"{seed}.workshop"
        try:
            recover(closed, out, places)
            rows_in(out, places)
            saved += 1
        except Expected:
            assert not out.exists()
    assert saved > 12
