"""Make any string a person, a file or an attacker can supply safe to lay out, without hiding that something was odd."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# C0 and C1 controls and lone surrogates have no picture; noncharacters are not text.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]")


def clean(text: str) -> str:
    r"""The text in NFC, with every line end as "\n", tabs as spaces, and U+FFFD for what cannot be printed."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub(REPLACEMENT, text))
