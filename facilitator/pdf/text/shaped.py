"""One line of writing as it was typed, up to its line end, shaped and measured but not yet wrapped."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from facilitator.pdf.text import bidi, runs, segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.fonts import Font, FontBook, Glyph
    from facilitator.pdf.text.runs import Look, Run


class Piece(NamedTuple):
    """A run, or the part of it in [start, end) that is on one line. Glyph clusters count from `origin`."""

    run: Run
    start: int
    end: int
    glyphs: list[Glyph]
    origin: int
    is_shaped_anew: bool = False

    @property
    def width(self) -> float:
        """In thousandths of the font size."""
        return sum(glyph.advance for glyph in self.glyphs) * self.run.font.scale


@dataclass(slots=True)
class ShapedText:
    """Text with its levels, its runs and `edges`: how far each character's start is from the text's, in thousandths of
    the font size and in logical order. `cuttable` holds 1 where a line may be cut in need: between user-perceived
    characters and never inside a ligature.
    """

    text: str
    base: int
    levels: Sequence[int]
    runs: list[Run]
    edges: list[float]
    cuttable: bytearray
    looks: Sequence[Look]
    _pieces: dict[tuple[int, int], list[Piece]] = field(
        default_factory=dict[tuple[int, int], "list[Piece]"], repr=False
    )

    @property
    def fonts(self) -> set[Font]:
        """The fonts its characters are in."""
        return {run.font for run in self.runs}

    def width(self, start: int, end: int) -> float:
        """The width of a line of [start, end), in thousandths of the font size.

        Joined letters that are cut take other forms, so it may differ from the distance between the edges.
        """
        if (start, end) == (0, len(self.text)):
            return self.edges[end]
        pieces = self.pieces(start, end)
        if any(piece.is_shaped_anew for piece in pieces):
            return sum(piece.width for piece in pieces)
        return self.edges[end] - self.edges[start]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """What a line of [start, end) shows, in logical order. Where joined letters are cut, they are shaped anew."""
        known = self._pieces.get((start, end))
        if known is not None:
            return known
        found = self._pieces[start, end] = list[Piece]()
        k = bisect_right(self.runs, start, key=lambda run: run.start) - 1
        while 0 <= k < len(self.runs) and self.runs[k].start < end:
            run = self.runs[k]
            first, last = max(run.start, start), min(run.end, end)
            if (first, last) == (run.start, run.end):
                found.append(Piece(run, first, last, run.glyphs, first))
            elif first < last:
                found.append(_part(self.text, run, first, last))
            k += 1
        return found

    def in_visual_order(self, start: int, end: int) -> list[Piece]:
        """The pieces of a line from left to right (UAX #9, L1 and L2)."""
        pieces = self.pieces(start, end)
        if not any(piece.run.level for piece in pieces):
            return pieces
        return [pieces[i] for i in bidi.visual_order([piece.run.level for piece in pieces])]


def shape(text: str, base: int | None, looks: Sequence[Look], book: FontBook) -> ShapedText:
    """Shape a text that is clean and holds no line end; `looks` cover it in order."""
    base, levels = bidi.resolve(text, base)
    starts = segments.grapheme_starts(text)
    found = runs.cut(text, levels, starts, looks, book)
    advances = [0.0] * len(text)
    cuttable = starts.translate(_ONES)
    for run in found:
        before, after = text[max(run.start - 1, 0) : run.start], text[run.end : run.end + 1]
        run.glyphs, run.one_each = run.font.shape(
            text[run.start : run.end], rtl=run.rtl, lang=run.look.lang, before=before, after=after
        )
        scale = run.font.scale
        if run.one_each:
            widths = [glyph.advance * scale for glyph in run.glyphs]
            advances[run.start : run.end] = widths[::-1] if run.rtl else widths
            continue
        heads = {0}
        for glyph in run.glyphs:
            cluster = glyph.cluster
            advances[run.start + cluster] += glyph.advance * scale
            heads.add(cluster)
        for inside in set(range(run.end - run.start)) - heads:
            cuttable[run.start + inside] = 0
    return ShapedText(text, base, levels, found, [0.0, *accumulate(advances)], cuttable, looks)


_ONES = bytes([0]) + bytes([1]) * 255
"""Any kind of start of a character is a place to cut."""


def _part(text: str, run: Run, start: int, end: int) -> Piece:
    if run.one_each:
        one, two = (run.end - end, run.end - start) if run.rtl else (start - run.start, end - run.start)
    else:
        one, two = sorted((_position(run, start - run.start), _position(run, end - run.start)))
    first_after_cut = [i - 1 if run.rtl else i for i in (one, two)]
    if any(0 <= i < len(run.glyphs) and run.glyphs[i].is_unsafe_to_cut for i in first_after_cut):
        glyphs = run.font.shape(text[start:end], rtl=run.rtl, lang=run.look.lang).glyphs
        return Piece(run, start, end, glyphs, start, is_shaped_anew=True)
    return Piece(run, start, end, run.glyphs[one:two], run.start)


def _position(run: Run, character: int) -> int:
    """Where among a run's glyphs those from a character on start, or from right to left, where they end."""
    if run.rtl:
        return bisect_right(run.glyphs, -character, key=lambda glyph: -glyph.cluster)
    return bisect_left(run.glyphs, character, key=lambda glyph: glyph.cluster)
