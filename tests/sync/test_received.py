"""What comes on a stick is looked at before anything is written; what is refused is said by its name, and leaves this
workshop and the stick as they were.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.attachment import Attachment
from facilitator.domain.board import Note
from facilitator.domain.change import Change, Delete, Insert, Set
from facilitator.domain.errors import Cancelled, Expected, FileTrouble, NewerFile, NotAWorkshop
from facilitator.domain.gestures.board import add_note
from facilitator.sync.merging import merge
from facilitator.workshop.workshop import Workshop
from tests.sync.laptops import BOARD, Laptop

DATA = Path(__file__).parent.parent / "data"
TEA = uuid.UUID(int=11)
PICTURE = Attachment("image/png", b"\x89PNG\r\n\x1a\n" + b"a picture of a note")
Spoil = Callable[[sqlite3.Connection], object]
FAR = 1 << 62


def cake(**values: object) -> str:
    """The note about cake says something else in the log."""
    return f"UPDATE change SET value = '{json.dumps(values)}' WHERE value LIKE '%Cake%'"


SPOILT: dict[str, str] = {
    "a time no clock ever showed": f"UPDATE change_group SET hlc = {FAR} WHERE code = 'note-add'",
    "words where a number belongs": cake(board_id=BOARD.hex, text="x", colour="red"),
    "a number where words belong": cake(board_id=BOARD.hex, text=7),
    "half a sign": cake(board_id=BOARD.hex, text="\ud800"),
    "a NUL": cake(board_id=BOARD.hex, text="\x00"),
    "bytes that are no text": "UPDATE change SET value = CAST(replace(value, 'ake', x'ff') AS TEXT) "
    "WHERE value LIKE '%Cake%'",
    "a colour there is not": cake(board_id=BOARD.hex, text="x", colour=9),
    "a board that never was": cake(board_id=TEA.hex, text="x"),
    "no board": cake(text="x"),
    "no JSON": "UPDATE change SET value = '{' WHERE value LIKE '%Cake%'",
    "a change of nothing": "UPDATE change SET prev_session = 77, prev_seq = 1 WHERE value LIKE '%Cake%'",
    "a group that counts more than it has": "UPDATE change_group SET changes = 5 WHERE code = 'note-add'",
    "details that are no details": "UPDATE change_group SET details = '[1]' WHERE code = 'note-add'",
    "another past under the same name": "UPDATE change_group SET code = 'other' WHERE code = 'board-add'",
    "a session without a proper name": "UPDATE change_session SET sid = 'x' || sid",
}


@pytest.fixture
def spoilt(first: Laptop, second: Laptop) -> Callable[[str], Laptop]:
    """A copy with a note more, in which somebody was with another program."""

    def spoil(how: str) -> Laptop:
        first.does(add_note(BOARD, "Tea"))
        second.does(add_note(BOARD, "Cake"))
        second.close()
        connection = sqlite3.connect(second.path)
        connection.executescript(how)
        connection.close()
        return second

    return spoil


@pytest.mark.parametrize("what", SPOILT, ids=lambda what: what.replace(" ", "-"))
def test_a_history_that_does_not_fit_is_refused_and_nothing_is_written(
    first: Laptop, spoilt: Callable[[str], Laptop], what: str
) -> None:
    other = spoilt(SPOILT[what])
    before = first.state()
    with pytest.raises(NotAWorkshop, match=r"hall\.workshop"):
        first.merges(other)
    assert first.state() == before
    assert first.workshop.check() == []


def test_a_deleted_note_that_cannot_be_does_not_come_back_by_what_another_file_needs(
    first: Laptop, second: Laptop, copied: Callable[[Laptop, str], Laptop]
) -> None:
    second.does(add_note(BOARD, "Cake", note_id=TEA))
    third = copied(second, "third")
    second.does(Change("note-delete", (Delete("note", TEA),)))
    second.close()
    with closing(sqlite3.connect(second.path)) as file:
        file.execute(cake(board_id=BOARD.hex, text="Cake", colour=9))
        file.commit()
    first.merges(second)
    idea = uuid.UUID(int=21)
    needed = Insert("idea_note", uuid.uuid4(), {"idea_id": idea, "note_id": TEA})
    third.does(Change("idea-add", (Insert("idea", idea, {"name": "Café"}), needed)))
    with pytest.raises(NotAWorkshop):
        first.merges(third)
    first.close()
    assert first.workshop.read(lambda reader: reader.count(Note)) == 0


def test_a_trigger_is_never_run(first: Laptop, spoilt: Callable[[str], Laptop]) -> None:
    other = spoilt("CREATE TRIGGER forge AFTER INSERT ON note BEGIN DELETE FROM board; END")
    with pytest.raises(NotAWorkshop, match="not made the way a workshop file is"):
        first.merges(other)
    assert first.texts() == ["Tea"]


def test_a_file_from_a_newer_version_is_refused_and_left_as_it_is(
    first: Laptop, spoilt: Callable[[str], Laptop]
) -> None:
    other = spoilt("PRAGMA user_version = 99")
    bytes_before = other.path.read_bytes()
    with pytest.raises(NewerFile):
        first.merges(other)
    assert other.path.read_bytes() == bytes_before


def test_another_workshop_is_refused(first: Laptop, tmp_path: Path) -> None:
    with Workshop.new(tmp_path / "garden.workshop", "Garden", first.places):
        pass
    with pytest.raises(FileTrouble, match=r"garden\.workshop is another workshop"):
        merge(first.workshop, [tmp_path / "garden.workshop"], first.places)


def test_a_file_cut_short_on_the_stick_is_refused(first: Laptop, second: Laptop) -> None:
    second.does(add_note(BOARD, "Cake"))
    second.close()
    whole = second.path.read_bytes()
    second.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotAWorkshop, match="damaged"):
        first.merges(second)


def test_of_several_files_none_comes_in_when_one_is_refused(first: Laptop, second: Laptop, third: Laptop) -> None:
    second.does(add_note(BOARD, "Cake"))
    third.close()
    third.path.write_bytes(b"PK\x03\x04 a zip")
    with pytest.raises(NotAWorkshop, match="a zip"):
        first.merges(second, third)
    assert first.texts() == []


def test_where_the_second_of_two_files_does_not_fit_the_first_is_in_and_that_is_said(
    first: Laptop, spoilt: Callable[[str], Laptop], third: Laptop
) -> None:
    third.does(add_note(BOARD, "Chairs"))
    other = spoilt(SPOILT["a change of nothing"])
    merged = first.merges(third, other)
    assert first.texts() == ["Chairs", "Tea"]
    assert [ref.table for ref in merged.effects.inserted] == ["note"]
    assert "does not fit together" in merged.left_out[0]
    assert first.workshop.check() == []


def test_backslashes_that_people_type_are_words_like_others(first: Laptop, second: Laptop) -> None:
    said = "Look in C:\\users, \\ud800 and \\u0000"
    second.does(add_note(BOARD, said))
    first.merges(second)
    assert first.texts() == [said]


def test_a_wrong_clock_refuses_nothing(first: Laptop, second: Laptop) -> None:
    second.clock = lambda: 4_000_000_000_000  # the year 2096
    second.does(add_note(BOARD, "Cake"))
    first.merges(second)
    first.does(add_note(BOARD, "Tea"))
    second.merges(first)
    assert second.state() == first.state()


def test_the_other_file_is_left_as_it_is(first: Laptop, second: Laptop) -> None:
    second.does(add_note(BOARD, "Cake"))
    second.close()
    before = second.path.read_bytes()
    first.merges(second)
    assert second.path.read_bytes() == before
    assert sorted(path.name for path in second.path.parent.glob("hall*")) == ["hall.workshop"]


def test_stopping_leaves_all_as_it_was(first: Laptop, second: Laptop) -> None:
    second.does(*(add_note(BOARD, f"Cake {n}") for n in range(20)))
    second.close()
    for last in range(1, 9):

        def stop(done: int, _all: int, last: int = last) -> None:
            if done == last:
                raise Cancelled("Stopped.")

        with pytest.raises(Cancelled):
            merge(first.workshop, [second.path], first.places, stop)
        assert first.texts() == []
    assert first.merges(second).changes_added == 20


def test_a_picture_comes_with_the_note_that_speaks_of_it(first: Laptop, second: Laptop) -> None:
    second.does(add_note(BOARD, "Tea", note_id=TEA), with_picture())
    first.merges(second)
    assert first.workshop.read(lambda reader: reader.picture(PICTURE.hash)) == PICTURE
    assert first.workshop.check() == []


def test_a_picture_that_is_not_what_its_name_says_is_left_out_and_said(
    first: Laptop, second: Laptop, third: Laptop
) -> None:
    second.does(add_note(BOARD, "Tea", note_id=TEA), with_picture())
    second.close()
    whole = shutil.copy(second.path, third.path)
    connection = sqlite3.connect(second.path)
    connection.execute("UPDATE attachment SET data = ?", (PICTURE.data + b"!",))
    connection.commit()
    connection.close()
    merged = first.merges(second)
    assert (merged.damaged_pictures, first.texts()) == (1, ["Tea"])
    merge(first.workshop, [Path(whole)], first.places)
    assert first.workshop.read(lambda reader: reader.picture(PICTURE.hash)) == PICTURE


def test_a_copy_in_an_older_format_is_brought_up_to_date_and_merged(first: Laptop, tmp_path: Path) -> None:
    here, there = (Path(shutil.copy(DATA / "v1.workshop", tmp_path / name)) for name in ("here", "there.workshop"))
    old = there.read_bytes()
    with Workshop.open(here, first.places) as workshop:
        before = len(workshop.history())
        assert merge(workshop, [there], first.places).changes_added == 0
        assert len(workshop.history()) == before
    assert there.read_bytes() == old


def test_a_stick_that_is_put_in_again_is_known(first: Laptop, second: Laptop) -> None:
    second.does(add_note(BOARD, "Cake"))
    first.merges(second)
    (held,) = json.loads((first.places.state / "merged.json").read_text("utf-8")).values()
    assert sum(held["steps"].values()) == 3
    assert first.merges(second).changes_added == 0


def test_a_known_stick_is_merged_again_into_a_workshop_that_was_put_back(first: Laptop, second: Laptop) -> None:
    first.close()
    backup = first.path.read_bytes()
    second.does(add_note(BOARD, "Cake"))
    first.merges(second)
    first.close()
    first.path.write_bytes(backup)
    assert first.merges(second).changes_added == 1
    assert first.texts() == ["Cake"]


def test_the_workshop_itself_is_no_copy(first: Laptop) -> None:
    with pytest.raises(Expected, match="the workshop itself"):
        merge(first.workshop, [first.path], first.places)


def with_picture() -> Change:
    return Change("note-picture", (Set("note", TEA, {"photo": PICTURE.hash}),), attachments=(PICTURE,))
