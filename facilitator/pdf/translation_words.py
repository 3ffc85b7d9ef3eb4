"""The words we print ourselves about translations: the mark of a draft, and the sheet on which one is checked."""

from __future__ import annotations

DRAFT = "Draft translation, not checked yet. The English counts."

CHECK_SHEET = "Check sheet: {language}"
CHECK_SHEET_HOW = (
    "These are our own words, as they are printed. Read each line in both languages. Is it right, and would you say it "
    "so to a neighbour? Tick it. If not, cross it out and write what you would say. What is in {curly} brackets is "
    "filled in when a page is printed: keep it as it is."
)
CHECK_SHEET_HEAD = ("No.", "English", "Translation", "Right? Or write it here")
CHECKED_SO_FAR = "{checked} of {all} have been checked so far; they are marked {mark}."
CHECKER, CHECKED_ON = "Your name", "Day"
NOT_TRANSLATED = "(not translated yet)"
