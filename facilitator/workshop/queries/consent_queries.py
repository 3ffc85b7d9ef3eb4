"""Reads what is asked of people on paper: the consent cards, and the form of who knows whom.

Names pass the gate here (`domain.may_be_shown`): consent cards are for those who come, and the form names only those
who agreed to be on the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.may_be_shown import NameInTheRoom, PlaceOnMap, may_be_shown
from facilitator.domain.people import Connection, Participant
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.workshop.giving_out import SPARE_PERCENT
from facilitator.workshop.queries.consent import USES, consents
from facilitator.workshop.queries.copies_needed import needs_large
from facilitator.workshop.queries.organiser_queries import expected, session_head, spare
from facilitator.workshop.queries.room_values import ConsentCard, ConsentValues, RelationshipFormValues

if TYPE_CHECKING:
    from facilitator.workshop.queries.consent import Consents
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

_connection = table_of(Connection)


def consent_values(reader: Reader, printed: str, *, only_unasked: bool = False) -> ConsentValues:
    """A card for everybody who takes part, or only for those who were not asked about everything yet; and blank ones
    for those who walk in.
    """
    asked = consents(reader)
    cards = [_card(person, asked) for person in _taking_part(reader)]
    if only_unasked:
        cards = [card for card in cards if any(said == "not-asked" for _, said in card.said)]
    return ConsentValues(
        programme=reader.find(Programme)[0].title,
        cards=tuple(cards),
        uses=tuple(USES),
        blank=spare(expected(reader)),
        printed=printed,
    )


def relationship_form_values(reader: Reader, session: SessionItem, printed: str) -> RelationshipFormValues:
    """The form of the next round for those who agreed to be on the picture. Raises NothingToPrint when fewer than two
    did.
    """
    asked = consents(reader)
    people = [
        person.display_name
        for person in _taking_part(reader)
        if may_be_shown(PlaceOnMap(person.kind, asked.said(person.id, "relationship-map")), "room-print")
    ]
    if len(people) < 2:
        raise NothingToPrint(
            "Fewer than two people have agreed to be on the picture of who knows whom, so there is no form. Ask them "
            "first."
        )
    return RelationshipFormValues(
        session=session_head(reader, session, printed),
        round=_rounds(reader) + 1,
        people=tuple(people),
        blank=-(-len(people) * SPARE_PERCENT // 100),
    )


def _rounds(reader: Reader) -> int:
    """How many rounds were told so far."""
    return reader.rows(sa.select(sa.func.max(_connection.c.round)))[0][0] or 0


def _taking_part(reader: Reader) -> list[Participant]:
    """Those who take part, by name, where names of people in the room may be printed. Who was removed for good has no
    name any more.
    """
    if not may_be_shown(NameInTheRoom(), "room-print"):
        return []
    people = [one for one in reader.find(Participant) if one.kind == "participant" and one.display_name.strip()]
    return sorted(people, key=lambda person: person.display_name.casefold())


def _card(person: Participant, asked: Consents) -> ConsentCard:
    return ConsentCard(
        name=person.display_name,
        languages=tuple(person.languages.split()),
        said=tuple((use, asked.said(person.id, use)) for use in USES),
        large=needs_large(person.access_needs),
    )
