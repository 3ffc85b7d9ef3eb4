"""Reading who is invited, who came, what each agreed to, and who knows whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.schema import shapes
from facilitator.exchange.millbrook.lines import (
    Line,
    Part,
    agree,
    choice,
    day,
    language,
    parts,
    read_lines,
    said,
    whole,
)
from facilitator.exchange.table import read_table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

USES = {"notes": "notes", "quotes": "quotes", "photos": "photos", "contact": "contact", "map": "relationship-map"}
"""The columns of consent in people.csv, and the uses they stand for."""

COLUMNS = ("name", "role", "group", "organisation", "languages", "table", "strengths", "access needs")
ABOUT_COMING = ("walked in at", "came to", "how")
ROUNDS = ("Known at the start", "New by the end")
_WORKS_WITH = " (works with)"


@dataclass(frozen=True, slots=True)
class Answer:
    """A yes or no to a use of what somebody gave, and the day on which it was taken back, if it was."""

    use: str
    answer: str
    until: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person. `came` are the sessions by number, `walked_in` the one they came to uninvited, or 0."""

    line: Line
    name: str
    role: str
    group: str
    organisation: str
    languages: str
    table: str
    strengths: str
    access_needs: str
    walked_in: int
    came: tuple[int, ...]
    how: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Two people by name, and whether they know each other or work with each other."""

    one: str
    other: str
    kind: str


def read_people(path: Path, tables: Collection[str], sessions: Collection[int]) -> tuple[Person, ...]:
    """Read people.csv."""
    table = read_table(path)
    at = {name: table.need(name) for name in (*COLUMNS, *ABOUT_COMING, *USES)}
    people: list[Person] = []
    for row in table.lines:
        cells = {name: Line(table.name, row.number, row.cells[column].strip()) for name, column in at.items()}
        people.append(_person(cells, tables, sessions))
        if any(person.name == people[-1].name for person in people[:-1]):
            raise people[-1].line.wrong("somebody else has this very name.")
    return tuple(people)


def read_links(path: Path, people: Sequence[Person]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Read links.txt: those known at the start, and those new by the end. Only people who agreed to the map may stand
    there, each pair once.
    """
    found = parts(read_lines(path))
    if [part.title.text.partition(":")[0] for part in found] != list(ROUNDS):
        raise Line(path.name, 1, "").wrong(f"the parts have to be: {', then '.join(ROUNDS)}.")
    seen: set[frozenset[str]] = set()
    start, new = (_links(part, people, seen) for part in found)
    return start, new


def _person(cells: Mapping[str, Line], tables: Collection[str], sessions: Collection[int]) -> Person:
    line = cells["name"]
    if not line.text:
        raise line.wrong("a person needs a name; a first name is enough.")
    table = cells["table"].text
    if table and table not in tables:
        raise line.wrong(f"there is no {table}; programme.txt names the tables.")
    came = tuple(whole(line, word) for word in cells["came to"].text.split())
    walked_in = whole(cells["walked in at"]) if cells["walked in at"].text else 0
    if any(number not in sessions for number in came) or (walked_in and walked_in != min(came, default=0)):
        raise line.wrong("the sessions this person came to do not fit: see the README of this folder.")
    return Person(
        line=line,
        name=line.text,
        role=choice(line, cells["role"].text, "participant", "supporter_role"),
        group=choice(line, cells["group"].text, "participant", "stakeholder_group"),
        organisation=cells["organisation"].text,
        languages=" ".join(language(line, code) for code in cells["languages"].text.split()),
        table=table,
        strengths=cells["strengths"].text,
        access_needs=cells["access needs"].text,
        walked_in=walked_in,
        came=came,
        how=choice(line, cells["how"].text, "consent", "how"),
        answers=tuple(_answer(cells[column], use) for column, use in USES.items() if cells[column].text),
    )


def _answer(cell: Line, use: str) -> Answer:
    word, _, until = cell.text.partition(" until ")
    if word not in (shapes()["consent"].columns["answer"].choices or ()):
        raise cell.wrong(f'an answer is yes, no, "yes until" and a day, or nothing; not "{cell.text}".')
    return Answer(use, word, day(Line(cell.file, cell.number, until)) if until else "")


def _links(part: Part, people: Sequence[Person], seen: set[frozenset[str]]) -> tuple[Link, ...]:
    found: list[Link] = []
    for line in said(part.lines):
        one, colon, others = line.text.partition(":")
        if not colon:
            raise line.wrong('a line of links is such as "Amina: Farida, Kirsty".')
        for other in others.split(","):
            kind = "works-with" if other.endswith(_WORKS_WITH) else "knows"
            link = Link(_called(line, one, people), _called(line, other.removesuffix(_WORKS_WITH), people), kind)
            pair = frozenset((link.one, link.other))
            if len(pair) < 2 or pair in seen:
                raise line.wrong(f"{link.one} and {link.other} stand here already, or are one and the same.")
            seen.add(pair)
            found.append(link)
    agree(part.title, whole(part.title, re.sub(r".*: *", "", part.title.text)), len(found), "links")
    return tuple(found)


def _called(line: Line, name: str, people: Sequence[Person]) -> str:
    """The whole name of the person whose name this is, or begins with this."""
    name = name.strip()
    found = [person for person in people if f"{person.name} ".startswith(f"{name} ")]
    if len(found) != 1:
        raise line.wrong(f"{len(found) or 'none'} of the people are called {name}.")
    if Answer("relationship-map", "yes", "") not in found[0].answers:
        raise line.wrong(f"{name} has not agreed to be on the map.")
    return found[0].name
