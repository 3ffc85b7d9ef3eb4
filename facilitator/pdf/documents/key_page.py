"""A public key on paper: a code to photograph, the key in groups of four with a word after each line, what to do with
it. It hangs on the office's wall; nothing on it is secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.domain.typed_key import key_lines
from facilitator.pdf import key_words as ours
from facilitator.pdf.codes import draw, qr_code
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.session_page import draw_footer

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition

_CODE = 62.0
"""Millimetres: a phone reads it from half a metre."""
_LINE, _GROUP = 15.0, 29.0
_NAME_TALL = 13.0


@dataclass(frozen=True, slots=True)
class KeyPageValues:
    """Whose key it is, the key, and the day."""

    name: str
    key: str
    printed: str


def key_page(values: KeyPageValues, edition: Edition) -> Printable:
    """The page laid out for one edition."""
    return _KeyPage(values, edition)


class _KeyPage:
    """One page."""

    page_count = 1
    warnings: tuple[str, ...] = ()

    def __init__(self, values: KeyPageValues, edition: Edition) -> None:
        self.title = edition.said(ours.KEY)
        self.edition = edition
        self._values = values

    def draw(self, number: int, surface: Surface) -> None:
        """Draw it."""
        edition, said = self.edition, surface.said
        left, width = surface.paper.margin, surface.paper.width - 2 * surface.paper.margin
        with surface.heading(1):
            surface.write(said(ours.KEY), edition.heavy(26), Box(left, 22, width, 14))
        with surface.tag("P"):
            surface.place(fit(self._values.name, edition.plain(18), width, _NAME_TALL, edition).block, left, 38)
        with surface.tag("P"):
            surface.write(said(ours.HOW), edition.plain(11), Box(left, 52, width, 20))
        with surface.figure(said(ours.CODE)):
            draw(surface.as_it_stands.pen, qr_code(self._values.key.upper()), Box(left, 78, _CODE, _CODE))
        with surface.tag("P"):
            surface.write(said(ours.PHOTOGRAPH), edition.quiet(11), Box(left + _CODE + 10, 84, width - _CODE - 10, 40))
        with surface.heading(2):
            surface.write(said(ours.TYPE_IT), edition.heavy(14), Box(left, 152, width, 10))
        for turn, line in enumerate(key_lines(self._values.key)):
            self._draw_line(surface, turn, line.groups, line.word)
        with surface.tag("P"):
            surface.write(said(ours.NOT_SECRET), edition.quiet(11), Box(left, 236, width, 24))
        draw_footer(surface, self.title, self._values.printed)

    def _draw_line(self, surface: Surface, turn: int, groups: tuple[str, ...], word: str) -> None:
        left, y = surface.paper.margin, 166 + turn * _LINE
        straight = surface.as_it_stands  # letters of a key run from left to right in every language
        with surface.tag("P"):
            for column, group in enumerate(groups):
                straight.write(group, self.edition.heavy(19), Box(left + column * _GROUP, y, _GROUP, 10))
            straight.write(word, self.edition.plain(15), Box(left + 4 * _GROUP + 6, y + 1.2, 50, 10))
