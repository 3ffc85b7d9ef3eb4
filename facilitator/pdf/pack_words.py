"""How the papers of the room are called on the packing list, and what to know when they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf import room_words

if TYPE_CHECKING:
    from collections.abc import Mapping

ONE_SIDE = "Print on one side only."
CUT = "Print on one side only, and cut along the dashes."

PAPERS: Mapping[str, tuple[str, str]] = {
    "PocketOrderValues": (room_words.POCKET_SHEET, "For whoever leads a part of the session. Cut along the dashes."),
    "ConsentValues": ("Consent cards", "Print on one side only. Keep them locked away when they are filled in."),
    "TableSignValues": (room_words.TABLE_SIGNS, "Print on one side only, thick paper is best. Fold across the middle."),
    "WelcomeValues": (room_words.WELCOME_POSTER, "Hang it at the door. Write on it where things are."),
    "AgreementValues": (room_words.AGREEMENT, "Hang it where everybody sees it, with a thick pen beside it."),
    "PromptCardValues": (room_words.PROMPT_CARDS, CUT),
    "StoryValues": (room_words.STORIES, "Sets of all stories, one for every three people. Staple each set."),
    "RelationshipFormValues": (room_words.MAP_FORM, "One each, by name, only for those who said yes; then blank ones."),
    "StickySheetValues": ("Sticky sheets", "One for each table."),
    "OptionKeyValues": (room_words.OPTION_KEY, "Hang it beside the ballot box."),
    "GridValues": (room_words.GRIDS, "One set for each table. Cut the parts of the role play along the dashes."),
    "EvaluationValues": (room_words.EVALUATION, ONE_SIDE),
    "ExpensesValues": ("Expenses slips", CUT),
    "ParkingValues": (room_words.PARKING_TICKETS, CUT),
}
"""By the values they are drawn from."""
