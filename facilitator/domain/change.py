"""The Change: the one shape of everything that happens to a workshop, and the Effects that answer it.

A gesture on the board, a command-line verb, a scanned ballot and an undo are all a `Change`. It holds no prose and no
name: the words for it are made from `code` and `details` in the reader's language.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.attachment import Attachment

Value = str | int | float | bool | uuid.UUID | None
"""What a cell can hold. Dates and times are ISO 8601 text; language lists are BCP 47 codes with a space between."""


_TABLE = attrgetter("table")


@dataclass(frozen=True, slots=True)
class Insert:
    """A new row. Columns that are not named take their default."""

    table: str
    id: uuid.UUID
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Set:
    """New values for some cells of a row. Where they say the same already, nothing is stored, but for `again`: then the
    log says that this laptop has seen what there was.
    """

    table: str
    id: uuid.UUID
    values: Mapping[str, Value]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a row away. It can be restored; the log keeps its words."""

    table: str
    id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Restore:
    """Bring a deleted row back as it was."""

    table: str
    id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Reopen:
    """Versions of one cell said again, from the oldest to the newest, so that somebody can choose between them once
    more. Only undo writes it. `column` is "deleted" where the question is whether the row stays: then True or False.
    `seen` are those that whoever took the row away had seen, so that they are no part of that question.
    """

    table: str
    id: uuid.UUID
    column: str
    values: tuple[Value, ...]
    seen: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Redact:
    """Remove a row's words for good: from the tables, from the log, and from every later merge. Cannot be undone."""

    table: str
    id: uuid.UUID


Edit = Insert | Set | Delete | Restore | Reopen | Redact


@dataclass(frozen=True, slots=True)
class GroupId:
    """The name of one applied Change, the same on every laptop: the writing session and a number within it."""

    session: str
    n: int

    def __str__(self) -> str:
        return f"{self.session}-{self.n}"


@dataclass(frozen=True, slots=True)
class Change:
    """One gesture: what to call it, and the edits that are stored together or not at all.

    `code` is a short kebab-case word such as `note-add`; `details` are numbers, ids and short codes for its words in
    the window ("Group 12 notes"), never text that a person wrote. `attachments` are pictures that rows of the Change
    speak of; they are stored with it, outside the log.
    """

    code: str
    edits: tuple[Edit, ...]
    details: Mapping[str, Value] = field(default_factory=dict[str, Value])
    undoes: GroupId | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def final(self) -> bool:
        """Whether it cannot be undone: it removes something for good, or it makes the workshop itself."""
        return any(
            isinstance(edit, Redact) or (isinstance(edit, Insert) and edit.table == "programme") for edit in self.edits
        )

    @property
    def untimed(self) -> bool:
        """Whether the log keeps the day only: the minute a ballot was counted could tell whose it was."""
        return any(edit.table in ("ballot", "mark") for edit in self.edits)


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row by table and id."""

    table: str
    id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of one row."""

    table: str
    id: uuid.UUID
    column: str


@dataclass(frozen=True, slots=True)
class Step:
    """A Change that can be undone or redone: enough to put it in words."""

    group: GroupId
    code: str
    details: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Effects:
    """What came out different after a Change was stored. Every view follows these and nothing else.

    `group` is None when the Change made no difference, so nothing was stored. `left_alone` counts the cells and rows
    an undo did not touch because they changed since. `revived` are rows that were deleted but that something still in
    use needs. `conflicts` are touched cells that have several versions again. `remains` says that
    words which were removed for good could not yet be wiped from the disk, because it is full or because another
    program was reading; it is tried again on closing. `undo` and `redo` are what those two keys
    would now do.
    """

    group: GroupId | None
    inserted: tuple[RowRef, ...] = ()
    changed: tuple[Cell, ...] = ()
    deleted: tuple[RowRef, ...] = ()
    revived: tuple[RowRef, ...] = ()
    conflicts: tuple[Cell, ...] = ()
    left_alone: int = 0
    remains: bool = False
    undo: Step | None = None
    redo: Step | None = None

    def tables(self) -> frozenset[str]:
        """The names of the tables in which anything came out different."""
        return frozenset(map(_TABLE, chain(self.inserted, self.changed, self.deleted, self.revived)))
