"""The open export of a Polis conversation (`comments.csv`, `votes.csv`, `summary.csv`) as a board and a counted vote.

Format: https://github.com/compdemocracy/openData. Vote 1 is agree, -1 disagree, 0 pass; what has `moderated` -1 was
hidden by the people who ran the conversation.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Edit, Insert
from facilitator.domain.errors import BadInput, NotFound
from facilitator.exchange.incoming import Incoming
from facilitator.exchange.table import SEPARATORS, Line, Table, read_rows, read_table
from facilitator.exchange.text_file import TextFile, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ATTRIBUTION = (
    "Data gathered using the Polis software (compdemocracy.org/polis), sub-licensed under CC BY 4.0 "
    "with attribution to The Computational Democracy Project."
)
FILES = ("comments.csv", "votes.csv", "summary.csv")


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a participant said and others voted on."""

    number: int
    text: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the three files hold. `votes` gives each voter's value by statement number."""

    topic: str
    source: str
    statements: tuple[Statement, ...]
    votes: dict[int, dict[int, int]]
    skipped: int
    notices: tuple[str, ...]


def read_polis(folder: Path) -> Incoming:
    """Read an export as one Change that adds a board, its notes, a closed poll and a ballot for each voter.

    Raises NotFound or BadInput in one sentence when a file is missing or cannot be understood.
    """
    conversation = read_conversation(folder)
    edits = _board_and_poll(conversation)
    added = {
        "boards": 1,
        "notes": len(conversation.statements),
        "polls": 1,
        "options": len(conversation.statements),
        "ballots": len(conversation.votes),
        "marks": sum(map(len, conversation.votes.values())),
    }
    return Incoming(Change("polis-import", tuple(edits), added), added, conversation.skipped, conversation.notices)


def read_conversation(folder: Path) -> Conversation:
    """Read the three files; the statements come in the order of their numbers, the voters in that of theirs."""
    _look_at(folder)
    topic, url = _summary(folder / "summary.csv")
    comments, votes = read_table(folder / "comments.csv"), read_table(folder / "votes.csv")
    statements, blank = _statements(comments)
    counted, unused = _votes(votes, {statement.number for statement in statements})
    return Conversation(
        topic=topic or folder.resolve().name,
        source=f"{ATTRIBUTION} {url}".strip(),
        statements=tuple(statements),
        votes=counted,
        skipped=blank + unused,
        notices=tuple(dict.fromkeys(comments.notices + votes.notices)),
    )


def _look_at(folder: Path) -> None:
    if not folder.exists():
        raise NotFound(f"There is no folder {folder}. Look at the name.")
    if not folder.is_dir():
        raise BadInput(f"{folder} is a file. A Polis export is a folder that holds {', '.join(FILES)}.")
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise BadInput(f"The folder {folder} has no {' and no '.join(missing)}. Is it a Polis export?")


def _summary(path: Path) -> tuple[str, str]:
    """The conversation's topic and address, empty where there is none."""
    source = read_text(path)
    tries = [_pairs(source, separator) for separator in reversed(SEPARATORS)]
    pairs = next((pairs for pairs in tries if "topic" in pairs), None)
    if pairs is None:
        raise BadInput(f"{path.name} has no line that begins with topic. Is it from a Polis export?")
    return pairs["topic"].strip(), pairs.get("url", "").strip()


def _pairs(source: TextFile, separator: str) -> dict[str, str]:
    return {
        line.cells[0].strip().casefold(): line.cells[1] for line in read_rows(source, separator) if len(line.cells) > 1
    }


def _statements(table: Table) -> tuple[list[Statement], int]:
    """The statements by number, and how many rows held none."""
    number, text, moderated = table.need("comment-id"), table.need("comment-body"), table.need("moderated")
    found: dict[int, Statement] = {}
    for line in table.lines:
        if not line.cells[text].strip():
            continue
        key = _whole(table, line, number)
        if key in found:
            raise BadInput(
                f"{table.name}, line {line.number}: statement {key} is there twice. Take one out and try again."
            )
        found[key] = Statement(key, line.cells[text], line.cells[moderated].strip() == "-1")
    return [found[key] for key in sorted(found)], len(table.lines) - len(found)


def _votes(table: Table, known: set[int]) -> tuple[dict[int, dict[int, int]], int]:
    """The vote that counts for each voter and statement, and how many rows were replaced or are about nothing known."""
    stamp, comment, voter, vote = (table.need(name) for name in ("timestamp", "comment-id", "voter-id", "vote"))
    latest: dict[tuple[int, int], tuple[int, int]] = {}
    for line in table.lines:
        if line.blank:
            continue
        value = _whole(table, line, vote)
        if value not in (-1, 0, 1):
            raise BadInput(f"{table.name}, line {line.number}: a vote is 1, 0 or -1. Mend the line and try again.")
        key, when = (_whole(table, line, voter), _whole(table, line, comment)), _whole(table, line, stamp)
        if key[1] in known and (key not in latest or when >= latest[key][0]):
            latest[key] = when, value
    by_voter: dict[int, dict[int, int]] = {}
    for voter_number, statement in sorted(latest):
        by_voter.setdefault(voter_number, {})[statement] = latest[voter_number, statement][1]
    return by_voter, len(table.lines) - len(latest)


def _whole(table: Table, line: Line, column: int) -> int:
    """A whole number; a spreadsheet may have saved it as 1.65893E+12."""
    cell = line.cells[column].strip()
    try:
        number = float(cell)
        if number.is_integer():
            return int(cell) if cell.lstrip("-").isdecimal() else int(number)
    except (ValueError, OverflowError):
        pass
    name = table.columns[column]
    raise BadInput(f"{table.name}, line {line.number}: {name} must be a whole number. Mend the line and try again.")


def _board_and_poll(conversation: Conversation) -> list[Edit]:
    board_id, poll_id = uuid.uuid4(), uuid.uuid4()
    about = {"question": conversation.topic, "source": conversation.source}
    notes = {statement.number: uuid.uuid4() for statement in conversation.statements}
    options = {statement.number: uuid.uuid4() for statement in conversation.statements}
    return [
        Insert("board", board_id, about),
        *_notes(conversation.statements, notes, board_id),
        Insert("poll", poll_id, {**about, "board_id": board_id, "method": "agree", "state": "closed"}),
        *_options(conversation.statements, options, notes, poll_id),
        *_ballots(conversation.votes, options, poll_id),
    ]


def _notes(statements: Sequence[Statement], ids: dict[int, uuid.UUID], board_id: uuid.UUID) -> Iterator[Insert]:
    for place, one in enumerate(statements, 1):
        values = {"board_id": board_id, "text": one.text, "withheld": one.hidden, "position": float(place)}
        yield Insert("note", ids[one.number], values)


def _options(
    statements: Sequence[Statement], ids: dict[int, uuid.UUID], notes: dict[int, uuid.UUID], poll_id: uuid.UUID
) -> Iterator[Insert]:
    """The options, hidden ones last, so that the letters on the ballot have no gaps."""
    for place, one in enumerate(sorted(statements, key=lambda one: one.hidden), 1):
        values = {
            "poll_id": poll_id,
            "place": place,
            "text": one.text,
            "note_id": notes[one.number],
            "hidden": one.hidden,
        }
        yield Insert("option", ids[one.number], values)


def _ballots(votes: dict[int, dict[int, int]], options: dict[int, uuid.UUID], poll_id: uuid.UUID) -> Iterator[Insert]:
    for number, marks in enumerate(votes.values(), 1):
        ballot_id = uuid.uuid4()
        about = {"poll_id": poll_id, "number": number, "channel": "screen", "state": "counted"}
        yield Insert("ballot", ballot_id, about)
        for statement, value in marks.items():
            yield Insert(
                "mark", uuid.uuid4(), {"ballot_id": ballot_id, "option_id": options[statement], "value": value}
            )
