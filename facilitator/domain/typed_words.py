"""What a keyboard or a paste brings that no workshop can hold, and how it is left out."""

from __future__ import annotations

import re

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL ends a text in SQLite's shell and is refused by PostgreSQL; unpaired surrogates cannot be written as UTF-8."""


def as_typed(text: str) -> str:
    """What was typed or pasted, without what cannot be stored. NUL is no letter and just goes: nobody could see it, to
    take it out by hand. For half a character stands U+FFFD, the sign for a lost one.
    """
    return UNSTORABLE.sub(lambda sign: "" if sign[0] == "\0" else "\ufffd", text)
