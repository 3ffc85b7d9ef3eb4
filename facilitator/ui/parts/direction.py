"""Which way words run. A note in Arabic stands at the right of an English window, and the other way round."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt

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


def alignment(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """The side such words start at. Qt does not mirror a text's alignment by itself, so it is said absolutely."""
    side = Qt.AlignmentFlag.AlignRight if direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
