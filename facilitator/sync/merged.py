"""What a merge brought, as plain values: whoever shows it puts it in words ("Table 2's laptop brought 41 notes")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.sync.forgotten import StillThere

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from facilitator.domain.change import Effects, RowRef

Progress = Callable[[int, int], None]
"""Told how much is done and how much there is. It raises Cancelled to stop; then all is as before."""


def nobody_waits(_done: int, _all: int) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What one laptop brought: how many rows of each table it added, wrote on (that were here before) and took away;
    and how many rows of each table are `both`: changed there and here, differently, so that somebody has to choose.
    """

    device: str
    device_name: str
    added: Mapping[str, int]
    changed: Mapping[str, int]
    removed: Mapping[str, int]
    both: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of merging one or more files, each all of it or nothing.

    `changes_added` counts gestures that were not here before, as history lists them; `conflicts` is how many things
    now have two versions, `revived` are rows that were taken away but are still needed. `damaged_pictures` counts
    those that are not what their name says and were left out. Views follow `effects`; its `group` is None, because a
    merge is no gesture of this laptop's. `backup` was made before anything was written, by a merge that was cut off
    where this one goes on from it, and is None when nothing new came.
    """

    changes_added: int
    conflicts: int
    revived: tuple[RowRef, ...]
    backup: Path | None
    brought: tuple[Brought, ...]
    effects: Effects
    damaged_pictures: int = 0
    withheld: tuple[RowRef, ...] = ()
    left_out: tuple[str, ...] = ()
    still_there: StillThere = field(default_factory=StillThere)
