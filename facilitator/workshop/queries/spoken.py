"""Who can have said a note and in what: the tables, the people who agreed to be named, and the languages in use."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.people import Participant
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.board import tables
from facilitator.workshop.queries.consent import consents

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader

_note, _programme, _participant = (table_of(model) for model in (Note, Programme, Participant))


@dataclass(frozen=True, slots=True)
class Speaker:
    """A table, or a person who agreed to stand beside their notes."""

    id: uuid.UUID
    name: str
    is_person: bool


def speakers(reader: Reader) -> list[Speaker]:
    """The tables in order, then the people who agreed, by name."""
    asked = consents(reader)
    named = ((person_id, asked.name_on_note(person_id, "screen")) for person_id in asked.people)
    people = sorted((name.casefold(), name, person_id) for person_id, name in named if name)
    rooms = [Speaker(table.id, table.name, is_person=False) for table in tables(reader)]
    return [*rooms, *(Speaker(person_id, name, is_person=True) for _, name, person_id in people)]


def languages_here(reader: Reader) -> list[str]:
    """The languages in use, as codes: those of the programme in their order, then those of notes and people, the
    commonest first.
    """
    said = [code for (codes,) in reader.rows(sa.select(_programme.c.languages)) for code in codes.split()]
    notes = sa.select(_note.c.language, _note.c.spoken_language, sa.func.count()).group_by(
        _note.c.language, _note.c.spoken_language
    )
    counted: Counter[str] = Counter()
    for written, spoken, many in reader.rows(notes):
        counted.update({written: many})
        counted.update({spoken: many})
    for (codes,) in reader.rows(sa.select(_participant.c.languages)):
        counted.update(codes.split())
    common = sorted((code for code in counted if code), key=lambda code: (-counted[code], code))
    return list(dict.fromkeys([*said, *common]))
