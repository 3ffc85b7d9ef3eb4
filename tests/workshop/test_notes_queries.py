"""Notes are pasted, merged and split without losing a word, and what was kept back stays so."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import BadChange
from facilitator.domain.gestures.board import add_board, add_note, park_notes, translate_note, withhold_notes
from facilitator.domain.gestures.capture import NewNote, add_notes, lines_of, paste_notes
from facilitator.domain.gestures.notes import say_by_person, say_by_table, set_language
from facilitator.domain.gestures.people import add_person, answer_consent
from facilitator.domain.gestures.programme import add_table
from facilitator.domain.gestures.prototypes import add_idea
from facilitator.domain.gestures.trying import root_idea
from facilitator.domain.gestures.voting import Choice, add_poll
from facilitator.domain.prototypes import IdeaNote
from facilitator.domain.voting import Option
from facilitator.workshop.queries.board import NoteLine, note_lines, outline
from facilitator.workshop.queries.notes import merged, split_up
from facilitator.workshop.queries.options import choices_from_notes, choices_from_themes

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

BOARD, BENCH, SHADE, LAST, TABLE, OTHER_TABLE, PERSON, IDEA = (uuid.uuid4() for _ in range(8))


@pytest.fixture
def wall(workshop: Workshop) -> Workshop:
    """Three notes at positions 1, 2 and 3, the first two said by one table."""
    workshop.apply(add_board("What would help?", board_id=BOARD))
    for table_id, name in ((TABLE, "Table 1"), (OTHER_TABLE, "Table 2")):
        workshop.apply(add_table(name, table_id=table_id))
    for turn, (note_id, text) in enumerate(((BENCH, "A bench"), (SHADE, "Some shade"), (LAST, "Toilets")), 1):
        workshop.apply(add_note(BOARD, text, note_id=note_id, position=turn, colour=turn))
    workshop.apply(say_by_table([BENCH, SHADE], TABLE))
    return workshop


def notes(workshop: Workshop) -> list[NoteLine]:
    board = workshop.read(lambda reader: outline(reader, BOARD))
    assert board is not None
    return [note for theme in board.themes for note in theme.notes]


def texts(workshop: Workshop) -> list[str]:
    return [note.text for note in notes(workshop)]


def merge(workshop: Workshop, kept: uuid.UUID, gone: uuid.UUID) -> None:
    workshop.apply(workshop.read(lambda reader: merged(reader, kept, gone)))


def test_many_lines_make_many_notes_in_one_step(wall: Workshop) -> None:
    pasted = "\r\n • Text the day before\n\n- Dads’ Saturday \n-5 degrees\u2028* لوحة\n"
    assert lines_of(pasted) == ("Text the day before", "Dads’ Saturday", "-5 degrees", "لوحة")
    wall.apply(paste_notes(BOARD, pasted, colour=3, table_id=OTHER_TABLE, position=4))
    assert texts(wall)[3:] == ["Text the day before", "Dads’ Saturday", "-5 degrees", "لوحة"]
    assert {(note.colour, note.said_by) for note in notes(wall)[3:]} == {(3, "Table 2")}
    wall.undo()
    assert len(texts(wall)) == 3


def test_two_notes_become_one_with_the_words_of_both(wall: Workshop) -> None:
    wall.apply(translate_note(SHADE, "ظل", "ar"))
    merge(wall, BENCH, SHADE)
    assert texts(wall) == ["A bench\nSome shade", "Toilets"]
    assert (notes(wall)[0].said_by, notes(wall)[0].translation, notes(wall)[0].colour) == ("Table 1", "ظل", 1)
    wall.undo()
    assert texts(wall) == ["A bench", "Some shade", "Toilets"]


def test_two_notes_that_say_the_same_say_it_once(wall: Workshop) -> None:
    wall.apply(add_note(BOARD, "a BENCH ", note_id=IDEA, position=9))
    merge(wall, BENCH, IDEA)
    assert texts(wall) == ["A bench", "Some shade", "Toilets"]


def test_who_said_it_stays_only_where_both_agree(wall: Workshop) -> None:
    wall.apply(say_by_table([SHADE], OTHER_TABLE))
    merge(wall, BENCH, SHADE)
    assert notes(wall)[0].said_by == ""


def test_one_note_of_a_kept_back_and_another_is_kept_back(wall: Workshop) -> None:
    wall.apply(withhold_notes([SHADE], on=True))
    wall.apply(park_notes([BENCH], on=True))
    merge(wall, BENCH, SHADE)
    assert (notes(wall)[0].withheld, notes(wall)[0].parked) == (True, False)


def test_a_no_stays_with_the_words_even_when_the_name_goes(wall: Workshop) -> None:
    wall.apply(add_person("Noelia", participant_id=PERSON))
    wall.apply(say_by_person([SHADE], PERSON))
    wall.apply(answer_consent(PERSON, "notes", "no"))
    merge(wall, BENCH, SHADE)
    assert notes(wall)[0].withheld


def test_options_and_ideas_that_came_from_either_come_from_the_one(wall: Workshop) -> None:
    wall.apply(add_poll("Which?", [Choice("Some shade", note_id=SHADE)]))
    wall.apply(add_idea("A pergola", idea_id=IDEA))
    wall.apply(root_idea(IDEA, note_ids=[SHADE]))
    merge(wall, BENCH, SHADE)
    assert [option.note_id for option in wall.read(lambda reader: reader.find(Option))] == [BENCH]
    assert [tie.note_id for tie in wall.read(lambda reader: reader.find(IdeaNote))] == [BENCH]
    assert wall.check() == []


def test_notes_that_cannot_be_one_are_refused(wall: Workshop) -> None:
    other, far = uuid.uuid4(), uuid.uuid4()
    wall.apply(add_board("Else?", board_id=other))
    wall.apply(add_note(other, "Far away", note_id=far))
    for gone in (BENCH, far):
        with pytest.raises(BadChange, match="two notes of one board"):
            merge(wall, BENCH, gone)
    pictures = [uuid.uuid4(), uuid.uuid4()]
    wall.apply(add_notes(BOARD, [NewNote("", photo=name.hex, note_id=name) for name in pictures]))
    with pytest.raises(BadChange, match="picture"):
        merge(wall, *pictures)
    long = uuid.uuid4()
    wall.apply(add_note(BOARD, "x" * 20_000, note_id=long))
    with pytest.raises(BadChange, match="too long"):
        merge(wall, BENCH, long)


def test_one_note_becomes_several_in_its_place(wall: Workshop) -> None:
    parts = ["A bench", " ", "with arms", "in the sun"]
    wall.apply(wall.read(lambda reader: split_up(reader, BENCH, parts)))
    assert texts(wall) == ["A bench", "with arms", "in the sun", "Some shade", "Toilets"]
    assert {note.said_by for note in notes(wall)[:3]} == {"Table 1"}
    wall.apply(wall.read(lambda reader: split_up(reader, LAST, ["Toilets", "Taps"])))
    assert texts(wall)[-2:] == ["Toilets", "Taps"]
    with pytest.raises(BadChange, match="two parts"):
        wall.read(lambda reader: split_up(reader, BENCH, ["A bench", ""]))


def test_a_part_of_what_is_kept_back_is_kept_back(wall: Workshop) -> None:
    wall.apply(withhold_notes([BENCH], on=True))
    wall.apply(wall.read(lambda reader: split_up(reader, BENCH, ["A", "bench"])))
    assert [note.withheld for note in notes(wall)] == [True, True, False, False]


def test_a_line_tells_the_languages_and_the_table(wall: Workshop) -> None:
    wall.apply(set_language([BENCH], "en", "so"))
    (line,) = wall.read(lambda reader: note_lines(reader, [BENCH, uuid.uuid4()]))
    assert (line.language, line.spoken_language, line.table_id) == ("en", "so", TABLE)


def test_a_vote_is_made_from_notes_with_their_meaning_and_without_what_is_kept_back(wall: Workshop) -> None:
    wall.apply(translate_note(SHADE, "ظل", "ar"))
    wall.apply(withhold_notes([LAST], on=True))
    choices = wall.read(lambda reader: choices_from_notes(reader, [SHADE, LAST, BENCH]))
    assert [(choice.text, choice.note_id) for choice in choices] == [("Some shade / ظل", SHADE), ("A bench", BENCH)]
    assert wall.read(lambda reader: choices_from_themes(reader, BOARD)) == ()
