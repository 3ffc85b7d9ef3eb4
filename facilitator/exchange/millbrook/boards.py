"""Reading the boards: a question, what its colours mean, and the notes under the themes they ended up in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.attachment import Attachment
from facilitator.domain.board import COLOURS
from facilitator.exchange.millbrook.lines import (
    Fields,
    Line,
    Part,
    after_fields,
    agree,
    language,
    one_of,
    parts,
    read_fields,
    read_lines,
    said,
    whole,
    with_meanings,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

FIELDS = ("Question", "Insight", "Source", "Notes", "Colours")
NOT_GROUPED = "not grouped"
MOST_WORDS = 12
OWN_LANGUAGE = "en"
"""The language the files are written in, and into which notes in others are put."""

_NOTE = re.compile(r"(\d+) ([^(:]+?)(?: \(([^)]*)\))?:(?: (.*))?")


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note. `theme` is empty for one in no theme; `photo` is the picture of a note that is still to be typed."""

    theme: str
    table: int
    colour: int
    text: str
    language: str
    spoken: str
    translation: str
    parked: bool
    withheld: bool
    photo: Attachment | None


@dataclass(frozen=True, slots=True)
class BoardText:
    """A board. `insight` is the name of the one its question comes from, or empty; `meanings` are by colour; `where` is
    its question.
    """

    where: Line
    number: int
    question: str
    insight: str
    source: str
    meanings: Mapping[int, str]
    notes: tuple[NoteText, ...]

    @property
    def themes(self) -> tuple[str, ...]:
        """The names of the themes, in order."""
        return tuple(dict.fromkeys(note.theme for note in self.notes if note.theme))


def read_boards(
    folder: Path, insights: Collection[str], tables: int, needs: Collection[str] = ()
) -> tuple[BoardText, ...]:
    """Read every board of a folder; its number stands in the file's name. `needs` are fields each has to have."""
    return tuple(_board(path, insights, tables, needs) for path in sorted(folder.glob("board-*.txt")))


def _board(path: Path, insights: Collection[str], tables: int, needs: Collection[str]) -> BoardText:
    lines = read_lines(path)
    fields = read_fields(lines, FIELDS, lines[0])
    fields.needs(needs)
    colours = {meaning: colour for colour, meaning in _meanings(fields.need("Colours")).items()}
    pictures = {picture.stem: picture for picture in (path.parent.parent / "photos").glob("*.jpg")}
    notes = [note for part in parts(after_fields(lines)) for note in _notes(part, colours, tables, pictures)]
    stated = fields.maybe("Notes")
    if stated:
        agree(stated, whole(stated), len(notes), "notes")
    return BoardText(
        where=fields.need("Question"),
        number=whole(lines[0], path.stem.partition("-")[2]),
        question=fields.need("Question").text,
        insight=_insight(fields, insights),
        source=fields.text("Source"),
        meanings={colour: meaning for meaning, colour in colours.items()},
        notes=tuple(notes),
    )


def _insight(fields: Fields, insights: Collection[str]) -> str:
    line = fields.maybe("Insight")
    return one_of(line, line.text, {name: name for name in insights}, "insight") if line else ""


def _meanings(line: Line) -> dict[int, str]:
    meanings: dict[int, str] = {}
    for piece in line.text.split(","):
        number, _, meaning = piece.strip().partition(" ")
        if not 1 <= whole(line, number) <= COLOURS or not meaning:
            raise line.wrong(f'colours are numbered 1 to {COLOURS} and each means something, such as "1 idea".')
        meanings[int(number)] = meaning
    return meanings


def _notes(part: Part, colours: Mapping[str, int], tables: int, pictures: Mapping[str, Path]) -> list[NoteText]:
    theme = "" if part.title.text == NOT_GROUPED else part.title.text
    return [_note(line, meaning, theme, colours, tables, pictures) for line, meaning in with_meanings(said(part.lines))]


def _note(
    line: Line, meaning: str, theme: str, colours: Mapping[str, int], tables: int, pictures: Mapping[str, Path]
) -> NoteText:
    match = _NOTE.fullmatch(line.text)
    if match is None:
        raise line.wrong('a note is such as "2 idea: A board at the gate" or "2 idea (ar): ...".')
    table, marks, text = whole(line, match[1]), _marks(line, match[3] or ""), match[4] or ""
    if not 1 <= table <= tables:
        raise line.wrong(f"there are tables 1 to {tables}, but no table {table}.")
    if bool(text) == bool(marks["photo"]):
        raise line.wrong("a note has either words or a photo.")
    written_in = marks["language"] or OWN_LANGUAGE
    if (written_in != OWN_LANGUAGE) != bool(meaning):
        raise line.wrong("a note in another language, and no other, has its meaning in the next line.")
    return NoteText(
        theme=theme,
        table=table,
        colour=one_of(line, match[2], colours, "kind of note"),
        text=_short(line, text),
        language=written_in,
        spoken=marks["spoken"],
        translation=_short(line, meaning),
        parked=bool(marks["parked"]),
        withheld=bool(marks["withheld"]),
        photo=_picture(line, marks["photo"], pictures),
    )


def _picture(line: Line, name: str, pictures: Mapping[str, Path]) -> Attachment | None:
    return Attachment("image/jpeg", one_of(line, name, pictures, "picture").read_bytes()) if name else None


def _marks(line: Line, words: str) -> dict[str, str]:
    marks: dict[str, str] = dict.fromkeys(("language", "spoken", "parked", "withheld", "photo"), "")
    for word in filter(None, (piece.strip() for piece in words.split(","))):
        name, _, value = word.partition(" ")
        if name == "spoken":
            marks["spoken"] = language(line, value)
        elif name in ("parked", "withheld"):
            marks[name] = name
        elif name == "photo":
            marks["photo"] = value
        else:
            marks["language"] = language(line, word)
    return marks


def _short(line: Line, text: str) -> str:
    if len(text.split()) > MOST_WORDS:
        raise line.wrong(f"a note has {MOST_WORDS} words at the most.")
    return text
