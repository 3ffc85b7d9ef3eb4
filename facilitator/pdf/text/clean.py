"""Make any string a person, a file or an attacker can supply safe to lay out, without hiding that something was odd."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

REPLACEMENT = "\ufffd"
MOST_MARKS = 4
"""Marks that a letter may carry: as many as pointed Hebrew or Arabic ever has. A higher tower covers other people's
words.
"""

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls and lone surrogates have no picture; noncharacters are not text.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]")


def clean(text: str) -> str:
    r"""The text in NFC, with every line end as "\n", tabs as spaces, and U+FFFD for what cannot be printed and for the
    marks on a letter that has too many.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    text = unicodedata.normalize("NFC", _UNPRINTABLE.sub(REPLACEMENT, text))
    return _towers().sub(lambda found: found[0][:MOST_MARKS] + REPLACEMENT, text)


@cache
def _towers() -> re.Pattern[str]:
    """More marks in a row than there may be: characters that stand on another one, in any script we have letters of."""
    marks = "".join(letter for letter in map(chr, range(0x300, 0x10000)) if unicodedata.combining(letter))
    return re.compile(f"[{marks}]" * MOST_MARKS + f"[{marks}]+")
