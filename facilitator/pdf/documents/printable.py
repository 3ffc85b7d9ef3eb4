"""What every document is to the one who prints it: so many pages, drawn one at a time, and a few warnings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition


class Printable(Protocol):
    """A document laid out for one edition. `warnings` are for the person who prints, without what people wrote."""

    @property
    def title(self) -> str:
        """Its name, for the file's title."""
        ...

    @property
    def edition(self) -> Edition:
        """What it is laid out for: its sheets, its words."""
        ...

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        ...

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit."""
        ...

    def draw(self, number: int, surface: Surface) -> None:
        """Draw page `number`, from 1."""
        ...


@dataclass(frozen=True, slots=True)
class PrintReport:
    """What came out: how many pages, and what the person should know before they are copied forty times. `each` is how
    many pages each document has, every copy by itself.
    """

    pages: int
    warnings: tuple[str, ...] = ()
    each: tuple[int, ...] = ()
