"""Where text may be cut: user-perceived characters (after UAX #29) and places to end a line (after UAX #14)."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ZERO_WIDTH_SPACE = "\u200b"
SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_JOINER = "\u200d"
INVISIBLE = frozenset("\u00ad\u034f\u061c\ufeff") | {
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xE0000, 0xE0FFF))
    for code in range(first, last + 1)
}


class Break(IntEnum):
    """What may happen before a character: nothing, a line end, or a line end that shows a hyphen."""

    NONE = 0
    ALLOWED = 1
    HYPHEN = 2


_PLAIN = re.compile(r"[\t -\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]*")
_EXTENDING_CATEGORIES = frozenset({"Mn", "Me", "Mc"})
_EXTENDING = frozenset(
    [
        ZERO_WIDTH_JOINER,
        "\u200c",
        "\uff9e",
        "\uff9f",
        *map(chr, range(0x1F3FB, 0x1F400)),
        *map(chr, range(0xE0020, 0xE0080)),
    ]
)

_LETTERS = re.compile(r"[^\W\d_]+")
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_PARTS = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u1100-\u11ff\u200d\uac00-\ud7a3\U0001f1e6-\U0001f1ff]"
)
"""Characters that make one of several letters or pictures: prepended signs, Hangul, joiners, flags."""

_LONGEST_CHARACTER = 32

_GLUE = frozenset("\u00a0\u202f\u2007\u2060\ufeff\u2011\u034f")
_NEVER_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉゛゜ヽヾーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゕゖ々〻〜～…‥"
    "）］｝〕〉》」』】〙〗｠»›”’)]}!?,;:%％°′″℃¢।॥،؛؟۔"
)
_NEVER_FIRST_AFTER_SPACE = frozenset("!?)]}»›？！）。，、；：")
_NEVER_LAST = frozenset("（［｛〔〈《「『【〘〖｟«‹“‘([{¿¡＄￥￡$£€¥#＃@＠")
_BREAK_AFTER = frozenset("\u2010\u2012\u2013\u2014|।॥\u1361\u0f0b")
_IDEOGRAPH = re.compile(
    "[\u2600-\u27bf\u2e80-\u2fff\u3000-\u303f\u3041-\u312f\u3131-\u318f\u31a0-\u4dbf\u4e00-\u9fff\ua000-\ua4cf"
    "\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9d\uffe0-\uffe6"
    "\U0001b000-\U0001b2ff\U0001f000-\U0001faff\U00020000-\U0003fffd]"
)


def grapheme_starts(text: str) -> bytearray:
    """One byte a character, and one for the end: 1 where a user-perceived character starts, else 0.

    One that goes on for ever, as no writing system has it, is cut with a 2.
    """
    starts = bytearray(b"\x01") * (len(text) + 1)
    if _PLAIN.fullmatch(text):
        return starts
    if not _PARTS.search(text):
        return _starts_without_parts(text, starts)
    flags_before = length = 0
    base = text[:1]
    for i in range(1, len(text)):
        before, character = text[i - 1], text[i]
        flags_before = flags_before + 1 if _is_flag_letter(before) else 0
        joined = (
            _extends(character)
            or before in _PREPENDED
            or (before == ZERO_WIDTH_JOINER and _is_picture(base) and _is_picture(character))
            or (_is_flag_letter(character) and flags_before % 2 == 1)
            or _is_one_syllable(before, character)
        )
        length = length + 1 if joined else 0
        if joined:
            starts[i] = 2 if length % _LONGEST_CHARACTER == 0 else 0
        if not _extends(character):
            base = character
    return starts


def _starts_without_parts(text: str, starts: bytearray) -> bytearray:
    """The same for a text in which only marks extend what is before them."""
    length = 0
    for i, character in enumerate(text):
        if i and _extends(character):
            length += 1
            starts[i] = 2 if length % _LONGEST_CHARACTER == 0 else 0
        else:
            length = 0
    return starts


def line_breaks(text: str, starts: bytearray) -> list[tuple[int, Break]]:
    """The places where a line may end, in order, each as the position of the first character of the next line."""
    found: list[tuple[int, Break]] = []
    for i in _between_letters(text) if _IDEOGRAPH.search(text) is None else range(1, len(text)):
        before, after = text[i - 1], text[i]
        if not starts[i] or after in (" ", ZERO_WIDTH_SPACE) or before in _GLUE or after in _GLUE:
            continue
        kind = _between(text, i, before, after)
        if kind:
            found.append((i, kind))
    return found


def _between_letters(text: str) -> Iterator[int]:
    """The places that are not between two letters: no line of a script with spaces ends there."""
    last = 1
    for word in _LETTERS.finditer(text):
        yield from range(last, word.start() + 1) if word.start() else ()
        last = word.end()
    yield from range(max(last, 1), len(text))


def _between(text: str, i: int, before: str, after: str) -> Break:
    if before == " ":
        return Break.NONE if after in _NEVER_FIRST_AFTER_SPACE else Break.ALLOWED
    if before == ZERO_WIDTH_SPACE:
        return Break.ALLOWED
    if before == SOFT_HYPHEN:
        return Break.HYPHEN
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return Break.NONE
    if before in "-/":
        return Break.ALLOWED if i > 1 and text[i - 2].isalnum() and after.isalpha() else Break.NONE
    if before in _BREAK_AFTER:
        return Break.NONE if after.isdigit() else Break.ALLOWED
    if _IDEOGRAPH.match(_base(text, i)) or _IDEOGRAPH.match(after):
        return Break.NONE if after in "-./" and not _IDEOGRAPH.match(after) else Break.ALLOWED
    return Break.NONE


def _base(text: str, i: int) -> str:
    """The first character of the user-perceived character that ends before `i`, looking back a little at most."""
    for k in range(i - 1, max(i - 12, -1), -1):
        if not _extends(text[k]):
            return text[k]
    return text[i - 1]


@lru_cache(maxsize=4096)
def _extends(character: str) -> bool:
    return character in _EXTENDING or unicodedata.category(character) in _EXTENDING_CATEGORIES


def _is_picture(character: str) -> bool:
    is_symbol = unicodedata.category(character) in ("So", "Sm", "Po") and not _is_flag_letter(character)
    return is_symbol and ord(character) >= 0x203C


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_one_syllable(before: str, character: str) -> bool:
    """GB6 to GB8: Hangul written in parts."""
    one, two = _hangul_part(before), _hangul_part(character)
    return (
        (one == "L" and two != "T" and two != "")
        or (one in ("V", "LV") and two in ("V", "T"))
        or (one in ("T", "LVT") and two == "T")
    )


def _hangul_part(character: str) -> str:
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "LVT" if (code - 0xAC00) % 28 else "LV"
    if not 0x1100 <= code <= 0x11FF:
        return ""
    return "L" if code < 0x1160 else "V" if code < 0x11A8 else "T"
