"""What may still be changed about a vote, and the sentence for what may not: once a letter is on paper in somebody's
hand it stands for the same thing to the end, and what was said before the vote stays said.

Pure, so that the page can grey out a control and the door can refuse a Change for the same reason.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a vote has come. `given_out` says that ballots with its letters are out, `voted` that one is back or that
    hands or tokens were counted, `blank_letters` how many letters are printed without a name.
    """

    state: str
    given_out: bool
    voted: bool
    blank_letters: int = 0


def terms_stay(vote: Standing) -> str:
    """Why the question, the method and what the result will do stay as they are; empty when they may change."""
    if vote.state == "closed":
        return "The vote is closed, so what was said before it stays as it was."
    if vote.state == "open" or vote.voted:
        return "The vote is open, so what was said before it stays as it is. Make a new vote to ask anew."
    return ""


def method_stays(vote: Standing) -> str:
    """Why the method and its dots stay: they are printed on ballots that are out."""
    if vote.given_out:
        return terms_stay(vote) or (
            "Ballots are given out, so the way of voting stays as it is printed. Make a new vote to change it."
        )
    return terms_stay(vote)


def letters_stay(vote: Standing) -> str:
    """Why no option moves to another letter; empty when they may."""
    if vote.state != "draft":
        return "The vote was opened, so every option keeps its letter."
    if vote.given_out or vote.voted:
        return "Ballots with these letters are given out, so every option keeps its letter."
    return ""


def words_stay(vote: Standing) -> str:
    """Why an option keeps its words and stays on the ballot; empty when it may change."""
    if vote.state == "closed":
        return "The vote is closed, so the options stay as they are. Make a new vote to ask anew."
    if vote.voted:
        return "A ballot has been counted, so the options stay as they are. Make a new vote to ask anew."
    return ""


def may_not_name(vote: Standing, place: int) -> str:
    """Why the letter at this place, from 1, cannot be given a name; empty when it can. A letter that was printed blank
    can be named until the vote is closed, because nothing that was counted can have marked it.
    """
    if vote.state == "closed":
        return words_stay(vote)
    if place <= vote.blank_letters:
        return ""
    if words_stay(vote) or not vote.given_out:
        return words_stay(vote)
    return "Ballots are given out without that letter. Only letters that were printed blank can still be named."
