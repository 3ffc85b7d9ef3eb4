"""A poster is cut into sheets that cover it, each with a strip that the next one covers."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.sheet import PAPERS
from facilitator.pdf.documents.tiling import MOST, OVERLAP, tiling

if TYPE_CHECKING:
    from facilitator.domain.sheet import Paper

papers = st.sampled_from(sorted(PAPERS)).map(PAPERS.__getitem__)
sides = st.floats(50, 4_000)


@given(papers, sides, sides)
def test_every_point_is_on_a_sheet_and_neighbours_overlap(paper: Paper, width: float, height: float) -> None:
    found = tiling(paper, width, height)
    tiles = {(tile.row, tile.column): tile for tile in found.tiles()}
    assert len(tiles) == found.count <= MOST
    assert max(tile.piece.right for tile in tiles.values()) == pytest.approx(found.width)
    assert max(tile.piece.bottom for tile in tiles.values()) == pytest.approx(found.height)
    for (row, column), tile in tiles.items():
        if (row, column + 1) in tiles:
            assert abs(tile.piece.right - OVERLAP - tiles[row, column + 1].piece.x) < 1e-9
        if (row + 1, column) in tiles:
            assert abs(tile.piece.bottom - OVERLAP - tiles[row + 1, column].piece.y) < 1e-9


@given(papers, sides, sides)
def test_each_sheet_has_a_name_of_its_own(paper: Paper, width: float, height: float) -> None:
    names = [tile.name for tile in tiling(paper, width, height).tiles()]
    assert all(one != other for one, other in itertools.combinations(names, 2))
    assert names[0] == "A1"
