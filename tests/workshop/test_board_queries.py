"""A board reads back by theme, and what hangs on a note is found before it is removed for good."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import Change, Insert
from facilitator.domain.errors import NotFound
from facilitator.domain.gestures import board as gestures
from facilitator.domain.gestures.voting import Choice, add_ballot, add_poll
from facilitator.domain.voting import Option
from facilitator.workshop.queries.board import boards, chosen_board, note_lines, outline, what_hangs_on
from facilitator.workshop.queries.counts import counts
from facilitator.workshop.queries.voting import poll_result, polls

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

BOARD, THEME, TABLE = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
SHADE, BENCH, LOOSE = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def wall(workshop: Workshop) -> Workshop:
    """A board with two notes in a theme and one in none."""
    workshop.apply(gestures.add_board("What would help?", source="Asked at the gate", board_id=BOARD))
    workshop.apply(gestures.add_theme(BOARD, "Sitting", theme_id=THEME))
    workshop.apply(Change("table-add", (Insert("room_table", TABLE, {"name": "Table 2"}),)))
    workshop.apply(gestures.add_note(BOARD, "Shade", theme_id=THEME, position=2, note_id=SHADE))
    workshop.apply(gestures.add_note(BOARD, "A bench", theme_id=THEME, table_id=TABLE, position=1, note_id=BENCH))
    workshop.apply(gestures.add_note(BOARD, "Loose", colour=3, note_id=LOOSE))
    return workshop


def test_an_outline_has_the_notes_by_theme_in_order_and_the_loose_ones_last(wall: Workshop) -> None:
    shown = wall.read(lambda reader: outline(reader, BOARD))
    assert shown is not None
    assert (shown.question, shown.source) == ("What would help?", "Asked at the gate")
    assert len(shown.meanings) == 7
    assert [(theme.name, [note.text for note in theme.notes]) for theme in shown.themes] == [
        ("Sitting", ["A bench", "Shade"]),
        ("", ["Loose"]),
    ]
    assert shown.themes[0].notes[0].said_by == "Table 2"
    assert shown.themes[1].notes[0].colour == 3


def test_there_is_no_outline_of_a_board_that_is_not_there(workshop: Workshop) -> None:
    assert workshop.read(lambda reader: outline(reader, BOARD)) is None


def test_an_empty_theme_is_kept(wall: Workshop) -> None:
    wall.apply(gestures.group_notes([SHADE, BENCH], None))
    shown = wall.read(lambda reader: outline(reader, BOARD))
    assert shown is not None
    assert [len(theme.notes) for theme in shown.themes] == [0, 3]


def test_some_notes_can_be_read_anew_however_many(wall: Workshop) -> None:
    wanted = [SHADE, *(uuid.uuid4() for _ in range(2_000)), LOOSE]
    assert {note.text for note in wall.read(lambda reader: note_lines(reader, wanted))} == {"Shade", "Loose"}


def test_a_board_is_found_by_a_part_of_its_question_or_its_id(wall: Workshop) -> None:
    wall.apply(gestures.add_board("What else?"))
    for name in ("WOULD  help", str(BOARD)):
        assert wall.read(lambda reader, name=name: chosen_board(reader, name)).id == BOARD
    with pytest.raises(NotFound, match="Several boards"):
        wall.read(lambda reader: chosen_board(reader, "what"))
    with pytest.raises(NotFound, match='There is: "What else\\?", "What would help\\?"'):
        wall.read(lambda reader: chosen_board(reader, "nothing"))
    with pytest.raises(NotFound):
        wall.read(lambda reader: chosen_board(reader, ""))


def test_of_two_boards_with_one_name_the_id_must_be_given(wall: Workshop) -> None:
    wall.apply(gestures.add_board("What would help?"))
    with pytest.raises(NotFound, match=str(BOARD)):
        wall.read(lambda reader: chosen_board(reader, "What would help?"))


def test_removing_a_note_for_good_takes_its_option_and_the_marks_on_it_along(wall: Workshop) -> None:
    wall.apply(add_poll("Which first?", [Choice("Shade", note_id=SHADE), Choice("A bench", note_id=BENCH)]))
    poll = wall.read(polls)[0]
    options = {option.text: option.id for option in wall.read(lambda reader: reader.find(Option))}
    wall.apply(add_ballot(poll.id, 1, "hands", {options["Shade"]: 1, options["A bench"]: -1}))
    hanging = wall.read(lambda reader: what_hangs_on(reader, [SHADE]))
    assert sorted(ref.table for ref in hanging) == ["mark", "option"]

    wall.apply(gestures.remove_notes_for_good([SHADE], hanging))

    result = wall.read(lambda reader: poll_result(reader, poll.id))
    assert result is not None
    assert [option.text for option in result.options] == ["A bench"]
    assert wall.read(counts)["notes"] == 2
    assert b"Shade" not in wall.path.read_bytes()
    assert wall.check() == []


def test_boards_come_in_order_with_their_notes_counted(wall: Workshop) -> None:
    wall.apply(gestures.add_board("First", position=-1))
    assert [(board.question, board.notes) for board in wall.read(boards)] == [("First", 0), ("What would help?", 3)]


def test_what_was_read_once_is_read_anew_after_a_change(workshop: Workshop) -> None:
    board = uuid.uuid4()
    workshop.apply(Change("test-add", (Insert("board", board, {"question": "What?"}),)))
    turn = iter(range(10))

    def twice(reader: Reader) -> tuple[int, int]:
        return reader.once("asked", lambda: next(turn)), reader.once("asked", lambda: next(turn))

    assert workshop.read(twice) == (0, 0)
    assert workshop.read(twice) == (1, 1)
    workshop.apply(Change("test-add", (Insert("note", uuid.uuid4(), {"board_id": board, "text": "Moved"}),)))
    found = workshop.read(lambda reader: (outline(reader, board), outline(reader, board)))
    assert found[0] is found[1]
    assert found[0] is not None
    assert [note.text for theme in found[0].themes for note in theme.notes] == ["Moved"]
