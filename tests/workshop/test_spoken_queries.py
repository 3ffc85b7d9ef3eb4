"""Who can have said a note, and the languages in use."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Insert
from facilitator.domain.gestures.board import add_board, add_note
from facilitator.workshop.queries.spoken import languages_here, speakers

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

BOARD, TABLE, AMINA, JO = uuid.uuid4(), uuid.uuid4(), uuid.uuid4(), uuid.uuid4()


def test_tables_can_be_said_to_speak_and_people_only_where_they_agreed(workshop: Workshop) -> None:
    consent = {"participant_id": AMINA, "use": "notes", "answer": "yes", "asked_on": "2026-11-01"}
    workshop.apply(
        Change(
            "people-add",
            (
                Insert("room_table", TABLE, {"name": "Table 1"}),
                Insert("participant", AMINA, {"display_name": "Amina"}),
                Insert("participant", JO, {"display_name": "Jo"}),
                Insert("consent", uuid.uuid4(), consent),
            ),
        )
    )
    assert [(one.name, one.is_person) for one in workshop.read(speakers)] == [("Table 1", False), ("Amina", True)]


def test_the_languages_in_use_begin_with_the_commonest(workshop: Workshop) -> None:
    workshop.apply(add_board("What would help?", board_id=BOARD))
    for language in ("ur", "ar", "ar", ""):
        workshop.apply(add_note(BOARD, "words", language=language))
    workshop.apply(Change("people-add", (Insert("participant", JO, {"display_name": "Jo", "languages": "so"}),)))
    assert workshop.read(languages_here) == ["ar", "so", "ur"]
