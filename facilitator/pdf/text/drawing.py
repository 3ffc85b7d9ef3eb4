"""Put laid-out text on a page as PDF text operators (ISO 32000-1, 9.4), each glyph with the text it stands for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.pdf.text.embedding import utf16_hex
from facilitator.pdf.text.segments import SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.fonts import Font, Glyph
    from facilitator.pdf.text.embedding import EmbeddedFont
    from facilitator.pdf.text.paragraph import Line, TextBlock
    from facilitator.pdf.text.shaped import Piece

_SMALLEST_MOVE = 0.05
_FAKE_BOLD = 0.03


def draw(block: TextBlock, canvas: PlainCanvas, x: float, y_top: float) -> None:
    """Draw a block with its top left corner at (x, y_top); leaves the canvas's own font and colour as they were."""
    pen = _Pen(canvas, block.style.size)
    red, green, blue = block.style.colour
    pen.out += ["q", f"{red:.4g} {green:.4g} {blue:.4g} rg", "BT"]
    baseline = y_top - block.ascent
    for line in block.lines:
        pen.move(x + _indent(line, block), baseline)
        _draw_line(pen, line, block)
        baseline -= block.line_height
    pen.out += ["ET", "Q"]
    canvas.write_operators("\n".join(pen.out))


def _indent(line: Line, block: TextBlock) -> float:
    spare = block.width - line.width
    if block.style.align == "centre":
        return spare / 2
    return spare if (block.style.align == "end") != line.rtl else 0.0


def _draw_line(pen: _Pen, line: Line, block: TextBlock) -> None:
    pieces = line.shaped.in_visual_order(line.extent.start, line.extent.shown_to)
    hyphen = block.fonts.chain(block.style.family, block.style.bold)[0] if line.extent.hyphen else None
    if hyphen and line.rtl:
        pen.hyphen(hyphen)
    for piece in pieces:
        pen.piece(line.shaped.text, piece)
    if hyphen and not line.rtl:
        pen.hyphen(hyphen)


class _Pen:
    """Writes text operators, and remembers font, rise and place so as to say them only when they change."""

    def __init__(self, canvas: PlainCanvas, size: float) -> None:
        self.out: list[str] = []
        self.canvas = canvas
        self.size = size
        self.font: EmbeddedFont | None = None
        self.stroked = False
        self.rise = 0.0
        self.shown: list[str] = []

    def move(self, x: float, y: float) -> None:
        self.out.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")

    def hyphen(self, font: Font) -> None:
        glyph = font.hb_font.get_nominal_glyph(ord("-")) or 0
        self._set_font(font, bold=False)
        self.shown.append(f"<{self._code(glyph, SOFT_HYPHEN)}>")
        self._flush()

    def piece(self, text: str, piece: Piece) -> None:
        """Draw a piece where the last one ended."""
        look = piece.run.look
        self._set_font(piece.run.font, bold=look.bold)
        foreign = look.lang is not None and look.lang != self.canvas.lang
        if foreign:
            self._open(f"/Lang <FEFF{utf16_hex(look.lang or '')}>")
        for word in _words(text, piece):
            self._word(word, rtl=piece.run.rtl)
        self._flush()
        self._set_rise(0.0)
        if foreign:
            self._close()

    def _word(self, clusters: list[tuple[str, Sequence[Glyph]]], *, rtl: bool) -> None:
        needs_text = not rtl and any(len(glyphs) > 1 for _, glyphs in clusters)
        if needs_text:
            self._open(f"/ActualText <FEFF{utf16_hex(''.join(text for text, _ in clusters))}>")
        for text, glyphs in clusters:
            speaker = max(range(len(glyphs)), key=lambda i: glyphs[i].advance) if rtl else 0
            for i, glyph in enumerate(glyphs):
                self._glyph(glyph, text if i == speaker else "")
        if needs_text:
            self._close()

    def _glyph(self, glyph: Glyph, text: str) -> None:
        self._set_rise(glyph.y)
        self._skip(glyph.x)
        self.shown.append(f"<{self._code(glyph.id, text)}>")
        self._skip(glyph.advance - glyph.x - self.font.font.advance(glyph.id) if self.font else 0.0)

    def _code(self, glyph: int, text: str) -> str:
        return f"{self.font.code(glyph, text) if self.font else 0:04X}"

    def _skip(self, distance: float) -> None:
        """Move right by a distance in thousandths of the font size, without drawing."""
        if abs(distance) >= _SMALLEST_MOVE:
            self.shown.append(f" {-distance:.1f} ")

    def _set_font(self, font: Font, *, bold: bool) -> None:
        if self.font is None or self.font.font is not font:
            self.font = self.canvas.embedded(font)
            self.out.append(f"/{self.font.name} {self.size:.4g} Tf")
        stroked = bold and not font.is_bold and not font.is_pictures
        if stroked != self.stroked:
            self.stroked = stroked
            self.out.append(f"2 Tr {self.size * _FAKE_BOLD:.3f} w" if stroked else "0 Tr")

    def _set_rise(self, rise: float) -> None:
        if abs(rise - self.rise) >= _SMALLEST_MOVE:
            self._flush()
            self.rise = rise
            self.out.append(f"{rise * self.size / 1000:.3f} Ts")

    def _flush(self) -> None:
        if self.shown:
            self.out.append(f"[{''.join(self.shown)}] TJ".replace("><", ""))
            self.shown = []

    def _open(self, properties: str) -> None:
        self._flush()
        self.out.append(f"/Span <<{properties}>> BDC")

    def _close(self) -> None:
        self._flush()
        self.out.append("EMC")


def _words(text: str, piece: Piece) -> Iterator[list[tuple[str, Sequence[Glyph]]]]:
    """The clusters of a piece, left to right, in groups of words and of spaces; each cluster with its text and glyphs."""
    group: list[tuple[str, Sequence[Glyph]]] = []
    for cluster in _clusters(text, piece):
        if group and (group[-1][0] == " ") != (cluster[0] == " "):
            yield group
            group = []
        group.append(cluster)
    if group:
        yield group


def _clusters(text: str, piece: Piece) -> Iterator[tuple[str, Sequence[Glyph]]]:
    glyphs = piece.glyphs
    heads = sorted({glyph.cluster for glyph in glyphs})
    end_of = dict(pairwise([*heads, piece.end - piece.start]))
    i = 0
    while i < len(glyphs):
        head = glyphs[i].cluster
        j = i + 1
        while j < len(glyphs) and glyphs[j].cluster == head:
            j += 1
        yield text[piece.start + head : piece.start + end_of[head]], glyphs[i:j]
        i = j
