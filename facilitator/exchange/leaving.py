"""What of each row may leave in an export for other programs; see docs/decisions/0006-names.md.

Rows stay, because other rows point to them; what may not be shown in them is blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.discovery import Story
from facilitator.domain.may_be_shown import NameInTheRoom, PlaceOnMap, WordsOfNote, WordsOfStory, may_be_shown
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.consent import KEPT_BACK, Consents, consents

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Collection

    from facilitator.workshop.reader import Reader

Cells = dict[str, Any]
_note, _story = table_of(Note), table_of(Story)

WORDS = {
    "note": ("text", "translation", "photo"),
    "option": ("text",),
    "feedback": ("text", "translation"),
    "story": ("body", "translation"),
    "quote": ("text",),
}
NAMES = ("display_name", "organisation", "access_needs", "strengths")
"""What is written of a person that says, or may say, who they are."""


class Leaving:
    """Decides over the rows of one export, from one reading of what people agreed to."""

    def __init__(self, reader: Reader) -> None:
        self._asked: Consents = consents(reader)
        notes = sa.select(_note.c.id, _note.c.participant_id, KEPT_BACK)
        self._kept_in: set[uuid.UUID] = set()
        self._named: set[uuid.UUID] = set()
        for note_id, person_id, withheld in reader.rows(notes):
            if not self._asked.note_may_be_shown(person_id, "export", withheld=withheld):
                self._kept_in.add(note_id)
            elif self._asked.name_on_note(person_id, "export"):
                self._named.add(person_id)
        stories = reader.rows(sa.select(_story.c.id, _story.c.approved, _story.c.may_quote))
        self._told = {story_id for story_id, *said in stories if may_be_shown(WordsOfStory(*said), "export")}

    def row(self, table: str, cells: Cells) -> Cells | None:
        """A row as it may leave, or None when it may not."""
        rule = RULES.get(table)
        return cells if rule is None else rule(self, cells)

    def note(self, cells: Cells) -> Cells:
        """A note without words that may not be shown, and said by nobody whose name may not stand beside it."""
        kept = _blank(cells, WORDS["note"]) if cells["id"] in self._kept_in else cells
        named = cells["id"] not in self._kept_in and self._asked.name_on_note(cells["participant_id"], "export")
        return kept if named else kept | {"participant_id": None}

    def option(self, cells: Cells) -> Cells:
        """An option without the words of a note that may not be shown."""
        return _blank(cells, WORDS["option"]) if cells["note_id"] in self._kept_in else cells

    def feedback(self, cells: Cells) -> Cells:
        """Feedback without words that are withheld."""
        shown = may_be_shown(WordsOfNote(cells["withheld"]), "export")
        return cells if shown else _blank(cells, WORDS["feedback"])

    def story(self, cells: Cells) -> Cells:
        """A story without its words unless its teller lets us repeat them."""
        return cells if cells["id"] in self._told else _blank(cells, WORDS["story"])

    def quote(self, cells: Cells) -> Cells:
        """A quote likewise."""
        return cells if cells["story_id"] in self._told else _blank(cells, WORDS["quote"])

    def participant(self, cells: Cells) -> Cells:
        """A person without what says who they are; the name stays where it may stand beside a note of theirs."""
        if may_be_shown(NameInTheRoom(), "export"):
            return cells
        blank = _blank(cells, NAMES)
        return blank | {"display_name": cells["display_name"]} if cells["id"] in self._named else blank

    def connection(self, cells: Cells) -> Cells | None:
        """A line of the map of who knows whom, if both ends agreed to be on it."""
        return cells if all(self._on_map(cells[end]) for end in ("from_id", "to_id")) else None

    def _on_map(self, person_id: uuid.UUID) -> bool:
        person = self._asked.people.get(person_id)
        said = self._asked.said(person_id, "relationship-map")
        return person is not None and may_be_shown(PlaceOnMap(person.kind, said), "export")


RULES: dict[str, Callable[[Leaving, Cells], Cells | None]] = {
    "note": Leaving.note,
    "option": Leaving.option,
    "feedback": Leaving.feedback,
    "story": Leaving.story,
    "quote": Leaving.quote,
    "participant": Leaving.participant,
    "connection": Leaving.connection,
}


def _blank(cells: Cells, columns: Collection[str]) -> Cells:
    return cells | dict.fromkeys(columns, "")
