"""Glyphs put together from others draw as their parts would, in any reader."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from facilitator.pdf.text.truetype import Composite, Part, add_composites

if TYPE_CHECKING:
    from facilitator.pdf.fonts import FontBook


def font_data(fonts: FontBook) -> bytes:
    return Path(fonts.chain("sans", bold=False)[0].path).read_bytes()


def test_a_composite_comes_after_the_fonts_own_glyphs(fonts: FontBook) -> None:
    data = font_data(fonts)
    before = TTFont(io.BytesIO(data))
    letter = before.getGlyphID("a")
    after = TTFont(io.BytesIO(add_composites(data, [Composite((Part(letter, 0, 0), Part(letter, 700, 200)), 1300)])))
    assert after["maxp"].numGlyphs == before["maxp"].numGlyphs + 1
    bounds = BoundsPen(after.getGlyphSet())
    name = after.getGlyphName(before["maxp"].numGlyphs)
    after["glyf"][name].draw(bounds, after["glyf"])
    single = before["glyf"]["a"]
    assert bounds.bounds == (single.xMin, single.yMin, single.xMax + 700, single.yMax + 200)
    assert after["hmtx"][name] == (1300, single.xMin)


def test_a_composite_of_nothing_is_an_empty_glyph_with_a_width(fonts: FontBook) -> None:
    data = font_data(fonts)
    after = TTFont(io.BytesIO(add_composites(data, [Composite((), 250)])))
    name = after.getGlyphName(after["maxp"].numGlyphs - 1)
    assert after["glyf"][name].numberOfContours == 0
    assert after["hmtx"][name] == (250, 0)


@pytest.mark.parametrize("count", [0, 3])
def test_the_fonts_own_glyphs_stay_as_they_were(count: int, fonts: FontBook) -> None:
    data = font_data(fonts)
    before, after = TTFont(io.BytesIO(data)), TTFont(io.BytesIO(add_composites(data, [Composite((), 1)] * count)))
    for name in before.getGlyphOrder():
        assert before["hmtx"][name] == after["hmtx"][after.getGlyphName(before.getGlyphID(name))]
        own = after["glyf"][after.getGlyphName(before.getGlyphID(name))]
        assert before["glyf"][name].numberOfContours == own.numberOfContours
