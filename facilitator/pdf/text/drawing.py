"""Put laid-out text on a page as PDF text operators (ISO 32000-1, 9.4), each glyph with the text it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf.tags.said import Said
from facilitator.pdf.text import letters
from facilitator.pdf.text.embedding import utf16_hex
from facilitator.pdf.text.segments import SOFT_HYPHEN

if TYPE_CHECKING:
    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.text.embedding import EmbeddedFont
    from facilitator.pdf.text.letters import Stretch
    from facilitator.pdf.text.paragraph import Line, TextBlock

_FAKE_BOLD = 0.03
_HYPHEN = f"/ActualText <FEFF{utf16_hex(SOFT_HYPHEN)}>"


def draw(block: TextBlock, canvas: PlainCanvas, x: float, y_top: float) -> None:
    """Draw a block with its top left corner at (x, y_top); leaves the canvas's own font and colour as they were."""
    pen = _Pen(canvas, block.style.size)
    red, green, blue = block.style.colour
    pen.out += ["q", f"{red:.4g} {green:.4g} {blue:.4g} rg {red:.4g} {green:.4g} {blue:.4g} RG", "BT"]
    top = y_top
    last = len(block.lines) - 1
    for n, line in enumerate(block.lines):
        pen.move(x + _indent(line, block), top - line.ascent)
        for stretch in line.stretches:
            if stretch.left is not None:
                pen.move(x + _indent(line, block) + stretch.left * block.style.size / 1000, top - line.ascent)
            pen.stretch(stretch)
        if line.ends_a_word and not line.rtl and (n < last or block.goes_on):
            # The space between two words is written at the end of a line as well, for those who hear them.
            pen.stretch(letters.space(block.fonts.chain(block.style.family, block.style.bold)[0]))
        top -= line.tall
    pen.end()
    bounds = (x, y_top - block.height, x + block.width, y_top)
    canvas.tags.text("\n".join(pen.out), bounds, Said(block.text, pen.turned, block.style.lang))


def _indent(line: Line, block: TextBlock) -> float:
    spare = block.width - line.width
    if block.style.align == "centre":
        return spare / 2
    return spare if (block.style.align == "end") != line.rtl else 0.0


class _Pen:
    """Writes text operators, and remembers font and place so as to say them only when they change."""

    def __init__(self, canvas: PlainCanvas, size: float) -> None:
        self.out: list[str] = []
        self.turned = False
        """Whether anything reads from right to left, so that the order of the codes is not that of the words."""

        self._canvas = canvas
        self._size = size
        self._font: EmbeddedFont | None = None
        self._thick = False
        self._shown: list[str] = []

    def move(self, x: float, y: float) -> None:
        self._flush()
        self.out.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")

    def end(self) -> None:
        self._flush()
        self.out += ["ET", "Q"]

    def stretch(self, stretch: Stretch) -> None:
        """Draw letters where the last ones ended."""
        self.turned = self.turned or stretch.turned
        if not stretch.is_hyphen:
            self._stroke(stretch.thick)
        mark = _HYPHEN if stretch.is_hyphen else self._language(stretch)
        if mark:
            self._flush()
            self.out.append(f"/Span <<{mark}>> BDC")
        embedded = self._use(stretch)
        self._shown += map(embedded.shown.__getitem__, stretch.letters)
        if mark:
            self._flush()
            self.out.append("EMC")

    def _language(self, stretch: Stretch) -> str:
        lang = stretch.lang
        return f"/Lang <FEFF{utf16_hex(lang)}>" if lang is not None and lang != self._canvas.lang else ""

    def _use(self, stretch: Stretch) -> EmbeddedFont:
        embedded = self._canvas.embedded(stretch.font)
        if embedded is not self._font:
            self._flush()
            self._font = embedded
            self.out.append(f"/{embedded.name} {self._size:.4g} Tf")
        return embedded

    def _stroke(self, thick: bool) -> None:
        """Thicken letters whose font has no bold."""
        if thick != self._thick:
            self._flush()
            self._thick = thick
            self.out.append(f"2 Tr {self._size * _FAKE_BOLD:.3f} w" if thick else "0 Tr")

    def _flush(self) -> None:
        if self._shown:
            self.out.append(f"[{''.join(self._shown).replace('><', '')}] TJ")
            self._shown = []
