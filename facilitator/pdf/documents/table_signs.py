"""Signs that stand on the tables: a sheet each, folded across the middle, with the name to be read from both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.sheet import Box
from facilitator.pdf import room_words as ours
from facilitator.pdf import words
from facilitator.pdf.documents.cut_sheets import EDGE
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.look import GREY
from facilitator.pdf.documents.session_page import Stamped, draw_footer
from facilitator.pdf.documents.surface import height, standing_in
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import text_width

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.room_values import TableSignValues

CUT_NAME = "A name of a table is too long for its sign and was cut there."
_LARGEST, _SMALLEST = 120.0, 36.0
_FOOT = 24.0
_FOLD = 0.25
_FOLD_TALL = 17.0


def table_signs(values: TableSignValues, edition: Edition) -> Printable:
    """The signs laid out for one edition. Raises NothingToPrint when there is no table."""
    if not values.names:
        raise NothingToPrint("There are no tables in this workshop yet, so there is no sign for one. Add them first.")
    return Stamped(_Signs(values, edition), values.printed)


class _Signs:
    """A sheet for each table."""

    def __init__(self, values: TableSignValues, edition: Edition) -> None:
        self.title = edition.said(ours.TABLE_SIGNS)
        self.edition = edition
        self.page_count = len(values.names)
        self._values = values
        self._cut = False

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit; known when the pages are drawn."""
        return (CUT_NAME,) if self._cut else ()

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one sign: below the fold as it is read, above it upside down for the other side."""
        paper = surface.paper
        middle = paper.height / 2
        below = Box(paper.margin, middle + EDGE, paper.width - 2 * paper.margin, middle - EDGE - _FOOT)
        name = self._name(" ".join(self._values.names[number - 1].split()), below)
        with surface.heading(1):
            surface.place(name, below.x, standing_in(name, below))
        raw: Any = surface.canvas
        raw.saveState()
        raw.translate(paper.width * MM, paper.height * MM)
        raw.rotate(180)
        with surface.artefact():  # the same word once more
            surface.place(name, below.x, standing_in(name, below))
        raw.restoreState()
        with surface.pen.path(stroke=GREY, width=_FOLD, dashes=(1.2, 1.6)) as path:
            path.line(0.0, middle, paper.width, middle)
        fold = fit(surface.said(ours.FOLD), surface.edition.quiet(8.5), below.width, _FOLD_TALL, surface.edition).block
        with surface.artefact():
            surface.place(fold, below.x, middle - height(fold) - 0.8)
        page_of = surface.said(words.PAGE, page=number, pages=self.page_count)
        draw_footer(surface, self.title, page_of)

    def _name(self, name: str, box: Box) -> TextBlock:
        """As large as it fits without breaking a word, where that can be."""
        style = self.edition.heavy(_LARGEST, "centre")
        longest = max(text_width(word, style, self.edition.fonts) for word in name.split()) / MM
        size = max(_SMALLEST, min(_LARGEST, _LARGEST * box.width / longest - 0.5))
        found = fit(name, self.edition.heavy(size, "centre"), box.width, box.height, self.edition, smallest=_SMALLEST)
        self._cut = self._cut or found.cut
        return found.block
