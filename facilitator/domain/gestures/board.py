"""Gestures on a board: asking a question, adding notes, grouping them, hiding them, and removing them for good."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.arrange import NOWHERE
from facilitator.domain.change import Change, Delete, Edit, Insert, Redact, RowRef, Set, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.domain.arrange import Place


def add_board(question: str, *, source: str = "", position: float = 0.0, board_id: uuid.UUID | None = None) -> Change:
    """Ask the room a question. `board_id` gives the new row's id when the caller needs to know it."""
    values = {"question": question, "source": source, "position": position}
    return Change("board-add", (Insert("board", board_id or uuid.uuid4(), values),))


def reword_board(board_id: uuid.UUID, question: str) -> Change:
    """Ask the room in other words."""
    return Change("board-reword", (Set("board", board_id, {"question": question}),))


def add_note(
    board_id: uuid.UUID,
    text: str,
    *,
    colour: int = 1,
    theme_id: uuid.UUID | None = None,
    table_id: uuid.UUID | None = None,
    language: str = "",
    position: float = 0.0,
    place: Place = NOWHERE,
    face_down: bool = False,
    note_id: uuid.UUID | None = None,
) -> Change:
    """Put one note on a board, in the words it was said in; face down while everybody writes for themselves."""
    values = {
        "board_id": board_id,
        "text": text,
        "colour": colour,
        "theme_id": theme_id,
        "table_id": table_id,
        "language": language,
        "position": position,
        "x": place[0],
        "y": place[1],
        "face_down": face_down,
    }
    return Change("note-add", (Insert("note", note_id or uuid.uuid4(), values),))


def edit_note(note_id: uuid.UUID, text: str) -> Change:
    """Put other words on a note."""
    return Change("note-edit", (Set("note", note_id, {"text": text}),))


def translate_note(note_id: uuid.UUID, translation: str, language: str) -> Change:
    """Add what a note says in another language; the words as written stay."""
    return Change(
        "note-translate", (Set("note", note_id, {"translation": translation, "translation_language": language}),)
    )


def colour_notes(note_ids: Iterable[uuid.UUID], colour: int) -> Change:
    """Give notes one of the seven tints, 1 to 7."""
    return _set_all("notes-colour", note_ids, {"colour": colour}, colour=colour)


def add_theme(board_id: uuid.UUID, name: str, *, position: float = 0.0, theme_id: uuid.UUID | None = None) -> Change:
    """Name a group of notes before, or without, putting notes in it."""
    values = {"board_id": board_id, "name": name, "position": position}
    return Change("theme-add", (Insert("theme", theme_id or uuid.uuid4(), values),))


def rename_theme(theme_id: uuid.UUID, name: str) -> Change:
    """Give a theme another name."""
    return Change("theme-rename", (Set("theme", theme_id, {"name": name}),))


def group_notes(note_ids: Iterable[uuid.UUID], theme_id: uuid.UUID | None) -> Change:
    """Put notes in a theme, or in none."""
    return _set_all("notes-group" if theme_id else "notes-ungroup", note_ids, {"theme_id": theme_id})


def group_under(note_ids: Iterable[uuid.UUID], board_id: uuid.UUID, name: str, *, position: float = 0.0) -> Change:
    """Put notes in a theme that is made for them, in one step."""
    theme_id = uuid.uuid4()
    made, moved = add_theme(board_id, name, position=position, theme_id=theme_id), group_notes(note_ids, theme_id)
    return Change(moved.code, (*made.edits, *moved.edits), moved.details)


def withhold_notes(note_ids: Iterable[uuid.UUID], *, on: bool) -> Change:
    """Keep notes off the wall, print, export and counts, or let them be seen again. Those that lay face down do so no
    more: the end of the round does not show what was withheld in it.
    """
    return _set_all("notes-withhold" if on else "notes-show", note_ids, {"withheld": on, "face_down": False})


def park_notes(note_ids: Iterable[uuid.UUID], *, on: bool) -> Change:
    """Set notes aside without hiding them, or take them back up."""
    return _set_all("notes-park" if on else "notes-unpark", note_ids, {"parked": on})


def remove_notes_for_good(note_ids: Iterable[uuid.UUID], hanging: Iterable[RowRef] = ()) -> Change:
    """Blank notes everywhere, the log and every later merge included, and take them away. Cannot be undone.

    `hanging` are the rows that repeat their words or cannot be without them (see `queries.board.what_hangs_on`). The
    words on a ballot are blanked with those of the note.
    """
    notes = [RowRef("note", note_id) for note_id in note_ids]
    rows = [*hanging, *notes]
    blank: list[Edit] = [Redact(row.table, row.id) for row in rows if row.table in ("note", "option")]
    take_away: list[Edit] = [Delete(row.table, row.id) for row in rows]
    return Change("notes-remove-for-good", (*blank, *take_away), {"notes": len(notes)})


def _set_all(code: str, note_ids: Iterable[uuid.UUID], values: Mapping[str, Value], **details: Value) -> Change:
    edits = tuple(Set("note", note_id, values) for note_id in note_ids)
    return Change(code, edits, {"notes": len(edits), **details})
