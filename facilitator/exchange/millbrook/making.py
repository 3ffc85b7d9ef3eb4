"""What every part of the example is made with: ids that are the same each time, and a clock that stands
in the days it tells of.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Insert, Set, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.domain.change import Edit

NAMESPACE = uuid.UUID("6d696c6c-6272-5f6f-8b20-6561726c7900")


class Days:
    """A clock for the log that stands where the story of the programme is, until it is let go."""

    def __init__(self) -> None:
        self._at: int | None = None

    def __call__(self) -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000 if self._at is None else self._at

    def set(self, day: str, minutes: int) -> None:
        """It is this day (YYYY-MM-DD), so many minutes after midnight; in winter the clocks there show UTC."""
        self._at = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() + minutes * 60) * 1_000

    def let_go(self) -> None:
        """From now on it is now."""
        self._at = None


def named(kind: str, *name: object) -> uuid.UUID:
    """The id of the row of a kind that has this name in the text."""
    return uuid.uuid5(NAMESPACE, "/".join((kind, *map(str, name))))


def together(code: str, changes: Iterable[Change], **details: Value) -> Change:
    """Several gestures as one Change, rows first, so that they are written a table at a time."""
    edits = [edit for change in changes for edit in change.edits]
    edits.sort(key=lambda edit: (0, edit.table) if isinstance(edit, Insert) else (1, ""))
    return Change(code, tuple(edits), details)


def steady(change: Change, *name: object) -> Change:
    """The same Change with the random ids of its new rows replaced by ones that are the same each time."""
    fresh = [edit for edit in change.edits if isinstance(edit, Insert) and edit.id.version == 4]
    return _called(change, {edit.id: named(edit.table, *name, change.code, turn) for turn, edit in enumerate(fresh)})


def anew(change: Change) -> Change:
    """The same Change with an id of its own for every new row, so that it can be made in any number of workshops."""
    return _called(change, {edit.id: uuid.uuid4() for edit in change.edits if isinstance(edit, Insert)})


def _called(change: Change, ids: Mapping[Value, uuid.UUID]) -> Change:
    """The same Change with other ids, wherever they stand."""

    def renamed(edit: Edit) -> Edit:
        row_id = ids.get(edit.id, edit.id)
        if isinstance(edit, Insert | Set):
            return replace(edit, id=row_id, values={key: ids.get(value, value) for key, value in edit.values.items()})
        return replace(edit, id=row_id)

    return replace(change, edits=tuple(map(renamed, change.edits)))


def inserted(change: Change, table: str) -> list[Insert]:
    """The rows of a table that a Change makes, in order."""
    return [edit for edit in change.edits if isinstance(edit, Insert) and edit.table == table]


def clock_time(minutes: int) -> str:
    """Minutes after midnight as HH:MM."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
