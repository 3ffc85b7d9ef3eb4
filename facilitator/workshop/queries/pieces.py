"""How many pieces of paper people get out of one print of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.workshop.queries.organiser_values import BadgeValues
from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
from facilitator.workshop.queries.room_values import (
    ConsentValues,
    ExpensesValues,
    ParkingValues,
    PromptCardValues,
    RelationshipFormValues,
    TableSignValues,
)

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import PrintValues


def pieces(values: PrintValues) -> int:
    """How many are handed out of one print."""
    match values:
        case BallotValues() | FeedbackFormValues():
            return len(values.numbers)
        case BadgeValues():
            return len(values.badges)
        case ConsentValues():
            return len(values.cards) + values.blank
        case TableSignValues():
            return len(values.names)
        case PromptCardValues():
            return sum(card.copies for card in values.cards)
        case RelationshipFormValues():
            return len(values.people) + values.blank
        case ExpensesValues():
            return values.slips
        case ParkingValues():
            return values.tickets
        case _:
            return 1
