"""Every colour and size of the window in one place, for light, dark and high contrast, so that pages name a meaning
and never a number.

Text on its ground keeps a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3), in high contrast 7:1 (1.4.6); what only marks
a border keeps 3:1 where it says something.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours by what they mean. `desk` lies under sheets of paper; `rail` is the dark strip of stations. `dark`
    says which way round they are, and `border` how many logical pixels wide the edge of a control is.
    """

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
    dark: bool = False
    border: int = 1


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
    dark=True,
)

HIGH_LIGHT = Colours(
    paper="#ffffff",
    surface="#ffffff",
    desk="#ffffff",
    ink="#000000",
    muted="#000000",
    line="#000000",
    edge="#000000",
    accent="#00403f",
    on_accent="#ffffff",
    accent_soft="#d5f2ef",
    on_accent_soft="#000000",
    warn="#7a1f00",
    warn_soft="#ffffff",
    found="#ffe27a",
    on_found="#000000",
    rail="#000000",
    rail_ink="#ffffff",
    rail_muted="#ffffff",
    rail_here="#ffffff",
    rail_here_ink="#000000",
    saved="#7ff0cf",
    agree="#00403f",
    unsure="#767676",
    disagree="#7a1f00",
    border=2,
)

HIGH_DARK = Colours(
    paper="#000000",
    surface="#000000",
    desk="#000000",
    ink="#ffffff",
    muted="#ffffff",
    line="#ffffff",
    edge="#ffffff",
    accent="#7ff0e4",
    on_accent="#000000",
    accent_soft="#0b3a37",
    on_accent_soft="#ffffff",
    warn="#ffb38a",
    warn_soft="#000000",
    found="#ffe27a",
    on_found="#000000",
    rail="#000000",
    rail_ink="#ffffff",
    rail_muted="#ffffff",
    rail_here="#ffffff",
    rail_here_ink="#000000",
    saved="#7ff0cf",
    agree="#7ff0e4",
    unsure="#8a8a8a",
    disagree="#ffb38a",
    dark=True,
    border=2,
)

TEXT_ON_GROUND = (
    *((words, ground) for words in ("ink", "muted") for ground in ("paper", "surface", "desk", "accent_soft")),
    *((words, ground) for words in ("accent", "warn") for ground in ("paper", "surface")),
    ("on_accent", "accent"),
    ("on_accent_soft", "accent_soft"),
    ("warn", "warn_soft"),
    ("on_found", "found"),
    ("rail_ink", "rail"),
    ("rail_muted", "rail"),
    ("rail_here_ink", "rail_here"),
    ("saved", "rail"),
)
"""Which colours words are written in on which grounds: every pair must be readable in every look."""

TINTS = ("#fae69a", "#f8cf9f", "#f6c3d7", "#b9dcf6", "#bfe7cc", "#d9cdf3", "#ffffff")
"""The tints of notes 1 to 7. Sticky paper looks the same by day and by night, so they do not change in the dark."""

TINT_INK = "#1d2330"
TINT_MUTED = "#363c47"
TINT_EDGE = "#8d8778"

KINDS = {
    "other": "#8d969e",
    "welcome": "#8fb0c8",
    "relationships": "#6f9bd1",
    "purpose": "#8fa3b0",
    "stories": "#b3926c",
    "brainstorm": "#1c8a84",
    "group": "#6fb5ad",
    "vote": "#a78bd4",
    "prototype": "#e2835f",
    "break": "#d9b64a",
    "close": "#79ad7f",
}
"""The colour of each kind of block in a plan, by day and by night; the words beside it say the same."""

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
RAIL_NARROW = 64
PAGE_MARGIN = 28


def kind(code: str) -> str:
    """The colour of a kind of block; a kind from a newer version is grey."""
    return KINDS.get(code, KINDS["other"])


def tint(colour: int) -> str:
    """The tint of a note's colour, 1 to 7; anything else is plain white."""
    return TINTS[colour - 1] if 1 <= colour <= len(TINTS) else TINTS[-1]
