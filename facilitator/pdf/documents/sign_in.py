"""The sign-in sheet: a box and a name for everybody expected, and lines for those who walk in. Arrivals only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.sheet import LINE, Box
from facilitator.pdf import organiser_words as ours
from facilitator.pdf.documents.fitted import CUT_NAME, Fitted, fit
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.large_room import ANY_HEIGHT
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import FlowPages, Stamped, add_head, on_the_page_side
from facilitator.pdf.documents.surface import height, standing_in
from facilitator.pdf.pen import BLACK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.organiser_values import SignInValues

_ROWS = (10.0, 9.2, 8.4)
"""The heights a row may have, the best first; a lower one is taken where it saves a sheet."""

_AIR = 0.4
_TICK = 6.0
_NAME_AT = 10.0
_GAP = 8.0
_NAME = 14.0
_WIDE_ENOUGH_FOR_TWO = 150.0
_MOST_LINES = 20


def sign_in(values: SignInValues, edition: Edition) -> Printable:
    """The sheet laid out for one edition. Raises NothingToPrint when nobody is expected."""
    if not values.expected and not values.helpers:
        raise NothingToPrint("Nobody is on the list of people yet, so there is nobody to sign in. Add people first.")
    tried = [(_laid_out(values, Flow(edition.drawn), row), row) for row in _rows(values, edition)]
    flow, row = min(tried, key=lambda one: len(one[0].pages))
    name = edition.said(ours.SIGN_IN)
    pages = FlowPages(name, edition, flow, name)
    grid = _Grid(Flow(edition.drawn), row)
    if any(grid.cuts(name) for name in (*values.expected, *values.helpers)):
        pages.warnings = (CUT_NAME,)
    return Stamped(pages, values.session.printed)


def _rows(values: SignInValues, edition: Edition) -> tuple[float, ...]:
    """The heights to try; in large print one that holds the name that takes most."""
    if not edition.large:
        return _ROWS
    grid = _Grid(Flow(edition.drawn), ANY_HEIGHT)
    return (max(_ROWS[0], *(grid.tall(name) + _AIR for name in (*values.expected, *values.helpers))),)


def _laid_out(values: SignInValues, flow: Flow, row: float) -> Flow:
    said = flow.said
    add_head(flow, said(ours.SIGN_IN), values.session)
    flow.space(1.0)
    flow.text(said(ours.SIGN_IN_HOW), flow.edition.quiet(11), after=3.0)
    grid = _Grid(flow, row)
    grid.add(values.expected)
    if values.helpers:
        _add_heading(flow, said(ours.HELPERS))
        grid.add(values.helpers)
    _add_heading(flow, said(ours.WALK_INS))
    grid.add([""] * grid.filling_up(values.blank))
    return flow


def _add_heading(flow: Flow, text: str) -> None:
    flow.space(4.5)
    flow.heading(text, 2, flow.edition.heavy(13), after=0.8, keep=2 * _ROWS[0])


class _Grid:
    """Rows of a box and a name, in as many columns as fit, read down each column."""

    def __init__(self, flow: Flow, row: float) -> None:
        self._flow = flow
        self._row = row
        self._columns = 2 if flow.width > _WIDE_ENOUGH_FOR_TWO and not flow.edition.large else 1
        self._width = (flow.width - _GAP * (self._columns - 1)) / self._columns

    def add(self, names: Sequence[str]) -> None:
        """Put names on as many pages as it takes; an empty name is a line to write on."""
        left = list(names)
        with self._flow.group("L"):
            while left:
                self._flow.need(self._row)
                fitting = max(1, int(self._flow.room // self._row))
                here, left = left[: fitting * self._columns], left[fitting * self._columns :]
                rows = -(-len(here) // self._columns)
                self._flow.draw(rows * self._row, partial(self._draw, here, rows))

    def filling_up(self, fewest: int) -> int:
        """How many lines fill the rest of the page, within reason; `fewest` at least."""
        return max(fewest, min(_MOST_LINES, int(self._flow.room // self._row) * self._columns))

    def tall(self, name: str) -> float:
        """How high a name is."""
        return height(self._name(name, ANY_HEIGHT).block)

    def cuts(self, name: str) -> bool:
        """Whether a row does not hold all of a name."""
        return self._name(name, self._row - _AIR).cut

    def _name(self, name: str, tall: float) -> Fitted:
        text, edition = " ".join(name.split()), self._flow.edition
        style = on_the_page_side(text, edition.plain(_NAME), edition)
        return fit(text, style, self._width - _NAME_AT, tall, edition)

    def _draw(self, names: Sequence[str], rows: int, surface: Surface, top: float) -> None:
        for turn, name in enumerate(names):
            column, row = divmod(turn, rows)
            x, y = self._flow.left + column * (self._width + _GAP), top + row * self._row
            self._draw_one(name, Box(x, y, self._width, self._row), surface)

    def _draw_one(self, name: str, box: Box, surface: Surface) -> None:
        with surface.pen.path(stroke=BLACK, width=LINE) as path:
            path.rectangle(box.x, box.centre[1] - _TICK / 2, _TICK, _TICK)
        if not name:
            draw_write_on_line(surface, box.x + _NAME_AT, box.right, box.centre[1] + _TICK / 2)
            return
        with surface.pen.path(stroke=RULE, width=0.15) as path:
            path.line(box.x + _NAME_AT, box.bottom, box.right, box.bottom)
        room = Box(box.x + _NAME_AT, box.y + _AIR / 2, box.width - _NAME_AT, box.height - _AIR)
        block = self._name(name, room.height).block
        with surface.tag("LI"), surface.tag("LBody"):
            surface.place(block, room.x, standing_in(block, room))
