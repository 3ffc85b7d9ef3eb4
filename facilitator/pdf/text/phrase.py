"""Words of ours that know which language they are in, and what stands for them in a second one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = "   "
_WITHIN = " / "
_ISOLATED = ("\u2066{}\u2069", "\u2067{}\u2069")
"""Left to right, and right to left."""


class Phrase(str):
    """A text with its language (BCP 47) and direction. `second` is the same in the language beside it, if there is one.

    It is a `str` like any other, so whoever draws it need not know; what is made from it by joining is a plain `str`
    again, so join by `Wording.joined`.
    """

    __slots__ = ("lang", "rtl", "second")

    lang: str
    rtl: bool
    second: Phrase | None

    def __new__(cls, text: str, lang: str, rtl: bool = False, second: Phrase | None = None) -> Phrase:
        """The text as it is printed."""
        made = super().__new__(cls, text)
        made.lang, made.rtl, made.second = lang, rtl, second
        return made

    @property
    def alone(self) -> Phrase:
        """The same without its second language."""
        return Phrase(self, self.lang, self.rtl) if self.second else self

    def span(self, bold: bool | None = None) -> Span:
        """The first language as a span."""
        return Span(str(self), bold, self.lang, "rtl" if self.rtl else "ltr")


def alone(text: str) -> str:
    """A text in its first language, if it has a second."""
    return text.alone if isinstance(text, Phrase) else text


def spans_of(text: str | Sequence[Span]) -> list[Span]:
    """The spans of a text. A phrase in two languages stands in one line, within a text of several spans with a stroke
    between the two.
    """
    if isinstance(text, str):
        return _both(text, None, _BETWEEN)
    found: list[Span] = []
    for span in text:
        known = isinstance(span.text, Phrase) and span.lang is None
        found += _both(span.text, span.bold, _WITHIN) if known else [span]
    return found


def _both(text: str, bold: bool | None, between: str) -> list[Span]:
    if not isinstance(text, Phrase):
        return [Span(text, bold)]
    first, second = text.span(bold), text.second
    return [first, Span(between), _kept_apart(second, bold, text.rtl)] if second else [first]


def _kept_apart(second: Phrase, bold: bool | None, rtl: bool) -> Span:
    """The second language as a span in a line that runs right to left or not. Where it runs the other way it is
    isolated (UAX #9, 2.4.2), so that its question mark stays at its own end.
    """
    span = second.span(bold)
    return span if second.rtl == rtl else replace(span, text=_ISOLATED[second.rtl].format(span.text))
