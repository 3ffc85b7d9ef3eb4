"""What happened, as history tells it, and which part of it somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from facilitator.domain.change import GroupId, Value

Did = Literal["do", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was done on one laptop (its name), from and until a moment (ISO 8601, UTC; both included), with something of
    some tables, or to one card. Empty is all.
    """

    device: str = ""
    since: str = ""
    until: str = ""
    tables: frozenset[str] = frozenset()
    row: uuid.UUID | None = None


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One Change as it was stored: when (ISO 8601, UTC), on which device, what, and whether it was undone since.

    `did` tells a first doing from an undo and from the redo of an undo; `code` and `details` are those of the first
    doing.
    """

    group: GroupId
    at: str
    did: Did
    code: str
    details: Mapping[str, Value]
    device: str
    undone: bool
