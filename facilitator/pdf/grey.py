"""The greyscale proof: the same page as a printer without colour puts it on paper, so that somebody sees before forty
copies are made whether anything was said by colour alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLOUR = re.compile(r"(?<![\d.])(\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) (rg|RG)\b")
_WEIGHTS = (0.299, 0.587, 0.114)
"""How bright the eye finds red, green and blue (ITU-R BT.601)."""


def greyed(operators: Iterable[str]) -> list[str]:
    """PDF operators with every colour as the grey it prints as (ISO 32000-1, 8.6.4.2)."""
    return [_COLOUR.sub(_grey, one) for one in operators]


def _grey(found: re.Match[str]) -> str:
    bright = sum(float(part) * weight for part, weight in zip(found.groups(), _WEIGHTS, strict=False))
    return f"{bright:.4g} {'g' if found[4] == 'rg' else 'G'}"
