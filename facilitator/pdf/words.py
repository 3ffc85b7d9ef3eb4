"""The words we print ourselves, in plain English: short sentences, no jargon, no joke.

What people wrote is never here. Kept in one place, so that they can be translated together: a constant goes through
the edition's wording where it is drawn, and the functions take the wording first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf.wording import ENGLISH, Counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.tally import PollResult
    from facilitator.pdf.wording import Wording

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
BALLOT_NUMBER_ALONE = "Ballot {number}{side}"
NUMBER_ONLY = "The number only stops a paper being counted twice; nobody notes who has which."

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


def dots_how(said: Wording, dots: int, most: int = 0) -> str:
    """How to use the dots of a ballot, of which `most` may go to one option, 0 for all."""
    sentences = [said.count(dots, *_DOTS, dots=_in_words(said, dots))]
    if dots > 1 and not most:
        sentences.append(said("You can put several on one line."))
    elif dots > 1:
        sentences.append(said("One on a line.") if most == 1 else said("At most {most} on one line.", most=most))
    return said.joined(" ", [*sentences, said("Do not write your name.")])


_DOTS = Counted("You have {dots} dot. Fill {dots} circle.", "You have {dots} dots. Fill {dots} circles.")


def _in_words(said: Wording, number: int) -> str:
    """A small number as a word. Only in English: elsewhere its form hangs on what is counted."""
    return NUMBERS[number] if said.languages == (ENGLISH,) and number < len(NUMBERS) else str(number)


def promise(said: Wording, consequence: str, answered_by: str, answer_date: str) -> str:
    """What the result of a vote will do, who answers for it and by when, as far as it is known."""
    return said.joined(" ", promise_parts(said, consequence, answered_by, answer_date))


def promise_parts(said: Wording, consequence: str, answered_by: str, answer_date: str) -> tuple[str, str]:
    """What the result will do, in the words of whoever asks, and the answer that is promised."""
    ending = consequence.rstrip()
    if ending and ending[-1].isalnum():
        ending += "."
    if not answered_by and not answer_date:
        return ending, ""
    who = answered_by.strip() or said("The organisers")
    if answer_date:
        return ending, said("{who} will answer by {day}.", who=who, day=said.day(answer_date))
    return ending, said("{who} will answer.", who=who)


REPORT = "Report"
SOURCES = "Where this comes from"
NO_THEME = "In no group"
AGREED = "What most agree on"
AGREED_HOW = (
    "More than half of those who voted on the statement agreed. Only statements with at least {votes} votes "
    "are listed here, so that a few voices do not stand for the room."
)
AGREED_NONE = "No statement with at least {votes} votes was agreed on by more than half."
DIVIDED = "What divides the room"
DIVIDED_HOW = (
    "At least one in five agreed, and at least one in five disagreed. The most evenly split come first. "
    "Only statements with at least {votes} votes are listed here."
)
DIVIDED_NONE = "On no statement with at least {votes} votes did one in five agree and one in five disagree."
ORDERED = {
    "agree": (
        "In order of the share that agreed, of all who voted on the statement. "
        "Equal shares have the same place, marked with =. The letter is the one on the ballot."
    ),
    "dots": "In order of dots. Equal numbers have the same place, marked with =. The letter is the one on the ballot.",
}


def people_came(said: Wording, people: int) -> str:
    """How many people were there."""
    return said.count(people, "{n} person took part.", "{n} people took part.")


def notes(said: Wording, number: int) -> str:
    """So many notes."""
    return said.count(number, "{n} note", "{n} notes")


def notes_below(said: Wording, below: int, voted: int) -> str:
    """How many notes follow, and how many are shown with the votes instead."""
    told = said.count(
        below, "{n} note, in the words they were written in.", "{n} notes, in the words they were written in."
    )
    if not voted:
        return told
    elsewhere = said.count(
        voted,
        "{n} note from this board can be found with the votes.",
        "{n} notes from this board can be found with the votes.",
    )
    return said.joined(" ", (told, elsewhere))


def poll_numbers(said: Wording, result: PollResult) -> list[tuple[str, str]]:
    """The numbers of a vote, each with its word: ballots counted, spoilt, given out, and things voted on."""
    shown = sum(not option.hidden for option in result.options)
    things = Counted("statement", "statements") if result.method == "agree" else Counted("option", "options")
    numbers = [
        (result.ballots, Counted("ballot counted", "ballots counted")),
        (shown, things),
        (result.spoilt, Counted("ballot spoilt", "ballots spoilt")),
    ]
    if result.issued:
        numbers.append((result.issued, Counted("paper ballot given out", "paper ballots given out")))
    return [(f"{number:,}", said.count(number, *words)) for number, words in numbers]


def poll_remarks(said: Wording, result: PollResult) -> list[str]:
    """What must be known to read the numbers rightly."""
    remarks: list[str] = []
    hidden = sum(option.hidden for option in result.options)
    if hidden:
        remarks.append(said.count(hidden, *_HIDDEN["agree" if result.method == "agree" else "dots"]))
    if not result.ballots:
        remarks.append(said("No ballot has been counted yet."))
    elif result.state == "open":
        remarks.append(said("The vote is still open, so these numbers can change."))
    return remarks


_HIDDEN = {
    "agree": (
        "{n} statement is hidden and left out of this report.",
        "{n} statements are hidden and left out of this report.",
    ),
    "dots": (
        "{n} option is hidden and left out of this report.",
        "{n} options are hidden and left out of this report.",
    ),
}


def every_option(said: Wording, method: str) -> str:
    """The heading of the full list."""
    return said("Every statement") if method == "agree" else said("Every option")


def counts(said: Wording, counted: Mapping[str, int]) -> str:
    """The counts of an option: "21 agree · 3 pass · 2 disagree", or "14 dots"."""
    if "dots" in counted:
        return said.count(counted["dots"], "{n} dot", "{n} dots")
    return said.joined(" · ", (said.count(counted[name], *_COUNTED[name]) for name in ("agree", "pass", "disagree")))


_COUNTED = {
    "agree": ("{n} agree", "{n} agree"),
    "pass": ("{n} pass", "{n} pass"),
    "disagree": ("{n} disagree", "{n} disagree"),
}
