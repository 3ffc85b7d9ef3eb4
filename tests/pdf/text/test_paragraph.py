"""What people wrote becomes lines that fit, in the order and the hand its readers expect, and nothing is lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.pdf.text.clean import clean
from facilitator.pdf.text.paragraph import lay_out, text_width, wrap_lines
from facilitator.pdf.text.shaped import ShapedText
from facilitator.pdf.text.style import Span, TextStyle

if TYPE_CHECKING:
    from facilitator.pdf.fonts import Font, FontBook
    from facilitator.pdf.text.letters import Letter
    from facilitator.pdf.text.paragraph import TextBlock, WrappedLine

PLAIN = TextStyle(10)
SCRIPTS = "ab é–-()5, \u00ad\u200bمرحبا؟بھائی কাক্ষ ਸ੍ਰੀ 市议会。👩‍👧👍🏽🇬🇧שלום"
ARABIC_AND_MORE = "مرحبا 市议会 👍🏽"
same_fonts = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def shown(block: TextBlock) -> list[str]:
    return [line.text for line in block.lines]


def fonts_of(block: TextBlock) -> set[str]:
    return {stretch.font.family for line in block.lines for stretch in line.stretches}


def as_shaped(text: str, style: TextStyle, width: float, fonts: FontBook) -> list[tuple[WrappedLine, ShapedText]]:
    """The lines, none of them put together from words, each with the text that was shaped."""
    lines = wrap_lines([Span(text)], style, width, fonts, in_words=False)
    return [(line, line.shaped) for line in lines if isinstance(line.shaped, ShapedText)]


def drawn_letters(line: WrappedLine, latin: Font) -> list[Letter]:
    return [letter for stretch in line.set(latin, (0, 0)).stretches for letter in stretch.letters][:-1]


def in_visual_order(lines: list[tuple[WrappedLine, ShapedText]]) -> str:
    [(line, shaped)] = lines
    return "".join(
        (text[::-1] if piece.run.rtl else text)
        for piece in shaped.in_visual_order(line.extent.start, line.extent.shown_to)
        for text in [shaped.text[piece.start : piece.end]]
    )


@same_fonts
@given(text=st.text(SCRIPTS) | st.text(), width=st.floats(0, 200))
def test_the_lines_joined_give_the_text_back(text: str, width: float, fonts: FontBook) -> None:
    block = lay_out(text, PLAIN, width, fonts)
    assert block.text == clean(text)
    for (line, _), (following, _) in pairwise(as_shaped(text, PLAIN, width, fonts)):
        assert following.extent.start in (line.extent.end, 0)


@same_fonts
@given(text=st.text(SCRIPTS) | st.text())
def test_each_character_is_in_one_run_and_has_its_glyphs(text: str, fonts: FontBook) -> None:
    for _, shaped in as_shaped(text, PLAIN, 1e9, fonts):
        runs = shaped.runs
        covered = [i for run in runs for i in range(run.start, run.end)]
        assert covered == list(range(len(shaped.text)))
        for run in runs:
            clusters = [glyph.cluster for glyph in run.glyphs]
            assert clusters == sorted(clusters, reverse=run.rtl)
            assert set(clusters) <= set(range(run.end - run.start))
            assert min(clusters) == 0


@same_fonts
@given(text=st.text(SCRIPTS), width=st.floats(60, 200))
def test_no_line_is_wider_than_the_column(text: str, width: float, fonts: FontBook) -> None:
    assert lay_out(text, PLAIN, width, fonts).natural_width <= width + 0.1


@same_fonts
@given(text=st.text("بتثجحخسشصضعغفقكلمنهي", min_size=30), width=st.floats(30, 200), lang=st.sampled_from(["ar", "ur"]))
def test_a_word_of_joined_letters_fits_when_it_is_cut(text: str, width: float, lang: str, fonts: FontBook) -> None:
    for line, shaped in as_shaped(text, TextStyle(10, lang=lang), width, fonts):
        drawn = sum(piece.width for piece in shaped.pieces(line.extent.start, line.extent.shown_to)) / 100
        assert drawn == pytest.approx(line.width)
        assert drawn <= width + 0.1


@same_fonts
@given(
    text=st.lists(st.text("AVToYafi r,.-'(é)12", max_size=5)).map(" ".join),
    bold=st.booleans(),
)
def test_text_put_together_from_words_is_set_as_text_shaped_whole(text: str, bold: bool, fonts: FontBook) -> None:
    style = TextStyle(10, bold=bold)
    quick, slow = (wrap_lines([Span(text)], style, 9_000, fonts, in_words=in_words) for in_words in (True, False))

    [one], [other] = quick, slow
    assert one.width == pytest.approx(other.width, abs=0.5)  # a space at the end draws the last letter nearer
    assert drawn_letters(one, fonts.fonts[0]) == drawn_letters(other, fonts.fonts[0])


def test_words_go_to_the_next_line_whole(fonts: FontBook) -> None:
    assert shown(lay_out("one two three", PLAIN, text_width("one two", PLAIN, fonts), fonts)) == ["one two ", "three"]


def test_a_word_too_long_for_the_column_is_cut(fonts: FontBook) -> None:
    block = lay_out("x" * 100_000, PLAIN, 300, fonts)
    assert len(block.lines) > 1000
    assert block.natural_width <= 300


def test_a_soft_hyphen_shows_only_where_the_line_ends(fonts: FontBook) -> None:
    text, width = "super\u00adcali\u00adfragi", text_width("supercali-", PLAIN, fonts)
    lines = zip(lay_out(text, PLAIN, width, fonts).lines, wrap_lines([Span(text)], PLAIN, width, fonts), strict=True)
    assert [(line.text, wrapped.extent.hyphen) for line, wrapped in lines] == [
        ("super\u00adcali\u00ad", True),
        ("fragi", False),
    ]


def test_line_ends_that_were_typed_are_kept(fonts: FontBook) -> None:
    assert shown(lay_out("one\r\n\ntwo\u2028three", PLAIN, 300, fonts)) == ["one", "", "two", "three"]


def test_nothing_at_all_is_one_empty_line(fonts: FontBook) -> None:
    block = lay_out("", PLAIN, 300, fonts)
    assert shown(block) == [""]
    assert block.height == pytest.approx(13)


def test_brackets_and_numbers_inside_arabic_stand_where_readers_expect_them(fonts: FontBook) -> None:
    assert in_visual_order(as_shaped("ضع (النسخة 2.5)", PLAIN, 900, fonts)) == ")2.5 ةخسنلا( عض"


def test_each_line_starts_on_the_side_of_its_own_script(fonts: FontBook) -> None:
    assert [line.rtl for line in lay_out("English\nعربي\n12:30", PLAIN, 300, fonts).lines] == [False, True, False]


def test_urdu_is_set_in_nastaliq_and_its_lines_keep_apart(fonts: FontBook) -> None:
    text = "کونسل کو سب سے پہلے"
    naskh, nastaliq = lay_out(text, PLAIN, 900, fonts), lay_out(text, TextStyle(10, lang="ur-PK"), 900, fonts)
    assert fonts_of(naskh) == {"Noto Naskh Arabic"}
    assert fonts_of(nastaliq) == {"Noto Nastaliq Urdu"}
    assert nastaliq.line_height > naskh.line_height > PLAIN.size * PLAIN.leading


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("کونسل کو سب سے پہلے کس چیز کے لیے رقم دینی چاہیے؟ ہر خیال کو نمبر دیں، پھر نقطے لگائیں۔", "ur"),
        ("ما الذي يجب أن يموله المجلس أولاً؟ قيّم كل فكرة ثم ضع", "ar"),
        ("কাউন্সিলের প্রথমে কোন প্রকল্পে অর্থায়ন করা উচিত?", "bn"),
        ("ਕੌਂਸਲ ਨੂੰ ਪਹਿਲਾਂ ਕਿਸ ਚੀਜ਼ ਲਈ ਪੈਸੇ ਦੇਣੇ ਚਾਹੀਦੇ ਹਨ?", "pa"),
        ("What gets funded first? Żółć ŷ Ǻ", "en"),
    ],
)
def test_what_is_drawn_on_one_line_does_not_reach_the_next(text: str, lang: str, fonts: FontBook) -> None:
    block = lay_out(text, TextStyle(10, lang=lang), 900, fonts)
    [(line, shaped)] = as_shaped(text, TextStyle(10, lang=lang), 900, fonts)
    above = below = 0.0
    for piece in shaped.pieces(0, line.extent.shown_to):
        font = piece.run.font
        for glyph in piece.glyphs:
            extents = font.hb_font.get_glyph_extents(glyph.id)
            assert extents is not None
            top = (glyph.y + extents.y_bearing) * font.scale / 100
            above, below = max(above, top), min(below, top + extents.height * font.scale / 100)
    assert above - below <= block.line_height * 1.02


def test_a_character_without_its_own_font_is_found_in_another(fonts: FontBook) -> None:
    block = lay_out("Ask مرحبا 市 ক ✓ 😀 ў", PLAIN, 900, fonts)
    assert fonts_of(block) == {
        "Atkinson Hyperlegible Next", "Noto Naskh Arabic", "Noto Sans SC", "Noto Sans Bengali", "Noto Sans Symbols 2",
        "Noto Emoji", "Noto Sans",
    }  # fmt: skip
    assert fonts.missing == set()


@pytest.mark.parametrize("text", ["👩‍👩‍👧", "👍🏽", "❤️", "1️⃣", "🇬🇧", "x̌", "সে়", "بِسْمِ"])
def test_what_belongs_to_a_character_stays_in_its_font(text: str, fonts: FontBook) -> None:
    assert len(as_shaped(f"a {text} a", PLAIN, 900, fonts)[0][1].runs) <= 4
    assert fonts.missing == set()


def test_a_character_no_font_has_is_reported(fonts: FontBook) -> None:
    lay_out("ᚁ and \u0001 and \ud800", PLAIN, 300, fonts)
    assert fonts.missing == {"ᚁ", "\ufffd"}


def test_bold_is_a_matter_of_spans_and_not_of_anything_typed(fonts: FontBook) -> None:
    block = lay_out([Span("plain "), Span("<b>bold</b>", bold=True)], PLAIN, 900, fonts)
    assert block.text == "plain <b>bold</b>"
    assert [stretch.font.is_bold for stretch in block.lines[0].stretches] == [False, True]


def test_a_block_splits_into_what_fits_and_the_rest(fonts: FontBook) -> None:
    block = lay_out("one two three four", PLAIN, 25, fonts)
    first, rest = block.split(block.line_height * 2.5)
    assert rest is not None
    assert len(first.lines) == 2
    assert first.text + rest.text == "one two three four"
    assert first.height + rest.height == pytest.approx(block.height)


def test_a_block_that_fits_is_not_split(fonts: FontBook) -> None:
    block = lay_out("one two", PLAIN, 25, fonts)
    assert block.split(block.height) == (block, None)


def test_a_line_tried_in_many_sizes_is_shaped_once(fonts: FontBook) -> None:
    one, other = (as_shaped(ARABIC_AND_MORE, TextStyle(size), 60, fonts)[0][1] for size in (12, 8))

    assert one is other
    assert as_shaped(ARABIC_AND_MORE, TextStyle(12, bold=True), 60, fonts)[0][1] is not one
