"""Notes from a spreadsheet or a plain text; also what reads our own CSV export.

A plain text has a note a line. A CSV has them in a column called text, note, comment or idea, or in one that is named;
columns called as in our own export fill the rest of a note.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.board import COLOURS, NOTE_LIMIT
from facilitator.domain.errors import BadInput
from facilitator.exchange.csv_cells import original
from facilitator.exchange.table import Line, Table, read_table
from facilitator.exchange.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


def read_notes(path: Path, column: str | None = None) -> NotesFile:
    """Read a source of notes. NotFound or BadInput in one sentence when it cannot be understood."""
    if path.suffix.casefold() in PLAIN:
        if column is not None:
            raise BadInput(f"{path.name} is plain text and has no columns. Leave --column out, or give a CSV file.")
        return _plain(path)
    return _from_table(read_table(path), column)


def _plain(path: Path) -> NotesFile:
    source = read_text(path)
    lines = source.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":  # the end of the last line is not a line
        lines.pop()
    notes = tuple(WrittenNote(line.strip()) for line in lines if line.strip())
    for number, line in enumerate(lines, 1):
        _has_room(source.name, number, line.strip())
    return _some(NotesFile(notes, len(lines) - len(notes), source.notices), source.name)


def _from_table(table: Table, column: str | None) -> NotesFile:
    text = _text_column(table, column)
    cell = _cells(table)
    for line in table.lines:
        _has_room(table.name, line.number, original(line.cells[text]), cell(line, "translation"))
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


def _has_room(name: str, number: int, *texts: str) -> None:
    """Refuse words that no note can hold here, where the line is still known that has to be shortened."""
    longest = max(map(len, texts))
    if longest > NOTE_LIMIT:
        raise BadInput(
            f"{name}, line {number}: this note is {longest:,} characters long; the most is {NOTE_LIMIT:,}. "
            "Shorten it or make several notes of it, then try again."
        )


def _some(source: NotesFile, name: str) -> NotesFile:
    if not source.notes:
        raise BadInput(f"{name} holds no notes: every row is blank.")
    return source
