"""Lay out what people wrote as lines of a width, ready to draw: the one door to the text engine."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from facilitator.pdf.text import drawing
from facilitator.pdf.text.clean import clean
from facilitator.pdf.text.phrase import Phrase, spans_of
from facilitator.pdf.text.runs import Look
from facilitator.pdf.text.shaped import ShapedText, shape
from facilitator.pdf.text.style import Span, TextStyle
from facilitator.pdf.text.wrap import Extent, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.fonts import Font, FontBook
    from facilitator.pdf.text.style import Family

_DIRECTIONS = {"ltr": 0, "rtl": 1}
_SLACK = 0.01
_BLOCKS_KEPT = 500
_LATIN = (984.0, 316.0)  # the ascent and descent of Atkinson Hyperlegible Next


@dataclass(frozen=True)
class Line:
    """One line of a block: a stretch of a shaped text. Lengths are points: `width` without the spaces at its end, how
    `tall` it is, and the `ascent` from its top to its baseline.
    """

    shaped: ShapedText
    extent: Extent
    width: float
    tall: float = 0.0
    ascent: float = 0.0

    @property
    def text(self) -> str:
        """The characters it takes up, the spaces at its end among them."""
        return self.shaped.text[self.extent.start : self.extent.end]

    @property
    def ends_a_word(self) -> bool:
        """Whether what follows on the next line is another word."""
        return self.extent.end > self.extent.shown_to or self.extent.end == len(self.shaped.text)

    @property
    def rtl(self) -> bool:
        """Whether it was typed in a right-to-left script, and starts at the right."""
        return self.shaped.base == 1


@dataclass(frozen=True)
class TextBlock:
    """Lines of text, all the same height in one language. Lengths are points."""

    lines: tuple[Line, ...]
    style: TextStyle
    width: float
    fonts: FontBook
    goes_on: bool = False
    """Whether it is only the beginning of a text."""

    @property
    def height(self) -> float:
        """Of all its lines."""
        return sum(line.tall for line in self.lines)

    @property
    def line_height(self) -> float:
        """Of its highest line."""
        return max((line.tall for line in self.lines), default=0.0)

    @property
    def first_baseline(self) -> float:
        """From the block's top down to the baseline of its first line."""
        return self.lines[0].ascent if self.lines else 0.0

    @property
    def natural_width(self) -> float:
        """The width of the longest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def text(self) -> str:
        """What it holds, with the line ends that were typed."""
        return "".join(span.text for span in self.spans())

    def spans(self) -> list[Span]:
        """What it holds, to lay out anew at another width."""
        found: list[Span] = []
        for i, line in enumerate(self.lines):
            if i and line.extent.start == 0:
                found.append(Span("\n"))
            for look in line.shaped.looks:
                start, end = max(look.start, line.extent.start), min(look.end, line.extent.end)
                if start < end:
                    found.append(Span(line.shaped.text[start:end], look.bold, look.lang))
        return found

    def split(self, height: float) -> tuple[TextBlock, TextBlock | None]:
        """What fits in a height, which may be no line at all, and the rest, None if all of it fits."""
        bottoms = list(accumulate(line.tall for line in self.lines))
        count = bisect_right(bottoms, height + _SLACK)
        if count >= len(self.lines):
            return self, None
        first = replace(self, lines=self.lines[:count], goes_on=True)
        return first, replace(self, lines=self.lines[count:])

    def draw(self, canvas: PlainCanvas, x: float, y_top: float) -> None:
        """Draw with the block's left edge at `x` and its top at `y_top`, in the canvas's points, y upwards."""
        drawing.draw(self, canvas, x, y_top)


def lay_out(text: str | Sequence[Span], style: TextStyle, width: float, fonts: FontBook) -> TextBlock:
    """Wrap a text to a width in points. Takes any string: what cannot be shown ends up in `fonts.missing`.

    A phrase in two languages stands in one line if it can, and else in lines of their own.
    """
    if isinstance(text, Phrase) and text.second:
        block = _laid_out(spans_of(text), style, width, fonts)
        return block if len(block.lines) == 1 else _one_below_the_other(text, style, width, fonts)
    return _laid_out(spans_of(text), style, width, fonts)


def _one_below_the_other(text: Phrase, style: TextStyle, width: float, fonts: FontBook) -> TextBlock:
    """Both languages, each in lines as high as it needs."""
    both = [one.span() for one in (text, text.second) if one]
    lines = [line for span in both for line in _laid_out([span], style, width, fonts).lines]
    return TextBlock(tuple(lines), style, width, fonts)


def _laid_out(text: Sequence[Span], style: TextStyle, width: float, fonts: FontBook) -> TextBlock:
    """The text wrapped, or the block it came to before: a pack says the same on many papers."""
    key = (tuple(text), style, width)
    block = fonts.laid_out.get(key)
    if block is None:
        if len(fonts.laid_out) >= _BLOCKS_KEPT:
            fonts.laid_out.clear()
        block = fonts.laid_out[key] = _wrapped(text, style, width, fonts)
    return block


def _wrapped(text: Sequence[Span], style: TextStyle, width: float, fonts: FontBook) -> TextBlock:
    scale = style.size / 1000
    latin = fonts.chain(style.family, style.bold)[0]
    hyphen_width = latin.advance(latin.hyphen) * latin.scale
    lines: list[Line] = []
    for shaped in _shaped_lines(text, style, fonts):
        for extent in wrap(shaped, width / scale, hyphen_width):
            shown = shaped.width(extent.start, extent.shown_to) + (hyphen_width if extent.hyphen else 0)
            lines.append(Line(shaped, extent, shown * scale))
    used = {font for line in lines for font in line.shaped.fonts}
    ascent, descent = _line_box(used, style)
    high = tuple(replace(line, tall=ascent + descent, ascent=ascent) for line in lines)
    return TextBlock(high, style, width, fonts)


def text_width(text: str | Sequence[Span], style: TextStyle, fonts: FontBook) -> float:
    """The width in points of the longest line, unwrapped."""
    scale = style.size / 1000
    return max(shaped.edges[-1] for shaped in _shaped_lines(spans_of(text), style, fonts)) * scale


def _line_box(used: set[Font], style: TextStyle) -> tuple[float, float]:
    """How far a line reaches above and below its baseline. Latin is centred in the leading asked for; other scripts
    push the lines apart by as much as they need.
    """
    scale = style.size / 1000
    latin_ascent, latin_descent = _LATIN
    spare = style.leading * style.size - (latin_ascent + latin_descent) * scale
    above, below = latin_ascent * scale + spare / 2, latin_descent * scale + spare / 2
    tall = [font for font in used if not (font.is_latin or font.is_pictures)]
    return (
        max([above, *(font.ascent * scale for font in tall)]),
        max([below, *(font.descent * scale for font in tall)]),
    )


def _shaped_lines(text: Sequence[Span], style: TextStyle, fonts: FontBook) -> Iterator[ShapedText]:
    for line in _typed_lines(text):
        looks: list[Look] = []
        base = _DIRECTIONS.get(line[0].direction or style.direction)
        start = 0
        for span in line:
            end = start + len(span.text)
            lang = span.lang or style.lang
            bold = style.bold if span.bold is None else span.bold
            looks.append(Look(start, end, bold, lang, _family(style, lang)))
            start = end
        yield shape("".join(span.text for span in line), base, looks, fonts)


def _typed_lines(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans of each line as it was typed; at least one line."""
    line: list[Span] = []
    for span in spans:
        first, *rest = clean(span.text).split("\n")
        if first or not line:
            line.append(replace(span, text=first))
        for following in rest:
            yield line or [Span("")]
            line = [replace(span, text=following)] if following else []
    yield line or [Span("")]


def _family(style: TextStyle, lang: str | None) -> Family:
    return "urdu" if style.family == "urdu" or (lang or "").lower().split("-")[0] == "ur" else "sans"
