"""Which way words run. A note in Arabic stands at the right of an English window, and the other way round."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRect, Qt

_DIRECTIONS = {
    "L": Qt.LayoutDirection.LeftToRight,
    "R": Qt.LayoutDirection.RightToLeft,
    "AL": Qt.LayoutDirection.RightToLeft,
}


def of_text(text: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction of the first strong character (UAX #9, rule P2), or the other one when there is none."""
    for character in text:
        found = _DIRECTIONS.get(unicodedata.bidirectional(character))
        if found is not None:
            return found
    return otherwise


def isolated(words: str) -> str:
    """Words so marked that they run in their own direction and leave those around them alone (UAX #9: FSI and PDI)."""
    return f"\u2068{words}\u2069"


def alignment(direction: Qt.LayoutDirection, *, at_end: bool = False) -> Qt.AlignmentFlag:
    """The side such words start or end at. Qt does not mirror a text's alignment itself, so it is said absolutely."""
    at_right = (direction is Qt.LayoutDirection.RightToLeft) != at_end
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def turned(direction: Qt.LayoutDirection, whole: QRect, inside: QRect) -> QRect:
    """A place in a window that may be mirrored, as `QStyle.visualRect` gives it, which costs much to load."""
    if direction is not Qt.LayoutDirection.RightToLeft:
        return inside
    return inside.translated(whole.left() + whole.right() - inside.left() - inside.right(), 0)
