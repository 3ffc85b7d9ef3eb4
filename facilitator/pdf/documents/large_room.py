"""How much room a form in large print needs for its words, so that none is made smaller or left out."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet import LARGE_LINE, Box

if TYPE_CHECKING:
    from collections.abc import Iterable

ANY_HEIGHT = 10_000.0
"""Millimetres: words laid out in this are as high as they are."""

NO_ROOM = "This paper has no room for all words in large print, so some were cut. Print them on larger sheets."
_SLACK = 0.01


def lines(talls: Iterable[float]) -> int:
    """The lines of large print that hold the highest of these, in millimetres; at least one."""
    return max(1, math.ceil(max(talls, default=0.0) / LARGE_LINE - _SLACK))


def endless(box: Box) -> Box:
    """The same box as high as anything in it."""
    return replace(box, height=ANY_HEIGHT)
