"""Text fitted into a box whose size is fixed because a scanner must find it again: smaller type first, then an
ellipsis.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import TextBlock, lay_out
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.style import Span, TextStyle

CUT_NAME = "A name is too long for its line and was cut there."
"""What the person who prints is told."""

STEP = 0.5
_LONGEST = 4_000
"""No box of ours holds more characters than this, and longer texts cost time to lay out."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A block that fits, and whether words had to be left out for it."""

    block: TextBlock
    cut: bool


def fit(
    text: str | Sequence[Span],
    style: TextStyle,
    width: float,
    height: float,
    edition: Edition,
    *,
    smallest: float = 0.0,
) -> Fitted:
    """The text in the largest type from the style's size down to `smallest`, or the edition's smallest, that fits
    `width` by `height` millimetres. In large print it is never smaller than that, whatever `smallest` says.

    If even the smallest is too large, the text is cut at a character and ends in an ellipsis.
    """
    fonts = edition.fonts
    smallest = edition.never_below(smallest or edition.smallest)
    shown = _beginning(text, _LONGEST) if isinstance(text, str) else text
    size = style.size
    block = lay_out(shown, style, width * MM, fonts)
    while not _fits(block, height) and size > smallest:
        size = max(size - STEP, smallest)
        block = lay_out(shown, replace(style, size=size), width * MM, fonts)
    if _fits(block, height):
        return Fitted(block, cut=len(shown) < len(text))
    return Fitted(_cut(shown, block, height), cut=True)


def _cut(text: str | Sequence[Span], block: TextBlock, height: float) -> TextBlock:
    """The longest beginning that fits with an ellipsis; at least the ellipsis. It is looked for around the end of the
    last line of the whole `block` that fits, in steps that grow until there is one that fits and one that does not.
    """
    most = (len(text) if isinstance(text, str) else sum(len(span.text) for span in text)) - 1
    low, high, step, near = 0, most, 1, len(block.split(height * MM)[0].text)
    while low < high:
        at = (low + high + 1) // 2 if low > 0 and high < most else min(max(near, low + 1), high)
        if _fits(_shortened(text, at, block), height):
            low, near = at, at + step
        else:
            high, near = at - 1, at - step
        step *= 2
    return _shortened(text, low, block)


def _shortened(text: str | Sequence[Span], length: int, block: TextBlock) -> TextBlock:
    short = _beginning(text, length, end="…") if isinstance(text, str) else _first_spans(text, length, end="…")
    return lay_out(short, block.style, block.width, block.fonts)


def _first_spans(spans: Sequence[Span], length: int, end: str) -> list[Span]:
    """So many characters of some spans, each of which keeps its language, and so its letters."""
    found: list[Span] = []
    for span in spans:
        if length <= len(span.text):
            return [*found, replace(span, text=_beginning(span.text, length, end))]
        found.append(span)
        length -= len(span.text)
    return found


def _beginning(text: str, length: int, end: str = "") -> str:
    """So many characters of a text; a phrase stays one, and what is cut of it is cut in both languages."""
    if len(text) <= length and not end:
        return text
    short = text[:length].rstrip() + end
    if not isinstance(text, Phrase):
        return short
    second = _beginning(text.second, length, end) if text.second else None
    return Phrase(short, text.lang, text.rtl, second if isinstance(second, Phrase) else None)


def _fits(block: TextBlock, height: float) -> bool:
    return block.height <= height * MM + 0.01
