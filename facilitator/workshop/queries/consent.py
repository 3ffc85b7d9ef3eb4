"""What people have agreed to, read once for a whole page; `domain.may_be_shown` decides what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.may_be_shown import (
    Answer,
    NameInTheRoom,
    NameOnNote,
    PlaceOnMap,
    Said,
    WordsOfNote,
    may_be_shown,
    said,
)
from facilitator.domain.people import Consent, Participant
from facilitator.domain.schema import shapes, table_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from facilitator.domain.may_be_shown import Place
    from facilitator.workshop.reader import Reader

_consent, _participant, _note = table_of(Consent), table_of(Participant), table_of(Note)
KEPT_BACK = sa.or_(_note.c.withheld, _note.c.face_down)
"""What a query asks of a note for `Consents.note_may_be_shown`; `kept_back` asks it of a row."""
USES = shapes()["consent"].columns["use"].choices or ()
"""What people are asked about, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as far as naming them goes."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Consents:
    """Everybody's name and answers. Ids that are not among the people are nobody's."""

    people: Mapping[uuid.UUID, Person]
    answers: Mapping[tuple[uuid.UUID, str], Said]

    def said(self, person_id: uuid.UUID | None, use: str) -> Said:
        """What a person last said to one use."""
        return "not-asked" if person_id is None else self.answers.get((person_id, use), "not-asked")

    def name_on_note(self, person_id: uuid.UUID | None, place: Place) -> str:
        """The name that may stand beside a note this person said, or nothing."""
        person = self.people.get(person_id) if person_id else None
        if person is None or not may_be_shown(NameOnNote(person.kind, self.said(person_id, "notes")), place):
            return ""
        return person.name

    def name_on_map(self, person_id: uuid.UUID | None, place: Place) -> str:
        """The name of somebody who may stand on the map of who knows whom, or nothing."""
        person = self.people.get(person_id) if person_id else None
        if person is None or not may_be_shown(PlaceOnMap(person.kind, self.said(person_id, "relationship-map")), place):
            return ""
        return person.name

    def names_in_the_room(self, kind: str, place: Place) -> list[str]:
        """The names of those of a kind who come, where names of people in the room may be shown."""
        shown = may_be_shown(NameInTheRoom(), place)
        return [person.name for person in self.people.values() if person.kind == kind] if shown else []

    def note_may_be_shown(self, person_id: uuid.UUID | None, place: Place, *, withheld: bool) -> bool:
        """Whether the words of a note may be shown; the person is the one who said it, where that is known."""
        return may_be_shown(WordsOfNote(withheld, self.said(person_id, "notes")), place)


def kept_back(note: Note) -> bool:
    """Whether a note is withheld, or lies face down while everybody writes for themselves."""
    return note.withheld or note.face_down


def consents(reader: Reader) -> Consents:
    """Everybody's answers as they stand."""
    return reader.once("consents", lambda: _consents(reader))


def _consents(reader: Reader) -> Consents:
    people = reader.rows(sa.select(_participant.c.id, _participant.c.display_name, _participant.c.kind))
    columns = (_consent.c.participant_id, _consent.c.use, _consent.c.answer, _consent.c.asked_on)
    written: dict[tuple[uuid.UUID, str], list[Answer]] = {}
    for person_id, use, *answer in reader.rows(sa.select(*columns, _consent.c.withdrawn_on)):
        written.setdefault((person_id, use), []).append(Answer(*answer))
    return Consents(
        people={person_id: Person(name, kind) for person_id, name, kind in people},
        answers={key: said(answers) for key, answers in written.items()},
    )
