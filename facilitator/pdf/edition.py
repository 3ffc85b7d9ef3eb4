"""What a document is printed for: which sheets, in whose words, and how large."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.reading import Reading
from facilitator.pdf.documents import look

if TYPE_CHECKING:
    from facilitator.domain.sheet import Paper
    from facilitator.pdf.fonts import FontBook
    from facilitator.pdf.text.style import Align, TextStyle
    from facilitator.pdf.wording import Wording

LEAST = {Reading.STANDARD: look.SMALLEST, Reading.LARGE: 18.0, Reading.EASY: 16.0}
"""Points: no words are smaller than this. At least 18 for large print, 14 for easy read."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The paper, the fonts, our own words and the need it is set for. Gives every document its styles of text."""

    paper: Paper
    fonts: FontBook
    said: Wording
    reading: Reading = Reading.STANDARD
    drafted: bool = False
    """Whether the mark of a draft stands above everything on its pages."""

    @property
    def drawn(self) -> Edition:
        """The same on the paper it is drawn for, before its sheets are enlarged."""
        return replace(self, paper=self.paper.drawn)

    @property
    def smallest(self) -> float:
        """Points: the smallest type there may be."""
        return LEAST[self.reading]

    @property
    def top(self) -> float:
        """Millimetres above the words of a page that is filled from the top."""
        return look.DRAFT_TOP if self.drafted and self.large else look.TOP

    @property
    def foot(self) -> float:
        """Millimetres below them, where it says what the page is and when it was printed."""
        return look.LARGE_FOOT if self.large else look.FOOT

    @property
    def large(self) -> bool:
        """Whether it is for somebody who cannot read small letters."""
        return self.reading is Reading.LARGE

    @property
    def roomy(self) -> bool:
        """Whether it takes more sheets rather than fewer words: large print and easy read."""
        return self.reading is not Reading.STANDARD

    def never_below(self, size: float) -> float:
        """Points: this size, which a document may take where its room is fixed; in large print never below 18."""
        return max(size, self.smallest) if self.large else size

    def heavy(self, size: float, align: Align = "start") -> TextStyle:
        """Headings, letters and names."""
        return self._set(look.heavy(size, align))

    def plain(self, size: float, align: Align = "start") -> TextStyle:
        """What people wrote, and what they are to do."""
        return self._set(look.plain(size, align))

    def quiet(self, size: float, align: Align = "start") -> TextStyle:
        """Footers, counts and explanations."""
        return self._set(look.quiet(size, align))

    def option(self, size: float) -> TextStyle:
        """The options of a ballot, in lines a little closer together, because their rows are of one height."""
        return self._set(look.option_style(size))

    def _set(self, style: TextStyle) -> TextStyle:
        if self.said.rtl:
            style = replace(style, neutral="rtl")
        return style if style.size >= self.smallest else replace(style, size=self.smallest)
