"""Notes as a table for spreadsheets, a row a note; our own import reads it back.

It begins with a byte order mark, because Excel takes a CSV without one for the letters of the laptop's own country.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.board import Board, Note, Theme
from facilitator.domain.people import Table
from facilitator.domain.schema import table_of
from facilitator.exchange.csv_cells import neutral
from facilitator.workshop.queries.consent import KEPT_BACK, consents
from facilitator.workshop.queries.voting import dots_on_notes

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader

COLUMNS = ("id", "board", "theme", "text", "language", "translation", "colour", "said_by", "dots")
_note, _board, _theme, _table = (table_of(model) for model in (Note, Board, Theme, Table))


def csv_bytes(reader: Reader, board_id: uuid.UUID | None = None) -> bytes:
    """The notes of one board or of all, in order, as CSV (RFC 4180, UTF-8). Notes that may not be shown are left out;
    `dots` are those of closed votes, and empty where no vote counted any.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    dots, asked = dots_on_notes(reader, board_id), consents(reader)
    for note_id, colour, person_id, withheld, *texts, table in reader.rows(_notes(board_id)):
        if not asked.note_may_be_shown(person_id, "export", withheld=withheld):
            continue
        words = (*texts, table or asked.name_on_note(person_id, "export"))
        board, theme, text, language, translation, said_by = (neutral(str(one or "")) for one in words)
        row = (note_id, board, theme, text, language, translation, colour, said_by, dots.get(note_id, ""))
        writer.writerow(row)
    return target.getvalue().encode("utf-8-sig")


def _notes(board_id: uuid.UUID | None) -> sa.Select[*tuple[Any, ...]]:
    query = (
        sa.select(
            _note.c.id,
            _note.c.colour,
            _note.c.participant_id,
            KEPT_BACK,
            _board.c.question,
            _theme.c.name,
            _note.c.text,
            _note.c.language,
            _note.c.translation,
            _table.c.name,
        )
        .select_from(
            _note.join(_board, _board.c.id == _note.c.board_id)
            .outerjoin(_theme, _theme.c.id == _note.c.theme_id)
            .outerjoin(_table, _table.c.id == _note.c.table_id)
        )
        .order_by(_board.c.position, _board.c.question, _board.c.id, _note.c.position, _note.c.id)
    )
    return query if board_id is None else query.where(_note.c.board_id == board_id)
