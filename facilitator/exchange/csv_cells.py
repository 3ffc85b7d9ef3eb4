"""Cells a spreadsheet would run as a formula get an apostrophe in front, and reading takes exactly that one off again.

Source: OWASP, CSV Injection. A text that already has apostrophes before such a sign gets one more, so that every text
comes back as it was; any other text that begins with an apostrophe ('tis) is left alone both ways.
"""

from __future__ import annotations

APOSTROPHE = "'"
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula can begin with; the wide forms are taken for the narrow ones in East Asian settings."""


def neutral(text: str) -> str:
    """The text as it may stand in a cell."""
    return APOSTROPHE + text if _would_run(text) else text


def original(cell: str) -> str:
    """The text a cell stands for; the opposite of `neutral`."""
    return cell[1:] if cell.startswith(APOSTROPHE) and _would_run(cell) else cell


def _would_run(text: str) -> bool:
    return text.lstrip(APOSTROPHE).startswith(RUN)
