"""Forty ballots as they are read out in a room: who typed them in is tested, and measured, by the same keys."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.gestures.board import add_board
from facilitator.domain.gestures.voting import Choice, add_poll, issue_ballots, open_poll
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import polls
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

    from build.desk import Desk

LETTERS = "abcdefghijklmnopqrst"
DOTS, BALLOTS, GIVEN_OUT = 5, 40, 46
MOST_KEYS = 8


@dataclass(frozen=True)
class ReadOut:
    """Ballots in the order they come out of the box: a number and the letters of its dots."""

    ballots: tuple[tuple[int, str], ...]

    def tally(self) -> Counter[str]:
        """The dots of each option, counted without the program."""
        return Counter("".join(letters for _, letters in self.ballots))

    def typed(self) -> list[str]:
        """What is typed for each ballot before Enter: its number only where it is not the next that is still out."""
        out, typed = set(range(1, GIVEN_OUT + 1)), list[str]()
        for number, letters in self.ballots:
            typed.append(letters if number == min(out) else f"{number}{letters}")
            out.remove(number)
        return typed


def read_out(seed: int = 7) -> ReadOut:
    """Forty ballots, shuffled as they were before they were given out."""
    chance = random.Random(seed)
    numbers = chance.sample(range(1, GIVEN_OUT + 1), BALLOTS)
    return ReadOut(tuple((number, "".join(chance.choices(LETTERS, k=DOTS))) for number in numbers))


def prepare(path: Path) -> None:
    """A workshop with a board, and a vote among twenty options that is open, its ballots given out."""
    with Workshop.new(path, "Forty ballots", Places.of_this_laptop()) as workshop:
        asked = add_poll("Which shall we try first?", [Choice(f"Idea {one.upper()}") for one in LETTERS], method="dots")
        poll_id = asked.edits[0].id
        given_out = issue_ballots(poll_id, range(1, GIVEN_OUT + 1))
        for change in (add_board("What would help?"), asked, given_out, open_poll(poll_id)):
            workshop.apply(change)


def takes_keys(desk: Desk, path: Path) -> bool:
    """Whether the window has read everything: a note that is typed is stored, after all that was asked before it."""
    desk.press("ctrl+l")
    desk.type("Ready")
    desk.press("Return")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        return any(entry.code == "note-add" for entry in workshop.history())


def type_in(desk: Desk, ballots: ReadOut, twice_after: int) -> list[int]:
    """Type the ballots in; after so many of them the first is typed again, which is refused, and left with Escape.
    Gives how many keys each ballot took.
    """
    typed = ballots.typed()
    for turn, ballot in enumerate(typed, 1):
        desk.type(ballot)
        desk.press("Return")
        if turn == twice_after:
            number, letters = ballots.ballots[0]
            desk.type(f"{number}{letters}")
            desk.press("Return", "Escape")
    return [len(ballot) + 1 for ballot in typed]


def counted(path: Path) -> int:
    """How many ballots the file has counted, read beside the program that writes it."""
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        return sum(entry.code == "ballot-count" for entry in workshop.history())


def stored_tally(path: Path) -> dict[str, int]:
    """The dots of each option that has any, by its letter, as the file has them."""
    from facilitator.workshop.queries.voting import poll_result

    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        result = workshop.read(lambda reader: poll_result(reader, polls(reader)[0].id))
    assert result is not None
    return {one.letter.lower(): one.counts["dots"] for one in result.options if one.counts["dots"]}
