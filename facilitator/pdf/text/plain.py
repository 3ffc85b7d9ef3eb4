"""The quick way for most of what is printed: text in one Latin font, put together from words that were shaped before.

It gives what `shaped` gives, for fonts in which a word is not moved or changed by the spaces around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from facilitator.pdf.text import bidi, segments
from facilitator.pdf.text.letters import Letter, letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.fonts import Font, FontBook
    from facilitator.pdf.text.runs import Look


_WORDS_KEPT = 20_000
_LONGEST = 200
_LATIN = range(0x21, 0x250)
_SOFT_HYPHEN = 0xAD


class Word(NamedTuple):
    """A shaped word and the space before it, if there is one: for each character a letter, and how far the pen moves,
    in thousandths of the size.
    """

    letters: tuple[Letter, ...]
    advances: tuple[float, ...]


@dataclass(slots=True)
class PlainText:
    """A line as it was typed, a letter for each character. See `ShapedText`, of which it has what wrapping asks for."""

    text: str
    font: Font
    look: Look
    letters: list[Letter]
    edges: list[float]
    cuttable: bytearray
    base: int = 0

    @property
    def fonts(self) -> set[Font]:
        """The one font its characters are in."""
        return {self.font}

    def width(self, start: int, end: int) -> float:
        """The width of a line of [start, end), in thousandths of the font size."""
        return self.edges[end] - self.edges[start]


def plain_text(text: str, base: int | None, looks: Sequence[Look], book: FontBook) -> PlainText | None:
    """The text put together from its words, or None where it has to be shaped as a whole."""
    if base == 1 or len(looks) != 1 or not text or bidi.may_run_right_to_left(text):
        return None
    look = looks[0]
    font = book.chain(look.family, look.bold)[0]
    if not _sets_words(font):
        return None
    letters: list[Letter] = []
    advances: list[float] = []
    words = text.split(" ")
    last = len(words) - 1
    for n, part in enumerate(words):
        word = _word(font, f"{' ' if n else ''}{part}{' ' if n < last else ''}", look.lang, ends=n == last)
        if word is None:
            return None
        letters += word.letters
        advances += word.advances
    cuttable = bytearray(b"\x01") * (len(text) + 1)
    return PlainText(text, font, look, letters, [0.0, *accumulate(advances)], cuttable)


def _sets_words(font: Font) -> bool:
    """Whether spaces and letters only move as pairs do: then a word with its spaces is the same in every text."""
    if font.sets_words is None:
        covered = [chr(code) for code in _LATIN if code in font.covers and code != _SOFT_HYPHEN]
        font.sets_words = font.is_latin and all(
            _is_made_of_words(font, " ".join(covered[start : start + 40])) for start in range(0, len(covered), 40)
        )
    return font.sets_words


def _is_made_of_words(font: Font, text: str) -> bool:
    whole = _shaped(font, text, None)
    words = text.split(" ")
    last = len(words) - 1
    parts = [
        _shaped(font, f"{' ' if n else ''}{part}{' ' if n < last else ''}", None, ends=n == last)
        for n, part in enumerate(words)
    ]
    found = [part for part in parts if part]
    return whole is not None and whole.letters == tuple(one for part in found for one in part.letters)


def _word(font: Font, text: str, lang: str | None, *, ends: bool) -> Word | None:
    """A word, shaped when it is first met; None where it has more to it than a glyph for each character."""
    key = (text if ends else f"{text} ", lang)
    if key not in font.words:
        if len(font.words) >= _WORDS_KEPT:
            font.words.clear()
        font.words[key] = _shaped(font, text, lang, ends=ends)
    return font.words[key]


def _shaped(font: Font, text: str, lang: str | None, *, ends: bool = True) -> Word | None:
    """A word with the spaces around it; but for the last one (`ends`), the space after it belongs to the next."""
    if len(text) > _LONGEST or not font.covers.issuperset(map(ord, text)) or 0 in segments.grapheme_starts(text):
        return None
    glyphs, one_each = font.shape(text, rtl=False, lang=lang)
    if not one_each:
        return None
    letters = tuple(
        letter(font, glyph.id, character, glyph.advance - font.advance(glyph.id))
        for character, glyph in zip(text, glyphs, strict=True)
    )
    advances = tuple(glyph.advance * font.scale for glyph in glyphs)
    return Word(letters, advances) if ends else Word(letters[:-1], advances[:-1])
