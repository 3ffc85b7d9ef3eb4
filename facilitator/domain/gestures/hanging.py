"""Taking a row away together with what hangs on it, so that nothing keeps it alive or dangles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.change import Delete, Edit, RowRef, Set

if TYPE_CHECKING:
    import uuid


@dataclass(frozen=True, slots=True)
class Hanging:
    """What hangs on a row: `parts` cannot be without it, those that hang on others first; `ties` are rows that can,
    each with the column that points to it.
    """

    parts: tuple[RowRef, ...] = ()
    ties: tuple[tuple[RowRef, str], ...] = ()


def take_away(table: str, row_id: uuid.UUID, hanging: Hanging) -> tuple[Edit, ...]:
    """The edits that take a row away: its ties let go, its parts go with it."""
    let_go = tuple(Set(row.table, row.id, {column: None}) for row, column in hanging.ties)
    parts = tuple(Delete(row.table, row.id) for row in hanging.parts)
    return (*let_go, *parts, Delete(table, row_id))
