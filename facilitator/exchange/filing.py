"""Putting notes that were read elsewhere on their boards, in their themes, under the tables that said them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import sqlalchemy as sa

from facilitator.domain.board import Note, Theme
from facilitator.domain.change import Change, Insert, Value
from facilitator.domain.errors import BadInput, NotFound
from facilitator.domain.people import Table
from facilitator.domain.schema import table_of
from facilitator.exchange.incoming import Incoming
from facilitator.exchange.notes import NotesFile, WrittenNote, read_notes
from facilitator.workshop.queries.board import BoardItem, boards
from facilitator.workshop.queries.naming import listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from facilitator.workshop.reader import Reader

_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a workshop already has by name, so that an import adds to it rather than making it twice.

    `last` is the position of the last note of each board; new ones come after it.
    """

    boards: tuple[BoardItem, ...] = ()
    themes: Mapping[tuple[uuid.UUID, str], uuid.UUID] = field(default_factory=dict[tuple[uuid.UUID, str], uuid.UUID])
    tables: Mapping[str, uuid.UUID] = field(default_factory=dict[str, uuid.UUID])
    last: Mapping[uuid.UUID, float] = field(default_factory=dict[uuid.UUID, float])


def bring_in_notes(reader: Reader, path: Path, board: str | None, column: str | None = None) -> Incoming:
    """Read a source of notes for this workshop. NotFound or BadInput in one sentence when that cannot be done."""
    if board is not None and not board.strip():
        raise BadInput("The name of the board is empty. Say after --board what it asks.")
    return file_notes(read_notes(path, column), standing(reader), board, unnamed=path.stem)


def standing(reader: Reader) -> Standing:
    """What there is in this workshop by name."""
    theme, table, note = (table_of(model) for model in (Theme, Table, Note))
    themes = reader.rows(sa.select(theme.c.board_id, theme.c.name, theme.c.id).order_by(theme.c.id.desc()))
    tables = reader.rows(sa.select(table.c.name, table.c.id).order_by(table.c.id.desc()))
    last = reader.rows(sa.select(note.c.board_id, sa.func.max(note.c.position)).group_by(note.c.board_id))
    return Standing(
        boards=tuple(boards(reader)),
        themes={(board_id, name): theme_id for board_id, name, theme_id in themes},
        tables=dict(tables),
        last=dict(last),
    )


def file_notes(source: NotesFile, there: Standing, board: str | None, *, unnamed: str) -> Incoming:
    """One Change that puts the notes on their boards.

    They go on `board` when it is named, else on the board each names for itself, else on the only board there is, else
    on a new one called `unnamed`. NotFound when there are several boards to choose from.
    """
    filing = _Filing(there)
    fallback = board if board is not None else _only_board(source, there, unnamed)
    for note in source.notes:
        filing.add(note, fallback if board is not None else note.board.strip() or fallback)
    added = {kind: count for kind, count in filing.added.items() if count or kind in ("boards", "notes")}
    return Incoming(Change("notes-import", tuple(filing.edits), added), added, source.skipped, source.notices)


def _only_board(source: NotesFile, there: Standing, unnamed: str) -> str:
    if all(note.board.strip() for note in source.notes):
        return unnamed
    if len(there.boards) > 1:
        raise NotFound(f"There are several boards. Name one with --board: {listed(there.boards)}.")
    return next((board.question for board in there.boards), unnamed)


class _Filing:
    """Makes each board, theme and table once, and the notes that point to them."""

    def __init__(self, there: Standing) -> None:
        self.edits: list[Insert] = []
        self.added = {"boards": 0, "themes": 0, "tables": 0, "notes": 0}
        self._boards = {_key(board.question): board.id for board in reversed(there.boards)}
        self._themes = {(board_id, _key(name)): theme_id for (board_id, name), theme_id in there.themes.items()}
        self._tables = {_key(name): table_id for name, table_id in there.tables.items()}
        self._last = dict(there.last)

    def add(self, note: WrittenNote, board: str) -> None:
        position = float(len(self._boards))
        about: dict[str, Value] = {"question": board.strip(), "position": position}
        board_id = self._row(self._boards, _key(board), "boards", "board", about)
        theme, table = note.theme.strip(), note.said_by.strip()
        values: dict[str, Value] = {
            "board_id": board_id,
            "text": note.text,
            "language": note.language.strip(),
            "translation": note.translation,
            "colour": note.colour,
            "position": self._next_position(board_id),
        }
        if theme:
            named: dict[str, Value] = {"board_id": board_id, "name": theme, "position": float(len(self._themes))}
            values["theme_id"] = self._row(self._themes, (board_id, _key(theme)), "themes", "theme", named)
        if table:
            values["table_id"] = self._row(self._tables, _key(table), "tables", "room_table", {"name": table})
        self._insert("notes", "note", values)

    def _row(
        self, known: dict[_K, uuid.UUID], key: _K, kind: str, table: str, values: Mapping[str, Value]
    ) -> uuid.UUID:
        if key not in known:
            known[key] = self._insert(kind, table, values)
        return known[key]

    def _insert(self, kind: str, table: str, values: Mapping[str, Value]) -> uuid.UUID:
        row_id = uuid.uuid4()
        self.edits.append(Insert(table, row_id, values))
        self.added[kind] += 1
        return row_id

    def _next_position(self, board_id: uuid.UUID) -> float:
        self._last[board_id] = self._last.get(board_id, 0.0) + 1.0
        return self._last[board_id]


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
