"""Notes from a spreadsheet or a plain text, put on a board; also what reads our own CSV export back in.

A plain text has a note a line. A CSV has them in a column called text, note, comment or idea, or in one that is named;
columns called as in our own export fill the rest of a note.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.board import COLOURS
from facilitator.domain.change import Change, Insert, Value
from facilitator.domain.errors import BadInput, NotFound
from facilitator.exchange.csv_cells import original
from facilitator.exchange.incoming import Incoming
from facilitator.exchange.table import Line, Table, read_table
from facilitator.exchange.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_K = TypeVar("_K")

HEADINGS = ("text", "note", "comment", "idea")
PLAIN = (".txt", ".text", ".md")


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note as the source has it; names are empty where the source says nothing."""

    text: str
    board: str = ""
    theme: str = ""
    language: str = ""
    translation: str = ""
    colour: int = 1
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class NotesFile:
    """A source read whole. `skipped` rows held no note."""

    notes: tuple[WrittenNote, ...]
    skipped: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a workshop already has by name, so that an import adds to it: boards, themes by board, and tables."""

    boards: Mapping[str, uuid.UUID] = field(default_factory=dict[str, uuid.UUID])
    themes: Mapping[tuple[uuid.UUID, str], uuid.UUID] = field(default_factory=dict[tuple[uuid.UUID, str], uuid.UUID])
    tables: Mapping[str, uuid.UUID] = field(default_factory=dict[str, uuid.UUID])
    notes: Mapping[uuid.UUID, int] = field(default_factory=dict[uuid.UUID, int])
    """How many notes each board has, so that new ones come after them."""


def read_notes(path: Path, column: str | None = None) -> NotesFile:
    """Read a source of notes. NotFound or BadInput in one sentence when it cannot be understood."""
    if path.suffix.casefold() in PLAIN:
        if column is not None:
            raise BadInput(f"{path.name} is plain text and has no columns. Leave --column out, or give a CSV file.")
        return _plain(path)
    return _from_table(read_table(path), column)


def bring_in(source: NotesFile, standing: Standing, board: str | None, *, unnamed: str) -> Incoming:
    """One Change that puts the notes on their boards.

    They go on `board` when it is named, else on the board each names for itself, else on the only board there is, else
    on a new one called `unnamed`. NotFound when there are several boards to choose from.
    """
    filing = _Filing(standing)
    fallback = board if board is not None else _only_board(source, standing, unnamed)
    for note in source.notes:
        filing.add(note, board if board is not None else note.board.strip() or fallback)
    added = {kind: count for kind, count in filing.added.items() if count or kind in ("boards", "notes")}
    return Incoming(Change("notes-import", tuple(filing.edits), added), added, source.skipped, source.notices)


def _only_board(source: NotesFile, standing: Standing, unnamed: str) -> str:
    if all(note.board.strip() for note in source.notes) or not standing.boards:
        return unnamed
    if len(standing.boards) > 1:
        raise NotFound(f"There are several boards; name one with --board: {listed(standing.boards)}.")
    return next(iter(standing.boards))


def listed(names: Mapping[str, object]) -> str:
    """Names in quotation marks, shortened, for a person to choose from."""
    return ", ".join(f'"{name if len(name) <= 60 else name[:59] + "…"}"' for name in names)


class _Filing:
    """Makes each board, theme and table once, and the notes that point to them."""

    def __init__(self, standing: Standing) -> None:
        self.edits: list[Insert] = []
        self.added = {"boards": 0, "themes": 0, "tables": 0, "notes": 0}
        self._boards = {_key(name): board_id for name, board_id in standing.boards.items()}
        self._themes = {(board_id, _key(name)): theme_id for (board_id, name), theme_id in standing.themes.items()}
        self._tables = {_key(name): table_id for name, table_id in standing.tables.items()}
        self._positions = dict(standing.notes)

    def add(self, note: WrittenNote, board: str) -> None:
        board_id = self._row(self._boards, _key(board), "boards", "board", {"question": board})
        theme, table = note.theme.strip(), note.said_by.strip()
        values: dict[str, Value] = {
            "board_id": board_id,
            "text": note.text,
            "language": note.language.strip(),
            "translation": note.translation,
            "colour": note.colour,
            "position": float(self._next_position(board_id)),
        }
        if theme:
            about: dict[str, Value] = {"board_id": board_id, "name": theme}
            values["theme_id"] = self._row(self._themes, (board_id, _key(theme)), "themes", "theme", about)
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

    def _next_position(self, board_id: uuid.UUID) -> int:
        self._positions[board_id] = self._positions.get(board_id, 0) + 1
        return self._positions[board_id]


def _key(name: str) -> str:
    return name.strip().casefold()


def _plain(path: Path) -> NotesFile:
    source = read_text(path)
    lines = source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":  # the end of the last line is not a line
        lines.pop()
    notes = tuple(WrittenNote(line.strip()) for line in lines if line.strip())
    return _some(NotesFile(notes, len(lines) - len(notes), source.notices), source.name)


def _from_table(table: Table, column: str | None) -> NotesFile:
    text = _text_column(table, column)
    cell = _cells(table)
    notes = tuple(
        WrittenNote(
            text=original(line.cells[text]),
            board=cell(line, "board"),
            theme=cell(line, "theme"),
            language=cell(line, "language"),
            translation=cell(line, "translation"),
            colour=_colour(cell(line, "colour")),
            said_by=cell(line, "said_by"),
        )
        for line in table.lines
        if line.cells[text].strip()
    )
    return _some(NotesFile(notes, len(table.lines) - len(notes), table.notices), table.name)


def _text_column(table: Table, column: str | None) -> int:
    if column is not None:
        return table.need(column.strip())
    found = table.find(*HEADINGS)
    if found is None:
        raise BadInput(
            f"{table.name} has no column called {', '.join(HEADINGS[:-1])} or {HEADINGS[-1]}. "
            f"Name one with --column: {table.listed()}."
        )
    return found


def _cells(table: Table) -> Callable[[Line, str], str]:
    columns = {name: table.find(name) for name in ("board", "theme", "language", "translation", "colour", "said_by")}

    def cell(line: Line, name: str) -> str:
        column = columns[name]
        return "" if column is None else original(line.cells[column])

    return cell


def _colour(cell: str) -> int:
    written = cell.strip()
    colour = int(written) if written.isdecimal() and len(written) < 3 else 1
    return colour if 1 <= colour <= COLOURS else 1


def _some(source: NotesFile, name: str) -> NotesFile:
    if not source.notes:
        raise BadInput(f"{name} holds no notes: every row is blank.")
    return source
