"""Every colour and size of the window in one place, for light and for dark, so that pages name a meaning and never a
number.

Text on its ground keeps a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3); what only marks a border keeps 3:1 where it
says something.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours by what they mean. `desk` lies under sheets of paper; `rail` is the dark strip of stations."""

    paper: str
    surface: str
    desk: str
    ink: str
    muted: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    warn: str
    warn_soft: str
    found: str
    on_found: str
    rail: str
    rail_ink: str
    rail_muted: str
    rail_here: str
    rail_here_ink: str
    saved: str
    agree: str
    unsure: str
    disagree: str


LIGHT = Colours(
    paper="#f7f4ed",
    surface="#ffffff",
    desk="#e8e3d8",
    ink="#1d2330",
    muted="#4a5361",
    line="#d8d2c5",
    edge="#857f72",
    accent="#0f6a6a",
    on_accent="#ffffff",
    accent_soft="#dbedeb",
    on_accent_soft="#0b5454",
    warn="#a63f0c",
    warn_soft="#fdebdc",
    found="#ffe27a",
    on_found="#1d2330",
    rail="#22303c",
    rail_ink="#eef2f5",
    rail_muted="#bac5ce",
    rail_here="#ffffff",
    rail_here_ink="#1d2330",
    saved="#5fb39b",
    agree="#0f6a6a",
    unsure="#c9c3b5",
    disagree="#b8571f",
)

DARK = Colours(
    paper="#181c21",
    surface="#21272e",
    desk="#12161a",
    ink="#eef0f2",
    muted="#b6bfc9",
    line="#3a434d",
    edge="#8a95a1",
    accent="#66c7bc",
    on_accent="#0b1c1b",
    accent_soft="#1f3d3c",
    on_accent_soft="#a9e6de",
    warn="#f6a97a",
    warn_soft="#402818",
    found="#7a6310",
    on_found="#ffffff",
    rail="#0f1317",
    rail_ink="#e6ebef",
    rail_muted="#a5b1bb",
    rail_here="#2c353e",
    rail_here_ink="#ffffff",
    saved="#66c7a6",
    agree="#3f9f96",
    unsure="#5a636d",
    disagree="#d0814a",
)

TINTS = ("#fae69a", "#f8cf9f", "#f6c3d7", "#b9dcf6", "#bfe7cc", "#d9cdf3", "#ffffff")
"""The tints of notes 1 to 7. Sticky paper looks the same by day and by night, so they do not change in the dark."""

TINT_INK = "#1d2330"
TINT_MUTED = "#474d59"
TINT_EDGE = "#8d8778"

# Sizes in logical pixels.
SMALL = 14
BODY = 16
NOTE = 18
HEAD = 20
TITLE = 26
TARGET = 36  # nothing a finger or a mouse must hit is smaller
RADIUS = 8
GAP = 16
RAIL_WIDTH = 184
PAGE_MARGIN = 28


def tint(colour: int) -> str:
    """The tint of a note's colour, 1 to 7; anything else is plain white."""
    return TINTS[colour - 1] if 1 <= colour <= len(TINTS) else TINTS[-1]
