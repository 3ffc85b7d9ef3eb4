"""Blacking a name out where it stands among other words."""

from __future__ import annotations

import re

MASK = "•"


def named_in(text: str, name: str) -> bool:
    """Whether a text has a name as whole words, in small or capital letters."""
    return bool(_pattern(name).search(text))


def masked(text: str, name: str) -> str:
    """The text with a dot for each letter of the name. Its length stays, because quotes count characters from the
    start of their story.
    """
    return _pattern(name).sub(lambda found: MASK * len(found[0]), text)


def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<!\w){words}(?!\w)" if words else "(?!)", re.IGNORECASE)
