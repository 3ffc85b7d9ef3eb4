"""Whether two paths lead to one file: asked wherever something must not be read from, or written over, itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_same(one: Path, other: Path) -> bool:
    """Whether they do, which a link or another spelling can bring about. A path that leads nowhere is like no other."""
    try:
        return one.samefile(other)
    except OSError:
        return False
