"""The words of what is printed in easy read: one thing in a sentence, and never more than 15 words (UK guidance on
easy read, 2010). What people wrote stands after them as they wrote it.
"""

from __future__ import annotations

TITLE = "What happened"
ABOUT = "This is about: {programme}."
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
