"""The form of who knows whom: one each for those who agreed to be on the picture, and only they are named on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.sheet import Box
from facilitator.pdf import room_words as ours
from facilitator.pdf.documents.fitted import CUT_NAME, fit
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.in_both import add_said
from facilitator.pdf.documents.large_room import ANY_HEIGHT
from facilitator.pdf.documents.leaves import Leaves
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.session_page import Stamped, on_the_page_side
from facilitator.pdf.documents.surface import height, standing_in
from facilitator.pdf.documents.write_on import TICK, add_lines, draw_tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.tags.element import Element
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import Align
    from facilitator.workshop.queries.room_values import RelationshipFormValues

_ROW, _AIR = 8.6, 0.6
_BOX = 17.0
"""The width of a column of boxes."""

_GAP = 8.0
_ONE_COLUMN = 14
"""So many people stand below one another; more of them in two columns."""

_WIDE_ENOUGH_FOR_TWO = 150.0
_LARGE = 14.0


def relationship_form(values: RelationshipFormValues, edition: Edition) -> Printable:
    """The forms laid out for one edition. Raises NothingToPrint when there are not two people to know one another."""
    if len(values.people) < 2:
        raise NothingToPrint(
            "Fewer than two people have agreed to be on the picture of who knows whom, so there is no form. Ask them "
            "first."
        )
    names = _Names(edition)
    values = replace(values, people=tuple(" ".join(name.split()) for name in values.people))
    flows = [_form(values, person, names) for person in values.people]
    flows += [_form(values, None, names) for _ in range(values.blank)]
    said = edition.said
    pages = Leaves(said(ours.MAP_FORM), edition, flows, said(ours.MAP_FORM))
    if names.cut:
        pages.warnings = (CUT_NAME,)
    return Stamped(pages, values.session.printed)


class _Names:
    """The names laid out once for all forms."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.cut = False
        self._blocks: dict[tuple[str, float], TextBlock] = {}

    def block(self, name: str, width: float, tall: float) -> TextBlock:
        """A name in a row of this width and height."""
        found = self._blocks.get((name, width))
        if found is None:
            edition = self.edition
            style = on_the_page_side(name, edition.plain(12), edition)
            fitted = fit(name, style, width, tall, edition)
            self.cut = self.cut or fitted.cut
            found = self._blocks[name, width] = fitted.block
        return found


def _form(values: RelationshipFormValues, person: str | None, names: _Names) -> Flow:
    flow = Flow(names.edition.drawn)
    edition = flow.edition
    flow.text(values.session.programme, edition.quiet(10), after=1.5)
    add_said(flow, ours.MAP_FORM, edition.heavy(26), role="H1", after=1.0)
    add_said(flow, ours.MAP_ROUND, edition.quiet(11), after=2.5, round=values.round)
    if person is None:
        add_lines(flow, [(ours.FIRST_NAME, 1.0)])
    else:
        add_said(flow, ours.MAP_FOR, edition.quiet(11))
        flow.text(person, on_the_page_side(person, edition.heavy(20), edition), after=2.5)
    add_said(flow, ours.MAP_HOW, edition.plain(12), after=1.0)
    add_said(flow, ours.MAP_WHO, edition.quiet(10.5), after=3.0)
    _Grid(flow, names, [name for name in values.people if name != person]).add()
    return flow


class _Grid:
    """Rows of a name with a box for each kind of knowing, read down each column."""

    def __init__(self, flow: Flow, names: _Names, people: Sequence[str]) -> None:
        edition = flow.edition
        self._flow = flow
        self._names = names
        self._people = people
        large = edition.smallest > _LARGE  # easy read, too
        two = flow.width > _WIDE_ENOUGH_FOR_TWO and len(people) > _ONE_COLUMN and not large
        self._columns = 2 if two else 1
        self._row = _ROW * (1.4 if large else 1.0)
        self._box = _BOX * (2.2 if large else 1.0)
        self._width = (flow.width - _GAP * (self._columns - 1)) / self._columns
        if edition.large:
            self._row = max(self._row, *(self._tall(name) + _AIR for name in people))
        for name in people:
            self._block(name)
        self._heads = [
            (flow.block(flow.said(text), edition.quiet(9, align), width), at)
            for text, align, width, at in self._head_places()
        ]
        self._table = flow.element.add("Table")

    def _block(self, name: str) -> TextBlock:
        return self._names.block(name, self._name_wide, self._row - _AIR)

    def _tall(self, name: str) -> float:
        return height(self._names.block(name, self._name_wide, ANY_HEIGHT))

    @property
    def _name_wide(self) -> float:
        return self._width - 2 * self._box - 2.0

    def add(self) -> None:
        """Put everybody on as many pages as it takes, each with its heads."""
        left, flow = list(self._people), self._flow
        head = max(height(block) for block, _ in self._heads) + 1.0
        row = self._table.add("TR")
        heads: Sequence[Element] = [row.add("TH", scope="Column") for _ in self._heads]
        while left:
            flow.need(head + 2 * self._row)
            fitting = max(1, int((flow.room - head) // self._row))
            here, left = left[: fitting * self._columns], left[fitting * self._columns :]
            rows = -(-len(here) // self._columns)
            flow.draw(head + rows * self._row, partial(self._draw, here, rows, head, heads, self._cells(len(here))))
            heads = ()

    def _head_places(self) -> list[tuple[str, Align, float, float]]:
        """The heads of a column of rows: the words, how they stand, how wide, and where from its left."""
        boxes = self._width - 2 * self._box
        wide = self._box + 2.0
        return [
            (ours.NAME, "start", boxes - 2.0, 0.0),
            (ours.KNOWS, "centre", wide, boxes - 1.0),
            (ours.WORKS, "centre", wide, boxes + self._box - 1.0),
        ]

    def _cells(self, many: int) -> list[Element]:
        """A row for each person: their name, and two cells that are filled in by hand. Gives those of the names."""
        names: list[Element] = []
        for _ in range(many):
            row = self._table.add("TR")
            names.append(row.add("TH", scope="Row"))
            for _ in range(2):
                row.add("TD")
        return names

    def _draw(
        self,
        people: Sequence[str],
        rows: int,
        head: float,
        heads: Sequence[Element],
        cells: Sequence[Element],
        surface: Surface,
        y: float,
    ) -> None:
        for column in range(self._columns):
            for n, (block, at) in enumerate(self._heads):
                heard = surface.inside(heads[n]) if heads and not column else surface.artefact()
                with heard:
                    surface.place(block, self._left(column) + at, y + head - 1.0 - height(block))
        for n, name in enumerate(people):
            column, row = divmod(n, rows)
            self._draw_row(name, self._left(column), y + head + row * self._row, cells[n], surface)
        with surface.pen.path(stroke=RULE, width=0.15) as path:
            for column in range(self._columns):
                for row in range(rows + 1):
                    rule = y + head + row * self._row
                    path.line(self._left(column), rule, self._left(column) + self._width, rule)

    def _draw_row(self, name: str, x: float, y: float, cell: Element, surface: Surface) -> None:
        block = self._block(name)
        with surface.inside(cell):
            surface.place(block, x, standing_in(block, Box(x, y, self._width, self._row)))
        for n in (2, 1):
            box = x + self._width - n * self._box + (self._box - TICK) / 2
            draw_tick(surface, box, y + (self._row - TICK) / 2)

    def _left(self, column: int) -> float:
        return self._flow.left + column * (self._width + _GAP)
