"""Our own words in the language of whoever reads them. The English sentence is the key; people's words never are."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH = "en"
_TAGS = {"en": "en-GB"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Wording:
    """The words of one language, and of a `second` one that stands beside it, if there is one.

    Called with an English sentence, it gives the sentence to print. Named values take the place of `{name}` in it and
    are never read as anything but text.
    """

    def __init__(self, language: str = ENGLISH, second: Wording | None = None) -> None:
        self.language = language
        self.second = second

    @property
    def tag(self) -> str:
        """The language as a BCP 47 tag, for whoever reads the page aloud."""
        return _TAGS.get(self.language, self.language)

    @property
    def rtl(self) -> bool:
        """Whether its pages run from right to left."""
        return False

    def __call__(self, sentence: str, **values: object) -> str:
        """A sentence of ours, with its values."""
        return sentence.format(**values) if values else sentence

    def count(self, n: int, one: str, many: str, **values: object) -> str:
        """A sentence about a number, which stands for `{n}` in it: "{n} person", "{n} people"."""
        return self(one if n == 1 else many, n=f"{n:,}", **values)

    def day(self, iso: str) -> str:
        """A day in words: 14 January 2026."""
        then = date.fromisoformat(iso)
        return f"{then.day} {self(MONTHS[then.month - 1])} {then.year}"

    def weekday(self, iso: str) -> str:
        """A day with its weekday: Thursday 14 January 2027."""
        return f"{self(WEEKDAYS[date.fromisoformat(iso).weekday()])} {self.day(iso)}"

    def moment(self, iso: str) -> tuple[str, str]:
        """A day in short and the time of day: 23 Nov 2026, 20:41."""
        then = datetime.fromisoformat(iso)
        return f"{then.day} {self(MONTHS[then.month - 1])[:3]} {then.year}", f"{then:%H:%M}"


def wording(languages: Sequence[str] = (ENGLISH,)) -> Wording:
    """The words of the first language, with those of the second beside them. Only English is there so far."""
    first, *others = languages
    return Wording(first, Wording(others[0]) if others else None)
