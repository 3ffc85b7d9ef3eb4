"""A closed workshop with something of everything in it, and ways to tamper with its file."""

from __future__ import annotations

import sqlite3
import uuid
from pathlib import Path

import pytest

from facilitator.domain.change import Change, Insert
from facilitator.domain.gestures.board import add_board, add_note, add_theme, edit_note, group_notes, withhold_notes
from facilitator.domain.gestures.voting import Choice, add_ballot, add_poll, close_poll
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import candidates, polls
from facilitator.workshop.workshop import Workshop

BOARD, TEA, COFFEE, POLL, AMINA = (uuid.UUID(int=number) for number in range(1, 6))
NAME = "Amina Okonkwo-Whitfield"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "state")


@pytest.fixture
def closed(tmp_path: Path, places: Places) -> Path:
    """Notes, a theme, a person, a vote with ballots, and a past with undo in it."""
    path = tmp_path / "hall.workshop"
    with Workshop.new(path, "Millbrook", places) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        workshop.apply(add_note(BOARD, "Tea", note_id=TEA))
        workshop.apply(add_note(BOARD, "Coffee ☕ قهوة", note_id=COFFEE, position=2.0))
        workshop.apply(edit_note(TEA, "Tea and cake"))
        theme = workshop.apply(add_theme(BOARD, "Warmth")).inserted[0].id
        workshop.apply(group_notes([TEA, COFFEE], theme))
        workshop.apply(Change("person-add", (Insert("participant", AMINA, {"display_name": NAME}),)))
        workshop.apply(withhold_notes([COFFEE], on=True))
        workshop.undo()
        choices = [Choice("Tea and cake", note_id=TEA), Choice("Coffee ☕ قهوة", note_id=COFFEE)]
        workshop.apply(add_poll("What first?", choices, board_id=BOARD, poll_id=POLL))
        options = workshop.read(lambda reader: candidates(reader, polls(reader)[0].id))
        for number in range(1, 4):
            workshop.apply(add_ballot(POLL, number, "screen", {options[0].id: 1, options[1].id: -1}))
        workshop.apply(close_poll(POLL))
    return path


def tamper(path: Path, *statements: str) -> None:
    """Change a file behind our back, with another SQLite."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
