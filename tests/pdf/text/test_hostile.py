"""Nothing that anyone can type, paste or import stops a page from being printed, and nothing typed is obeyed."""

from __future__ import annotations

import io
import random
import unicodedata
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.text.paragraph import lay_out
from facilitator.pdf.text.segments import INVISIBLE
from facilitator.pdf.text.style import TextStyle
from tests.pdf.checkers import complaints

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.pdf.fonts import FontBook

SHOWN_AS_TYPED = [
    "<b>unclosed",
    "a<br>b",
    "<Bins> are full",
    "&amp; &lt;",
    "<a href='file:'>x</a>",
    "=1+1",
    "\\n %s {0}",
]
RANDOM = random.Random(2)
WORST = {
    "no space": "x" * 100_000,
    "no space, joined": "ب" * 100_000,
    "emoji": "😀" * 5_000,
    "families": "👩‍👩‍👧" * 5_000,
    "joined emoji": "😀\u200d" * 5_000,
    "spaces": "ا" + " " * 100_000 + "ب",
    "brackets": "(" * 50_000 + "ا" + ")" * 50_000,
    "accents": "e" + "\u0301" * 50_000,
    "overrides": "\u202e" * 20_000 + "ا",
    "isolates": "\u2067" * 5_000 + "ا",
    "marks alone": "\u09cd" * 10_000,
    "joiners": "\u200d" * 10_000,
    "soft hyphens": "\u00ad" * 10_000,
    "line ends": "\n" * 5_000,
    "both directions": "aب" * 10_000,
    "anything": "".join(chr(RANDOM.randrange(0x110000)) for _ in range(5_000)),
}


@pytest.mark.parametrize("text", SHOWN_AS_TYPED)
def test_markup_is_printed_as_it_was_typed(text: str, write_page: Callable) -> None:
    assert write_page(text).as_pdfium_reads_it() == text


def test_a_picture_that_is_asked_for_reaches_no_page(write_page: Callable) -> None:
    page = write_page("<img src='/etc/passwd'>")
    assert page.as_pdfium_reads_it() == "<img src='/etc/passwd'>"
    with pikepdf.open(page.path) as document:
        assert "/XObject" not in document.pages[0].Resources
        assert "/Annots" not in document.pages[0]


@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_any_amount_of_anything_is_printed(text: str, write_page: Callable) -> None:
    with pikepdf.open(write_page(text, TextStyle(12), width=300).path) as document:
        assert len(document.pages) == 1


def test_a_chain_of_joined_emoji_is_drawn_to_its_end(write_page: Callable) -> None:
    emoji = "😀🎈🚲🌳🏠📚🎨🎭🚌🏥🧵⚽"
    with pikepdf.open(write_page("\u200d".join(emoji)).path) as document:
        [font] = document.pages[0].Resources.Font.values()
        data = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    glyphs = TTFont(io.BytesIO(data))["glyf"]
    drawn = {
        part
        for name in list(glyphs.glyphs)
        if glyphs[name].isComposite()
        for part in glyphs[name].getComponentNames(glyphs)
    }
    assert len(drawn) == len(emoji)


@pytest.mark.parametrize(
    "text", ["nul\0", "half \ud800", "other half \udfff", "escape \x1b[31m", "not a character \uffff"]
)
def test_what_cannot_be_printed_is_shown_as_such_and_reported(text: str, fonts: FontBook, write_page: Callable) -> None:
    assert "\ufffd" in lay_out(text, TextStyle(10), 300, fonts).text
    assert fonts.missing == {"\ufffd"}
    write_page(text)


def test_a_tower_of_accents_covers_no_other_line_and_is_reported(fonts: FontBook, write_page: Callable) -> None:
    text = "e" + "\u0301" * 40
    page = write_page(text, TextStyle(10))
    with pypdfium2.PdfDocument(page.path) as document:
        tops = [one.get_bounds()[3] for one in document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]

    assert max(tops) < 760 + 10
    lay_out(text, TextStyle(10), 300, fonts)
    assert fonts.missing == {"\ufffd"}


@pytest.mark.parametrize("word", ["שָׁ֑לֽוֹם", "ٱلرَّحْمَٰنِ", "ṩ̈́", "Nguyễn"])
def test_letters_keep_the_marks_that_people_write(word: str, fonts: FontBook) -> None:
    assert lay_out(word, TextStyle(10), 300, fonts).text == unicodedata.normalize("NFC", word)


def test_every_character_of_the_basic_plane_is_printed_or_reported_and_no_checker_complains(
    fonts: FontBook, tmp_path: Path
) -> None:
    canvas = PlainCanvas(str(tmp_path / "plane.pdf"), title="The basic plane")
    for start in range(0, 0x10000, 0x100):
        block = lay_out(" ".join(map(chr, range(start, start + 0x100))), TextStyle(8), 500, fonts)
        with canvas.tags.tag("P"):
            block.draw(canvas, 40, 780)
        canvas.showPage()
    canvas.save()

    assert complaints(tmp_path / "plane.pdf") == []
    covered = {chr(code) for font in fonts.fonts for code in font.covers}
    letters = {letter for code in range(0x10000) for letter in unicodedata.normalize("NFC", chr(code))}
    assert set(filter(str.isalpha, letters)) - covered <= fonts.missing | INVISIBLE
    assert "\ufffd" in fonts.missing


@pytest.mark.parametrize("width", [0, -10, 0.001])
def test_a_column_without_width_is_no_reason_to_stop(width: float, fonts: FontBook) -> None:
    assert lay_out("hello مرحبا", TextStyle(10), width, fonts).text == "hello مرحبا"
