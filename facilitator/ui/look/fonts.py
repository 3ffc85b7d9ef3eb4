"""The fonts that travel with the app: two for the first paint, the other scripts once the window is there."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from facilitator.resources import resources
from facilitator.ui.look import tokens

FOLDER = resources("fonts")
FIRST = ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf")
FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans SC",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Emoji",
)
"""In the order in which a character looks for one."""


def load_first() -> QFont:
    """Register the two fonts the first paint needs and give the window's font."""
    for name in FIRST:
        QFontDatabase.addApplicationFont(str(FOLDER / name))
    return sized(tokens.BODY)


def load_rest() -> None:
    """Register the other scripts; what is already on screen finds them at its next paint."""
    for path in sorted(FOLDER.glob("*.ttf")):
        if path.name not in FIRST:
            QFontDatabase.addApplicationFont(str(path))


def sized(pixels: int, *, bold: bool = False) -> QFont:
    """The window's font at a size in logical pixels, every script included."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font
