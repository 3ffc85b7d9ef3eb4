"""Reading what the programme is, and the running order of each session."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from facilitator.domain.programme import Activity
from facilitator.domain.schema import table_of
from facilitator.exchange.millbrook.lines import (
    Line,
    after_fields,
    choice,
    clock,
    day,
    one_of,
    paragraphs,
    read_fields,
    read_lines,
    whole,
)
from facilitator.exchange.millbrook.making import clock_time

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

PROGRAMME_FIELDS = ("Title", "Place", "Area", "Languages", "Tables")
SESSION_FIELDS = ("Title", "Date", "Starts", "Doors", "Place", "People", "Before")
BLOCK_FIELDS = ("Lead", "Say", "Kit", "Board", "Poll")
SITTING = {"alone": "alone", "pairs": "pairs", "tables": "tables", "whole room": "whole-room", "fixed": "whole-room"}
_HEADING = re.compile(r"(\d\d:\d\d) (.+)")
_MEASURE = re.compile(r"(\d+) minutes, ([a-z]+), ([a-z ]+)")


@dataclass(frozen=True, slots=True)
class ProgrammeText:
    """The programme itself. `tables` are the names of the tables in the room."""

    title: str
    place: str
    area: str
    languages: str
    purpose: str
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockText:
    """A timed block: when it starts (minutes after midnight), how long it takes, and what belongs to it. `board` is a
    board's number and `poll` a vote's name, as lines; None where it uses none.
    """

    starts: int
    title: str
    minutes: int
    kind: str
    group_format: str
    fixed: bool
    lead: str
    say: str
    kit: str
    board: Line | None
    poll: Line | None


@dataclass(frozen=True, slots=True)
class SessionText:
    """A session. `date` is empty where no day is set; `people` is the line that says how many came, None before it is
    held.
    """

    number: int
    title: str
    date: str
    starts: int
    doors: str
    place: str
    purpose: str
    people: Line | None
    blocks: tuple[BlockText, ...]


def read_programme(path: Path) -> ProgrammeText:
    """Read programme.txt."""
    lines = read_lines(path)
    fields = read_fields(lines, PROGRAMME_FIELDS, lines[0])
    return ProgrammeText(
        title=fields.need("Title").text,
        place=fields.text("Place"),
        area=fields.text("Area"),
        languages=fields.text("Languages"),
        purpose=paragraphs(after_fields(lines)),
        tables=tuple(name.strip() for name in fields.need("Tables").text.split(",")),
    )


def read_sessions(folder: Path, needs: Collection[str] = ()) -> tuple[SessionText, ...]:
    """Read every running order of a folder: session-1.txt and so on. `needs` are fields each of them has to have."""
    return tuple(_session(path, needs) for path in sorted(folder.glob("session-*.txt")))


def _session(path: Path, needs: Collection[str]) -> SessionText:
    """Read a running order; its blocks have to follow one another without a gap."""
    lines = read_lines(path)
    fields = read_fields(lines, SESSION_FIELDS, lines[0])
    fields.needs(needs)
    below = after_fields(lines)
    first = next((turn for turn, line in enumerate(below) if _HEADING.fullmatch(line.text)), len(below))
    doors, before = fields.maybe("Doors"), fields.text("Before")
    return SessionText(
        number=whole(Line(path.name, 1, path.stem.partition("-")[2])),
        title=fields.need("Title").text,
        date=day(fields.need("Date")) if fields.all("Date") else "",
        starts=clock(fields.need("Starts")),
        place=fields.text("Place"),
        doors=clock_time(clock(doors)) if doors else "",
        purpose="\n\n".join(filter(None, (paragraphs(below[:first]), before and f"Before: {before}"))),
        people=fields.maybe("People"),
        blocks=_blocks(below[first:], clock(fields.need("Starts"))),
    )


def _blocks(lines: Sequence[Line], starts: int) -> tuple[BlockText, ...]:
    runs = (list(run) for blank, run in groupby(lines, key=lambda line: not line.text) if not blank)
    blocks: list[BlockText] = []
    for run in runs:
        block = _block(run[0], run[1:])
        if block.starts != starts:
            raise run[0].wrong(f"the block before it ends at {clock_time(starts)}, so this one has to start then.")
        starts = block.starts + block.minutes
        blocks.append(block)
    return tuple(blocks)


def _block(heading: Line, below: Sequence[Line]) -> BlockText:
    title = _HEADING.fullmatch(heading.text)
    if title is None:
        raise heading.wrong('a block begins with its time and title, such as "10:00 Welcome back".')
    measure = _MEASURE.fullmatch(below[0].text) if below else None
    if measure is None:
        raise heading.wrong('the next line has to be such as "15 minutes, welcome, whole room".')
    fields = read_fields(below[1:], BLOCK_FIELDS, heading)
    return BlockText(
        starts=clock(heading, title[1]),
        title=title[2],
        minutes=whole(below[0], measure[1]),
        kind=choice(below[0], measure[2], table_of(Activity).name, "kind"),
        group_format=one_of(below[0], measure[3], SITTING, "way to sit"),
        fixed=measure[3] == "fixed",
        lead=fields.text("Lead"),
        say=fields.text("Say"),
        kit=fields.text("Kit"),
        board=fields.maybe("Board"),
        poll=fields.maybe("Poll"),
    )
