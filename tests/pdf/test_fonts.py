"""The fonts that travel with the app are the ones the manifest names, free to pass on, and fit to embed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from facilitator.pdf.fonts import FontBook

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
ENTRIES = json.loads((FOLDER / "manifest.json").read_text("utf-8"))["fonts"]


def test_every_font_file_is_in_the_manifest() -> None:
    assert {entry["file"] for entry in ENTRIES} == {path.name for path in FOLDER.glob("*.ttf")}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_a_font_is_what_the_manifest_says(entry: dict[str, str]) -> None:
    path = FOLDER / entry["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]
    font = TTFont(path)
    assert (font["name"].getDebugName(16) or font["name"].getDebugName(1)) == entry["family"]
    assert font["name"].getDebugName(5) == entry["version"]
    assert "SIL Open Font License" in (FOLDER / entry["licence"]).read_text("utf-8")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
def test_a_font_can_be_embedded(entry: dict[str, str]) -> None:
    font = TTFont(FOLDER / entry["file"])
    assert "glyf" in font
    assert "fvar" not in font
    may_not_embed = 0x0002
    assert not font["OS/2"].fsType & may_not_embed  # pyright: ignore[reportAttributeAccessIssue]


def test_the_fonts_together_stay_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*")) < 12_000_000


@pytest.mark.parametrize(
    "letters",
    [
        "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ „”",
        "ăâîșț ĂÂÎȘȚ",
        "âêîôûŵŷ äëïöüẅÿ",
        "ğışçöü ёъыэ їєґ άέήίόύώ",
        "ابتثجحخدذرزسشصضطظعغفقكلمنهوي،؛؟٠١٢٣",
        "ٹڈڑںےہھۓپچژگک۔",
        "ڕڵۆێە",
        "কখগঘঙ০১২৩",
        "ਕਖਗਘਙ",
        "કખગ அஆஇ אבג हिन्दी",
        "市议会應國語ひらカナ",
        "☐☑☒✓✔✗→←↑↓★☆●○■▲☹☺😀👍♿",
    ],
)
@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_of_the_languages_of_the_hall_has_a_font(letters: str, bold: bool) -> None:
    chain = FontBook.default().chain("sans", bold)
    assert [letter for letter in letters if not any(ord(letter) in font.covers for font in chain)] == []


def test_bold_and_regular_have_the_same_families_in_the_same_order() -> None:
    book = FontBook.default()
    assert [f.family for f in book.chain("sans", bold=True)] == [f.family for f in book.chain("sans", bold=False)]


def test_urdu_tries_nastaliq_before_naskh() -> None:
    families = [font.family for font in FontBook.default().chain("urdu", bold=False)]
    assert families.index("Noto Nastaliq Urdu") < families.index("Noto Naskh Arabic")
