"""Merging: files that went apart become one again, in any order and any number of times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.sync.merged import nobody_waits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from facilitator.sync.merged import Merged, Progress
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop


def merge(workshop: Workshop, others: Sequence[Path], places: Places, progress: Progress = nobody_waits) -> Merged:
    """Take in what other copies of this workshop have and this one lacks, after a backup, all of it or nothing.

    Raises FileTrouble (or one of its kinds) for a file that is refused, ReadOnly, DiskTrouble, and Cancelled when
    `progress` does.
    """
    raise NotImplementedError
