"""The fonts that travel with the app, opened when first needed, and the order in which a character looks for one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from facilitator.pdf.text.segments import INVISIBLE
from facilitator.resources import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import uharfbuzz as hb

    from facilitator.pdf.text.letters import Letter
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.plain import Word
    from facilitator.pdf.text.runs import Look
    from facilitator.pdf.text.shaped import ShapedText
    from facilitator.pdf.text.style import Family, Span, TextStyle
    from facilitator.pdf.text.truetype import Composite

MANIFEST = "manifest.json"
BOLD_FROM = 600
_SHAPED_RUNS_KEPT = 1024


class Glyph(NamedTuple):
    """One shaped glyph. `cluster` is the first character it stands for; lengths are font units."""

    id: int
    cluster: int
    advance: int
    x: int
    y: int
    info: hb.GlyphInfo

    @property
    def is_unsafe_to_cut(self) -> bool:
        """Whether the text before it and the text from it on look different apart. Slow, so asked at cuts only."""
        return bool(self.info.flags & 1)


_new_glyph: Callable[[type[Glyph], tuple[object, ...]], Glyph] = cast("Any", tuple.__new__)
"""Makes one without the detour by a named tuple's own function: there are a hundred thousand in a report."""


class ShapedGlyphs(NamedTuple):
    """The glyphs of a run. `one_each` where each stands for one character that is to be seen, in order, and is where
    the pen is, as in most Latin text.
    """

    glyphs: list[Glyph]
    one_each: bool


@dataclass(eq=False)
class Font:
    """One font file. `scale` turns its units, in which glyphs are placed, into thousandths of the font size."""

    path: Path
    family: str
    weight: int
    scripts: tuple[str, ...]
    letters: dict[tuple[int | Composite, str, int], Letter] = field(
        default_factory=dict[tuple["int | Composite", str, int], "Letter"], repr=False
    )
    """Every letter of it that was written, by its picture, its text and its skip."""

    plain_letters: dict[tuple[int, str, int], Letter] = field(
        default_factory=dict[tuple[int, str, int], "Letter"], repr=False
    )
    """Those of one glyph and one character, by its advance instead."""

    words: dict[tuple[str, str | None], Word | None] = field(
        default_factory=dict[tuple[str, "str | None"], "Word | None"], repr=False
    )
    """Words that were shaped by themselves, with the spaces at their ends, and their language."""

    sets_words: bool | None = None
    """Whether words shaped by themselves make the text; None before somebody has looked."""

    _shaped: dict[tuple[str, str, str, bool, str | None], ShapedGlyphs] = field(default_factory=dict, repr=False)

    @cached_property
    def hb_face(self) -> hb.Face:
        """The file, opened when first asked for."""
        import uharfbuzz

        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)))

    @cached_property
    def hb_font(self) -> hb.Font:
        """What shapes and measures, in font units."""
        import uharfbuzz

        return uharfbuzz.Font(self.hb_face)

    @cached_property
    def covers(self) -> frozenset[int]:
        """The code points it has a glyph for."""
        return frozenset(self.hb_face.unicodes)

    @cached_property
    def scale(self) -> float:
        """Thousandths of the font size in a font unit."""
        return 1000 / self.hb_face.upem

    @cached_property
    def ascent(self) -> float:
        """Above the baseline, in thousandths of the font size."""
        return self.hb_font.get_font_extents("ltr").ascender * self.scale

    @cached_property
    def descent(self) -> float:
        """Below the baseline, in thousandths of the font size, as a positive number."""
        return -self.hb_font.get_font_extents("ltr").descender * self.scale

    @property
    def is_latin(self) -> bool:
        """Whether it fits the leading of Latin text."""
        return "Latn" in self.scripts

    @property
    def is_bold(self) -> bool:
        """Whether its weight is semi-bold or more."""
        return self.weight >= BOLD_FROM

    @property
    def is_pictures(self) -> bool:
        """Whether it holds symbols or emoji rather than letters."""
        return self.scripts[0] in ("Zsym", "Zsye")

    @cached_property
    def _advances(self) -> dict[int, int]:
        return {}

    def advance(self, glyph: int) -> int:
        """How far the pen moves after the glyph when nothing is kerned, in font units."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.hb_font.get_glyph_h_advance(glyph)
        return width

    @cached_property
    def hyphen(self) -> int:
        """The glyph that shows where a word is cut."""
        return self.hb_font.get_nominal_glyph(ord("-")) or 0

    @cached_property
    def space(self) -> int:
        """The glyph between words."""
        return self.hb_font.get_nominal_glyph(ord(" ")) or 0

    def shape(self, text: str, *, rtl: bool, lang: str | None, before: str = "", after: str = "") -> ShapedGlyphs:
        """The glyphs of one run, left to right as they show; `before` and `after` are its neighbours, for joining."""
        key = (text, before, after, rtl, lang)
        shaped = self._shaped.get(key)
        if shaped is None:
            if len(self._shaped) >= _SHAPED_RUNS_KEPT:
                self._shaped.clear()
            glyphs = self._shape(text, rtl, lang, before, after)
            shaped = self._shaped[key] = ShapedGlyphs(glyphs, _one_each(glyphs, text, rtl=rtl))
        return shaped

    def _shape(self, text: str, rtl: bool, lang: str | None, before: str, after: str) -> list[Glyph]:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(before + text + after, len(before), len(text))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        # Right to left each mark keeps its own character, because readers turn the order round a code at a time.
        level = uharfbuzz.BufferClusterLevel
        buffer.cluster_level = level.MONOTONE_CHARACTERS if rtl else level.MONOTONE_GRAPHEMES
        if lang:
            buffer.language = lang
        uharfbuzz.shape(self.hb_font, buffer)
        offset = len(before)
        infos = buffer.glyph_infos
        placed = zip(infos, [place.position for place in buffer.glyph_positions], strict=True)
        return [
            _new_glyph(Glyph, (info.codepoint, info.cluster - offset, advance, x, y, info))
            for info, (x, y, advance, _) in placed
        ]


def _one_each(glyphs: Sequence[Glyph], text: str, *, rtl: bool) -> bool:
    count = len(text)
    if len(glyphs) != count or not INVISIBLE.isdisjoint(text) or any(glyph.x or glyph.y for glyph in glyphs):
        return False
    return [glyph.cluster for glyph in glyphs] == (list(range(count - 1, -1, -1)) if rtl else list(range(count)))


class FontBook:
    """The fonts a document may use, and what it could not show. Make one for each document.

    `missing` collects the characters no font has, and U+FFFD where something unprintable was replaced. `laid_out` are
    blocks of text that may come again, by what they say, how and how wide; `shaped` are lines that may, in any size.
    """

    def __init__(self, fonts: Sequence[Font]) -> None:
        self.fonts = tuple(fonts)
        self.missing: set[str] = set()
        self.laid_out: dict[tuple[tuple[Span, ...], TextStyle, float], TextBlock] = {}
        self.shaped: dict[tuple[str, int | None, tuple[Look, ...]], ShapedText] = {}
        self._chains: dict[tuple[Family, bool], tuple[Font, ...]] = {}
        self._first: dict[tuple[Family, bool], dict[str, Font | None]] = {}

    @classmethod
    def default(cls) -> FontBook:
        """The fonts in `resources/fonts`, as its manifest lists them."""
        return cls.open(resources("fonts"))

    @classmethod
    def open(cls, folder: Path) -> FontBook:
        """The fonts of a folder, in its manifest's order, which is the order of fallback."""
        entries = json.loads((folder / MANIFEST).read_text("utf-8"))["fonts"]
        return cls([Font(folder / e["file"], e["family"], e["weight"], tuple(e["scripts"])) for e in entries])

    def only_font(self, characters: set[str], family: Family, bold: bool) -> Font | None:
        """The one font that each of these characters finds first, or None where they find several, or none."""
        chain = self.chain(family, bold)
        known = self._first.setdefault((family, bold), {})
        fonts: set[Font | None] = set()
        for character in characters:
            if character not in known:
                known[character] = next((font for font in chain if ord(character) in font.covers), None)
            fonts.add(known[character])
        return fonts.pop() if len(fonts) == 1 else None

    def chain(self, family: Family, bold: bool) -> tuple[Font, ...]:
        """Every family once, in the order a character should try them; a family without bold gives its regular."""
        chain = self._chains.get((family, bold))
        if chain is None:
            by_family: dict[str, Font] = {}
            for font in self.fonts:
                if font.family not in by_family or font.is_bold == bold:
                    by_family[font.family] = font
            chain = _arabic_hand_first(tuple(by_family.values()), nastaliq=family == "urdu")
            self._chains[family, bold] = chain
        return chain


def _arabic_hand_first(fonts: tuple[Font, ...], *, nastaliq: bool) -> tuple[Font, ...]:
    """Naskh and Nastaliq hold the same letters, so their order is the choice of hand."""
    arabic = [font for font in fonts if "Arab" in font.scripts]
    arabic.sort(key=lambda font: ("Nastaliq" in font.family) != nastaliq)
    hands = iter(arabic)
    return tuple(next(hands) if "Arab" in font.scripts else font for font in fonts)
