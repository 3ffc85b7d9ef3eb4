"""The words we print ourselves on the papers for the room, in plain English; each is a key of the catalogues.

Sentences are for somebody in the room; the few that are for whoever prints or collects the papers say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf.organiser_words import KINDS

if TYPE_CHECKING:
    from facilitator.pdf.wording import Wording
    from facilitator.workshop.queries.room_values import Coming, PocketRow, PromptCard

YES, NO = "yes", "no"
FIRST_NAME = "First name"
NAME = "Name"
DATE = "Date"
SIGNATURE = "Signature, or initials"
TELEPHONE = "Telephone"
LANGUAGE = "Language"

CONSENT = "What may we use?"
CONSENT_CARD = "Consent card"
CONSENT_HOW = "You decide, one line at a time. Until you tick yes, the answer is no, and we do not use it."
CONSENT_LATER = "You can leave a line empty. That means: nobody has asked you yet. We can ask you another day."
CONSENT_BACK = "You can change your mind on any day. Tell one of us, and from then on we do not use it."
SO_FAR = {
    "yes": "So far you have said yes.",
    "no": "So far you have said no.",
    "not-asked": "",
}
HOW_SAID = "How was this answered? Tick one."
HOWS = ("I signed it", "I said it aloud", "through an interpreter", "with a parent or guardian")
INTERPRETER_NAME = "If an interpreter helped: their name"
GUARDIAN_NAME = "Under 18: name of the parent or guardian who answers with you"
GUARDIAN_SIGNATURE = "Their signature"
ASK = "Who to ask about this"

TABLE_SIGNS = "Table signs"
FOLD = "Fold here, so that the sign stands up."

WELCOME = "Welcome"
WELCOME_POSTER = "Welcome poster"
TODAY = "What comes today"
FIND = ("Toilets", "Quiet room", "Children", "Way out")

AGREEMENT = "How we work together"
AGREED = (
    "One person speaks at a time.",
    "You can pass. You never have to say why.",
    "No answer is wrong, and no question is silly.",
    "Speak in any language. We wait for the interpreter.",
    "Stories stay in this room, unless somebody could come to harm.",
    "Ask before you take a photograph.",
)
WE_ADD = "And from us:"

PROMPT_CARDS = "Prompt cards"
PROMPT_ABOUT = "{minutes} minutes"
PROMPT_SITTING = {
    "alone": "each on your own",
    "pairs": "in pairs",
    "tables": "at your table",
    "whole-room": "all together",
}

OPTION_KEY = "What the letters stand for"
OPTION_KEY_HOW = "Find the letter on your ballot."

STORIES = "Stories"
TOLD_BY = "Told by {teller}"
IN_LANGUAGE = "In {language}"
YOUR_THOUGHTS = "Room for what you think"

MAP_FORM = "Who knows whom"
MAP_ROUND = "Round {round}"
MAP_FOR = "This sheet is from:"
MAP_HOW = "Look down the list. Tick the people you know, and those you do things with. No tick is fine."
MAP_WHO = "Only people who said yes to being on the picture are here. On the picture you are a shape, not a name."
KNOWS = "I know them"
WORKS = "We do things together"

EVALUATION = "How was this for you?"
EVALUATION_HOW = "Put a ring round one face on each line. Any language. Do not write your name."
STATEMENTS = (
    "I could say what I wanted to say.",
    "People listened to me.",
    "I understood what was going on.",
    "The room, the food and the times were right for me.",
    "I know what happens next.",
)
FACES = "Four faces, from very sad to very glad: put a ring round one."
BEST = "What was good?"
BETTER = "What should be different next time?"
IN_THE_WAY = "What made it hard to join in?"
AGAIN = "Will you come again?"
AGAINS = ("yes", "perhaps", "no")

EXPENSES = "What it cost you to come"
EXPENSES_HOW = "One slip for each person. Nobody else reads it. Give it to one of us with your tickets or receipts."
COSTS = ("Bus, taxi or parking", "Looking after children or others", "Something else:", "Together")
PAID = "Paid to me:"
PAIDS = ("in cash", "into my bank account")

PARKING = "Parked, not lost"
PARKING_TICKETS = "Parking tickets"
PARKING_HOW = "It does not fit now, and we want to come back to it. Write it down and park it on the board."
TICKET = "Ticket {number}"
STUB = "Keep this part"
STUB_HOW = "We answer everything that is parked."
ANSWERED_BY = "Who answers"
ANSWERED_WHEN = "By when"

STICKY = "Sticky sheet"
STICKY_HOW = "One idea on each note. Big letters. Any language. Stick each note in a frame."
QUESTION_LINE = "Question"

GRIDS = "Blank sheets"
FEEDBACK_GRID = "Feedback"
FEEDBACK_PARTS = ("What worked", "What to change", "Questions", "New ideas")
CONCEPT = "One idea for a service"
CONCEPT_PARTS = (
    "What is it called?",
    "Who is it for?",
    "What do they need?",
    "Who delivers it?",
    "How does it work, step by step?",
    "What could stop it?",
    "How shall we try it out?",
)
STORYBOARD = "Storyboard"
STORYBOARD_HOW = "Draw what happens, one step in each frame. Stick figures are fine. Say below it what it shows."
STEP = "{number}"
ROLE_PLAY = "Role play: your part"
ROLE_PARTS = ("I am", "I want", "I worry that", "What I do not say aloud")
WHAT_IS_IT = "What is it about?"

POCKET = "Running order"
POCKET_SHEET = "Pocket running order"
POCKET_HARM = "If somebody tells you about harm: listen, promise no secrecy, write down their words, and tell:"
CARD_OF = "{page} of {pages}"


def coming_title(said: Wording, one: Coming) -> str:
    """What a block is called on the poster; its kind, if it has no name."""
    return " ".join(one.title.split()) or said(KINDS[one.kind])


def pocket_clock(row: PocketRow) -> str:
    """When a block starts: a time of day, or the time since the beginning."""
    return row.clock or f"+{row.after // 60}:{row.after % 60:02}"


def pocket_title(said: Wording, row: PocketRow) -> str:
    """What a block is called; its kind, if it has no name."""
    return " ".join(row.title.split()) or said(KINDS[row.kind])


def prompt_about(said: Wording, card: PromptCard) -> str:
    """For how long, and how people sit: "10 minutes · in pairs"."""
    minutes = said.count(card.minutes, "{n} minute", "{n} minutes") if card.minutes else ""
    return said.joined(" · ", (minutes, said(PROMPT_SITTING[card.group_format])))


def prompt_title(said: Wording, card: PromptCard) -> str:
    """What a card is called; its kind, if it has no name."""
    return card.title or said(KINDS[card.kind])
