"""How a poster is cut into sheets: each shows a piece, with a strip at its right and lower edge that the next covers.

Lengths are millimetres from the upper left corner of the poster.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.letters import letter
from facilitator.domain.sheet import Box
from facilitator.pdf.documents.wide_paper import sideways, upright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.sheet import Paper

EDGE = 15.0
"""What a printer may leave white around a sheet, with room for the marks."""

OVERLAP = 12.0
_SHARES = (1.0, 0.95, 0.9, 0.85, 0.8)
MOST = 24
"""Sheets a poster takes at most; what would need more becomes smaller."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its row and column from 0, and which piece of the poster it shows."""

    row: int
    column: int
    piece: Box

    @property
    def name(self) -> str:
        """What it is called: the row by a letter, the column by a number."""
        return "".join(self.halves)

    @property
    def halves(self) -> tuple[str, str]:
        """The letter of its row and the number of its column."""
        return letter(self.row + 1), str(self.column + 1)


@dataclass(frozen=True, slots=True)
class Tiling:
    """Sheets of paper side by side that make a poster."""

    paper: Paper
    across: int
    down: int

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height of the piece that a sheet shows, with its strips."""
        return self.paper.width - 2 * EDGE, self.paper.height - 2 * EDGE

    @property
    def width(self) -> float:
        """Of the finished poster."""
        return self.across * (self.shown[0] - OVERLAP) + OVERLAP

    @property
    def height(self) -> float:
        """Of the finished poster."""
        return self.down * (self.shown[1] - OVERLAP) + OVERLAP

    @property
    def count(self) -> int:
        """How many sheets it takes."""
        return self.across * self.down

    def tiles(self) -> Iterator[Tile]:
        """Every sheet, row by row."""
        wide, tall = self.shown
        for row in range(self.down):
            for column in range(self.across):
                corner = column * (wide - OVERLAP), row * (tall - OVERLAP)
                yield Tile(row, column, Box(*corner, wide, tall))


def tiling(paper: Paper, width: float, height: float) -> Tiling:
    """The sheets, upright or across, that show a poster about so large: up to a fifth smaller where that saves sheets,
    and smaller still where these would be more than `MOST`.
    """
    scale = 1.0
    while True:
        sizes = [(width * scale * share, height * scale * share) for share in _SHARES]
        ways = (_covering(one, *size) for size in sizes for one in (sideways(paper), upright(paper)))
        found = min(ways, key=lambda one: one.count)
        if found.count <= MOST:
            return found
        scale *= _SHARES[-1]


def _covering(paper: Paper, width: float, height: float) -> Tiling:
    one = Tiling(paper, 1, 1)
    wide, tall = (side - OVERLAP for side in one.shown)
    return Tiling(paper, max(1, math.ceil((width - OVERLAP) / wide)), max(1, math.ceil((height - OVERLAP) / tall)))
