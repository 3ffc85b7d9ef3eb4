"""Cards for the tables: what we do now, for how long, and the words that are said; two on a sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.cut_sheets import Cut, CutSheets
from facilitator.pdf.documents.leaves import on_one_page
from facilitator.pdf.documents.session_page import Stamped

if TYPE_CHECKING:
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.room_values import PromptCard, PromptCardValues

_CUT = Cut((1.0,), 2)
_SIZES = (1.3, 1.15, 1.0, 0.85, 0.72)


def prompt_cards(values: PromptCardValues, edition: Edition) -> Printable:
    """The cards laid out for one edition. Raises NothingToPrint when there is none."""
    if not values.cards:
        raise NothingToPrint("No activity of this session has words to say yet. Write them in the plan first.")
    flows = [_card(values, card, edition) for card in values.cards for _ in range(card.copies)]
    said = edition.said
    footer = said.joined(" · ", (said(ours.PROMPT_CARDS), values.session.title.strip()))
    return Stamped(CutSheets(said(ours.PROMPT_CARDS), edition, flows, _CUT, footer), values.session.printed)


def _card(values: PromptCardValues, card: PromptCard, edition: Edition) -> Flow:
    """In type that lets it stand on one card, where that can be."""
    return on_one_page(partial(_laid_out, values, card, edition), _SIZES)


def _laid_out(values: PromptCardValues, card: PromptCard, edition: Edition, size: float) -> Flow:
    flow = _CUT.flow(edition)
    edition, said = flow.edition, flow.said
    flow.text(ours.prompt_about(said, card), edition.quiet(12), after=2.0)
    flow.heading(ours.prompt_title(said, card), 1, edition.heavy(28 * size), after=4.0 * size)
    flow.text(card.prompt, edition.plain(20 * size), after=4.0 * size)
    if card.question:
        flow.text(card.question, edition.heavy(16 * size))
    return flow
