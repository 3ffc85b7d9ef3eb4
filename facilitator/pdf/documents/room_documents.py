"""Which drawing belongs to which values, for the papers of the room; see `render` for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf.documents.consent import consent
from facilitator.pdf.documents.evaluation import evaluation
from facilitator.pdf.documents.option_key import option_key
from facilitator.pdf.documents.pocket_order import pocket_order
from facilitator.pdf.documents.posters import agreement, welcome
from facilitator.pdf.documents.prompt_cards import prompt_cards
from facilitator.pdf.documents.relationship_form import relationship_form
from facilitator.pdf.documents.sheets import grids, sticky_sheets
from facilitator.pdf.documents.slips import expenses, parking
from facilitator.pdf.documents.stories import stories
from facilitator.pdf.documents.table_signs import table_signs
from facilitator.workshop.queries.room_values import (
    AgreementValues,
    ConsentValues,
    EvaluationValues,
    ExpensesValues,
    GridValues,
    OptionKeyValues,
    ParkingValues,
    PocketOrderValues,
    PromptCardValues,
    RelationshipFormValues,
    StickySheetValues,
    StoryValues,
    TableSignValues,
    WelcomeValues,
)

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import RoomValues


def room_document(values: RoomValues, edition: Edition) -> Printable:
    """A document of the room laid out for one edition. Raises NothingToPrint."""
    match values:
        case ConsentValues():
            return consent(values, edition)
        case TableSignValues():
            return table_signs(values, edition)
        case WelcomeValues():
            return welcome(values, edition)
        case AgreementValues():
            return agreement(values, edition)
        case PromptCardValues():
            return prompt_cards(values, edition)
        case OptionKeyValues():
            return option_key(values, edition)
        case StoryValues():
            return stories(values, edition)
        case RelationshipFormValues():
            return relationship_form(values, edition)
        case EvaluationValues():
            return evaluation(values, edition)
        case ExpensesValues():
            return expenses(values, edition)
        case ParkingValues():
            return parking(values, edition)
        case StickySheetValues():
            return sticky_sheets(values, edition)
        case GridValues():
            return grids(values, edition)
        case PocketOrderValues():
            return pocket_order(values, edition)
