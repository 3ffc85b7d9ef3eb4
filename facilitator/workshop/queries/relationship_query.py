"""Reads who knew whom before and who does after, of those who agreed to be on the map, and of nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.network import figures
from facilitator.domain.people import Connection, Participant
from facilitator.domain.programme import Programme
from facilitator.domain.schema import shapes, table_of
from facilitator.workshop.queries.after_values import MapPerson, MapRound, RelationshipValues
from facilitator.workshop.queries.consent import consents

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence

    from facilitator.workshop.reader import Reader

_participant, _connection = table_of(Participant), table_of(Connection)
_GROUPS = shapes()["participant"].columns["stakeholder_group"].choices or ()
_ORDER = [*filter(None, _GROUPS), ""]
"""The groups in the order in which they stand around the map, those of no group last."""


def relationship_values(reader: Reader, printed: str) -> RelationshipValues:
    """The first round of the map and all of them together: who knew each other still does. Raises NothingToPrint while
    nobody who agreed to be on the map is linked to anybody.
    """
    people = _people(reader)
    places = {person_id: place for place, (person_id, _) in enumerate(people)}
    told = _links(reader, places)
    if not told:
        raise NothingToPrint(
            "There is no map of who knows whom yet: ask people whether they want to be on it, and write down who knows "
            "whom."
        )
    rounds = sorted({number for number, _ in told})
    first = frozenset(link for number, link in told if number == rounds[0])
    programme = reader.find(Programme)[0]
    groups = [person.group for _, person in people]
    return RelationshipValues(
        programme=programme.title,
        place=programme.place,
        people=tuple(person for _, person in people),
        before=_round(groups, first),
        after=_round(groups, frozenset(link for _, link in told)) if len(rounds) > 1 else None,
        printed=printed,
    )


def _people(reader: Reader) -> list[tuple[uuid.UUID, MapPerson]]:
    """Those who agreed, group by group and by name."""
    asked = consents(reader)
    rows = reader.rows(sa.select(_participant.c.id, _participant.c.stakeholder_group))
    people = [
        (row_id, MapPerson(name, group)) for row_id, group in rows if (name := asked.name_on_map(row_id, "report"))
    ]
    return sorted(people, key=lambda one: (_ORDER.index(one[1].group), one[1].name.casefold(), one[0]))


def _links(reader: Reader, places: dict[uuid.UUID, int]) -> set[tuple[int, frozenset[int]]]:
    """Round and pair, of those where both agreed."""
    rows = reader.rows(sa.select(_connection.c.round, _connection.c.from_id, _connection.c.to_id))
    return {
        (number, frozenset((places[one], places[other])))
        for number, one, other in rows
        if one in places and other in places and one != other
    }


def _round(groups: Sequence[str], links: Iterable[frozenset[int]]) -> MapRound:
    told = frozenset(links)
    return MapRound(told, figures(dict(enumerate(groups)), told))
