"""What an import comes to: one Change, and how many of what it adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.change import Change


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source that was read whole, ready to be stored as one Change.

    `added` counts new rows by kind, `skipped` the source's rows that made nothing (blank, or a vote replaced by a later
    one). `notices` are sentences a person should see, such as a guess about the file's letters.
    """

    change: Change
    added: Mapping[str, int]
    skipped: int
    notices: tuple[str, ...] = ()
