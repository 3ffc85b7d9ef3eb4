"""The example's people as Changes: who was invited, who came through the door, what they agreed to, who knows whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.consent import QUESTIONS
from facilitator.domain.gestures.people import (
    add_person,
    answer_consent,
    link_people,
    seat_people,
    tick_arrivals,
    withdraw_consent,
)
from facilitator.domain.gestures.programme import add_table
from facilitator.exchange.millbrook.making import named, together

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from facilitator.domain.change import Change
    from facilitator.exchange.millbrook.people import Link, Person
    from facilitator.exchange.millbrook.programme import SessionText
    from facilitator.exchange.millbrook.reading import Example


def invited(example: Example) -> tuple[Change, ...]:
    """The tables of the room, and everybody who was expected."""
    tables = [
        add_table(name, position=float(turn), table_id=named("table", turn))
        for turn, name in enumerate(example.programme.tables, 1)
    ]
    expected = [person for person in example.people if not person.walked_in]
    return (
        together("tables-add", tables, tables=len(tables)),
        together("people-add", map(_person, expected), people=len(expected)),
        *_seats(example, expected),
    )


def at_the_door(session: SessionText, example: Example) -> tuple[Change, ...]:
    """Those who walked in, those who came, and what those agreed to who came for the first time."""
    walked_in = [person for person in example.people if person.walked_in == session.number]
    came = [person for person in example.people if session.number in person.came]
    first = [person for person in came if session.number == min(person.came)]
    return (
        *map(_person, walked_in),
        *_seats(example, walked_in),
        tick_arrivals(named("session", session.number), (_id(person) for person in came)),
        _consents(first, session),
    )


def taken_back(example: Example, after: str, until: str) -> tuple[tuple[str, Change], ...]:
    """The answers taken back after a day and up to another, each with its day."""
    return tuple(
        (answer.until, withdraw_consent(_consent_id(person, answer.use), answer.until))
        for person in example.people
        for answer in person.answers
        if after < answer.until <= until
    )


def map_of_links(session: SessionText, example: Example) -> Change:
    """Who knows whom: at the first session those known at the start, later these and the new ones."""
    if session.number == 1:
        return link_people(_pairs(example.known_at_start), 1)
    return link_people(_pairs((*example.known_at_start, *example.new_by_end)), 2)


def _person(person: Person) -> Change:
    return add_person(
        person.name,
        kind="supporter" if person.role else "participant",
        supporter_role=person.role,
        stakeholder_group=person.group,
        organisation=person.organisation,
        languages=person.languages,
        access_needs=person.access_needs,
        strengths=person.strengths,
        walk_in=bool(person.walked_in),
        participant_id=_id(person),
    )


def _seats(example: Example, people: Iterable[Person]) -> tuple[Change, ...]:
    tables = {name: named("table", turn) for turn, name in enumerate(example.programme.tables, 1)}
    seated = [person for person in people if person.table]
    seats = [seat_people(tables[person.table], [_id(person)]) for person in seated]
    return (together("people-seat", seats, people=len(seats)),) if seats else ()


def _consents(people: Iterable[Person], session: SessionText) -> Change:
    answers = [
        answer_consent(
            _id(person),
            answer.use,
            answer.answer,
            wording=QUESTIONS[answer.use],
            asked_on=session.date,
            how=person.how,
            consent_id=_consent_id(person, answer.use),
        )
        for person in people
        for answer in person.answers
    ]
    return together("consents-answer", answers, answers=len(answers))


def _pairs(links: Iterable[Link]) -> list[tuple[uuid.UUID, uuid.UUID, str]]:
    return [(named("person", link.one), named("person", link.other), link.kind) for link in links]


def _id(person: Person) -> uuid.UUID:
    return named("person", person.name)


def _consent_id(person: Person, use: str) -> uuid.UUID:
    return named("consent", person.name, use)
