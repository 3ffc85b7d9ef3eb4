"""A short story told to a workshop step by step, and what the workshop holds after each: every fault is tried on it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.board import Note
from facilitator.domain.change import Change
from facilitator.domain.gestures.board import add_board, add_note, edit_note, remove_notes_for_good
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOARD, TEA = (uuid.UUID(int=number) for number in (1, 2))
MANY = 12
NAME = "hall.workshop"
SECRET = "Somebody's secret"


@dataclass(frozen=True)
class State:
    """What a person would find: the words on the notes, and how many Changes there were."""

    words: tuple[str, ...]
    changes: int


def begin(folder: Path) -> Path:
    """A closed workshop with an empty board."""
    path = folder / NAME
    with Workshop.new(path, "Millbrook", places(folder)) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
    return path


def places(folder: Path) -> Places:
    """Where this laptop keeps its backups: beside, in a folder of its own."""
    return Places.under(folder / "state")


def state(workshop: Workshop) -> State:
    """What the workshop holds now."""
    notes = workshop.read(lambda reader: reader.find(Note))
    return State(tuple(sorted(note.text for note in notes)), len(workshop.history()))


def many_notes() -> Change:
    """A dozen notes in one Change."""
    notes = (add_note(BOARD, f"Chair {n}", note_id=uuid.UUID(int=100 + n)) for n in range(MANY))
    return Change("notes-import", tuple(edit for note in notes for edit in note.edits))


def typed() -> list[Callable[[Workshop], object]]:
    """What a person does at the capture bar: write, correct, paste many, undo, redo."""
    return [
        lambda workshop: workshop.apply(add_note(BOARD, "Tea", note_id=TEA)),
        lambda workshop: workshop.apply(edit_note(TEA, "Tea and cake")),
        lambda workshop: workshop.apply(many_notes()),
        lambda workshop: workshop.undo(),
        lambda workshop: workshop.redo(),
    ]


def removed() -> list[Callable[[Workshop], object]]:
    """What a person does when a note must go: the file is rewritten and backed up."""
    return [
        lambda workshop: workshop.apply(add_note(BOARD, SECRET, note_id=TEA)),
        lambda workshop: workshop.apply(remove_notes_for_good([TEA])),
        lambda workshop: workshop.back_up("by-hand"),
    ]
