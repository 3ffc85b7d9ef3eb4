"""The outline of a board as a flat list of lines: the heading of a theme, then its notes. Pure, so that finding and
following are easy to prove.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence

    from facilitator.workshop.queries.board import NoteLine, Outline


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a theme (empty for the notes in none) and how many of its notes are shown."""

    theme_id: uuid.UUID | None
    name: str
    notes: int


@dataclass(frozen=True, slots=True)
class Splice:
    """How one list becomes another: from `start`, `removed` rows give way to `added` rows."""

    start: int
    removed: int
    added: int


def flatten(outline: Outline, needle: str = "") -> list[Heading | NoteLine]:
    """The rows to show: all of them, or the notes whose words or translation hold the needle, whatever its capitals."""
    wanted = needle.strip().casefold()
    rows: list[Heading | NoteLine] = []
    for theme in outline.themes:
        notes = [note for note in theme.notes if matches(note, wanted)] if wanted else theme.notes
        if notes or not (wanted or theme.id is None):
            rows.append(Heading(theme.id, theme.name, len(notes)))
            rows.extend(notes)
    return rows


def matches(note: NoteLine, wanted: str) -> bool:
    """Whether a note holds the case-folded words that are looked for."""
    return wanted in note.text.casefold() or wanted in note.translation.casefold()


def key(row: Heading | NoteLine) -> object:
    """What makes a row the same row when its words have changed."""
    return ("heading", row.theme_id) if isinstance(row, Heading) else row.id


def splice(old: Sequence[object], new: Sequence[object]) -> Splice:
    """The smallest single replacement that turns one list into the other."""
    shortest = min(len(old), len(new))
    start = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    tail = next((i for i in range(shortest - start) if old[-1 - i] != new[-1 - i]), shortest - start)
    return Splice(start, len(old) - start - tail, len(new) - start - tail)


def with_notes(outline: Outline, read: Iterable[NoteLine]) -> Outline:
    """The outline with some notes read anew. They must stand where they stood."""
    fresh = {note.id: note for note in read}
    themes = tuple(
        replace(theme, notes=tuple(fresh.get(note.id, note) for note in theme.notes)) for theme in outline.themes
    )
    return replace(outline, themes=themes)
