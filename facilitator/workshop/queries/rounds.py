"""What a private round needs to know of a board: whether one goes on, and how its notes are shown."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Board, Note
from facilitator.domain.gestures.rounds import reveal
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.consent import consents

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Change
    from facilitator.workshop.reader import Reader

_note, _board = table_of(Note), table_of(Board)


def is_private(reader: Reader, board_id: uuid.UUID) -> bool:
    """Whether everybody writes for themselves on this board now."""
    found = reader.rows(sa.select(_board.c.private_round).where(_board.c.id == board_id))
    return bool(found and found[0][0])


def face_down(reader: Reader, board_id: uuid.UUID) -> int:
    """How many notes lie face down."""
    return reader.count(Note, _note.c.board_id == board_id, _note.c.face_down)


def unseen(reader: Reader, board_id: uuid.UUID) -> int:
    """How many notes a paper leaves out only because they lie face down: those that are withheld, or whose people said
    no, are not counted, so that the number tells of none of them.
    """
    query = sa.select(_note.c.participant_id).where(
        _note.c.board_id == board_id,
        _note.c.face_down,
        ~_note.c.withheld,
        sa.or_(sa.func.trim(_note.c.text) != "", _note.c.photo != ""),
    )
    asked = consents(reader)
    return sum(asked.note_may_be_shown(person, "report", withheld=False) for (person,) in reader.rows(query))


def revealing(reader: Reader, board_id: uuid.UUID) -> Change:
    """Show every note that lies face down, shuffled among the places they have."""
    query = sa.select(_note.c.id, _note.c.position, _note.c.x, _note.c.y)
    down = reader.rows(query.where(_note.c.board_id == board_id, _note.c.face_down).order_by(_note.c.position))
    ids = [row[0] for row in down]
    random.SystemRandom().shuffle(ids)
    places = [{"position": position, "x": x, "y": y} for _, position, x, y in down]
    return reveal(board_id, dict(zip(ids, places, strict=True)))
