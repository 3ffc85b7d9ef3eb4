"""Pictures of notes: kept with the Change that brings them, once each, and gone when their note is removed for good."""

from __future__ import annotations

import sqlite3
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.attachment import LARGEST, Attachment
from facilitator.domain.change import Change, Insert
from facilitator.domain.errors import BadChange
from facilitator.domain.gestures.board import add_board, remove_notes_for_good
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.places import Places

BOARD = uuid.UUID(int=1)
CROP = Attachment("image/png", b"\x89PNG\r\n\x1a\n" + b"a note on paper" * 40)


def with_picture(note_id: uuid.UUID, picture: Attachment = CROP) -> Change:
    values = {"board_id": BOARD, "photo": picture.hash}
    return Change("note-photo", (Insert("note", note_id, values),), attachments=(picture,))


@pytest.fixture
def board(workshop: Workshop) -> Workshop:
    workshop.apply(add_board("What would help?", board_id=BOARD))
    return workshop


def kept(workshop: Workshop, picture: Attachment = CROP) -> Attachment | None:
    return workshop.read(lambda reader: reader.picture(picture.hash))


def test_a_picture_comes_back_as_it_was(board: Workshop) -> None:
    board.apply(with_picture(uuid.uuid4()))
    assert kept(board) == CROP
    assert board.check() == []


def test_a_picture_that_two_notes_show_is_kept_once_and_goes_with_the_last(board: Workshop) -> None:
    first, second = uuid.uuid4(), uuid.uuid4()
    board.apply(with_picture(first))
    board.apply(with_picture(second))
    board.apply(remove_notes_for_good([first]))
    assert kept(board) == CROP
    board.apply(remove_notes_for_good([second]))
    assert kept(board) is None


def test_nothing_of_a_removed_picture_is_left_in_the_file(board: Workshop) -> None:
    note = uuid.uuid4()
    board.apply(with_picture(note))
    board.apply(remove_notes_for_good([note]))
    path = board.path
    board.close()
    assert b"a note on paper" not in path.read_bytes()


def test_undo_and_redo_bring_the_picture_back(board: Workshop) -> None:
    board.apply(with_picture(uuid.uuid4()))
    board.undo()
    board.redo()
    assert kept(board) == CROP


@pytest.mark.parametrize(
    "picture",
    [
        Attachment("image/png", b"GIF89a"),
        Attachment("image/gif", b"GIF89a"),
        Attachment("image/jpeg", b"\xff\xd8\xff" + bytes(LARGEST)),
    ],
)
def test_what_is_no_small_picture_is_refused_and_nothing_is_stored(board: Workshop, picture: Attachment) -> None:
    with pytest.raises(BadChange, match="picture"):
        board.apply(with_picture(uuid.uuid4(), picture))
    assert kept(board, picture) is None


def test_a_picture_made_elsewhere_to_fill_the_memory_is_not_read(board: Workshop, places: Places) -> None:
    board.apply(with_picture(uuid.uuid4()))
    path: Path = board.path
    board.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE attachment SET data = CAST(data || zeroblob(?) AS BLOB)", (LARGEST,))
    connection.commit()
    connection.close()
    with Workshop.open(path, places) as opened:
        assert kept(opened) is None
        assert opened.check() == [f"The picture {CROP.hash[:8]} is not the one that was kept."]


def test_a_picture_that_was_changed_from_outside_is_found_by_the_check(board: Workshop, places: Places) -> None:
    board.apply(with_picture(uuid.uuid4()))
    path: Path = board.path
    board.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE attachment SET data = x'89504E47'")
    connection.commit()
    connection.close()
    with Workshop.open(path, places) as opened:
        assert opened.check() == [f"The picture {CROP.hash[:8]} is not the one that was kept."]
