"""Put laid-out text on a page as PDF text operators (ISO 32000-1, 9.4), each glyph with the text it stands for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.pdf.tags.said import Said
from facilitator.pdf.text import bidi
from facilitator.pdf.text.embedding import utf16_hex
from facilitator.pdf.text.segments import INVISIBLE, SOFT_HYPHEN, ZERO_WIDTH_JOINER
from facilitator.pdf.text.truetype import Composite, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.fonts import Font, Glyph
    from facilitator.pdf.text.embedding import EmbeddedFont
    from facilitator.pdf.text.paragraph import Line, TextBlock
    from facilitator.pdf.text.shaped import Piece

_FAKE_BOLD = 0.03
_EMPTY = Composite((), 0)
_LONGEST_CODE = 64  # a code may read as 512 bytes at most (ISO 32000-1, 9.10.3)
_WIDEST = 16_000  # a TrueType font counts to 32,767


def draw(block: TextBlock, canvas: PlainCanvas, x: float, y_top: float) -> None:
    """Draw a block with its top left corner at (x, y_top); leaves the canvas's own font and colour as they were."""
    pen = _Pen(canvas, block.style.size)
    red, green, blue = block.style.colour
    pen.out += ["q", f"{red:.4g} {green:.4g} {blue:.4g} rg {red:.4g} {green:.4g} {blue:.4g} RG", "BT"]
    top = y_top
    last = len(block.lines) - 1
    for n, line in enumerate(block.lines):
        pen.move(x + _indent(line, block), top - line.ascent)
        _draw_line(pen, line, block, goes_on=n < last or block.goes_on)
        top -= line.tall
    pen.out += ["ET", "Q"]
    bounds = (x, y_top - block.height, x + block.width, y_top)
    canvas.tags.text("\n".join(pen.out), bounds, Said(block.text, pen.turned, block.style.lang))


def _indent(line: Line, block: TextBlock) -> float:
    spare = block.width - line.width
    if block.style.align == "centre":
        return spare / 2
    return spare if (block.style.align == "end") != line.rtl else 0.0


def _draw_line(pen: _Pen, line: Line, block: TextBlock, *, goes_on: bool) -> None:
    """A line; where it `goes_on` with a further one, the space between their words is written as well, for those who
    hear it.
    """
    pieces = line.shaped.in_visual_order(line.extent.start, line.extent.shown_to)
    hyphen = block.fonts.chain(block.style.family, block.style.bold)[0] if line.extent.hyphen else None
    if hyphen and line.rtl:
        pen.hyphen(hyphen)
    for piece in pieces:
        pen.piece(line.shaped.text, piece)
    if hyphen and not line.rtl:
        pen.hyphen(hyphen)
    if goes_on and not line.rtl and line.ends_a_word:
        pen.space(block.fonts.chain(block.style.family, block.style.bold)[0])


class _Pen:
    """Writes text operators, and remembers font and place so as to say them only when they change."""

    def __init__(self, canvas: PlainCanvas, size: float) -> None:
        self.out: list[str] = []
        self._canvas = canvas
        self._size = size
        self._font: EmbeddedFont | None = None
        self._stroked = False
        self._shown: list[str] = []
        self.turned = False
        """Whether anything reads from right to left, so that the order of the codes is not that of the words."""

    def move(self, x: float, y: float) -> None:
        self.out.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")

    def hyphen(self, font: Font) -> None:
        embedded = self._use(font)
        self._open(f"/ActualText <FEFF{utf16_hex(SOFT_HYPHEN)}>")
        self._show(embedded, font.hyphen, SOFT_HYPHEN)
        self._close()

    def space(self, font: Font) -> None:
        self._show(self._use(font), font.space, " ")
        self._flush()

    def piece(self, text: str, piece: Piece) -> None:
        """Draw a piece where the last one ended."""
        self.turned = self.turned or piece.run.rtl
        look, font = piece.run.look, piece.run.font
        self._stroke(look.bold and not font.is_bold and not font.is_pictures)
        foreign = look.lang is not None and look.lang != self._canvas.lang
        if foreign:
            self._open(f"/Lang <FEFF{utf16_hex(look.lang or '')}>")
        embedded = self._use(font)
        for cluster, glyphs in _clusters(text, piece):
            if piece.run.rtl:
                self._one_code_each(embedded, cluster, glyphs)
            else:
                self._picture(embedded, cluster, glyphs, cluster[:_LONGEST_CODE])
                for i in range(_LONGEST_CODE, len(cluster), _LONGEST_CODE):
                    self._show(embedded, _EMPTY, cluster[i : i + _LONGEST_CODE])
        self._flush()
        if foreign:
            self._close()

    def _one_code_each(self, font: EmbeddedFont, text: str, glyphs: Sequence[Glyph]) -> None:
        """Readers turn right-to-left text round a code at a time, so each code must be one character: the last one gets
        the picture, those before it an empty one each. Brackets read as they look: readers mirror them back.
        """
        self._picture(font, text, glyphs, bidi.MIRROR.get(text[-1], text[-1]))
        for character in text[-2::-1]:
            self._show(font, _EMPTY, character)

    def _picture(self, font: EmbeddedFont, text: str, glyphs: Sequence[Glyph], reads_as: str) -> None:
        """Draw the glyphs that stand for a text as one picture with one code."""
        only = glyphs[0]
        if len(glyphs) == 1 and not only.x and not only.y and text not in INVISIBLE:
            self._show(font, only.id, reads_as)
            skip = only.advance - font.font.advance(only.id)
        else:
            pictures, skip = _composites(glyphs, visible=text not in INVISIBLE)
            for picture in pictures:
                self._show(font, picture, reads_as)
                reads_as = ZERO_WIDTH_JOINER
        if skip:
            self._shown.append(f" {-skip * font.font.scale:.1f} ")

    def _show(self, font: EmbeddedFont, picture: int | Composite, text: str) -> None:
        self._shown.append(f"<{font.code(picture, text)}>")

    def _use(self, font: Font) -> EmbeddedFont:
        embedded = self._canvas.embedded(font)
        if embedded is not self._font:
            self._flush()
            self._font = embedded
            self.out.append(f"/{embedded.name} {self._size:.4g} Tf")
        return embedded

    def _stroke(self, stroked: bool) -> None:
        """Thicken letters whose font has no bold."""
        if stroked != self._stroked:
            self._stroked = stroked
            self.out.append(f"2 Tr {self._size * _FAKE_BOLD:.3f} w" if stroked else "0 Tr")

    def _flush(self) -> None:
        if self._shown:
            self.out.append(f"[{''.join(self._shown).replace('><', '')}] TJ")
            self._shown = []

    def _open(self, properties: str) -> None:
        self._flush()
        self.out.append(f"/Span <<{properties}>> BDC")

    def _close(self) -> None:
        self._flush()
        self.out.append("EMC")


def _composites(glyphs: Sequence[Glyph], *, visible: bool) -> tuple[list[Composite], int]:
    """The glyphs as one, or several where one would be too wide, and how far to move on after them, in font units."""
    found: list[Composite] = []
    parts: list[Part] = []
    x = 0
    for glyph in glyphs:
        if x > _WIDEST:
            found.append(Composite(tuple(parts), x))
            parts, x = [], 0
        if visible:
            parts.append(Part(glyph.id, x + glyph.x, glyph.y))
        x += glyph.advance
    width = max(x, 0)
    return [*found, Composite(tuple(parts), width)], x - width


def _clusters(text: str, piece: Piece) -> Iterator[tuple[str, Sequence[Glyph]]]:
    """Each stretch of text that cannot be taken apart, from left to right, with the glyphs that stand for it."""
    glyphs, origin = piece.glyphs, piece.origin
    heads = sorted({glyph.cluster for glyph in glyphs})
    end_of = dict(pairwise([*heads, piece.end - origin]))
    i = 0
    while i < len(glyphs):
        head = glyphs[i].cluster
        j = i + 1
        while j < len(glyphs) and glyphs[j].cluster == head:
            j += 1
        yield text[origin + head : origin + end_of[head]], glyphs[i:j]
        i = j
