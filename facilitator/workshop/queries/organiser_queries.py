"""Reads what the organiser's documents for the day say: the running order, the sign-in sheet and the badges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.errors import NotFound, NothingToPrint
from facilitator.domain.may_be_shown import NameInTheRoom, may_be_shown
from facilitator.domain.people import Participant
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.workshop.giving_out import SPARE_PERCENT, WHEN_NOBODY_IS_LISTED
from facilitator.workshop.queries.consent import consents
from facilitator.workshop.queries.organiser_values import (
    Badge,
    BadgeValues,
    Bring,
    RunningOrderRow,
    RunningOrderValues,
    SessionHead,
    SignInValues,
)
from facilitator.workshop.queries.plan import plan
from facilitator.workshop.queries.session_papers import session_papers

if TYPE_CHECKING:
    from facilitator.domain.may_be_shown import Said
    from facilitator.workshop.queries.plan import BlockLine, Plan
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

_COUNTED_BY_US = re.compile(r"(\d+\s+)?((paper|voting|name|feedback)\s+)*(ballots?|forms?|badges?)", re.IGNORECASE)
"""What a kit list says of papers that are counted from the people expected: two numbers for one thing help nobody."""


def session_head(reader: Reader, session: SessionItem, printed: str) -> SessionHead:
    """What stands at the top of a session's pages."""
    planned = _plan(reader, session)
    return SessionHead(
        programme=reader.find(Programme)[0].title,
        title=session.title,
        number=session.number,
        of=session.of,
        day=session.date,
        starts=session.starts_at or (planned.blocks[0].starts if planned.blocks else ""),
        ends=planned.ends,
        place=session.place,
        printed=printed,
        doors=planned.doors_at,
    )


def running_order_values(
    reader: Reader, session: SessionItem, printed: str, copies: int | None = None
) -> RunningOrderValues:
    """The running order of a session; `copies` of each paper are brought, else enough for all. Raises NothingToPrint
    when nothing is planned.
    """
    planned = _plan(reader, session)
    if not planned.blocks:
        raise NothingToPrint("This session has no activities yet, so there is no running order. Add them to the plan.")
    papers = session_papers(reader, session.id, copies)
    return RunningOrderValues(
        session=session_head(reader, session, printed),
        purpose=planned.purpose,
        rows=tuple(map(_row, planned.blocks)),
        bring=Bring(kit_of(reader, session), papers.ballot_count, papers.form_count, len(_people(reader))),
    )


def sign_in_values(reader: Reader, session: SessionItem, printed: str) -> SignInValues:
    """Everybody who is expected. Raises NothingToPrint when nobody is."""
    people = _people(reader)
    if not people:
        raise NothingToPrint("Nobody is on the list of people yet, so there is nobody to sign in. Add people first.")
    return SignInValues(
        session=session_head(reader, session, printed),
        expected=tuple(person.display_name for person in people if person.kind == "participant"),
        helpers=tuple(person.display_name for person in people if person.kind != "participant"),
        blank=spare(expected(reader)),
    )


def badge_values(reader: Reader, printed: str) -> BadgeValues:
    """A badge for everybody who is expected. Raises NothingToPrint when nobody is."""
    people = _people(reader)
    if not people:
        raise NothingToPrint("Nobody is on the list of people yet, so there is no badge to print. Add people first.")
    asked = consents(reader)
    return BadgeValues(
        programme=reader.find(Programme)[0].title,
        badges=tuple(_badge(person, asked.said(person.id, "photos")) for person in people),
        blank=spare(expected(reader)),
        printed=printed,
    )


def expected(reader: Reader) -> int:
    """How many people take part, not counting those who help; a usual room when nobody is listed."""
    listed = reader.count(Participant, table_of(Participant).c.kind == "participant")
    return listed or WHEN_NOBODY_IS_LISTED


def spare(people: int) -> int:
    """How many more than the people expected."""
    return -(-people * SPARE_PERCENT // 100)


def kit_of(reader: Reader, session: SessionItem) -> tuple[str, ...]:
    """Every thing named in the kit of a session, once each, but for the papers that are counted from the people."""
    kits = [block.kit for block in _plan(reader, session).blocks]
    named = [" ".join(thing.split()) for kit in kits for thing in re.split(r"[,;،؛\n]", kit)]
    things = {thing.casefold(): thing for thing in reversed(named) if thing and not _COUNTED_BY_US.fullmatch(thing)}
    return tuple(reversed(things.values()))


def _plan(reader: Reader, session: SessionItem) -> Plan:
    found = plan(reader, session.id)
    if found is None:
        raise NotFound("That session is not in this workshop any more.")
    return found


def _people(reader: Reader) -> list[Participant]:
    """Those whose names may be printed for the room, by name. One removed for good has no name any more."""
    if not may_be_shown(NameInTheRoom(), "room-print"):
        return []
    people = [person for person in reader.find(Participant) if person.display_name.strip()]
    return sorted(people, key=lambda person: (person.kind != "participant", person.display_name.casefold()))


def _badge(person: Participant, photos: Said) -> Badge:
    return Badge(
        name=person.display_name,
        languages=tuple(person.languages.split()),
        organisation=person.organisation,
        group="supporter" if person.kind == "supporter" else person.stakeholder_group,
        role=person.supporter_role if person.kind == "supporter" else "",
        photos=photos == "yes",
    )


def _row(block: BlockLine) -> RunningOrderRow:
    return RunningOrderRow(
        clock=block.starts,
        after=block.after,
        minutes=block.minutes,
        kind=block.kind,
        title=block.title,
        prompt=block.prompt,
        group_format=block.group_format,
        lead=block.lead,
        kit=block.kit,
        uses=block.uses,
        fixed=bool(block.fixed_start),
        gap=block.gap,
        clash=block.clash,
    )
