"""What a stretch of text says, for those who do not see it."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """The words in the order they are read. `turned` where the page has them in another order, from left to right;
    `lang` is a BCP 47 tag, or None.
    """

    words: str
    turned: bool = False
    lang: str | None = None
