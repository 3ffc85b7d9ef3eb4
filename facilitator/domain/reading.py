"""How somebody reads what is printed for them: as most do, in large print, or in easy words with pictures."""

from __future__ import annotations

from enum import StrEnum


class Reading(StrEnum):
    """What a document is set for. Large print follows UKAAF G003, easy read the UK guidance of 2010."""

    STANDARD = "standard"
    LARGE = "large"
    EASY = "easy"
