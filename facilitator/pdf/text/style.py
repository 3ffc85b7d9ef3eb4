"""How a block of text should look, and how a part of it is set apart: what people wrote is never read as markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["start", "end", "centre"]
Direction = Literal["auto", "ltr", "rtl"]
Family = Literal["sans", "urdu"]


@dataclass(frozen=True)
class TextStyle:
    """The look of one block.

    `size` is in points; `leading` is the distance between baselines as a ratio of the size, and grows by itself where
    a script needs more. `colour` is red, green, blue from 0 to 1. "start" is left for left-to-right text and right
    for right-to-left; "auto" takes the direction of each line from its first letter. `lang` is a BCP 47 tag.
    `neutral` is the direction of lines without letters, such as numbers. The family "urdu" sets Arabic script in
    Nastaliq, as does a `lang` of Urdu.
    """

    size: float
    leading: float = 1.3
    bold: bool = False
    colour: tuple[float, float, float] = (0, 0, 0)
    align: Align = "start"
    direction: Direction = "auto"
    lang: str | None = None
    family: Family = "sans"
    neutral: Direction = "ltr"


@dataclass(frozen=True)
class Span:
    """A stretch of plain text; `bold`, `lang` and `direction` as None take what the style says. A line takes its
    direction from its first span.
    """

    text: str
    bold: bool | None = None
    lang: str | None = None
    direction: Direction | None = None
