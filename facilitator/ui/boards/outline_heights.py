"""How tall rows are, and where each one begins, changed a row at a time: only what stands below a change is added up
again.
"""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Heights:
    """Rows below one another. All in logical pixels from the top of the first."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._ends: list[int] = []  # where rows end, as far as that is known

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._heights)

    def replace(self, at: int, gone: int, come: Iterable[int]) -> None:
        """So many rows go from a place, and rows of these heights come instead."""
        self._heights[at : at + gone] = come
        del self._ends[at:]

    def height(self, row: int) -> int:
        """How tall a row is."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._known()[row - 1] if row else 0

    def total(self) -> int:
        """How tall all rows are together."""
        ends = self._known()
        return ends[-1] if ends else 0

    def row_at(self, y: int) -> int:
        """The row that a height falls on; the number of rows when it is below all of them."""
        return bisect.bisect_right(self._known(), y) if y >= 0 else 0

    def _known(self) -> list[int]:
        known = len(self._ends)
        if known < len(self._heights):
            start = self._ends[-1] if known else 0
            more = itertools.accumulate(itertools.islice(self._heights, known, None), initial=start)
            next(more)
            self._ends.extend(more)
        return self._ends
