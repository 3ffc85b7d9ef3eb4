"""Which notes of a board are wanted just now: those that hold some words, of one theme, one colour, one table, and so
on. Pure, so that what a filter hides is easy to prove.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from facilitator.workshop.queries.board import NoteLine

ANY: Final = "any"
HIDDEN, ASIDE, UNTRANSLATED = "hidden", "aside", "untranslated"
HERE = "en"  # what the facilitators read; anything else wants a translation


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a note must be to be shown. `ANY` stands for whatever there is; None among themes and tables for none, an
    empty language for one that nobody has said.
    """

    words: str = ""
    theme: object = ANY
    colour: object = ANY
    said_by: object = ANY
    language: object = ANY
    state: object = ANY

    def has(self, note: NoteLine) -> bool:
        """Whether this note is wanted."""
        if self == EVERYTHING:
            return True
        return (
            self.theme in {ANY, note.theme_id}
            and self.colour in {ANY, note.colour}
            and self.said_by in {ANY, note.table_id or note.person_id}
            and (self.language == ANY or self.language in {note.language, note.spoken_language or note.language})
            and self._is_so(note)
            and self._holds(note)
        )

    def _is_so(self, note: NoteLine) -> bool:
        states = {HIDDEN: note.withheld, ASIDE: note.parked, UNTRANSLATED: wants_translation(note)}
        return self.state == ANY or states[str(self.state)]

    def _holds(self, note: NoteLine) -> bool:
        wanted = self.words.strip().casefold()
        return wanted in note.text.casefold() or wanted in note.translation.casefold()


EVERYTHING: Final = Wanted()


def wants_translation(note: NoteLine) -> bool:
    """Whether a note is written in another language and nothing yet says what it means."""
    return note.language not in {"", HERE} and not note.translation
