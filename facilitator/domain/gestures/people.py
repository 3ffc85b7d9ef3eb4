"""Gestures with people: who is expected, who came, what each agreed to, where they sit, and who knows whom."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Delete, Insert, Set, Value
from facilitator.domain.gestures.hanging import Hanging, take_away

if TYPE_CHECKING:
    from collections.abc import Iterable


def add_person(
    display_name: str,
    *,
    kind: str = "participant",
    supporter_role: str = "",
    stakeholder_group: str = "",
    organisation: str = "",
    languages: str = "",
    access_needs: str = "",
    strengths: str = "",
    walk_in: bool = False,
    participant_id: uuid.UUID | None = None,
) -> Change:
    """Write down a person; a first name is enough. `languages` are codes with a space between, the home one first."""
    values = {
        "display_name": display_name,
        "kind": kind,
        "supporter_role": supporter_role,
        "stakeholder_group": stakeholder_group,
        "organisation": organisation,
        "languages": languages,
        "access_needs": access_needs,
        "strengths": strengths,
        "walk_in": walk_in,
    }
    return Change("person-add", (Insert("participant", participant_id or uuid.uuid4(), values),))


def add_people(names: Iterable[str]) -> Change:
    """Write down several people who are expected, by their names alone."""
    edits = tuple(Insert("participant", uuid.uuid4(), {"display_name": name}) for name in names)
    return Change("people-add", edits, {"people": len(edits)})


def edit_person(participant_id: uuid.UUID, **values: Value) -> Change:
    """Put other words or codes in some cells of a person, by the names `add_person` has for them."""
    return Change("person-edit", (Set("participant", participant_id, values),))


def remove_person(participant_id: uuid.UUID, hanging: Hanging) -> Change:
    """Take a person off the list, as when they stand there twice; can be undone, so it is no way to forget somebody."""
    return Change("person-remove", take_away("participant", participant_id, hanging))


def walk_in(
    session_id: uuid.UUID, display_name: str, *, languages: str = "", participant_id: uuid.UUID | None = None
) -> Change:
    """Somebody who was not expected comes through the door: written down and arrived in one. A first name is enough."""
    participant_id = participant_id or uuid.uuid4()
    values = {"display_name": display_name, "languages": languages, "walk_in": True}
    attendance = {"session_id": session_id, "participant_id": participant_id}
    edits = (Insert("participant", participant_id, values), Insert("attendance", uuid.uuid4(), attendance))
    return Change("person-walk-in", edits)


def tick_arrivals(session_id: uuid.UUID, participant_ids: Iterable[uuid.UUID]) -> Change:
    """Note at the door that people have come."""
    edits = tuple(
        Insert("attendance", uuid.uuid4(), {"session_id": session_id, "participant_id": participant_id})
        for participant_id in participant_ids
    )
    return Change("arrivals-tick", edits, {"people": len(edits)})


def untick_arrivals(attendance_ids: Iterable[uuid.UUID]) -> Change:
    """Take back that people have come; the rows are those of `PersonLine.attendance`."""
    edits = tuple(Delete("attendance", attendance_id) for attendance_id in attendance_ids)
    return Change("arrivals-untick", edits, {"people": len(edits)})


def answer_consent(
    participant_id: uuid.UUID,
    use: str,
    answer: str,
    *,
    wording: str = "",
    asked_on: str = "",
    how: str = "",
    consent_id: uuid.UUID | None = None,
) -> Change:
    """Keep a person's yes or no to one use, with the words they were asked in. Not asked is no row at all."""
    values = {
        "participant_id": participant_id,
        "use": use,
        "answer": answer,
        "wording": wording,
        "asked_on": asked_on,
        "how": how,
    }
    return Change("consent-answer", (Insert("consent", consent_id or uuid.uuid4(), values),))


def change_consent(
    consent_id: uuid.UUID, answer: str, *, wording: str = "", asked_on: str = "", how: str = ""
) -> Change:
    """Put another answer in the place of one that was written down, as when somebody is asked again."""
    values = {"answer": answer, "wording": wording, "asked_on": asked_on, "how": how, "withdrawn_on": ""}
    return Change("consent-change", (Set("consent", consent_id, values),))


def forget_consent(consent_ids: Iterable[uuid.UUID]) -> Change:
    """Say that somebody was not asked after all."""
    return Change("consent-forget", tuple(Delete("consent", consent_id) for consent_id in consent_ids))


def withdraw_consent(consent_id: uuid.UUID, day: str) -> Change:
    """A person takes back a yes, from this day (YYYY-MM-DD) on."""
    return Change("consent-withdraw", (Set("consent", consent_id, {"withdrawn_on": day}),))


def seat_people(table_id: uuid.UUID, participant_ids: Iterable[uuid.UUID]) -> Change:
    """Give people a place at a table."""
    edits = tuple(
        Insert("seat", uuid.uuid4(), {"table_id": table_id, "participant_id": participant_id})
        for participant_id in participant_ids
    )
    return Change("people-seat", edits, {"people": len(edits)})


def link_people(pairs: Iterable[tuple[uuid.UUID, uuid.UUID, str]], relationship_round: int) -> Change:
    """Draw who knows or works with whom (two people, and `knows` or `works-with`) in a round of the map, from 1."""
    edits = tuple(
        Insert("connection", uuid.uuid4(), {"from_id": one, "to_id": other, "kind": kind, "round": relationship_round})
        for one, other, kind in pairs
    )
    return Change("people-link", edits, {"links": len(edits)})
