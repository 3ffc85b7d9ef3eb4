"""How large everything on a form is: for most readers, or in large print, where no letter is made smaller to fit.

One geometry works with these numbers. A form in large print is the same form with the same letters, rows and boxes;
only fewer of them stand on a sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.domain.sheet_parts import BOX, PITCH

if TYPE_CHECKING:
    from facilitator.domain.sheet_parts import Shape

LARGE_LINE = 8.5
"""A line of large print, in millimetres: 18 points and the air below them."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Millimetres. `top` and `foot` are the room above and below the words of any form, `footer` the part of
    it that says which form it is. `box` is the side of a box, `pitch` the least distance of two middles.

    Of a ballot: the room of its `head`, of the head that stands again on later pages, of the words over the boxes, a
    letter and the note at the end; the least and the most height of a row; and of the frame at the end, with the share
    of the sheet that it takes at most. `below`: boxes stand under the words, each with its own word in `answer` of
    height and at least `answer_wide` of width.

    Of a feedback form: its `title`, the words below it, a heading, a line of choices and of faces, and the least that a
    frame to write in has. `below`: one choice a line, one frame a line; `asked` is room for the questions in the last.
    """

    top: float = 28.0
    foot: float = 35.0
    footer: float = 9.0
    box: float = BOX
    pitch: float = PITCH
    below: bool = False

    head: float = 42.0
    head_again: float = 14.0
    columns: float = 6.0
    letter: float = 12.0
    note: float = 9.0
    row: tuple[float, float] = (12.0, 18.0)
    add: tuple[float, float] = (40.0, 1 / 8)
    answer: float = 0.0
    answer_wide: float = 0.0

    title: float = 17.0
    lead: float = 11.0
    label: float = 7.0
    choice: float = 11.0
    face: float = 13.0
    area: float = 35.0
    asked: float = 0.0


_ORDINARY = Measure()
_LARGE = Measure(
    foot=44.0,
    footer=17.0,
    box=7.0,
    pitch=12.0,
    below=True,
    head_again=2.5 * LARGE_LINE,
    columns=0.0,
    letter=17.0,
    add=(54.0, 1 / 5),
    answer_wide=48.0,
    lead=0.0,
)
_ROW_AIR = 7.0
"""Around the words of a row and the boxes below them."""

_MORE_AIR = 10.0
"""So much higher a row may be where that takes no other sheet."""

_BOX_AIR, _FACE = 6.0, 17.0
_DRAFT = 44.0
"""The room above the words where two lines of the tallest script say that these are a draft."""

_TO_WRITE = 34.0


@lru_cache(maxsize=8)
def measure_of(shape: Shape) -> Measure:
    """The measure of a form's parts."""
    large = shape.large
    if large is None:
        return _ORDINARY
    words = large.words * LARGE_LINE
    row = words + _ROW_AIR
    line = max(words, _LARGE.box + _BOX_AIR)
    return replace(
        _LARGE,
        top=_DRAFT if large.draft else _LARGE.top,
        head=large.head * LARGE_LINE,
        row=(row, row + _MORE_AIR),
        answer=max(large.answers * LARGE_LINE, _LARGE.box + _BOX_AIR),
        note=large.end * LARGE_LINE,
        title=large.head * LARGE_LINE,
        label=words,
        choice=line,
        face=max(line, _FACE),
        area=words + _TO_WRITE,
        asked=large.end * LARGE_LINE,
    )
