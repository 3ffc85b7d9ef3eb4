"""Shaped text as it is written in a file: a row of letters, each a picture and the text it stands for.

A letter is kept once for each font, however often it is written, so that a thousand pages of them take little room.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from facilitator.pdf.text import bidi
from facilitator.pdf.text.segments import INVISIBLE, SOFT_HYPHEN, ZERO_WIDTH_JOINER
from facilitator.pdf.text.truetype import Composite, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.pdf.fonts import Font, Glyph
    from facilitator.pdf.text.shaped import Piece, ShapedText
    from facilitator.pdf.text.wrap import Extent

EMPTY = Composite((), 0)
_LONGEST_CODE = 64  # a code may read as 512 bytes at most (ISO 32000-1, 9.10.3)
_WIDEST = 16_000  # a TrueType font counts to 32,767


class Letter:
    """A glyph, or several as one, and what it reads as. `skip` is how much further than its own width the pen moves, in
    font units. There is one of each in a font, so that they are told apart by identity.
    """

    __slots__ = ("picture", "skip", "text")

    def __init__(self, picture: int | Composite, text: str, skip: int = 0) -> None:
        self.picture = picture
        self.text = text
        self.skip = skip


class Stretch(NamedTuple):
    """Letters of one font and language, from left to right. `thick` where the font has no bold of its own; `turned`
    where they are read from right to left; `is_hyphen` where they only show that a word goes on.
    """

    font: Font
    letters: tuple[Letter, ...]
    lang: str | None = None
    thick: bool = False
    turned: bool = False
    is_hyphen: bool = False
    left: float | None = None


def stretches(shaped: ShapedText, extent: Extent, latin: Font) -> tuple[Stretch, ...]:
    """What a line shows, from left to right. `latin` has its hyphen."""
    pieces = shaped.in_visual_order(extent.start, extent.shown_to)
    if len(pieces) > 1 and any(piece.run.rtl for piece in pieces) and not extent.hyphen:
        lefts = accumulate((piece.width for piece in pieces), initial=0.0)
        placed = [_stretch(shaped.text, piece)._replace(left=left) for piece, left in zip(pieces, lefts, strict=False)]
        order = sorted(range(len(pieces)), key=lambda n: pieces[n].start)
        return tuple(placed[n] for n in order)
    found = [_stretch(shaped.text, piece) for piece in pieces]
    if extent.hyphen:
        hyphen = Stretch(latin, (letter(latin, latin.hyphen, SOFT_HYPHEN),), is_hyphen=True)
        found.insert(0 if shaped.base else len(found), hyphen)
    return tuple(found)


def space(latin: Font) -> Stretch:
    """The space between two words."""
    return Stretch(latin, (letter(latin, latin.space, " "),))


def _stretch(text: str, piece: Piece) -> Stretch:
    run, look, font = piece.run, piece.run.look, piece.run.font
    plain = run.one_each and not piece.is_shaped_anew
    letters = _one_each(text[piece.start : piece.end], piece) if plain else _cluster_by_cluster(text, piece)
    thick = look.bold and not font.is_bold and not font.is_pictures
    return Stretch(font, tuple(letters), look.lang, thick, run.rtl)


def _one_each(text: str, piece: Piece) -> list[Letter]:
    """Letters of glyphs that stand for a character each, where they are: the usual case, and the quick one."""
    font, mirror = piece.run.font, bidi.MIRROR
    known, letters = font.plain_letters, list[Letter]()
    if piece.run.rtl:
        text = "".join(mirror.get(character, character) for character in reversed(text))
    for character, glyph in zip(text, piece.glyphs, strict=True):
        key = (glyph.id, character, glyph.advance)
        found = known.get(key)
        if found is None:
            found = known[key] = letter(font, glyph.id, character, glyph.advance - font.advance(glyph.id))
        letters.append(found)
    return letters


def _cluster_by_cluster(text: str, piece: Piece) -> Iterator[Letter]:
    font = piece.run.font
    for cluster, glyphs in _clusters(text, piece):
        if piece.run.rtl:
            yield from _one_code_each(font, cluster, glyphs)
            continue
        yield from _pictured(font, cluster, glyphs, cluster[:_LONGEST_CODE])
        for i in range(_LONGEST_CODE, len(cluster), _LONGEST_CODE):
            yield letter(font, EMPTY, cluster[i : i + _LONGEST_CODE])


def _one_code_each(font: Font, text: str, glyphs: Sequence[Glyph]) -> Iterator[Letter]:
    """Readers turn right-to-left text round a code at a time, so each code must be one character: the last one gets
    the picture, those before it an empty one each. Brackets read as they look: readers mirror them back.
    """
    yield from _pictured(font, text, glyphs, bidi.MIRROR.get(text[-1], text[-1]))
    for character in text[-2::-1]:
        yield letter(font, EMPTY, character)


def _pictured(font: Font, text: str, glyphs: Sequence[Glyph], reads_as: str) -> Iterator[Letter]:
    """The glyphs that stand for a text as one picture with one code."""
    only = glyphs[0]
    if len(glyphs) == 1 and not only.x and not only.y and text not in INVISIBLE:
        yield letter(font, only.id, reads_as, only.advance - font.advance(only.id))
        return
    pictures, skip = _composites(glyphs, visible=text not in INVISIBLE)
    for picture in pictures[:-1]:
        yield letter(font, picture, reads_as)
        reads_as = ZERO_WIDTH_JOINER
    yield letter(font, pictures[-1], reads_as, skip)


def letter(font: Font, picture: int | Composite, text: str, skip: int = 0) -> Letter:
    """The font's letter for a picture that reads as a text."""
    key = (picture, text, skip)
    found = font.letters.get(key)
    if found is None:
        found = font.letters[key] = Letter(picture, text, skip)
    return found


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
