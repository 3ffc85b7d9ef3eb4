"""Who is invited, who has come, and what each has agreed to: the list of people and the door. For the facilitator's own
screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.find import begins, find, folded
from facilitator.domain.may_be_shown import NameInTheRoom, Said, may_be_shown
from facilitator.domain.people import Attendance, Consent, Participant
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.consent import USES, consents

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping

    from facilitator.workshop.reader import Reader

_attendance, _consent = table_of(Attendance), table_of(Consent)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person. `languages` are codes, the home one first; `consents` has yes, no or not-asked for every use.

    `attendance` are the rows that say the person came to the session asked about; more than one when two laptops
    ticked them. What they need and bring is in `person_details`.
    """

    id: uuid.UUID
    display_name: str
    kind: str
    supporter_role: str
    group: str
    organisation: str
    languages: tuple[str, ...]
    walk_in: bool
    arrived: bool
    attendance: tuple[uuid.UUID, ...]
    consents: Mapping[str, Said]


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One answer as it was written down; `withdrawn_on` is empty unless it was taken back."""

    id: uuid.UUID
    use: str
    answer: str
    wording: str
    asked_on: str
    how: str
    withdrawn_on: str


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What is known of one person beyond the list, and every answer they gave, the latest of each use first."""

    id: uuid.UUID
    access_needs: str
    strengths: str
    answers: tuple[ConsentLine, ...]

    def latest(self, use: str) -> ConsentLine | None:
        """The answer to change or to take back."""
        return next((answer for answer in self.answers if answer.use == use), None)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The door in numbers: of those who take part, how many are listed, have come, and of these walked in; and how many
    of those who help have come.
    """

    listed: int
    arrived: int
    walked_in: int
    helpers: int


def people(reader: Reader, session_id: uuid.UUID | None = None) -> tuple[PersonLine, ...]:
    """Everybody, those who take part first, by name. Without a session nobody counts as arrived."""
    if not may_be_shown(NameInTheRoom(), "screen"):
        return ()
    asked, came = consents(reader), _came(reader, session_id)
    lines = (
        PersonLine(
            id=person.id,
            display_name=person.display_name,
            kind=person.kind,
            supporter_role=person.supporter_role,
            group=person.stakeholder_group,
            organisation=person.organisation,
            languages=tuple(person.languages.split()),
            walk_in=person.walk_in,
            arrived=person.id in came,
            attendance=tuple(came.get(person.id, ())),
            consents={use: asked.said(person.id, use) for use in USES},
        )
        for person in reader.find(Participant)
    )
    return tuple(sorted(lines, key=lambda line: (line.kind != "participant", folded(line.display_name), line.id)))


def person_details(reader: Reader, person_id: uuid.UUID) -> PersonDetails | None:
    """One person, or None when there is no such person."""
    person = reader.get(Participant, person_id)
    if person is None:
        return None
    latest_first = (_consent.c.asked_on.desc(), _consent.c.withdrawn_on.desc())
    answers = reader.find(Consent, _consent.c.participant_id == person_id, order_by=latest_first)
    lines = (
        ConsentLine(one.id, one.use, one.answer, one.wording, one.asked_on, one.how, one.withdrawn_on)
        for one in answers
    )
    return PersonDetails(person.id, person.access_needs, person.strengths, tuple(lines))


def found(typed: str, lines: Iterable[PersonLine]) -> tuple[PersonLine, ...]:
    """Those whom the letters typed at the door may mean: first those with a word that begins so, and of these those not
    yet here.
    """
    matching = find(typed, lines, lambda line: line.display_name)
    return tuple(sorted(matching, key=lambda line: (not begins(typed, line.display_name), line.arrived)))


def arrivals(lines: Iterable[PersonLine]) -> Arrivals:
    """The door in numbers."""
    every = list(lines)
    part = [line for line in every if line.kind == "participant"]
    return Arrivals(
        listed=len(part),
        arrived=sum(line.arrived for line in part),
        walked_in=sum(line.arrived and line.walk_in for line in part),
        helpers=sum(line.arrived for line in every if line.kind != "participant"),
    )


def _came(reader: Reader, session_id: uuid.UUID | None) -> dict[uuid.UUID, list[uuid.UUID]]:
    came: dict[uuid.UUID, list[uuid.UUID]] = {}
    query = sa.select(_attendance.c.participant_id, _attendance.c.id)
    here = query.where(_attendance.c.session_id == session_id, _attendance.c.arrived).order_by(_attendance.c.id)
    for person_id, attendance_id in reader.rows(here):
        came.setdefault(person_id, []).append(attendance_id)
    return came
