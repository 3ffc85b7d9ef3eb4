"""The Changes that need to know more of notes than their ids: two made one, one made several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import NOTE_LIMIT, Note
from facilitator.domain.errors import BadChange, NotFound
from facilitator.domain.gestures.notes import merge_notes, split_note
from facilitator.domain.prototypes import IdeaNote
from facilitator.domain.schema import shapes, table_of
from facilitator.workshop.queries.consent import consents
from facilitator.workshop.queries.hanging import hanging_on

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.domain.change import Change, Value
    from facilitator.workshop.reader import Reader

_note, _tie = table_of(Note), table_of(IdeaNote)


def merged(reader: Reader, kept_id: uuid.UUID, gone_id: uuid.UUID) -> Change:
    """Make two notes of a board into one: the words of both, a line each; who said it only where both agree.

    It is kept back if either was. Raises BadChange when the two cannot be one.
    """
    kept, gone = _note_of(reader, kept_id), _note_of(reader, gone_id)
    if kept_id == gone_id or kept.board_id != gone.board_id:
        raise BadChange("Choose two notes of one board to make into one.")
    if kept.photo and gone.photo:
        raise BadChange("Both notes have a picture, and one note holds one. Type one of them up first.")
    kept_back = _kept_back(reader, kept) or _kept_back(reader, gone)
    values = {**_together(kept, gone), "withheld": kept_back}
    if any(isinstance(value, str) and len(value) > NOTE_LIMIT for value in values.values()):
        raise BadChange("Together these notes are too long for one. Shorten one of them first.")
    grown = _ideas_from(reader, gone_id) - _ideas_from(reader, kept_id)
    return merge_notes(kept_id, gone_id, values, ideas=sorted(grown), hanging=hanging_on(reader, "note", gone_id))


def split_up(reader: Reader, note_id: uuid.UUID, parts: Sequence[str]) -> Change:
    """Make a note into one for each part, standing one after another; all else about it is the same for all.

    The translation and the picture stay with the first. Raises BadChange when there are not two parts with words.
    """
    note = _note_of(reader, note_id)
    texts = [part.strip() for part in parts if part.strip()]
    if len(texts) < 2:
        raise BadChange("Split a note into two parts with words in each.")
    gap = _room_after(reader, note) / len(texts)
    same = {name: getattr(note, name) for name in shapes()["note"].columns}
    same |= {"translation": "", "translation_language": "", "photo": ""}
    others = [same | {"text": text, "position": note.position + gap * turn} for turn, text in enumerate(texts[1:], 1)]
    return split_note(note_id, texts[0], others)


def _note_of(reader: Reader, note_id: uuid.UUID) -> Note:
    note = reader.get(Note, note_id)
    if note is None:
        raise NotFound("That note is not on the board any more.")
    return note


def _together(kept: Note, gone: Note) -> dict[str, Value]:
    return {
        "text": _joined(kept.text, gone.text),
        "language": kept.language if kept.text or not gone.text else gone.language,
        "translation": _joined(kept.translation, gone.translation),
        "translation_language": kept.translation_language or gone.translation_language,
        "photo": kept.photo or gone.photo,
        "table_id": kept.table_id if kept.table_id == gone.table_id else None,
        "participant_id": kept.participant_id if kept.participant_id == gone.participant_id else None,
        "parked": kept.parked and gone.parked,
        "face_down": kept.face_down or gone.face_down,
    }


def _joined(one: str, other: str) -> str:
    """Both texts, a line each; one alone when the other says nothing more."""
    if one.strip().casefold() == other.strip().casefold():
        return one
    return "\n".join(filter(None, (one, other)))


def _kept_back(reader: Reader, note: Note) -> bool:
    """A no to the use of a note stays with the words, even where the one note no longer says whose they are."""
    return not consents(reader).note_may_be_shown(note.participant_id, "wall", withheld=note.withheld)


def _ideas_from(reader: Reader, note_id: uuid.UUID) -> set[uuid.UUID]:
    return {idea_id for (idea_id,) in reader.rows(sa.select(_tie.c.idea_id).where(_tie.c.note_id == note_id))}


def _room_after(reader: Reader, note: Note) -> float:
    """How far it is to the next note of the board; 1 after the last."""
    later = sa.select(sa.func.min(_note.c.position)).where(
        _note.c.board_id == note.board_id, _note.c.position > note.position
    )
    following = reader.rows(later)[0][0]
    return 1.0 if following is None else following - note.position
