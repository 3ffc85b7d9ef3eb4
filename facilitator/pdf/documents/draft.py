"""Papers on which people vote or consent: words of them that nobody has checked stand beside English, and say so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.surface import standing_in
from facilitator.pdf.text.phrase import Phrase, alone
from facilitator.pdf.translation_words import DRAFT
from facilitator.pdf.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition

DRAFT_WARNING = (
    "Nobody has checked the words of ballots and consent cards in every language asked for, so they are marked as a "
    "draft and stand beside English. Print a check sheet for somebody who speaks it."
)
_TOP, _TALL, _LARGE_TALL = 8.0, 12.0, 34.0
_SIDES = 23.0
_CODE_AND_ROOM = 11.0
_SIZE, _LEAST = 8.5, 6.0


def with_care(
    build: Callable[[Edition], Printable], edition: Edition, try_out: Callable[[Printable], None]
) -> Printable:
    """The document in the languages asked for, if all its words are checked in them; else beside English, and marked.
    `try_out` draws it where nobody sees it, which shows what words it uses.
    """
    said = edition.said
    if said.languages == (ENGLISH,):
        return build(edition)
    if said.some_checked:
        tried = replace(edition, said=said.anew)
        try_out(build(tried))
        if not tried.said.drafted:
            return build(edition)
    return _Draft(build(replace(edition, said=said.beside_english, drafted=True)))


class _Draft:
    """A document with the mark of a draft between the markers at the top of each page."""

    def __init__(self, printable: Printable) -> None:
        self.title = printable.title
        self.edition = printable.edition
        self.page_count = printable.page_count
        self._printable = printable

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit, and that it is a draft."""
        return (*self._printable.warnings, DRAFT_WARNING)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one page, and that it is a draft."""
        mark = surface.said(DRAFT)
        second = mark.second if isinstance(mark, Phrase) else None
        width = surface.paper.width / 2 - _CODE_AND_ROOM - _SIDES
        tall = _LARGE_TALL if surface.edition.large else _TALL
        for text, x in ((mark, _SIDES), (second, surface.paper.width - _SIDES - width)):
            if text:
                self._draw_mark(surface, text, Box(x, _TOP, width, tall))
        self._printable.draw(number, surface)

    def _draw_mark(self, surface: Surface, text: str, box: Box) -> None:
        edition = surface.edition
        style = edition.plain(_SIZE) if edition.large else edition.heavy(_SIZE)  # which takes less room
        block = fit(alone(text), style, box.width, box.height, edition, smallest=_LEAST).block
        y = box.y if edition.large else standing_in(block, box)
        with surface.tag("P"):
            surface.place(block, box.x, y)
