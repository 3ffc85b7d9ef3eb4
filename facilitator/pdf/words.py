"""The words we print ourselves, in plain English: short sentences, no jargon, no joke.

What people wrote is never here. Kept in one place, so that they can be translated together.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.tally import PollResult

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COLUMNS = {"agree": "Agree", "disagree": "Disagree", "pass": "Pass"}
AGREE_HOW = (
    "Put a cross in one box on each line. Pass means: I have no view, or I would rather not say. "
    "You can leave a line empty. Do not write your name."
)
BLANK_HOW = "The names of the letters are given in the room. Write them on the lines if it helps."
NEXT = "What happens next"
CONTINUED = "continued"
ANYTHING_TO_ADD = "Anything you want to add? Any language."
BALLOT_MISTAKE = "A mistake? Scribble right over it, past its edges, and mark another. Or ask for a new ballot."
BALLOT_NUMBER = "Ballot {number}{side} · the number only stops a paper being counted twice; nobody notes who has which"

HOW_WAS_IT = "How was it?"
HOW_WAS = "How was it? {name}, version {version}"
YOU_TRIED = "You have just tried it. There is no wrong answer. Do not write your name. Any language."
WHAT_DID_YOU_TRY = "What did you try?"
FIELDS = {
    "perspective": "I am (mark one)",
    "rating": "How did it feel?",
    "next-step": "Would you be part of the next step?",
    "worked": "What worked",
    "change": "What to change",
    "question": "Questions",
    "idea": "New ideas",
    "learn": "What we would like to know",
}
ANYTHING_ELSE = "Anything else"
CHOICES = {
    "perspective/would-use": "someone who would use it",
    "perspective/would-help-run": "someone who would help run it",
    "perspective/both": "both",
    "rating/1": "bad",
    "rating/2": "so-so",
    "rating/3": "good",
    "rating/4": "very good",
    "next-step/yes": "yes",
    "next-step/perhaps": "perhaps",
    "next-step/not-now": "not now",
}
FORM_NUMBER = "Form {number}{side}"

SIDE = ", page {page} of {pages}"
PAGE = "{page} of {pages}"


def dots_how(dots: int, most: int = 0) -> str:
    """How to use the dots of a ballot, of which `most` may go to one option, 0 for all."""
    written = NUMBERS[dots] if dots < len(NUMBERS) else str(dots)
    plural = "" if dots == 1 else "s"
    many = f"You have {written} dot{plural}. Fill {written} circle{plural}."
    spread = " You can put several on one line." if dots > 1 else ""
    if most and dots > 1:
        spread = " One on a line." if most == 1 else f" At most {most} on one line."
    return f"{many}{spread} Do not write your name."


def promise(consequence: str, answered_by: str, answer_date: str) -> str:
    """What the result of a vote will do, who answers for it and by when, as far as it is known."""
    ending = consequence.rstrip()
    if ending and ending[-1].isalnum():
        ending += "."
    if not answered_by and not answer_date:
        return ending
    who = answered_by.strip() or "The organisers"
    when = f" by {day(answer_date)}" if answer_date else ""
    return f"{ending} {who} will answer{when}.".strip()


def day(iso: str) -> str:
    """A day in words: 14 January 2026."""
    then = date.fromisoformat(iso)
    return f"{then.day} {MONTHS[then.month - 1]} {then.year}"


def count(number: int, thing: str, things: str = "") -> str:
    """A number of things: "1 ballot", "1,200 ballots"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


REPORT = "Report"
SOURCES = "Where this comes from"
NO_THEME = "In no group"
AGREED = "What most agree on"
AGREED_HOW = (
    "More than half of those who voted on the statement agreed. Only statements with at least {votes:,} votes "
    "are listed here, so that a few voices do not stand for the room."
)
AGREED_NONE = "No statement with at least {votes:,} votes was agreed on by more than half."
DIVIDED = "What divides the room"
DIVIDED_HOW = (
    "At least one in five agreed, and at least one in five disagreed. The most evenly split come first. "
    "Only statements with at least {votes:,} votes are listed here."
)
DIVIDED_NONE = "On no statement with at least {votes:,} votes did one in five agree and one in five disagree."
ORDERED = {
    "agree": (
        "In order of the share that agreed, of all who voted on the statement. "
        "Equal shares have the same place, marked with =. The letter is the one on the ballot."
    ),
    "dots": "In order of dots. Equal numbers have the same place, marked with =. The letter is the one on the ballot.",
}


def people_came(people: int) -> str:
    """How many people were there."""
    return f"{count(people, 'person', 'people')} took part."


def notes_below(notes: int, voted: int) -> str:
    """How many notes follow, and how many are shown with the votes instead."""
    below = f"{count(notes, 'note')}, in the words they were written in."
    return f"{below} {count(voted, 'note')} from this board can be found with the votes." if voted else below


def poll_numbers(result: PollResult) -> list[tuple[str, str]]:
    """The numbers of a vote, each with its word: ballots counted, spoilt, given out, and things voted on."""
    shown = sum(not option.hidden for option in result.options)
    thing = "statement" if result.method == "agree" else "option"
    numbers = [(result.ballots, "ballot counted", "ballots counted"), (shown, thing, f"{thing}s")]
    numbers.append((result.spoilt, "ballot spoilt", "ballots spoilt"))
    if result.issued:
        numbers.append((result.issued, "paper ballot given out", "paper ballots given out"))
    return [(f"{number:,}", one if number == 1 else many) for number, one, many in numbers]


def poll_remarks(result: PollResult) -> list[str]:
    """What must be known to read the numbers rightly."""
    remarks: list[str] = []
    hidden = sum(option.hidden for option in result.options)
    if hidden:
        thing = "statement" if result.method == "agree" else "option"
        remarks.append(f"{count(hidden, thing)} {'is' if hidden == 1 else 'are'} hidden and left out of this report.")
    if not result.ballots:
        remarks.append("No ballot has been counted yet.")
    elif result.state == "open":
        remarks.append("The vote is still open, so these numbers can change.")
    return remarks


def every_option(method: str) -> str:
    """The heading of the full list."""
    return "Every statement" if method == "agree" else "Every option"


def counts(counted: Mapping[str, int]) -> str:
    """The counts of an option: "21 agree · 3 pass · 2 disagree", or "14 dots"."""
    if "dots" in counted:
        return count(counted["dots"], "dot")
    return " · ".join(f"{counted[name]:,} {name}" for name in ("agree", "pass", "disagree"))
