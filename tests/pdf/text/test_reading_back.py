"""What is on the page can be searched, copied and read aloud: other people's readers give back what was written."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pikepdf
import pytest

from facilitator.pdf.text.style import Span, TextStyle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SENTENCES = {
    "en": "What should the council fund first? Score each idea (1–5), then place up to 3 dots.",
    "pl": "Co rada powinna sfinansować najpierw? Zażółć gęślą jaźń (1–5), następnie umieść 3 kropki.",
    "ro": "Ce ar trebui să finanțeze consiliul mai întâi? Însuși țărănimea își știe părerea (1–5).",
    "cy": "Beth ddylai'r cyngor ei ariannu gyntaf? Tŷ, dŵr, môr.",
    "so": "Maxay tahay in goluhu marka hore maalgeliyo? Sii dhibco (1–5) fikrad kasta.",
    "uk": "Що рада має профінансувати першою? Її думка, ґанок.",
    "bn": "কাউন্সিলের প্রথমে কোন প্রকল্পে অর্থায়ন করা উচিত? প্রতিটি ধারণাকে (১–৫) নম্বর দিন, ক্ষুদ্র কার্ডে NHS লিখুন।",
    "pa": "ਕੌਂਸਲ ਨੂੰ ਪਹਿਲਾਂ ਕਿਸ ਚੀਜ਼ ਲਈ ਪੈਸੇ ਦੇਣੇ ਚਾਹੀਦੇ ਹਨ? ਫਿਰ NHS ਪਰਚੀ ਉੱਤੇ ਸ੍ਰੀ ਲਿਖੋ।",
    "gu": "કાઉન્સિલે પહેલાં શાને માટે પૈસા આપવા જોઈએ? શ્રી ક્ષેત્ર.",
    "ta": "கவுன்சில் முதலில் எதற்கு நிதி வழங்க வேண்டும்? ஸ்ரீ.",
    "hi": "परिषद को सबसे पहले किसके लिए पैसा देना चाहिए? क्षत्रिय, राष्ट्र।",
    "zh": "市议会应首先资助什么?请为每个想法打分(1–5),然后在 NHS 卡片上最多贴 3 个圆点。",
    "ar": "ما الذي يجب أن يموله المجلس أولاً؟ قيّم كل فكرة (1–5) ثم ضع حتى 3 نقاط على بطاقة قبل الساعة 14:30 غدا",
    "ur": "کونسل کو سب سے پہلے کس چیز کے لیے رقم دینی چاہیے؟ ہر خیال کو (1–5) نمبر دیں، پھر 3 نقطے NHS فارم پر لگائیں۔",
    "he": "מה העירייה צריכה לממן קודם? תנו ציון (1–5) לכל רעיון.",
}
EVERY_SCRIPT = (
    "All in one: café, مرحبا بھائی, কাউন্সিল ক্ষুদ্র, ਸ੍ਰੀ ਗੁਰੂ, 市议会, हिन्दी, Київ, Ελλάδα, שלום, 👩‍👩‍👧 👍🏽 ✓ → ☐ end."
)


def letters(text: str) -> str:
    """Without spaces, digits and signs: Poppler loses their place between scripts of two directions."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] in "LM")


@pytest.mark.parametrize("lang", SENTENCES)
@pytest.mark.parametrize("bold", [False, True])
def test_pdfium_gives_back_each_sentence(lang: str, bold: bool, write_page: Callable) -> None:
    page = write_page(SENTENCES[lang], TextStyle(10, lang=lang, bold=bold), width=900)
    assert page.as_pdfium_reads_it() == SENTENCES[lang]


@pytest.mark.parametrize("lang", [lang for lang in SENTENCES if lang not in ("ar", "ur", "he")])
def test_poppler_gives_back_each_sentence(lang: str, write_page: Callable) -> None:
    page = write_page(SENTENCES[lang], TextStyle(10, lang=lang), width=900)
    assert page.as_poppler_reads_it() == SENTENCES[lang]


@pytest.mark.parametrize("lang", ["ar", "ur", "he"])
def test_poppler_gives_back_the_words_of_right_to_left_sentences(lang: str, write_page: Callable) -> None:
    page = write_page(SENTENCES[lang], TextStyle(10, lang=lang), width=900)
    assert letters(page.as_poppler_reads_it()) == letters(SENTENCES[lang])


@pytest.mark.parametrize("lang", SENTENCES)
def test_wrapped_lines_read_on_from_one_to_the_next(lang: str, write_page: Callable) -> None:
    page = write_page(SENTENCES[lang], TextStyle(10, lang=lang), width=120)
    assert letters(page.as_pdfium_reads_it()) == letters(SENTENCES[lang])


def test_every_script_in_one_paragraph_reads_back(write_page: Callable) -> None:
    page = write_page(EVERY_SCRIPT, width=900)
    assert page.as_poppler_reads_it().replace("بھائی مرحبا", "مرحبا بھائی") == EVERY_SCRIPT
    # PDFium moves the commas between right-to-left words.
    words = {letters(word) for word in page.as_pdfium_reads_it().split()}
    assert words == {letters(word) for word in EVERY_SCRIPT.split()}


@pytest.mark.parametrize("text", ["(مرحبا) [عالم]", "قال «نعم» ثم {لا}", "أ < ب"])
def test_brackets_that_are_turned_round_on_paper_are_not_in_the_text(text: str, write_page: Callable) -> None:
    assert write_page(text).as_pdfium_reads_it() == text


def test_a_hyphen_at_a_line_end_is_said_to_be_a_soft_one(write_page: Callable) -> None:
    contents = _contents(write_page("super\u00adcalifragilistic", width=45).path)
    assert b"/ActualText <FEFF00AD>" in contents


def test_a_word_in_another_language_says_which(write_page: Callable) -> None:
    contents = _contents(write_page([Span("Ask: "), Span("مرحبا", lang="ar")]).path)
    assert b"/Lang <FEFF00610072>" in contents
    assert contents.count(b"BDC") == contents.count(b"EMC") == 2


def test_all_fonts_are_in_the_file_and_say_what_they_read_as(write_page: Callable) -> None:
    with pikepdf.open(write_page([Span(EVERY_SCRIPT), Span(EVERY_SCRIPT, bold=True)]).path) as document:
        fonts = document.pages[0].Resources.Font
        assert len(fonts) > 10
        for font in fonts.values():
            assert font.Subtype == "/Type0"
            assert "/ToUnicode" in font
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_only_the_glyphs_that_were_drawn_are_in_the_file(write_page: Callable) -> None:
    assert write_page(EVERY_SCRIPT).path.stat().st_size < 60_000


def _contents(path: Path) -> bytes:
    with pikepdf.open(path) as document:
        return document.pages[0].Contents.read_bytes()
