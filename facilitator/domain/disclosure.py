"""Counts of people that may be published: a small group is not told, nor can it be worked out from what is.

A reader who knows the total takes what is shown away from it. So with the small counts others are kept back, until at
least two that differ are (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4). Then any two of those
could change places and the page would look the same, even to one who knows how it was made. Zero is shown: it is about
nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

FEWEST = 5
"""Fewer people than this are not told of as a group."""

K = TypeVar("K", bound="Hashable")


@dataclass(frozen=True, slots=True)
class Published(Generic[K]):
    """Counts that may stand beside their total: None for one that is kept back."""

    counts: Mapping[K, int | None]
    total: int

    @property
    def kept_back(self) -> int:
        """How many counts are not told."""
        return sum(count is None for count in self.counts.values())


def published(counts: Mapping[K, int], fewest: int = FEWEST) -> Published[K] | None:
    """The counts beside their total as they may be told, or None when only the total can be.

    Counts are of different people: nobody is in two of them. Groups of the same size are kept back together.
    """
    total = sum(counts.values())
    sizes = sorted({count for count in counts.values() if count})
    hidden = {size for size in sizes if size < fewest}
    if not hidden:
        return Published(dict(counts), total)
    for size in sizes:
        if len(hidden) > 1:
            break
        hidden.add(size)
    if hidden.issuperset(sizes):
        return None
    return Published({key: None if count in hidden else count for key, count in counts.items()}, total)


def enough_to_tell(count: int, fewest: int = FEWEST) -> bool:
    """Whether what so many people said may be told in numbers."""
    return count >= fewest
