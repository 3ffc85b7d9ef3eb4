"""What each paper of the room is read from; `documents` knows all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.workshop.documents import Document, now, session_of
from facilitator.workshop.giving_out import polls_to_print
from facilitator.workshop.queries import consent_queries, room_queries, story_queries

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.workshop.documents import Order
    from facilitator.workshop.queries.room_values import ConsentValues, OptionKeyValues, RoomValues
    from facilitator.workshop.reader import Reader


def read(reader: Reader, document: Document, order: Order) -> list[RoomValues]:
    """What a paper of the room says now. Raises NothingToPrint, and NotFound for what is not there any more."""
    if document == Document.OPTION_KEY:
        return [*_option_keys(reader, order)]
    return [_READING[document](reader, order)]


def _option_keys(reader: Reader, order: Order) -> list[OptionKeyValues]:
    chosen = polls_to_print(reader) if order.polls is None else order.polls
    return [room_queries.option_key_values(reader, poll_id, now(order)) for poll_id in chosen]


def _consent(reader: Reader, order: Order) -> ConsentValues:
    """For a session, cards for those who were not asked about everything yet, where there are any; else for all."""
    unasked = consent_queries.consent_values(reader, now(order), only_unasked=True)
    return unasked if order.session and unasked.cards else consent_queries.consent_values(reader, now(order))


_READING: dict[Document, Callable[[Reader, Order], RoomValues]] = {
    Document.POCKET_ORDER: lambda reader, order: room_queries.pocket_order_values(
        reader, session_of(reader, order), now(order)
    ),
    Document.CONSENT: lambda reader, order: _consent(reader, order),
    Document.TABLE_SIGNS: lambda reader, order: room_queries.table_sign_values(reader, order.session, now(order)),
    Document.WELCOME: lambda reader, order: room_queries.welcome_values(reader, session_of(reader, order), now(order)),
    Document.AGREEMENT: lambda reader, order: room_queries.agreement_values(reader, now(order)),
    Document.PROMPT_CARDS: lambda reader, order: room_queries.prompt_card_values(
        reader, session_of(reader, order), now(order)
    ),
    Document.STORIES: lambda reader, order: story_queries.story_values(reader, now(order)),
    Document.RELATIONSHIP_FORM: lambda reader, order: consent_queries.relationship_form_values(
        reader, session_of(reader, order), now(order)
    ),
    Document.STICKY_SHEETS: lambda reader, order: room_queries.sticky_sheet_values(reader, order.session, now(order)),
    Document.GRIDS: lambda reader, order: room_queries.grid_values(reader, now(order)),
    Document.EVALUATION: lambda reader, order: room_queries.evaluation_values(
        reader, session_of(reader, order), now(order)
    ),
    Document.EXPENSES: lambda reader, order: room_queries.expenses_values(
        reader, session_of(reader, order), now(order), order.copies
    ),
    Document.PARKING: lambda reader, order: room_queries.parking_values(reader, now(order), order.copies),
}
