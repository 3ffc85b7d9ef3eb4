"""Reads what the papers that lie and hang in the room say: signs, posters, cards, the key to a vote, blank sheets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.people import Participant, Table
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.workshop.giving_out import enough
from facilitator.workshop.queries.board import boards
from facilitator.workshop.queries.organiser_queries import session_head
from facilitator.workshop.queries.plan import plan
from facilitator.workshop.queries.print_queries import ballot_values
from facilitator.workshop.queries.room_values import (
    AgreementValues,
    Coming,
    EvaluationValues,
    ExpensesValues,
    GridValues,
    OptionKeyValues,
    ParkingValues,
    PocketOrderValues,
    PocketRow,
    PromptCard,
    PromptCardValues,
    StickySheetValues,
    TableSignValues,
    WelcomeValues,
)

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.queries.plan import BlockLine
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

_table, _participant = table_of(Table), table_of(Participant)
PEOPLE_A_TABLE = 6
"""How many sit at a table where nobody has said which tables there are."""


def table_sign_values(reader: Reader, session: SessionItem | None, printed: str) -> TableSignValues:
    """A sign for each table of the room, or of a session. Raises NothingToPrint when there is none."""
    names = [table.name.strip() for table in _tables(reader, session)]
    if not any(names):
        raise NothingToPrint("There are no tables in this workshop yet, so there is no sign for one. Add them first.")
    return TableSignValues(_programme(reader).title, tuple(filter(None, names)), printed)


def has_tables(reader: Reader, session: SessionItem | None) -> bool:
    """Whether anybody has said which tables there are."""
    return bool(_tables(reader, session))


def tables_of(reader: Reader, session: SessionItem | None) -> int:
    """How many tables there are, or would be for the people expected."""
    return len(_tables(reader, session)) or -(-enough(reader) // PEOPLE_A_TABLE)


def welcome_values(reader: Reader, session: SessionItem, printed: str) -> WelcomeValues:
    """The poster at the door; it always has something to say."""
    blocks = _blocks(reader, session)
    return WelcomeValues(
        session=session_head(reader, session, printed),
        languages=_spoken(reader),
        coming=tuple(Coming(block.starts, block.kind, block.title.strip()) for block in blocks),
    )


def agreement_values(reader: Reader, printed: str) -> AgreementValues:
    """The poster of how we work together."""
    return AgreementValues(_programme(reader).title, printed)


def prompt_card_values(reader: Reader, session: SessionItem, printed: str) -> PromptCardValues:
    """A card for each block with something to say, one a table where people do not work all together. Raises
    NothingToPrint when there is no such block.
    """
    tables = tables_of(reader, session)
    cards = [
        PromptCard(
            kind=block.kind,
            title=block.title.strip(),
            prompt=block.prompt.strip(),
            minutes=block.minutes,
            group_format=block.group_format,
            question=block.uses.strip(),
            copies=1 if block.group_format == "whole-room" else tables,
        )
        for block in _blocks(reader, session)
        if block.prompt.strip()
    ]
    if not cards:
        raise NothingToPrint("No activity of this session has words to say yet. Write them in the plan first.")
    return PromptCardValues(session_head(reader, session, printed), tuple(cards))


def option_key_values(reader: Reader, poll_id: uuid.UUID, printed: str) -> OptionKeyValues:
    """What the letters of a vote stand for. Raises NothingToPrint when it has none, and NotFound when it is gone."""
    values = ballot_values(reader, poll_id, b"")
    if not values.options and not values.unnamed:
        raise NothingToPrint("The vote has nothing to choose from yet. Add its options first.")
    return OptionKeyValues(
        programme=values.programme,
        question=values.question,
        method=values.method,
        options=values.options,
        unnamed=values.unnamed,
        printed=printed,
    )


def evaluation_values(reader: Reader, session: SessionItem, printed: str) -> EvaluationValues:
    """The form on how the session was."""
    return EvaluationValues(session_head(reader, session, printed))


def expenses_values(reader: Reader, session: SessionItem, printed: str, copies: int | None = None) -> ExpensesValues:
    """So many slips, else one for everybody expected, and some to spare."""
    return ExpensesValues(session_head(reader, session, printed), copies or enough(reader))


def parking_values(reader: Reader, printed: str, copies: int | None = None) -> ParkingValues:
    """So many tickets, else one for everybody expected, and some to spare."""
    return ParkingValues(_programme(reader).title, copies or enough(reader), printed)


def sticky_sheet_values(reader: Reader, session: SessionItem | None, printed: str) -> StickySheetValues:
    """A sheet for the question of each board that the session writes on, else of every board."""
    asked = [board.question.strip() for board in boards(reader)]
    if session:
        used = {block.board_id for block in _blocks(reader, session)}
        asked = [board.question.strip() for board in boards(reader) if board.id in used] or asked
    return StickySheetValues(_programme(reader).title, tuple(filter(None, asked)), printed)


def grid_values(reader: Reader, printed: str) -> GridValues:
    """Blank sheets, which always print."""
    return GridValues(_programme(reader).title, printed)


def pocket_order_values(reader: Reader, session: SessionItem, printed: str) -> PocketOrderValues:
    """The running order in a few words. Raises NothingToPrint when nothing is planned."""
    blocks = _blocks(reader, session)
    if not blocks:
        raise NothingToPrint("This session has no activities yet, so there is no running order. Add them to the plan.")
    rows = tuple(
        PocketRow(
            clock=block.starts,
            after=block.after,
            minutes=block.minutes,
            kind=block.kind,
            title=block.title.strip(),
            prompt=block.prompt.strip(),
            lead=block.lead.strip(),
            fixed=bool(block.fixed_start),
        )
        for block in blocks
    )
    return PocketOrderValues(session_head(reader, session, printed), rows)


def _programme(reader: Reader) -> Programme:
    return reader.find(Programme)[0]


def _blocks(reader: Reader, session: SessionItem) -> tuple[BlockLine, ...]:
    planned = plan(reader, session.id)
    return planned.blocks if planned else ()


def _tables(reader: Reader, session: SessionItem | None) -> list[Table]:
    every = reader.find(Table, order_by=(_table.c.position, _table.c.name))
    return [table for table in every if session is None or table.session_id in (None, session.id)]


def _spoken(reader: Reader) -> tuple[str, ...]:
    """The languages of the programme, then those of its people: how many speak one, and never who."""
    written = reader.rows(sa.select(_participant.c.languages).where(_participant.c.kind == "participant"))
    counted = Counter(code for (languages,) in written for code in languages.split())
    often = sorted(counted, key=lambda code: (-counted[code], code))
    return tuple(dict.fromkeys([*_programme(reader).languages.split(), *often]))
