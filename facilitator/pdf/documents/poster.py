"""A board or a question as a poster over many sheets: drawn once (ISO 32000-1, 8.10, a form XObject), and a piece of it
shown on each. The first pages are the key: how the sheets go together, and every word that stands on the poster.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.sheet import Box, Paper
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.look import INK, SMALLEST, TEAL
from facilitator.pdf.documents.note_face import draw_face
from facilitator.pdf.documents.report_board import add_notes
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.documents.tiling import EDGE, OVERLAP, Tile, Tiling, tiling
from facilitator.pdf.documents.wall_layout import WIDEST, bounds, on_the_wall
from facilitator.pdf.documents.wall_sheet import told_of_cut
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import text_width
from facilitator.workshop.queries.print_values import ReportNote

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.documents.wall_sheet import Sheet
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.after_values import PosterValues, WallValues

_NOTE = 76.0
"""Millimetres: a note is as wide as a sticky note, if the sheets allow."""

_UNITS = 152.0
_HEAD, _PAD = 0.16, 12.0
_QUESTION = (560.0, 380.0)
"""Millimetres: a question by itself."""

_LARGEST = 330.0
_DOWN = 20.0
_KEY_TALL = 105.0
_MARK, _LINE = 6.0, 0.2
_MARGIN = 18.0
_NAME_WIDE, _BESIDE_NAME = 20.0, 2.5
"""Millimetres: the name of a row or a column at most, and what is left free between it and the key."""

_NAME = "poster"


def poster(values: PosterValues, edition: Edition) -> Printable:
    """The poster for one edition. Raises NothingToPrint when there is no question and no note."""
    wall = values.wall
    if not wall.question.strip() and not wall.notes:
        raise NothingToPrint("There is no board to make a poster of yet. Write a question for one first.")
    sheets = tiling(edition.paper, *_wanted(wall))
    return Stamped(_Poster(wall, replace(edition, paper=replace(sheets.paper, margin=_MARGIN)), sheets), wall.printed)


def _wanted(wall: WallValues) -> tuple[float, float]:
    """How large the poster would best be."""
    if not wall.notes:
        return _QUESTION
    left, top, right, bottom = bounds(wall)
    scale = _NOTE / _UNITS
    tall = (bottom - top) * scale + 2 * _PAD
    return (right - left) * scale + 2 * _PAD, tall / (1 - _HEAD)


class _Poster:
    """The key and the sheets."""

    def __init__(self, wall: WallValues, edition: Edition, sheets: Tiling) -> None:
        self.title = wall.question.strip() or edition.said(ours.POSTER)
        self.edition = edition
        self._sheets = sheets
        self._tiles = tuple(sheets.tiles())
        self._picture = _Picture(wall, edition, sheets)
        self.warnings = told_of_cut(self._picture.groups)
        self._key = FlowPages(self.title, edition, self._lay_out_key(wall), edition.said(ours.POSTER))

    @property
    def page_count(self) -> int:
        """The key and every sheet."""
        return self._key.page_count + len(self._tiles)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw a page of the key, or a sheet."""
        if number == 1:
            self._picture.define(surface)
        if number <= self._key.page_count:
            self._key.draw(number, surface)
        else:
            self._draw_tile(surface.as_it_stands, self._tiles[number - self._key.page_count - 1])

    def _lay_out_key(self, wall: WallValues) -> Flow:
        flow = Flow(self.edition)
        said, edition, sheets = flow.said, flow.edition, self._sheets
        flow.text(wall.programme, edition.quiet(10), after=1.0)
        flow.heading(self.title, 1, edition.heavy(20), after=1.5)
        how = said(
            ours.POSTER_HOW,
            across=sheets.across,
            down=sheets.down,
            width=f"{sheets.width / 10:.0f}",
            height=f"{sheets.height / 10:.0f}",
        )
        flow.text(how, edition.plain(11), after=3.0)
        flow.heading(said(ours.POSTER_KEY), 2, edition.heavy(13), after=1.5, keep=50.0)
        names = _Names(flow, sheets)
        scale = min(
            (flow.width - names.wide) / sheets.width, (min(_KEY_TALL, flow.room - 4.0) - names.tall) / sheets.height
        )
        first, last = self._tiles[0].name, self._tiles[-1].name
        alt = said(ours.POSTER_ALT, sheets=sheets.count, first=first, last=last)
        flow.figure(
            names.tall + sheets.height * scale,
            lambda surface, y: self._draw_key(surface.as_it_stands, names, flow.left, y, scale),
            alt=alt,
        )
        if wall.face_down:
            flow.space(3.0)
            flow.text(ours.face_down(said, wall.face_down), edition.plain(11))
        if wall.notes:
            flow.space(6.0)
            flow.heading(said(ours.POSTER_WORDS), 2, edition.heavy(13), after=2.0, keep=20.0)
            said_on_it = ((one.words, one.picture) for one in wall.notes)
            add_notes(
                flow, [ReportNote(one.text, one.language, one.translation, picture) for one, picture in said_on_it]
            )
        return flow

    def _draw_key(self, surface: Surface, names: _Names, left: float, top: float, scale: float) -> None:
        """The poster small, with the edges of the sheets, their numbers above it and their letters beside it."""
        sheets = self._sheets
        left, top = left + names.wide, top + names.tall
        names.draw(surface, left, top, scale)
        self._picture.show(surface, Box(left, top, sheets.width * scale, sheets.height * scale), (left, top), scale)
        with surface.pen.path(stroke=INK, width=0.3) as path:
            path.rectangle(left, top, sheets.width * scale, sheets.height * scale)
        with surface.pen.path(stroke=INK, width=0.25, dashes=(1.2, 1.2)) as path:
            for tile in self._tiles:
                if tile.column:
                    x = left + tile.piece.x * scale
                    path.line(x, top + tile.piece.y * scale, x, top + tile.piece.bottom * scale)
                if tile.row:
                    y = top + tile.piece.y * scale
                    path.line(left + tile.piece.x * scale, y, left + tile.piece.right * scale, y)

    def _draw_tile(self, surface: Surface, tile: Tile) -> None:
        """A piece of the poster, with marks at its corners and where the next sheets begin."""
        area = Box(EDGE, EDGE, tile.piece.width, tile.piece.height)
        with surface.figure(surface.said(ours.TILE_ALT, name=tile.name)):
            self._picture.show(surface, area, (EDGE - tile.piece.x, EDGE - tile.piece.y), 1.0)
            with surface.pen.path(stroke=INK, width=_LINE) as path:
                for x in (area.x, area.right):
                    path.line(x, area.y - 1.0 - _MARK, x, area.y - 1.0)
                    path.line(x, area.bottom + 1.0, x, area.bottom + 1.0 + _MARK)
                for y in (area.y, area.bottom):
                    path.line(area.x - 1.0 - _MARK, y, area.x - 1.0, y)
                    path.line(area.right + 1.0, y, area.right + 1.0 + _MARK, y)
            self._draw_strips(surface, tile, area)
        name = surface.said(ours.TILE, name=tile.name, count=self._sheets.count)
        label = surface.said.joined(" · ", (name, self.title))
        block = fit(label, surface.edition.quiet(SMALLEST), area.width / 2, 5.0, surface.edition).block
        with surface.artefact():
            surface.place(block, area.x + _MARK, area.y - 2.0 - height(block))

    def _draw_strips(self, surface: Surface, tile: Tile, area: Box) -> None:
        """Short dashes in the margin, where the edge of the sheet to the right and of the one below comes to lie."""
        with surface.pen.path(stroke=TEAL, width=0.4, dashes=(1.0, 1.0)) as path:
            if tile.column < self._sheets.across - 1:
                x = area.right - OVERLAP
                path.line(x, area.y - 1.0 - _MARK, x, area.y - 1.0)
                path.line(x, area.bottom + 1.0, x, area.bottom + 1.0 + _MARK)
            if tile.row < self._sheets.down - 1:
                y = area.bottom - OVERLAP
                path.line(area.x - 1.0 - _MARK, y, area.x - 1.0, y)
                path.line(area.right + 1.0, y, area.right + 1.0 + _MARK, y)


class _Names:
    """The names of the sheets around the key, so that nothing of the poster is covered: numbers above its columns,
    letters beside its rows. `wide` and `tall` are the millimetres they take at its left and above it.
    """

    def __init__(self, flow: Flow, sheets: Tiling) -> None:
        style = replace(flow.edition.heavy(12), direction="ltr")
        letters, numbers = zip(*(tile.halves for tile in sheets.tiles()), strict=True)
        self._sheets = sheets
        self._columns, self._rows = (
            [snug(flow.block(name, style, _NAME_WIDE)) for name in dict.fromkeys(names)] for names in (numbers, letters)
        )
        self.wide = max(block.natural_width for block in self._rows) / MM + _BESIDE_NAME
        self.tall = max(map(height, self._columns)) + _BESIDE_NAME / 2

    def draw(self, surface: Surface, left: float, top: float, scale: float) -> None:
        """Draw them around a picture with this upper left corner, each at the middle of what only its sheets show."""
        wide, tall = ((side - OVERLAP) * scale for side in self._sheets.shown)
        for turn, block in enumerate(self._columns):
            x = left + (turn + 0.5) * wide - block.natural_width / MM / 2
            surface.place(block, x, top - self.tall)
        for turn, block in enumerate(self._rows):
            x = left - self.wide / 2 - _BESIDE_NAME / 4 - block.natural_width / MM / 2
            surface.place(block, x, top + (turn + 0.5) * tall - height(block) / 2)


class _Picture:
    """The whole poster, laid out once and drawn once."""

    def __init__(self, wall: WallValues, edition: Edition, sheets: Tiling) -> None:
        self._size = (sheets.width, sheets.height)
        self._edition = replace(edition, paper=Paper(_NAME, *self._size, 0.0))
        inner = Box(_PAD, _PAD, sheets.width - 2 * _PAD, sheets.height - 2 * _PAD)
        head = inner.height * _HEAD if wall.notes else inner.height
        self._question = self._fitted(wall.question.strip(), inner.width, head)
        self._at = (inner.x, inner.y if wall.notes else inner.y + (inner.height - height(self._question)) / 2)
        area = Box(inner.x, inner.y + head, inner.width, inner.height - head)
        down = ours.face_down(self._edition.said, wall.face_down)
        self._down = fit(down, self._edition.quiet(_DOWN), inner.width, _PAD, self._edition).block if down else None
        self.groups: Sheet = []
        if wall.notes:
            self.groups = on_the_wall(wall, area, self._edition, widest=2 * WIDEST) or []
        self._form = ""

    def define(self, surface: Surface) -> None:
        """Put the drawing in the file, once."""
        raw: Any = surface.canvas
        self._form = f"{_NAME}-{id(self)}"
        raw.beginForm(self._form, 0, 0, self._size[0] * MM, self._size[1] * MM)
        self._draw(surface.as_it_stands.part(self._edition))
        raw.endForm()

    def show(self, surface: Surface, area: Box, corner: tuple[float, float], scale: float) -> None:
        """Draw the piece that lies in an area of the page, with the poster's upper left corner there."""
        raw: Any = surface.canvas
        tall = surface.paper.height
        raw.saveState()
        path = raw.beginPath()
        path.rect(area.x * MM, (tall - area.bottom) * MM, area.width * MM, area.height * MM)
        raw.clipPath(path, stroke=0, fill=0)
        raw.translate(corner[0] * MM, (tall - corner[1] - self._size[1] * scale) * MM)
        raw.scale(scale, scale)
        raw.doForm(self._form)
        raw.restoreState()

    def _draw(self, surface: Surface) -> None:
        surface.place(self._question, *self._at)
        if self._down:
            surface.place(self._down, _PAD, self._size[1] - _PAD + 1.0)
        for group in self.groups:
            if group.frame:
                with surface.pen.path(stroke=INK, width=0.5) as path:
                    path.rounded(group.frame, 4.0)
            if group.name:
                surface.place(group.name, *group.at)
            for note in group.notes:
                draw_face(surface, note.face, note.box)

    def _fitted(self, text: str, width: float, tall: float) -> TextBlock:
        """The question as large as it goes without breaking a word, or else as it goes at all."""
        largest = min(_LARGEST, tall * MM * 0.8)
        found = self._at_most(largest, text, width, tall, whole=True) or self._at_most(largest, text, width, tall)
        edition = self._edition
        return found or fit(text, edition.heavy(edition.smallest), width, tall, edition).block

    def _at_most(self, size: float, text: str, width: float, tall: float, *, whole: bool = False) -> TextBlock | None:
        edition = self._edition
        while size > edition.smallest:
            fitted = fit(text, edition.heavy(size), width, tall, edition, smallest=size)
            if not fitted.cut and (not whole or _whole(fitted.block)):
                return fitted.block
            size *= 0.93
        return None


def _whole(block: TextBlock) -> bool:
    return all(text_width(word, block.style, block.fonts) <= block.width for word in block.text.split())
