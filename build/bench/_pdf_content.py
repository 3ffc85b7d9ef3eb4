"""What the bench of the PDFs prints: a page is a table or a board of notes, in several scripts, hardly a text twice."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FILES = {
    "en": "AtkinsonHyperlegibleNext-Regular.ttf",
    "pl": "AtkinsonHyperlegibleNext-Regular.ttf",
    "so": "AtkinsonHyperlegibleNext-Regular.ttf",
    "ar": "NotoNaskhArabic-Regular.ttf",
    "bn": "NotoSansBengali-Regular.ttf",
    "ur": "NotoNastaliqUrdu-Regular.ttf",
}
WORDS = {
    "en": "the bus wall school evening garden nobody asks us because we need light near park and children wait",
    "pl": "autobus szkoła wieczorem ogród nikt nas nie pyta bo potrzebujemy światła obok parku i dzieci",
    "so": "baska dugsiga fiidkii beerta cidna nama waydiiso sababtoo ah waxaan u baahanahay iftiin",
    "ar": "الحافلة المدرسة مساء الحديقة لا أحد يسألنا لأننا نحتاج ضوءا قرب المتنزه والأطفال ينتظرون",
    "bn": "বাস স্কুল সন্ধ্যায় বাগান কেউ আমাদের জিজ্ঞাসা করে না কারণ আমাদের আলো দরকার পার্কের কাছে শিশুরা",
    "ur": "بس سکول شام باغ کوئی ہم سے نہیں پوچھتا کیونکہ ہمیں روشنی چاہیے پارک کے پاس بچے",
}
LANGUAGES = ("en", "en", "pl", "so", "ar", "bn", "ur", "en")
HEAD = ("No.", "Idea", "In another language", "Votes", "Share")
SHARES = (10.0, 70.0, 54.0, 20.0, 20.0)
"""Of a width of 174 mm."""

ROWS, NOTES, ACROSS = 18, 40, 5


@dataclass(frozen=True)
class Text:
    """A text and its language."""

    words: str
    language: str


@dataclass(frozen=True)
class Page:
    """A page with a heading, and either rows of a table or notes of a board."""

    heading: str
    rows: tuple[tuple[Text, ...], ...] = ()
    notes: tuple[Text, ...] = ()


def pages(number: int) -> list[Page]:
    """So many pages, half of them tables, half boards."""
    chance = random.Random(5)
    half = number // 2
    return [_table(chance, n) for n in range(half)] + [_board(chance, n) for n in range(number - half)]


def _table(chance: random.Random, n: int) -> Page:
    rows = tuple(_row(chance, row) for row in range(1, ROWS + 1))
    return Page(f"Ideas, part {n + 1}", rows=rows)


def _row(chance: random.Random, n: int) -> tuple[Text, ...]:
    votes = chance.randrange(200)
    other = LANGUAGES[n % len(LANGUAGES)]
    numbers = (Text(str(votes), "en"), Text(f"{votes / 2:.0f} %", "en"))
    return (Text(str(n), "en"), _text(chance, "en", 9), _text(chance, other, 6), *numbers)


def _board(chance: random.Random, n: int) -> Page:
    notes = tuple(_text(chance, LANGUAGES[k % len(LANGUAGES)], 8) for k in range(NOTES))
    return Page(f"Board {n + 1}", notes=notes)


def _text(chance: random.Random, language: str, words: int) -> Text:
    return Text(" ".join(chance.choices(WORDS[language].split(), k=words)), language)
