"""What is said of something that did not fit: what, where, how much it needs there, and how much is free."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def megabytes(size: int) -> str:
    """A number of bytes as people know it, never less than it is: "0.1 MB"."""
    return f"{-(-size // 100_000) / 10:,.1f} MB"


def did_not_fit(what: str, folder: Path, needed: int) -> str:
    """Two sentences: that something could not be written in a folder, and how much room it may need and has."""
    return f"{what} could not be written in {folder}. It needs up to {megabytes(needed)} there{_free_in(folder)}."


def _free_in(folder: Path) -> str:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return ""
    return f", and {free // 100_000 / 10:,.1f} MB are free"
