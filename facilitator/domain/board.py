"""The board room: a question, the notes that answer it, and the themes people found among them."""

from __future__ import annotations

import uuid

from facilitator.domain import row
from facilitator.domain.row import Row

COLOURS = 7
"""Notes come in seven tints, numbered 1 to 7; the number is always shown, because colour alone is no sign."""

NOTE_LIMIT = 20_000


class Board(Row, table=True):
    """A question asked of the room, perhaps from an insight. `meaning_1`.. say what each colour stands for on this
    board. In a `private_round` everybody writes for themselves, and new notes lie face down until all are shown at
    once.
    """

    question: str = row.text(1_000)
    insight_id: uuid.UUID | None = row.points_to("insight")
    source: str = row.text(2_000)
    meaning_1: str = row.text(100)
    meaning_2: str = row.text(100)
    meaning_3: str = row.text(100)
    meaning_4: str = row.text(100)
    meaning_5: str = row.text(100)
    meaning_6: str = row.text(100)
    meaning_7: str = row.text(100)
    position: float = row.number()
    private_round: bool = row.yes_no()


class Theme(Row, table=True):
    """A named group of notes. Its frame on the board is in board units, the same as a note's place."""

    board_id: uuid.UUID = row.part_of("board")
    name: str = row.text(300)
    x: float = row.number()
    y: float = row.number()
    width: float = row.number()
    height: float = row.number()
    position: float = row.number()


class Note(Row, table=True):
    """One sticky note, in the words and the language it was written in.

    It was said by a table, by a person (shown only with consent), or by nobody in particular. `withheld` keeps it off
    the wall, print, export and counts. So does `face_down`, until the round in which it was written ends: it is a cell
    of its own, so that what one laptop withholds stays so when another ends the round. `parked` sets it aside without
    hiding it. `photo` is the content hash of a picture kept outside the log.
    """

    board_id: uuid.UUID = row.part_of("board")
    theme_id: uuid.UUID | None = row.points_to("theme")
    text: str = row.text(NOTE_LIMIT)
    language: str = row.text(35)
    spoken_language: str = row.text(35)
    translation: str = row.text(NOTE_LIMIT)
    translation_language: str = row.text(35)
    colour: int = row.whole(1, 1, COLOURS)
    x: float = row.number()
    y: float = row.number()
    table_id: uuid.UUID | None = row.points_to("room_table")
    participant_id: uuid.UUID | None = row.points_to("participant")
    photo: str = row.picture()
    withheld: bool = row.yes_no()
    parked: bool = row.yes_no()
    position: float = row.number()
    face_down: bool = row.yes_no()
