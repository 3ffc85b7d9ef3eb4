"""Which part of the past somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid


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
