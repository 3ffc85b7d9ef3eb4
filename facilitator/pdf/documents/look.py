"""How our paper looks: black on white, one teal accent, big type and much air. Colours are never the only sign.

Sizes are points and are for A4; other papers scale them a little.
"""

from __future__ import annotations

from facilitator.pdf.text.style import Align, TextStyle

TEAL = (0.047, 0.416, 0.408)
INK = (0.07, 0.07, 0.07)
GREY = (0.35, 0.35, 0.35)
"""For what is read second: a contrast of 7 to 1 on white."""

RULE = (0.72, 0.72, 0.72)

SMALLEST = 8.5
"""No words are printed smaller than this."""

TOP, FOOT = 20.0, 24.0
"""Millimetres above and below the words of a page."""

DRAFT_TOP, LARGE_FOOT = 44.0, 30.0
"""The same where the mark of a draft is in large print, and where the footer is: a line of the tallest script."""


def heavy(size: float, align: Align = "start") -> TextStyle:
    """Headings, letters and names."""
    return TextStyle(size, leading=1.18, bold=True, colour=INK, align=align)


def plain(size: float, align: Align = "start") -> TextStyle:
    """What people wrote, and what they are to do."""
    return TextStyle(size, leading=1.3, colour=INK, align=align)


def option_style(size: float) -> TextStyle:
    """The options of a ballot, in lines a little closer together, because their rows are of one height."""
    return TextStyle(size, leading=1.2, colour=INK)


def quiet(size: float, align: Align = "start") -> TextStyle:
    """Footers, counts and explanations."""
    return TextStyle(size, leading=1.3, colour=GREY, align=align)
