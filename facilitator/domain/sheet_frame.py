"""What every page of a readable form begins as: the markers in its corners, its codes and its footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.sheet_parts import CODE, MARKER, Box, Page, across

if TYPE_CHECKING:
    from facilitator.domain.sheet_measure import Measure
    from facilitator.domain.sheet_parts import Paper

MARKER_FROM_EDGE = 8.0


def frame(paper: Paper, number: int, of: int, measure: Measure) -> Page:
    """A page with its markers, its codes and its footer, and nothing else yet."""
    near, far_x, far_y = (
        MARKER_FROM_EDGE,
        paper.width - MARKER_FROM_EDGE - MARKER,
        paper.height - MARKER_FROM_EDGE - MARKER,
    )
    corners = ((near, near), (far_x, near), (far_x, far_y), (near, far_y))
    middle = (paper.width - CODE) / 2
    return Page(
        number=number,
        of=of,
        paper=paper,
        markers={marker: Box(x, y, MARKER, MARKER) for marker, (x, y) in enumerate(corners)},
        codes=(Box(middle, near, CODE, CODE), Box(middle, paper.height - near - CODE, CODE, CODE)),
        labels={"footer": across(paper, paper.height - measure.foot, measure.footer)},
        rows=(),
        loose_ticks=(),
        areas=(),
    )
