"""The words of what is printed in easy read: one thing in a sentence, and never more than 15 words (UK guidance on
easy read, 2010). What people wrote stands after them as they wrote it.
"""

from __future__ import annotations

TITLE = "What happened"
ABOUT = "This is about: {programme}."
ABOUT_ASKED = "This is about: {programme}"
"""The same where what people wrote ends in a mark of its own, such as a question."""

PEOPLE = ("{n} person came.", "{n} people came.")
PLACE = "We met here: {place}."
NOTES = ("We wrote {n} note.", "We wrote {n} notes.")
SAID = "People said this was important:"
VOTED = "We voted on this: {question}"
FIRST = "This came first: {option}"
WILL = "We will do this: {what}"
WHO = "{who} will do it."
WHEN = "You will hear by {day}."
CANNOT = "We cannot do this: {what}"
WHY = "This is why: {reason}"
ASK = "Do you want to know more? Please ask us."
EASY = "Easy read"

DECIDE = "You decide what we may use."
TICK = "Tick yes or no for each picture."
LATER = "You can leave one empty. We ask you another day."
UNTIL = "Until you tick yes, we do not use it."
MAY_WE = {
    "notes": "May we keep your notes, with your name beside them?",
    "quotes": "May we print your words, without your name?",
    "photos": "May we take photos of you, and print them?",
    "contact": "May we ring you or write to you about this work?",
    "relationship-map": "May we draw who you know? You are a shape there, not a name.",
}
BACK = "You can change your mind on any day. Tell one of us."

MEET_HERE = "We meet here: {place}."
RING = "Put a ring round one face each time."
ANY_LANGUAGE = "Write in any language."
NO_NAME = "Do not write your name."
