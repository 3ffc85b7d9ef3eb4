"""Reads what the organiser's documents for the day say: the running order, the sign-in sheet and the badges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain import may_be_shown
from facilitator.domain.board import Board
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.may_be_shown import NameInTheRoom
from facilitator.domain.people import Consent, Participant
from facilitator.domain.programme import Activity, Programme, Session
from facilitator.domain.schedule import Block, clock_of, schedule
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll
from facilitator.workshop.giving_out import SPARE_PERCENT, WHEN_NOBODY_IS_LISTED
from facilitator.workshop.queries.organiser_values import (
    Badge,
    BadgeValues,
    Bring,
    RunningOrderRow,
    RunningOrderValues,
    SessionHead,
    SignInValues,
)
from facilitator.workshop.queries.session_papers import session_papers

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence

    from facilitator.domain.may_be_shown import Said
    from facilitator.domain.schedule import Schedule, Slot
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

_activity, _consent = table_of(Activity), table_of(Consent)

_COUNTED_BY_US = re.compile(r"(\d+\s+)?((paper|voting|name|feedback)\s+)*(ballots?|forms?|badges?)", re.IGNORECASE)
"""What a kit list says of papers that are counted from the people expected: two numbers for one thing help nobody."""


def session_head(reader: Reader, session: SessionItem, printed: str) -> SessionHead:
    """What stands at the top of a session's pages."""
    planned = _schedule(session, activities(reader, session.id))
    timed = planned.known and bool(planned.slots)
    return SessionHead(
        programme=reader.find(Programme)[0].title,
        title=session.title,
        number=session.number,
        of=session.of,
        day=session.date,
        starts=session.starts_at or (clock_of(planned.starts) if timed else ""),
        ends=clock_of(planned.ends) if timed else "",
        place=session.place,
        printed=printed,
    )


def activities(reader: Reader, session_id: uuid.UUID) -> list[Activity]:
    """The timed blocks of a session, in order."""
    return reader.find(Activity, _activity.c.session_id == session_id, order_by=(_activity.c.position,))


def running_order_values(
    reader: Reader, session: SessionItem, printed: str, copies: int | None = None
) -> RunningOrderValues:
    """The running order of a session; `copies` of each paper are brought, else enough for all. Raises NothingToPrint
    when nothing is planned.
    """
    blocks = activities(reader, session.id)
    if not blocks:
        raise NothingToPrint("This session has no activities yet, so there is no running order. Add them to the plan.")
    planned = _schedule(session, blocks)
    row, papers = reader.get(Session, session.id), session_papers(reader, session.id, copies)
    return RunningOrderValues(
        session=session_head(reader, session, printed),
        purpose=row.purpose if row else "",
        rows=tuple(
            _row(reader, block, slot, known=planned.known) for block, slot in zip(blocks, planned.slots, strict=True)
        ),
        bring=Bring(kit_of(blocks), papers.ballot_count, papers.form_count, len(_people(reader))),
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
    photos = answers(reader, "photos")
    return BadgeValues(
        programme=reader.find(Programme)[0].title,
        badges=tuple(_badge(person, photos.get(person.id, "not-asked")) for person in people),
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


def kit_of(blocks: Iterable[Activity]) -> tuple[str, ...]:
    """Every thing named in the kit of some blocks, once each, but for the papers that are counted from the people."""
    named = [" ".join(thing.split()) for block in blocks for thing in re.split(r"[,;،؛\n]", block.kit)]
    things = {thing.casefold(): thing for thing in reversed(named) if thing and not _COUNTED_BY_US.fullmatch(thing)}
    return tuple(reversed(things.values()))


def answers(reader: Reader, use: str) -> dict[uuid.UUID, Said]:
    """What each person who was asked about a use (see `Consent`) says to it now."""
    by_person: dict[uuid.UUID, list[may_be_shown.Answer]] = {}
    for one in reader.find(Consent, _consent.c.use == use):
        answer = may_be_shown.Answer(one.answer, one.asked_on, one.withdrawn_on)
        by_person.setdefault(one.participant_id, []).append(answer)
    return {person: may_be_shown.said(answers) for person, answers in by_person.items()}


def _people(reader: Reader) -> list[Participant]:
    """Those whose names may be printed for the room, by name. One removed for good has no name any more."""
    if not may_be_shown.may_be_shown(NameInTheRoom(), "room-print"):
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


def _schedule(session: SessionItem, blocks: Sequence[Activity]) -> Schedule:
    return schedule(session.starts_at, [Block(block.minutes, block.fixed_start) for block in blocks])


def _row(reader: Reader, block: Activity, slot: Slot, *, known: bool) -> RunningOrderRow:
    board = reader.get(Board, block.board_id) if block.board_id else None
    poll = reader.get(Poll, block.poll_id) if block.poll_id else None
    return RunningOrderRow(
        clock=clock_of(slot.starts) if known else "",
        after=slot.starts,
        minutes=block.minutes,
        kind=block.kind,
        title=block.title,
        prompt=block.prompt,
        group_format=block.group_format,
        lead=block.lead,
        kit=block.kit,
        uses=(board.question if board else "") or (poll.question if poll else ""),
        fixed=bool(block.fixed_start),
        gap=slot.gap,
        clash=slot.clash,
    )
