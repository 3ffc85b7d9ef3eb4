"""A row that is taken away takes its parts along, and nothing else."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import RowRef
from facilitator.domain.gestures.board import add_board, add_note
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.gestures.people import (
    add_person,
    answer_consent,
    link_people,
    remove_person,
    seat_people,
    tick_arrivals,
)
from facilitator.domain.gestures.programme import add_session, add_table
from facilitator.domain.people import Participant
from facilitator.workshop.queries.board import outline
from facilitator.workshop.queries.hanging import hanging_on

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

PERSON, OTHER, SESSION, TABLE, BOARD, NOTE = (uuid.uuid4() for _ in range(6))


def test_a_person_goes_with_seat_arrival_answers_and_links_while_their_notes_stay(workshop: Workshop) -> None:
    for change in (
        add_person("Amina", participant_id=PERSON),
        add_person("Dave", participant_id=OTHER),
        add_session("One", session_id=SESSION),
        add_table("Table 1", table_id=TABLE),
        add_board("What?", board_id=BOARD),
        add_note(BOARD, "A bench", note_id=NOTE),
        say_by_person([NOTE], PERSON),
        tick_arrivals(SESSION, [PERSON, OTHER]),
        answer_consent(PERSON, "notes", "yes"),
        seat_people(TABLE, [PERSON]),
        link_people([(OTHER, PERSON, "knows")], 1),
    ):
        workshop.apply(change)
    found = workshop.read(lambda reader: hanging_on(reader, "participant", PERSON))
    assert sorted(ref.table for ref in found.parts) == ["attendance", "connection", "consent", "seat"]
    assert found.ties == ((RowRef("note", NOTE), "participant_id"),)
    workshop.apply(remove_person(PERSON, found))
    assert [one.display_name for one in workshop.read(lambda reader: reader.find(Participant))] == ["Dave"]
    board = workshop.read(lambda reader: outline(reader, BOARD))
    assert board is not None
    assert [(note.text, note.said_by) for note in board.themes[0].notes] == [("A bench", "")]
    assert workshop.check() == []
    workshop.undo()
    board = workshop.read(lambda reader: outline(reader, BOARD))
    assert board is not None
    assert board.themes[0].notes[0].said_by == "Amina"
