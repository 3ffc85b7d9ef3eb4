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
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FIELDS = (
    *("Name", "Question", "Method", "Dots", "Session", "Board"),
    *("What the result will do", "Who answers", "By when"),
    *("Given out", "Returned", "Spoilt", "Assisted", "Dots spent"),
)
SIGNS = {"+": 1, "-": -1, "0": 0}
NOT_TICKED = "."
SPOILT, NOT_BACK, ASSISTED = "spoilt", "not back", " assisted"


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
    the line `where` says.
    """

    where: Line
    name: str
    question: str
    method: str
    dots: int
    session: int
    board: int
    consequence: str
    answered_by: str
    answer_date: str
    options: tuple[str, ...]
    ballots: tuple[BallotText, ...]


def read_vote(path: Path) -> VoteText:
    """Read a vote; the numbers it states have to be those of its ballots."""
    lines = read_lines(path)
    fields = read_fields(lines, FIELDS, lines[0])
    found = {part.title.text: part for part in parts(after_fields(lines))}
    if list(found) != ["Options", "Ballots"]:
        raise lines[0].wrong('a vote has the parts "# Options" and "# Ballots".')
    method = fields.need("Method")
    dots = whole(fields.need("Dots")) if fields.all("Dots") else 5
    options = _options(said(found["Options"].lines))
    vote = VoteText(
        where=fields.need("Session"),
        name=fields.need("Name").text,
        question=fields.need("Question").text,
        method=choice(method, method.text, "poll", "method"),
        dots=dots,
        session=whole(fields.need("Session")),
        board=whole(fields.need("Board")) if fields.all("Board") else 0,
        consequence=fields.need("What the result will do").text,
        answered_by=fields.need("Who answers").text,
        answer_date=day(fields.need("By when")),
        options=options,
        ballots=_ballots(said(found["Ballots"].lines), method.text, dots, len(options)),
    )
    _check(fields, vote)
    return vote


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
