"""Lay out what people wrote as lines of a width, ready to draw: the one door to the text engine."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from facilitator.pdf.text import drawing
from facilitator.pdf.text.clean import clean
from facilitator.pdf.text.letters import Stretch, stretches
from facilitator.pdf.text.phrase import Phrase, spans_of
from facilitator.pdf.text.plain import PlainText, plain_text
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
_LINES_KEPT, _LONGEST_KEPT = 100, 2_500
_LATIN = (984.0, 316.0)  # the ascent and descent of Atkinson Hyperlegible Next


class WrappedLine(NamedTuple):
    """A line while it is being laid out: a stretch of a shaped text, and its width in points."""

    shaped: ShapedText | PlainText
    extent: Extent
    width: float

    def set(self, latin: Font, box: tuple[float, float]) -> Line:
        """The line as it is kept; `latin` has its hyphen, `box` is how far it reaches above and below its baseline."""
        shaped, extent, text = self.shaped, self.extent, self.shaped.text
        ascent, descent = box
        return Line(
            text=text[extent.start : extent.end],
            rtl=shaped.base == 1,
            width=self.width,
            tall=ascent + descent,
            ascent=ascent,
            is_first=extent.start == 0,
            ends_a_word=extent.end > extent.shown_to or extent.end == len(text),
            stretches=_stretches(shaped, extent, latin),
        )


class Line(NamedTuple):
    """One line of a block, ready to draw. Lengths are points: `width` without the spaces at its end, how `tall` it is,
    and the `ascent` from its top to its baseline. `rtl` when it was typed in a right-to-left script, and starts at the
    right; `is_first` of a line as it was typed. When it `ends_a_word`, what follows on the next line is another one.
    """

    text: str
    rtl: bool
    width: float
    tall: float
    ascent: float
    is_first: bool
    ends_a_word: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
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
        return "".join(f"\n{line.text}" if n and line.is_first else line.text for n, line in enumerate(self.lines))

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
    latin = fonts.chain(style.family, style.bold)[0]
    wrapped = wrap_lines(text, style, width, fonts)
    used = {font for shaped in {id(line.shaped): line.shaped for line in wrapped}.values() for font in shaped.fonts}
    box = _line_box(used, style)
    return TextBlock(tuple([line.set(latin, box) for line in wrapped]), style, width, fonts)


def _stretches(shaped: ShapedText | PlainText, extent: Extent, latin: Font) -> tuple[Stretch, ...]:
    if isinstance(shaped, ShapedText):
        return stretches(shaped, extent, latin)
    font, look = shaped.font, shaped.look
    letters = tuple(shaped.letters[extent.start : extent.shown_to])
    return (Stretch(font, letters, look.lang, thick=look.bold and not font.is_bold),) if letters else ()


def wrap_lines(
    text: Sequence[Span], style: TextStyle, width: float, fonts: FontBook, *, in_words: bool = True
) -> list[WrappedLine]:
    """The lines of a text in a width in points, before their letters are set. They are put together from words where
    that can be and is wanted (`in_words`).
    """
    scale = style.size / 1000
    latin = fonts.chain(style.family, style.bold)[0]
    hyphen_width = latin.advance(latin.hyphen) * latin.scale
    lines: list[WrappedLine] = []
    for shaped in _shaped_lines(text, style, fonts, in_words=in_words):
        for extent in wrap(shaped, width / scale, hyphen_width):
            shown = shaped.width(extent.start, extent.shown_to) + (hyphen_width if extent.hyphen else 0)
            lines.append(WrappedLine(shaped, extent, shown * scale))
    return lines


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


def _shaped_lines(
    text: Sequence[Span], style: TextStyle, fonts: FontBook, *, in_words: bool = True
) -> Iterator[ShapedText | PlainText]:
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
        whole = "".join(span.text for span in line)
        if base is None and style.neutral == "rtl" and not any(map(str.isalpha, whole)):
            base = _DIRECTIONS["rtl"]
        yield (plain_text(whole, base, looks, fonts) if in_words else None) or _shaped(whole, base, looks, fonts)


def _shaped(text: str, base: int | None, looks: Sequence[Look], fonts: FontBook) -> ShapedText:
    """The line shaped, or as it was shaped before: what is fitted into a box is tried in many sizes."""
    if len(text) > _LONGEST_KEPT:
        return shape(text, base, looks, fonts)
    key = (text, base, tuple(looks))
    shaped = fonts.shaped.get(key)
    if shaped is None:
        if len(fonts.shaped) >= _LINES_KEPT:
            fonts.shaped.clear()
        shaped = fonts.shaped[key] = shape(text, base, looks, fonts)
    return shaped


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
