"""Cut text into runs of one direction, one font and one span: what HarfBuzz can shape in one go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.pdf.text.clean import REPLACEMENT
from facilitator.pdf.text.segments import INVISIBLE, ZERO_WIDTH_JOINER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.fonts import Font, FontBook, Glyph
    from facilitator.pdf.text.style import Family

_PICTURE_SIGNS = frozenset("\ufe0f\u20e3") | {ZERO_WIDTH_JOINER}
_SHARED_INDIC = frozenset("\u0964\u0965")
_DEVANAGARI = range(0x0900, 0x0980)
_NOT_JUST_LETTERS = re.compile(r"[^ \u0606-\u061b\u061d-\u06dc\u06de-\u06ff\u0980-\u0d7f]")
"""What takes its looks from its neighbours, or is cut for reasons of its own."""


@dataclass(frozen=True)
class Look:
    """What a span says of the characters in [start, end)."""

    start: int
    end: int
    bold: bool
    lang: str | None
    family: Family


@dataclass(slots=True)
class Run:
    """The characters in [start, end): one level, one font, one span. Its glyphs are left to right as they show."""

    start: int
    end: int
    level: int
    font: Font
    look: Look
    glyphs: list[Glyph] = field(default_factory=list)
    one_each: bool = False
    """Whether each glyph stands for one character, in order."""

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return bool(self.level & 1)


def cut(text: str, levels: Sequence[int], starts: bytearray, looks: Sequence[Look], book: FontBook) -> list[Run]:
    """The runs of a text in logical order; together they hold each character once."""
    found: list[Run] = []
    for look in looks:
        if look.start == look.end:
            continue
        chain = book.chain(look.family, look.bold)
        part = slice(look.start, look.end)
        if set(map(ord, text[part])) <= chain[0].covers and not any(levels[part]) and 2 not in starts[part]:
            found.append(Run(look.start, look.end, 0, chain[0], look))
        elif font := _only_font(text[part], levels[part], starts[part], look, book):
            found.append(Run(look.start, look.end, levels[look.start], font, look))
        else:
            found += _cut_span(text, levels, starts, look, _Chooser(chain, book.missing, text, look))
    return found


def _only_font(text: str, levels: Sequence[int], starts: bytearray, look: Look, book: FontBook) -> Font | None:
    """The font of a span of letters of one script and spaces between them, which is one run."""
    if 2 in starts or levels.count(levels[0]) != len(levels) or _NOT_JUST_LETTERS.search(text):
        return None
    font = book.only_font(set(text) - {" "}, look.family, look.bold)
    return font if font and text[0] != " " and ord(" ") in font.covers and not font.is_pictures else None


def _cut_span(text: str, levels: Sequence[int], starts: bytearray, look: Look, chooser: _Chooser) -> list[Run]:
    found: list[Run] = []
    i, script = look.start, False
    while i < look.end:
        end = i + 1
        while end < look.end and not starts[end]:
            end += 1
        font = chooser.choose(text[i:end])
        now = ord(text[i]) in _DEVANAGARI if text[i].isalpha() else script
        last = found[-1] if found else None
        if last and last.font is font and last.level == levels[i] and now == script and starts[i] == 1:
            last.end = end
        else:
            found.append(Run(i, end, levels[i], font, look))
        i, script = end, now
    return found


class _Chooser:
    """Picks the font of one user-perceived character after another; what joins or pairs stays with its run."""

    def __init__(self, chain: Sequence[Font], missing: set[str], text: str, look: Look) -> None:
        self.chain = chain
        self.missing = missing
        self.pictures = next((font for font in chain if font.scripts[0] == "Zsye"), chain[-1])
        self.seen: dict[str, Font] = {}
        first_letter = next((c for c in text[look.start : look.end] if c.isalpha()), "x")
        self.current = self._first_covering({ord(first_letter)}) or chain[0]

    def choose(self, cluster: str) -> Font:
        self.current = self._keep(cluster) or self.seen.get(cluster) or self._search(cluster)
        return self.current

    def _keep(self, cluster: str) -> Font | None:
        """The current font, for what takes its looks from its neighbours: spaces, quotes, dashes, invisible signs."""
        character = cluster[0]
        if len(cluster) > 1:
            return None
        if character == " ":
            return self.chain[0] if self.current.is_pictures else self.current
        if character in INVISIBLE:
            return self.current
        if ord(character) not in self.current.covers:
            return None
        is_general_mark = "\u2010" <= character <= "\u206f" or character in _SHARED_INDIC
        return self.current if is_general_mark and not self.current.is_pictures else None

    def _search(self, cluster: str) -> Font:
        if cluster[0] == REPLACEMENT:
            self.missing.add(REPLACEMENT)
        needed = {ord(character) for character in cluster if character not in INVISIBLE}
        wants_picture = len(cluster) > 1 and not _PICTURE_SIGNS.isdisjoint(cluster)
        if wants_picture and "\ufe0e" not in cluster and needed <= self.pictures.covers:
            font = self.pictures
        else:
            font = self._first_covering(needed)
        if font is None:
            font = self._first_covering({ord(cluster[0])}) or self.chain[0]
            self.missing.update(c for c in cluster if c not in INVISIBLE and ord(c) not in font.covers)
        self.seen[cluster] = font
        return font

    def _first_covering(self, needed: set[int]) -> Font | None:
        return next((font for font in self.chain if needed <= font.covers), None)
