"""Gestures that say where a note comes from or make one note out of several: who said it, in which language, merging
two into one and splitting one up.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Edit, Insert, Set, Value
from facilitator.domain.gestures.hanging import Hanging, take_away

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def say_by_table(note_ids: Iterable[uuid.UUID], table_id: uuid.UUID | None) -> Change:
    """Say which table notes were said by, or that nobody in particular said them. No person is kept with them."""
    return _set_all("notes-said-by", note_ids, {"table_id": table_id, "participant_id": None})


def say_by_person(note_ids: Iterable[uuid.UUID], participant_id: uuid.UUID | None) -> Change:
    """Say which person said notes. Their name is shown only with consent; see `domain.may_be_shown`."""
    return _set_all("notes-said-by", note_ids, {"table_id": None, "participant_id": participant_id})


def set_language(note_ids: Iterable[uuid.UUID], written: str | None = None, spoken: str | None = None) -> Change:
    """Say in which language notes are written, and spoken where that is another (BCP 47 codes); what is None stays."""
    said: dict[str, str | None] = {"language": written, "spoken_language": spoken}
    return _set_all("notes-language", note_ids, {name: code for name, code in said.items() if code is not None})


def merge_notes(
    kept_id: uuid.UUID, gone_id: uuid.UUID, values: Mapping[str, Value], *, ideas: Iterable[uuid.UUID], hanging: Hanging
) -> Change:
    """Make two notes into one: the first gets these values and what hangs on the second (see `queries.hanging`), which
    goes. `ideas` are those that grew from the second only, and now from the first.
    """
    moved: list[Edit] = [Set(row.table, row.id, {column: kept_id}) for row, column in hanging.ties]
    moved += [Insert("idea_note", uuid.uuid4(), {"idea_id": idea_id, "note_id": kept_id}) for idea_id in ideas]
    away = take_away("note", gone_id, Hanging(hanging.parts))
    return Change("notes-merge", (Set("note", kept_id, values), *moved, *away), {"notes": 2})


def split_note(note_id: uuid.UUID, text: str, others: Sequence[Mapping[str, Value]]) -> Change:
    """Make one note into several: it keeps `text`, and each of the others becomes a note of its own."""
    inserts = tuple(Insert("note", uuid.uuid4(), values) for values in others)
    return Change("note-split", (Set("note", note_id, {"text": text}), *inserts), {"notes": 1 + len(inserts)})


def _set_all(code: str, note_ids: Iterable[uuid.UUID], values: Mapping[str, Value]) -> Change:
    edits = tuple(Set("note", note_id, values) for note_id in note_ids)
    return Change(code, edits, {"notes": len(edits)})
