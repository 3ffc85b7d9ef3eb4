"""Which script words are written in, and which languages use it: enough to ask "is this Arabic?", not to decide."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LATIN = "LATIN"

_WRITTEN_IN: Mapping[str, tuple[str, ...]] = {
    "ARABIC": ("ar", "ur", "fa", "ps", "prs", "ckb", "sd", "ug", "ks", "skr", "phr", "hnd"),
    "ARMENIAN": ("hy",),
    "BENGALI": ("bn", "syl"),
    "CJK": ("zh", "yue", "ja"),
    "CYRILLIC": ("ru", "uk", "bg", "be", "sr", "mk", "kk", "ky", "tg", "mn"),
    "DEVANAGARI": ("hi", "ne", "mr", "kok"),
    "ETHIOPIC": ("am", "ti"),
    "GEORGIAN": ("ka",),
    "GREEK": ("el",),
    "GUJARATI": ("gu",),
    "GURMUKHI": ("pa",),
    "HANGUL": ("ko",),
    "HEBREW": ("he", "yi"),
    "HIRAGANA": ("ja",),
    "KANNADA": ("kn",),
    "KATAKANA": ("ja",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "MALAYALAM": ("ml",),
    "MYANMAR": ("my", "rhg"),
    "SINHALA": ("si",),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "THAI": ("th",),
}
"""The languages that are usually written in a script (Unicode's name of it), the likeliest first. What is not here is
usually written in Latin letters.
"""

_RIGHT_TO_LEFT = ("ARABIC", "HEBREW")

_NOT_ARABIC = frozenset("ٹڈڑںےہگچپژک")
"""Letters of Urdu, Persian and their neighbours that Arabic does not have."""


def script_of(text: str) -> str:
    """The script most letters of a text are in, by the first word of their Unicode names; empty without letters."""
    scripts = Counter(unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


def fits(language: str, script: str) -> bool:
    """Whether a language is usually written in a script."""
    code = language.partition("-")[0]
    others = [name for name, codes in _WRITTEN_IN.items() if code in codes]
    return script in others if others else script == LATIN


def runs_right_to_left(language: str) -> bool:
    """Whether a language is usually written from right to left."""
    return any(fits(language, script) for script in _RIGHT_TO_LEFT)


def propose(text: str, marked: str, used: Iterable[str], home: str) -> str:
    """The language a text may be in although it is marked as another one, or empty when nothing speaks against the
    mark. Of several it is the one used last (`used` has the last first), then the likeliest; `home` stands for Latin
    letters where no other language was used. Latin letters without a mark are not asked about.
    """
    script = script_of(text)
    if not script or (fits(marked, script) if marked else script == LATIN):
        return ""
    return likeliest_of(text, used, home)


def likeliest_of(text: str, used: Iterable[str], home: str) -> str:
    """The language a text is likeliest to be in, going by its letters alone; empty where they say nothing."""
    script = script_of(text)
    if not script:
        return ""
    likeliest = _WRITTEN_IN.get(script, (home,) if script == LATIN else ())
    barred = {"ar"} if _NOT_ARABIC & set(text) else set[str]()
    possible = [code for code in (*used, *likeliest) if fits(code, script) and code not in barred]
    return next(iter(possible), "")
