"""Reading the votes: what is asked, what follows from it, and every ballot, which has a number and no name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.letters import letter
from facilitator.exchange.millbrook.lines import (
    Fields,
    Line,
    after_fields,
    agree,
    choice,
    day,
    parts,
    read_fields,
    read_lines,
    said,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

FIELDS = (
    *("Name", "Question", "Method", "Dots", "Blank letters", "Session", "Board"),
    *("What the result will do", "Who answers", "By when"),
    *("Given out", "Returned", "Spoilt", "Assisted", "Dots spent"),
)
SIGNS = {"+": 1, "-": -1, "0": 0}
NOT_TICKED = "."
SPOILT, NOT_BACK, ASSISTED = "spoilt", "not back", " assisted"
OPTIONS, BALLOTS, STILL_OUT = "Options", "Ballots", "Still out"
MOST_LETTERS = 26


@dataclass(frozen=True, slots=True)
class BallotText:
    """A ballot: its state as the file has it, how it came in, and what it says of each option by place from 1."""

    number: int
    state: str
    channel: str
    marks: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class VoteText:
    """A vote. `board` is the number of the board whose themes it chooses from, or 0; `session` when it was held, as
    the line `where` says; `number` its turn among the votes. `state` is draft before any ballot is given out, open
    while they are out, and closed.
    """

    where: Line
    number: int
    state: str
    name: str
    question: str
    method: str
    dots: int
    blank_letters: int
    session: int
    board: int
    consequence: str
    answered_by: str
    answer_date: str
    options: tuple[str, ...]
    ballots: tuple[BallotText, ...]


def read_votes(folder: Path, needs: Collection[str] = ()) -> tuple[VoteText, ...]:
    """Read every vote of a folder, in the order of the files' names. `needs` are fields each of them has to have."""
    return tuple(_vote(path, number, needs) for number, path in enumerate(sorted(folder.glob("*.txt")), 1))


def _vote(path: Path, number: int, needs: Collection[str]) -> VoteText:
    """Read a vote; the numbers it states have to be those of its ballots."""
    lines = read_lines(path)
    fields = read_fields(lines, FIELDS, lines[0])
    fields.needs(needs)
    found = {part.title.text: said(part.lines) for part in parts(after_fields(lines))}
    if not set(found) <= {OPTIONS, BALLOTS, STILL_OUT}:
        raise lines[0].wrong('the parts of a vote are "# Options" and "# Ballots", or "# Still out".')
    method = fields.need("Method")
    dots = whole(fields.need("Dots")) if fields.all("Dots") else 5
    options = _options(found.get(OPTIONS, ()))
    vote = VoteText(
        where=fields.need("Session"),
        number=number,
        state="closed" if BALLOTS in found else "open" if STILL_OUT in found else "draft",
        name=fields.need("Name").text,
        question=fields.need("Question").text,
        method=choice(method, method.text, "poll", "method"),
        dots=dots,
        blank_letters=_letters(fields, options),
        session=whole(fields.need("Session")),
        board=whole(fields.need("Board")) if fields.all("Board") else 0,
        consequence=fields.need("What the result will do").text,
        answered_by=fields.need("Who answers").text,
        answer_date=day(fields.need("By when")) if fields.text("By when") else "",
        options=options,
        ballots=_ballots((*found.get(BALLOTS, ()), *found.get(STILL_OUT, ())), method.text, dots, len(options)),
    )
    _check(fields, vote)
    return vote


def _letters(fields: Fields, options: Sequence[str]) -> int:
    """How many letters are printed before anybody knows what for; either they or the options are there."""
    line = fields.maybe("Blank letters")
    many = whole(line) if line else 0
    if many > MOST_LETTERS or bool(many) == bool(options):
        raise fields.where.wrong('a vote has either "# Options" or a line such as "Blank letters: 8", 26 at the most.')
    return many


def _options(lines: Sequence[Line]) -> tuple[str, ...]:
    for place, line in enumerate(lines, 1):
        if not line.text.startswith(f"{letter(place)} "):
            raise line.wrong(f"the next option has to begin with the letter {letter(place)}.")
    return tuple(line.text.partition(" ")[2] for line in lines)


def _ballots(lines: Sequence[Line], method: str, dots: int, options: int) -> tuple[BallotText, ...]:
    found: list[BallotText] = []
    for line in lines:
        number, _, rest = line.text.partition(" ")
        channel = "assisted" if rest.endswith(ASSISTED) else "paper"
        rest = rest.removesuffix(ASSISTED)
        state = {SPOILT: "spoilt", NOT_BACK: "issued"}.get(rest, "counted")
        marks = _MARKS[method](line, rest, dots, options) if state == "counted" else dict[int, int]()
        if any(ballot.number == whole(line, number) for ballot in found):
            raise line.wrong(f"ballot {number} stands here twice.")
        found.append(BallotText(whole(line, number), state, channel, marks))
    return tuple(found)


def _dots(line: Line, word: str, dots: int, options: int) -> Mapping[int, int]:
    places = {letter(place): place for place in range(1, options + 1)}
    if not 1 <= len(word) <= dots or any(one not in places for one in word):
        raise line.wrong(f"a ballot is its number and one to {dots} letters of the options, such as AACE.")
    return {places[one]: word.count(one) for one in sorted(set(word))}


def _signs(line: Line, word: str, dots: int, options: int) -> Mapping[int, int]:
    del dots
    if len(word) != options or any(sign not in (*SIGNS, NOT_TICKED) for sign in word):
        raise line.wrong(f"a ballot is its number and {options} signs of these: + - 0 and . for nothing ticked.")
    return {place: SIGNS[sign] for place, sign in enumerate(word, 1) if sign != NOT_TICKED}


def _check(fields: Fields, vote: VoteText) -> None:
    paper = [ballot for ballot in vote.ballots if ballot.channel == "paper"]
    counted = {
        "Given out": len(paper),
        "Returned": sum(ballot.state != "issued" for ballot in paper),
        "Spoilt": sum(ballot.state == "spoilt" for ballot in paper),
        "Assisted": len(vote.ballots) - len(paper),
        "Dots spent": sum(sum(ballot.marks.values()) for ballot in vote.ballots),
    }
    for name, number in counted.items():
        for line in fields.all(name):
            agree(line, whole(line), number, name.lower())


_MARKS = {"dots": _dots, "agree": _signs}
