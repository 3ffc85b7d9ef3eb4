"""Gestures that fill a board: asking from an insight with colours that mean something, and many notes at once."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Insert, Set, Value
from facilitator.domain.typed_words import as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.domain.attachment import Attachment

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LIST_SIGN = re.compile(r"^\s*[•‣◦▪●○·–—*-]\s+")


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note as it is captured. `language` is that of the words as written; `spoken_language` that in which they were
    said, where it is another; `photo` names a picture of a note whose words are still to be typed.
    """

    text: str
    colour: int = 1
    language: str = ""
    spoken_language: str = ""
    translation: str = ""
    translation_language: str = ""
    table_id: uuid.UUID | None = None
    photo: str = ""
    face_down: bool = False
    note_id: uuid.UUID | None = None


def add_notes(board_id: uuid.UUID, notes: Iterable[NewNote], *, position: float = 0.0) -> Change:
    """Put notes on a board in their order; the first stands at `position`, each other one after it."""
    edits = tuple(
        Insert("note", note.note_id or uuid.uuid4(), _values(board_id, note, position + turn))
        for turn, note in enumerate(notes)
    )
    return Change("notes-add", edits, {"notes": len(edits)})


def add_photos(
    board_id: uuid.UUID,
    pictures: Iterable[Attachment],
    *,
    colour: int = 1,
    table_id: uuid.UUID | None = None,
    face_down: bool = False,
    position: float = 0.0,
) -> Change:
    """Put pictures of notes on a board, a note each, whose words are still to be typed."""
    kept = tuple(pictures)
    notes = [NewNote("", colour=colour, table_id=table_id, photo=one.hash, face_down=face_down) for one in kept]
    added = add_notes(board_id, notes, position=position)
    return Change("notes-photo", added.edits, {"notes": len(kept)}, attachments=kept)


def change_photo(note_id: uuid.UUID, picture: Attachment) -> Change:
    """Show a note by another picture: a part of the one before, or that one turned."""
    return Change("note-picture", (Set("note", note_id, {"photo": picture.hash}),), attachments=(picture,))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a pasted text that say something, without the signs a list begins its lines with."""
    lines = (_LIST_SIGN.sub("", line).strip() for line in _LINE_END.split(as_typed(text)))
    return tuple(line for line in lines if line)


def paste_notes(
    board_id: uuid.UUID,
    text: str,
    *,
    colour: int = 1,
    language: str = "",
    table_id: uuid.UUID | None = None,
    face_down: bool = False,
    position: float = 0.0,
) -> Change:
    """Put a pasted text on a board, a note a line, as one Change."""
    one = NewNote("", colour=colour, language=language, table_id=table_id, face_down=face_down)
    notes = [replace(one, text=line) for line in lines_of(text)]
    return add_notes(board_id, notes, position=position)


def ask_from(board_id: uuid.UUID, insight_id: uuid.UUID | None) -> Change:
    """Say which insight a board's question comes from."""
    return Change("board-ask-from", (Set("board", board_id, {"insight_id": insight_id}),))


def name_colours(board_id: uuid.UUID, meanings: Mapping[int, str]) -> Change:
    """Say what colours stand for on a board, by their numbers from 1 to 7."""
    values: dict[str, Value] = {f"meaning_{colour}": meaning for colour, meaning in meanings.items()}
    return Change("board-colours", (Set("board", board_id, values),))


def _values(board_id: uuid.UUID, note: NewNote, position: float) -> dict[str, Value]:
    return {
        "board_id": board_id,
        "text": note.text,
        "colour": note.colour,
        "language": note.language,
        "spoken_language": note.spoken_language,
        "translation": note.translation,
        "translation_language": note.translation_language,
        "table_id": note.table_id,
        "photo": note.photo,
        "face_down": note.face_down,
        "position": position,
    }
