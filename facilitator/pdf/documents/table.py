"""Tables over as many pages as they take, with their head on each: one table to those who hear it, not one a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.surface import Surface, height
from facilitator.pdf.pen import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.tags.element import Element
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import Align, Span, TextStyle

_GAP = 3.0
_HEAD_SIZE = 10.0
_LINE = 0.15
_NAMED_ROWS = 3
"""In a table of fewer rows the heads of the columns say enough: with heads of rows it has more heads than cells."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the width, in any unit, and where its text stands. `heads_rows` where it names them."""

    share: float
    align: Align = "start"
    heads_rows: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not set as the others are."""

    text: str | Sequence[Span]
    style: TextStyle | None = None
    lang: str | None = None


def add_table(
    flow: Flow,
    columns: Sequence[Column],
    head: Sequence[str],
    rows: Sequence[Sequence[str | Cell]],
    style: TextStyle,
    *,
    pad: float,
) -> None:
    """Lay a table out; see `Flow.table`."""
    if len(rows) < _NAMED_ROWS:
        columns = [replace(column, heads_rows=False) for column in columns]
    table = _Table(flow, columns, pad)
    with flow.group("Table"):
        if head:
            table.add_head(head)
        for row in rows:
            table.add_row(row, style)
    table.add_rule()


class _Table:
    """A table being laid out."""

    def __init__(self, flow: Flow, columns: Sequence[Column], pad: float) -> None:
        self._flow = flow
        self._columns = columns
        self._pad = pad
        self._head: list[TextBlock] = []
        room = flow.width - _GAP * (len(columns) - 1)
        whole = sum(column.share for column in columns)
        self._widths = [room * column.share / whole for column in columns]
        self._lefts = [flow.left + sum(self._widths[:n]) + n * _GAP for n in range(len(columns))]

    def add_head(self, head: Sequence[str]) -> None:
        """The row that says what the columns are."""
        flow = self._flow
        self._head = [
            flow.block(text, flow.edition.quiet(_HEAD_SIZE, column.align), width)
            for text, column, width in zip(head, self._columns, self._widths, strict=True)
        ]
        flow.need(4 * self._tall(self._head))
        with flow.group("TR"):
            cells = [flow.element.add("TH", scope="Column") for _ in head]
        self._draw_row(self._head, cells, rule=False)

    def add_row(self, row: Sequence[str | Cell], style: TextStyle) -> None:
        """A row, whole if a page can hold it; else its cells go on one below another."""
        flow = self._flow
        blocks = [self._block(cell, n, style) for n, cell in enumerate(row)]
        if self._tall(blocks) > flow.room and not flow.at_the_top:
            flow.turn()
            self._repeat_head()
        with flow.group("TR"):
            cells = [
                flow.element.add("TH" if column.heads_rows else "TD", scope="Row" if column.heads_rows else None)
                for column in self._columns
            ]
            while self._tall(blocks) > flow.room:
                parts = [block.split((flow.room - 2 * self._pad) * MM) for block in blocks]
                self._draw_row([first for first, _ in parts], cells)
                blocks = [rest or first.split(0)[0] for first, rest in parts]
                flow.turn()
                self._repeat_head()
            self._draw_row(blocks, cells)

    def add_rule(self) -> None:
        """The line below the last row."""
        self._flow.artefact(0.0, self._rule)

    def _block(self, cell: str | Cell, n: int, style: TextStyle) -> TextBlock:
        cell = cell if isinstance(cell, Cell) else Cell(cell)
        own = replace(cell.style or style, align=self._columns[n].align)
        return self._flow.block(cell.text, replace(own, lang=cell.lang) if cell.lang else own, self._widths[n])

    def _tall(self, blocks: Sequence[TextBlock]) -> float:
        return max(map(height, blocks)) + 2 * self._pad

    def _repeat_head(self) -> None:
        """The head once more, for those who see the page."""
        if self._head:
            self._flow.artefact(self._tall(self._head), partial(self._draw_cells, self._head, None))

    def _draw_row(self, blocks: Sequence[TextBlock], cells: Sequence[Element], *, rule: bool = True) -> None:
        def drawing(surface: Surface, y: float) -> None:
            if rule:
                self._rule(surface, y)
            self._draw_cells(blocks, cells, surface, y)

        self._flow.draw(self._tall(blocks), drawing)

    def _draw_cells(
        self, blocks: Sequence[TextBlock], cells: Sequence[Element] | None, surface: Surface, y: float
    ) -> None:
        for n, block in enumerate(blocks):
            if not block.lines:
                continue
            if cells is None:
                surface.place(block, self._lefts[n], y + self._pad)
                continue
            with surface.inside(cells[n]):
                surface.place(block, self._lefts[n], y + self._pad)

    def _rule(self, surface: Surface, y: float) -> None:
        right = self._flow.left + self._flow.width
        with surface.pen.path(stroke=RULE, width=_LINE) as path:
            path.line(self._flow.left, y, right, y)
