"""A note in words for a screen reader, the same in the outline and on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facilitator.domain.languages import language_name
from facilitator.ui.boards.outline_wanted import HERE, wants_translation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.queries.board import NoteLine


def spoken(note: NoteLine, meanings: Sequence[str] = ()) -> str:
    """All that is on a note, in the order in which one would read it aloud. `meanings` say what colours stand for."""
    parts = [_tr("Note"), note.text, note.translation, _tr("colour {number}").format(number=note.colour)]
    if note.photo and not note.text:
        parts.insert(1, _tr("a picture, to be typed up"))
    if note.face_down:
        parts.insert(1, _tr("face down"))
    if note.colour <= len(meanings):
        parts.append(meanings[note.colour - 1])
    if note.said_by:
        parts.append(_tr("said by {table}").format(table=note.said_by))
    if note.language not in {"", HERE}:
        parts.append(_tr("written in {language}").format(language=language_name(note.language)))
    if wants_translation(note):
        parts.append(_tr("not translated yet"))
    if note.withheld and not note.face_down:
        parts.append(_tr("hidden from the room"))
    if note.parked:
        parts.append(_tr("set aside"))
    return ", ".join(part for part in parts if part)


def _tr(words: str) -> str:
    return QCoreApplication.translate("spoken_note", words)
