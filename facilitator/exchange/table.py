"""Tables as spreadsheets save them: columns by name, separated by comma, semicolon or tab, and nothing lost in silence.

Quoting after RFC 4180.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput
from facilitator.exchange.text_file import TextFile, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SEPARATORS = ("\t", ";", ",")
"""The first of those that find the most columns wins: a lone column is read as if by tabs, so commas do no harm."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the number of its last line in the file, from 1, and a cell for each column."""

    number: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A file read as a table. Column names are as written, without spaces around them."""

    name: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    notices: tuple[str, ...] = ()

    def find(self, *names: str) -> int | None:
        """The column that has the first of these names that there is, small and capital letters alike."""
        known = [column.casefold() for column in self.columns]
        return next((known.index(name.casefold()) for name in names if name.casefold() in known), None)

    def need(self, name: str) -> int:
        """The column of this name; BadInput names those there are when it is missing."""
        found = self.find(name)
        if found is None:
            raise BadInput(f"{self.name} has no column {name}. It has: {self.listed()}.")
        return found

    def listed(self) -> str:
        """The names of the columns, for a person to choose from."""
        return ", ".join(column[:40] for column in self.columns[:20] if column) or "none"


def read_table(path: Path) -> Table:
    """Read a CSV file; NotFound or BadInput in one sentence when that cannot be done."""
    source = read_text(path)
    rows = list(read_rows(source, _separator(source)))
    if not rows:
        raise BadInput(f"{source.name} is empty.")
    columns = tuple(cell.strip() for cell in rows[0].cells)
    return Table(source.name, columns, tuple(_fit(source, line, len(columns)) for line in rows[1:]), source.notices)


def read_rows(source: TextFile, separator: str) -> Iterator[Line]:
    """Every row as it stands, the first one included."""
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield Line(reader.line_num, tuple(cells))
    except csv.Error as error:
        reason = "a cell is too long" if "field limit" in str(error) else "the quotation marks do not match up"
        raise BadInput(f"{source.name}, line {reader.line_num}: {reason}. Mend the file and try again.") from None


def _separator(source: TextFile) -> str:
    def columns(separator: str) -> int:
        try:
            return len(next(read_rows(source, separator), Line(0, ())).cells)
        except BadInput:
            return 0

    return max(SEPARATORS, key=columns)


def _fit(source: TextFile, line: Line, width: int) -> Line:
    """A row with as many cells as there are columns. Words under no heading would be lost, so they are refused."""
    cells: Sequence[str] = line.cells
    if any(cell.strip() for cell in cells[width:]):
        raise BadInput(
            f"{source.name}, line {line.number} has {len(cells)} cells under {width} headings. "
            "Put text that holds the separator in quotation marks and try again."
        )
    return Line(line.number, (*cells[:width], *[""] * (width - len(cells))))
