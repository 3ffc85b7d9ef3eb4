"""The boards, one to a sheet: every note in the words it was written in, by group, with its dots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf import words
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.note_face import EDGE, TINTS, draw_face
from facilitator.pdf.documents.session_page import Stamped, draw_footer
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.documents.wall_layout import lay_out_wall
from facilitator.pdf.documents.wide_paper import lying
from facilitator.pdf.pen import MM
from facilitator.pdf.text.phrase import alone

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.documents.wall_sheet import Group
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle
    from facilitator.workshop.queries.after_values import WallValues

_TOP, _FOOT, _EASY_FOOT = 10.0, 22.0, 30.0
_CHIP, _GAP = 4.0, 2.0
_HEAD, _LARGE_HEAD = 24.0, 42.0
_LINE, _KEY = 18.0, 9.0
"""Room for a line about the board (two at the size of easy read), and for what a colour means."""

_LARGE_LINE, _LARGE_KEY = 0.16, 0.3
"""The same in large type, as shares of the sheet: the most that a line, and all of the key, may take of it."""

CUT_AROUND = (
    "The question of a board, what is said about it or what its colours mean is too long for its sheet and ends in "
    "dots. Say it in fewer words."
)


def board(values: WallValues, edition: Edition) -> Printable:
    """A board laid out for one edition, across the sheet. Raises NothingToPrint when it has no notes, not even
    some that lie face down.
    """
    if not (values.notes or values.face_down):
        raise NothingToPrint("There is no board with notes to print yet. Write a note on a board first.")
    return Stamped(_Board(values, lying(edition)), values.printed)


class _Board:
    """The sheets of one board."""

    def __init__(self, values: WallValues, edition: Edition) -> None:
        self.title = values.question.strip() or values.programme
        self.edition = edition
        self._values = values
        paper = edition.paper
        width = paper.width - 2 * paper.margin
        self._cut = False
        self._head = self._fitted(self.title, edition.heavy(20), width, _LARGE_HEAD if edition.large else _HEAD)
        self._about = self._line(self._about_words(), width)
        title = f"{self.title} ({alone(edition.said(words.CONTINUED))})"
        room = height(self._head) + height(self._about)
        self._continued = fit(title, edition.heavy(20), width, room, edition).block
        down = ours.face_down(edition.said, values.face_down)
        self._down = self._line(down, width) if down else None
        self._key = self._key_rows(width)
        self._below = _TOP + height(self._head) + height(self._about) + 0.5
        top = self._below + (height(self._down) if self._down else 0.0) + 2.5
        below = edition.foot if edition.large else _EASY_FOOT if edition.reading is Reading.EASY else _FOOT
        foot = below + sum(map(_tall, self._key)) + (2.0 if self._key else 0.0)
        area = Box(paper.margin, top, width, paper.height - top - foot)
        self._area = area
        self._laid = lay_out_wall(values, area, edition)
        self.warnings = (*self._laid.warnings, *([CUT_AROUND] if self._cut else []))

    @property
    def page_count(self) -> int:
        """How many sheets it came to."""
        return len(self._laid.sheets)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one sheet."""
        margin = surface.paper.margin
        if number == 1:
            with surface.heading(1):
                surface.place(self._head, margin, _TOP)
            with surface.tag("P"):
                surface.place(self._about, margin, _TOP + height(self._head) + 0.5)
            if self._down:
                with surface.tag("P"):
                    surface.place(self._down, margin, self._below)
        else:
            with surface.tag("P"):
                surface.place(self._continued, margin, _TOP)
        straight = surface.as_it_stands if self._laid.as_it_stood else surface
        for group in self._laid.sheets[number - 1]:
            draw_group_of_notes(straight, group)
        if self._key:
            self._draw_key(surface)
        page_of = surface.said(words.PAGE, page=number, pages=self.page_count)
        draw_footer(surface, self._values.programme, page_of)

    def _about_words(self) -> str:
        values, said = self._values, self.edition.said
        count = ours.how_many_notes(said, len(values.notes), len(values.frames))
        return said.joined(" · ", (values.programme, count, values.source.strip()))

    def _line(self, text: str, width: float) -> TextBlock:
        tall = _LARGE_LINE * self.edition.paper.height if self.edition.roomy else _LINE
        return self._fitted(text, self.edition.quiet(10), width, tall)

    def _fitted(self, text: str, style: TextStyle, width: float, tall: float) -> TextBlock:
        """Words around the notes; that some had to be cut is remembered."""
        fitted = fit(text, style, width, tall, self.edition)
        self._cut = self._cut or fitted.cut
        return fitted.block

    def _key_rows(self, width: float) -> list[list[_Colour]]:
        """What each colour means, by its number: in one row with a share of the width each, in large type in as many
        rows as it takes.
        """
        meanings = [(n, text.strip()) for n, text in enumerate(self._values.meanings, 1) if text.strip()]
        rows: list[list[_Colour]] = [[]] if meanings else []
        left, roomy, edition = width, self.edition.roomy, self.edition
        for colour, meaning in meanings:
            share = width if roomy else width / len(meanings)
            room = share - _CHIP - _GAP - 1.0
            tall = max(_KEY, _LARGE_KEY * edition.paper.height / len(meanings)) if roomy else _KEY
            block = snug(self._fitted(f"{colour} {meaning}", edition.quiet(9.5), room, tall))
            wide = min(share, _CHIP + _GAP + block.natural_width / MM + 6.0)
            if roomy and wide > left and rows[-1]:
                rows.append([])
                left = width
            rows[-1].append(_Colour(colour, block, wide))
            left -= wide
        return rows

    def _draw_key(self, surface: Surface) -> None:
        """Each colour by its number, with a chip of it."""
        y = self._area.bottom + 2.0
        with surface.tag("L"):
            for row in self._key:
                x = self._area.x
                for one in row:
                    with surface.pen.path(fill=TINTS[one.colour - 1], stroke=EDGE, width=0.2) as path:
                        path.rectangle(x, y + 0.4, _CHIP, _CHIP)
                    with surface.tag("LI"), surface.tag("LBody"):
                        surface.place(one.words, x + _CHIP + 1.0, y)
                    x += one.wide
                y += _tall(row)


@dataclass(frozen=True, slots=True)
class _Colour:
    """A colour's number, what it means, and how wide that stands, in millimetres."""

    colour: int
    words: TextBlock
    wide: float


def _tall(row: list[_Colour]) -> float:
    return max(height(one.words) for one in row)


def draw_group_of_notes(surface: Surface, group: Group) -> None:
    """A group with its frame, its name and its notes, said as a heading and a list."""
    if group.frame:
        with surface.pen.path(stroke=RULE, width=0.3) as path:
            path.rounded(group.frame, 1.5)
    if group.name:
        with surface.tag("H2"):
            surface.place(group.name, *group.at)
    with surface.tag("L"):
        for note in group.notes:
            with surface.tag("LI"), surface.tag("LBody"):
                draw_face(surface, note.face, note.box)
